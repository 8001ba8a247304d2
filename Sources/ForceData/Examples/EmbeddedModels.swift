// Written by Models/embed.sh; run 'make examples' after a model has changed.
// swift-format-ignore-file

/// The files of every model in Models, by path in the model's folder.
let embeddedModels: [(name: String, files: [(path: String, text: String)])] = [
("central-asia", [
("README.md", ##"""
# central-asia

A strategic planning case: six crises at the same time, six members, four kinds of force, ninety days. **It is fictional.** Places and distances are real;
every pledge, need, caveat and aircraft is illustrative and says nothing about the plans of any state. The case exists so that planners can see, on
a model of realistic size, who would be needed where to protect people, what would be missing, and why.

Size: 47 contributions, 6 crises, 26 requirements, 6 lift pools, 18 periods. Listing every tour (contribution x crisis x movement option x first period x last period)
gives **19,506** of them.

## Crises and needs
| crisis | story | warning | needs (personnel unless said) |
| --- | --- | --- | --- |
| fergana-osh | unrest in the Fergana Valley | day 0 | 1,500 rapid reaction (5 to 20), 840 formed and 300 special police (5 to 60, 5 to 30), 3,000 peacekeepers (20 to 90), 3 field hospitals (10 to 60) |
| fergana-jalal-abad | the same, spreading | day 3 | 500 rapid reaction (10 to 25), 420 formed police (10 to 60), 1,000 peacekeepers (20 to 70), 2 engineer companies (20 to 50) |
| panj-hamadoni | spill-over from the south at the Panj | day 10 | 1,600, later 800 mountain troops (15 to 60 to 90), 1,000 rapid reaction (15 to 40), 3 helicopter flights (15 to 80), 3 engineer companies (20 to 70), 3 field hospitals (20 to 80) |
| panj-town | displaced people from the south | day 12 | 1,500 peacekeepers, 280 formed police (20 to 80), 400 mountain troops (20 to 50) |
| capital | succession crisis in a capital; Bishkek stands in, no forecast is meant | day 20 | 400 special and 980 formed police (25 to 45, 25 to 75), 500 rapid reaction (25 to 40), 2 field hospitals (30 to 60) |
| fergana-batken | dispute over land and water between neighbours | day 30 | 1,000, later 500 peacekeepers (35 to 60 to 90), 280 formed police (40 to 90), 1 helicopter flight (35 to 90) |

The three stories are those that observers of the region named after 2010: the Fergana Valley, a succession, and the south [1]. At the peak (days 35 to 40) 14,060 people are needed out of
22,320 pledged; since units need notice, rest and lift, that is not as comfortable as it sounds.

Weights: 3 where people must be kept apart or a border held, 2 for police, 1 for presence. A field hospital short for a day counts as 60 people, an engineer company 50, a
helicopter flight 40. `variants/by-class` ranks the needs instead: class 1 keeps people apart and polices the streets, class 2 is presence, class 3 support, and no lower class takes anything
from a higher one (`pre-emptive`).

## Pledges
| member | rapid reaction | police | peacekeeping | support | all |
| --- | --- | --- | --- | --- | --- |
| Armenia | 500 | 240 | 500 | 60 | 1,300 |
| Belarus | 1,000 | 580 | 1,000 | 160 | 2,740 |
| Kazakhstan | 2,300 | 860 | 1,500 | 200 | 4,860 |
| Kyrgyzstan | 800 | 480 | 500 | 160 | 1,940 |
| Russia | 4,700 | 1,500 | 2,500 | 440 | 9,140 |
| Tajikistan | 1,200 | 480 | 500 | 160 | 2,340 |
| | 10,500 | 4,140 | 6,500 | 1,180 | 22,320 |

What they lean on:
- *Size*: about 20,000 are quoted for the rapid-reaction force [2], 4,000 to 5,500 for the regional one [3, 4], about 3,000 police inside the first [5], 3,500 peacekeepers with 500 to 800 police [6, 7].
  The model has a mixture of the same order, with fewer rapid-reaction troops and more peacekeepers.
- *Shares*: 8,000, 5,000 and 4,000 for Russia, Belarus and Kazakhstan and a battalion for each of the others [8]. Here Russia has 41 %; the sources give 43 to 50 %.
- *Bases*: Ivanovo, Ulyanovsk and Taldykorgan are named with formations [8]; the rest are airfields of the region.
- *Units*: a formed police unit has 140 people, as the UN's [9]. Battalions of 400 and 500, companies of 100, a hospital of 60 and a flight of 40 are usual sizes.
- *Tonnes*: 1.49 t a person for airborne and peacekeeping battalions, from January 2022 (see `../kazakhstan-2022`); 1 t for mountain troops, 0.3 to 0.43 t for police, 1.5 to 4 t for
  support are assumptions (range: half to twice).
- *Notice*: 0 to 5 days for rapid reaction and special police, 2 to 12 for formed police, 10 to 20 for peacekeepers, 2 to 12 for support. Between the half day seen in 2022 and the published targets: EU Battlegroups 5 to
  10 days, African Standby Force 14, NATO's readiness initiative 30, UN rapid deployment level 60.
- *Strength*: verified 0.9 (rapid reaction), 0.8 (police), 0.7 (others); expected 0.7, 0.6, 0.5. The record has 0.51 to 0.81 (January 2022: 2,030 deployed [10], about 2,500 stated, 3,950 announced).
- *Tours*: airborne up to 40 days, special police 45, mountain, formed police and helicopters 60; dwell as long as the tour, half of it for formed police and helicopters. Nobody goes for less
  than 15 days (`minTourDays`).
- *Money*: 50 cost units for a person and day; air 0.5, road 0.15, rail 0.05 for a tonne and kilometre. Only the ratios matter: air costs ten times as much as rail.

## Rules
- **Share caps.** No member has more than half of the people in place at a crisis, nor more than 40 % of all people in place. Kyrgyzstan and Tajikistan, on whose soil the crises are, may have 80 % at one
  crisis: the cap is meant to keep guests from dominating, not hosts.
- **Caveats.** The parties to the dispute, Kyrgyzstan and Tajikistan, stay out of it, and Armenia with them: an early reservation was that forces should not be used in conflicts between members [11]. Tajikistan stays out of the
  capital, Kazakhstan sends police but no airborne troops there, Belarus no airborne troops to the border. All illustrative. Three more rows say where there is no railway.
- **Substitutes.** Airborne and mountain troops replace each other at 0.7 and peacekeepers at 0.6; special police replace formed police at 0.8, formed special at 0.5; peacekeepers replace formed police at 0.4. Assumptions, range
  0.2 to 1.
- **A line that stands** (`fixed.csv`): one Russian mountain battalion from Dushanbe is promised to Hamadoni from day 15 until day 60.
- **Burden.** A member's burden is its person-days in place over its pledged personnel: the days that the average person pledged serves. The second goal makes the largest burden small.
- **Goals**: shortfall, then burden, then cost.

## Movement
Air 780 km/h for 12 hours a day with one day of handling; road 250 km a day, detour 1.95 (Bishkek to Osh: 600 km by road against 306), at most 1,500 km; rail 600 km a day, detour 1.5, at most 4,500 km, two days of handling, which
include the last leg from the railhead. Rates by road and rail are common staff figures, not verified (250 to 300 and 600 to 1,000 km a day). Borders and transit are open.

| pool | owner | assets | basis |
| --- | --- | --- | --- |
| air-Russia | Russia | 16 Il-76 | 17 in an exercise in 2015 [12], more than 70 in 2022 [13] |
| air-Belarus | Belarus | 3 Il-76 | assumption |
| air-Kazakhstan | Kazakhstan | 8 light transports, 7 t and 70 seats | assumption |
| air-common | anyone | 4 Il-76 | assumption: chartered together |
| rail-Russia, rail-Kazakhstan | each its own | 6 and 4 trains of 800 t and 400 seats | assumption |

An Il-76 carries 28 t or 145 people and flies 3,000 km a day; 0.6 of the aircraft and 0.8 of the trains are available.

## What it shows
Values of the first goal, weighted person-days of shortfall.

| what changes | shortfall |
| --- | --- |
| nothing (`expected.csv`) | 23,373 |
| classes before weights (`variants/by-class`) | 23,813 = 15,358 + 4,405 + 4,050 |
| no caveats (railway rows kept) | 22,174 |
| no share caps | 21,988 |
| cap of 40 % at each crisis as well | 33,452 |
| three times as many field hospitals | 21,063 |
| ten times the lift | 16,300 |
| no notice at all | 2,400 |
| strength as verified | 59,559 |
| strength as expected | 200,409 |
| without Russia's pledges (and the line that stands) | 267,243 |

So almost all of the shortfall is in the first days of each need, and readiness is what it hangs on most: notice first, then lift. Other causes are there on purpose:
- all field hospitals are out, and the capital lacks one of two for its whole window (exhausted);
- near Batken three members stay away by caveat, so the cap holds Russia to as many as the rest bring in days 35 to 40 (caveat and share cap);
- police for Osh and for the capital are late (notice and lift);
- helicopters are needed at Hamadoni for 65 days, a flight stays 60 at most, and the only spare one is needed near Batken (tour limit).

At expected strength the shortfall is more than eight times as large; all caveats and caps together cost a fraction of that.

## Sources
1. https://carnegieendowment.org/posts/2010/08/csto-ripe-for-reform
2. http://www.messenger.com.ge/issues/1868_june_4_2009/1868_econ_three.html
3. https://vdocument.in/csl-united-states-for-csl-strategic-leadership-july-2009-volume-6-09-the-militarization.html
4. https://www.armenianclub.com/2004/07/12/csto-to-hold-mil-exercise-in-kazakhstan-and-kyrgyzstan-2-6-august/
5. https://vesti.kg/politika/item/21715-v-rostove-na-donu-obsuzhdayut-perspektivyi-razvitiya-sil-spetsnaznacheniya-stran-odkb.html
6. https://www.kt.kz/rus/politics/zaversheno_formirovanie_mirotvorcheskih_sil_odkb_bordjuzha_1153531611.html
7. https://old.evnreport.com/understanding-the-region/fact-sheet-what-is-the-collective-security-treaty-organization
8. http://data.minsk.by/belarusnews/112009/11.html
9. http://www.un.org/en/peacekeeping/sites/police/units.shtml
10. https://www.rbc.ua/rus/news/nazvano-ofitsialnoe-chislo-mirotvortsev-odkb-1641824977.html
11. https://argumenti.ru/politics/n188/40587
12. https://vz.ru/amp/news/2015/5/14/745129.html
13. https://tass.com/defense/1384873

Airfields: airportsdata (Python package, MIT licence; see `../airportsdata-LICENSE.txt`). Hamadoni, Panj and the city of Bishkek are not in it: their coordinates are
rounded to a tenth of a degree and not verified. Manas and Chkalovsky are the airfields of that name; Ivanovo is Ivanovo South.

"""##),
("capabilities.csv", ##"""
capability,category,name,personnel,tonnes
airborne-battalion,rapid-reaction,Airborne battalion,500,745
engineer-company,support,Engineer company,100,400
field-hospital,support,Field hospital,60,150
formed-police-unit,police,Formed police unit,140,60
helicopter-flight,support,Helicopter flight,40,60
mountain-battalion,rapid-reaction,Mountain battalion,400,400
peacekeeping-battalion,peacekeeping,Peacekeeping battalion,500,745
special-police-company,police,Special police company,100,30

"""##),
("caveats.csv", ##"""
contributor,crisis,capability,mode,reason
Armenia,fergana-batken,*,*,no part in a dispute between members
Belarus,panj-hamadoni,airborne-battalion,*,no ground units at the southern border
Kazakhstan,capital,airborne-battalion,*,police but no soldiers in the capital of a neighbour
Kazakhstan,fergana-batken,*,rail,no railway to Batken
Kyrgyzstan,fergana-batken,*,*,a party to the dispute
Russia,*,mountain-battalion,rail,mountain battalions stand in Tajikistan; Russian trains do not
Russia,fergana-batken,*,rail,no railway to Batken
Tajikistan,capital,*,*,stays out of the internal affairs of a neighbour
Tajikistan,fergana-batken,*,*,a party to the dispute

"""##),
("contributions.csv", ##"""
contribution,contributor,capability,base,units,noticeDays,verified,expected,maxTourDays,dwellRatio,dailyCost
AM-airborne-Yerevan,Armenia,airborne-battalion,Yerevan,1,5,0.9,0.7,40,1,25000
AM-formed-police-Gyumri,Armenia,formed-police-unit,Gyumri,1,10,0.8,0.6,60,0.5,7000
AM-hospital-Yerevan,Armenia,field-hospital,Yerevan,1,7,0.7,0.5,,,3000
AM-peace-Yerevan,Armenia,peacekeeping-battalion,Yerevan,1,10,0.7,0.5,,,25000
AM-special-police-Yerevan,Armenia,special-police-company,Yerevan,1,5,0.8,0.6,45,1,5000
BY-airborne-Vitebsk,Belarus,airborne-battalion,Vitebsk,2,5,0.9,0.7,40,1,25000
BY-engineers-Minsk,Belarus,engineer-company,Minsk,1,12,0.7,0.5,,,5000
BY-formed-police-Minsk,Belarus,formed-police-unit,Minsk,2,12,0.8,0.6,60,0.5,7000
BY-hospital-Minsk,Belarus,field-hospital,Minsk,1,9,0.7,0.5,,,3000
BY-peace-Vitebsk,Belarus,peacekeeping-battalion,Vitebsk,2,20,0.7,0.5,,,25000
BY-special-police-Minsk,Belarus,special-police-company,Minsk,3,4,0.8,0.6,45,1,5000
KG-engineers-Manas,Kyrgyzstan,engineer-company,Manas,1,5,0.7,0.5,,,5000
KG-formed-police-Manas,Kyrgyzstan,formed-police-unit,Manas,2,2,0.8,0.6,60,0.5,7000
KG-hospital-Manas,Kyrgyzstan,field-hospital,Manas,1,3,0.7,0.5,,,3000
KG-mountain-Manas,Kyrgyzstan,mountain-battalion,Manas,2,1,0.9,0.7,60,1,20000
KG-peace-Manas,Kyrgyzstan,peacekeeping-battalion,Manas,1,10,0.7,0.5,,,25000
KG-special-police-Manas,Kyrgyzstan,special-police-company,Manas,2,1,0.8,0.6,45,1,5000
KZ-airborne-Taldykorgan,Kazakhstan,airborne-battalion,Taldykorgan,3,3,0.9,0.7,40,1,25000
KZ-engineers-Shymkent,Kazakhstan,engineer-company,Shymkent,1,8,0.7,0.5,,,5000
KZ-formed-police-Almaty,Kazakhstan,formed-police-unit,Almaty,4,7,0.8,0.6,60,0.5,7000
KZ-helicopters-Almaty,Kazakhstan,helicopter-flight,Almaty,1,4,0.7,0.5,60,0.5,2000
KZ-hospital-Karaganda,Kazakhstan,field-hospital,Karaganda,1,7,0.7,0.5,,,3000
KZ-mountain-Almaty,Kazakhstan,mountain-battalion,Almaty,1,4,0.9,0.7,60,1,20000
KZ-mountain-Shymkent,Kazakhstan,mountain-battalion,Shymkent,1,6,0.9,0.7,60,1,20000
KZ-peace-Almaty,Kazakhstan,peacekeeping-battalion,Almaty,2,10,0.7,0.5,,,25000
KZ-peace-Shymkent,Kazakhstan,peacekeeping-battalion,Shymkent,1,15,0.7,0.5,,,25000
KZ-special-police-Astana,Kazakhstan,special-police-company,Astana,3,3,0.8,0.6,45,1,5000
RU-airborne-Ivanovo,Russia,airborne-battalion,Ivanovo,4,3,0.9,0.7,40,1,25000
RU-airborne-Ulyanovsk,Russia,airborne-battalion,Ulyanovsk,3,2,0.9,0.7,40,1,25000
RU-engineers-Omsk,Russia,engineer-company,Omsk,2,10,0.7,0.5,,,5000
RU-formed-police-Yekaterinburg,Russia,formed-police-unit,Yekaterinburg,5,10,0.8,0.6,60,0.5,7000
RU-helicopters-Kant,Russia,helicopter-flight,Kant,2,2,0.7,0.5,60,0.5,2000
RU-helicopters-Yekaterinburg,Russia,helicopter-flight,Yekaterinburg,1,6,0.7,0.5,60,0.5,2000
RU-hospital-Omsk,Russia,field-hospital,Omsk,2,7,0.7,0.5,,,3000
RU-mountain-Bokhtar,Russia,mountain-battalion,Bokhtar,1,1,0.9,0.7,60,1,20000
RU-mountain-Dushanbe,Russia,mountain-battalion,Dushanbe,2,2,0.9,0.7,60,1,20000
RU-peace-Omsk,Russia,peacekeeping-battalion,Omsk,2,18,0.7,0.5,,,25000
RU-peace-Ulyanovsk,Russia,peacekeeping-battalion,Ulyanovsk,3,14,0.7,0.5,,,25000
RU-special-police-Chkalovsky,Russia,special-police-company,Chkalovsky,6,3,0.8,0.6,45,1,5000
RU-special-police-Yekaterinburg,Russia,special-police-company,Yekaterinburg,2,5,0.8,0.6,45,1,5000
TJ-engineers-Khujand,Tajikistan,engineer-company,Khujand,1,6,0.7,0.5,,,5000
TJ-formed-police-Khujand,Tajikistan,formed-police-unit,Khujand,2,5,0.8,0.6,60,0.5,7000
TJ-hospital-Dushanbe,Tajikistan,field-hospital,Dushanbe,1,5,0.7,0.5,,,3000
TJ-mountain-Dushanbe,Tajikistan,mountain-battalion,Dushanbe,2,1,0.9,0.7,60,1,20000
TJ-mountain-Kulob,Tajikistan,mountain-battalion,Kulob,1,0,0.9,0.7,60,1,20000
TJ-peace-Dushanbe,Tajikistan,peacekeeping-battalion,Dushanbe,1,10,0.7,0.5,,,25000
TJ-special-police-Dushanbe,Tajikistan,special-police-company,Dushanbe,2,2,0.8,0.6,45,1,5000

"""##),
("contributors.csv", ##"""
contributor,name,burdenWeight,shareCap,noteMeaning
Armenia,Armenia,1300,,personnel pledged
Belarus,Belarus,2740,,personnel pledged
Kazakhstan,Kazakhstan,4860,,personnel pledged
Kyrgyzstan,Kyrgyzstan,1940,0.8,"personnel pledged; host of crises, so a higher cap"
Russia,Russia,9140,,personnel pledged
Tajikistan,Tajikistan,2340,0.8,"personnel pledged; host of crises, so a higher cap"

"""##),
("crises.csv", ##"""
crisis,name,location,warning,probability
capital,Succession crisis in a capital,Bishkek,20,0.4
fergana-batken,Dispute over land and water near Batken,Batken,30,0.3
fergana-jalal-abad,"Unrest in the Fergana Valley, Jalal-Abad",Jalal-Abad,3,0.5
fergana-osh,"Unrest in the Fergana Valley, Osh",Osh,0,0.6
panj-hamadoni,"Spill-over from the south, Hamadoni",Hamadoni,10,0.4
panj-town,"Displaced people from the south, Panj",Panj,12,0.4

"""##),
("datapackage.json", ##"""
{
  "profile": "tabular-data-package",
  "name": "central-asia",
  "title": "Central Asia: six concurrent crises over ninety days",
  "description": "A fictional planning case with real places. Pledges, needs, caveats and lift are illustrative; README.md says which published figures they lean on.",
  "licenses": [
    {
      "name": "GPL-3.0-or-later",
      "title": "GNU General Public License v3.0 or later"
    }
  ],
  "forceplan": {
    "horizonDays": 90,
    "gridDays": 5,
    "timeResolutionDays": 0.25,
    "strength": "pledged",
    "priorities": "weighted",
    "shareCap": {
      "perCrisis": 0.5,
      "overall": 0.4
    },
    "minTourDays": 15,
    "goals": ["shortfall", "burden", "cost"]
  },
  "resources": [
    {
      "name": "contributors",
      "path": "contributors.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "Identifier of the member.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "burdenWeight",
            "type": "number",
            "description": "Divides the member's person-days in the burden goal. Default: 1.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "shareCap",
            "type": "number",
            "description": "Largest share of this member in the personnel at a crisis. Default: the policy's.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "noteMeaning",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contributor"]
      }
    },
    {
      "name": "locations",
      "path": "locations.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "location",
            "type": "string",
            "description": "Identifier of the place.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "latitude",
            "type": "number",
            "description": "Latitude north, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -90,
              "maximum": 90
            }
          },
          {
            "name": "longitude",
            "type": "number",
            "description": "Longitude east, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -180,
              "maximum": 180
            }
          },
          {
            "name": "country",
            "type": "string",
            "description": "Country code or name. Default: empty."
          },
          {
            "name": "noteAirfield",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["location"]
      }
    },
    {
      "name": "capabilities",
      "path": "capabilities.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "Identifier of the kind.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "category",
            "type": "string",
            "description": "Top-level class.",
            "constraints": {
              "required": true,
              "enum": ["rapid-reaction", "police", "peacekeeping", "support"]
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit. Unit: t. Default: personnel x 0.1.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability"]
      }
    },
    {
      "name": "substitutions",
      "path": "substitutions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "substitutesFor",
            "type": "string",
            "description": "The capability required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "effectiveness",
            "type": "number",
            "description": "Strength that one person or unit sent gives.",
            "constraints": {
              "required": true,
              "minimum": 1e-12,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability", "substitutesFor"],
        "foreignKeys": [
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["substitutesFor"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "contributions",
      "path": "contributions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "Identifier of the pledge.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that pledges.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "base",
            "type": "string",
            "description": "Where the units stand.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units pledged. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "noticeDays",
            "type": "number",
            "description": "Notice to move: from the crisis's warning to readiness at the base. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "verified",
            "type": "number",
            "description": "Fraction of the units that has been verified. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "expected",
            "type": "number",
            "description": "Fraction of the units that is expected to come. Default: verified.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "maxTourDays",
            "type": "number",
            "description": "Longest stay. Unit: days. Default: unlimited.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "dwellRatio",
            "type": "number",
            "description": "Days of dwell after return for each day in place. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "dailyCost",
            "type": "number",
            "description": "Cost of one unit for each day in place. Unit: cost per day. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contribution"],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["base"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "crises",
      "path": "crises.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "crisis",
            "type": "string",
            "description": "Identifier of the crisis.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "location",
            "type": "string",
            "description": "Where it is.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "warning",
            "type": "number",
            "description": "Day from which notice to move counts. Unit: day. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "probability",
            "type": "number",
            "description": "Probability that the crisis happens. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["crisis"],
        "foreignKeys": [
          {
            "fields": ["location"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "requirements",
      "path": "requirements.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "requirement",
            "type": "string",
            "description": "Identifier of the requirement.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "quantity",
            "type": "number",
            "description": "Strength required. Unit: persons or units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "What quantity counts. Default: personnel.",
            "constraints": {
              "enum": ["personnel", "units"]
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day of the window. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the window ends, after from. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "weight",
            "type": "number",
            "description": "Weight of one person or unit short for one day. Default: 1.",
            "constraints": {
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["requirement"],
        "foreignKeys": [
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "distances",
      "path": "distances.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "from",
            "type": "string",
            "description": "Start.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "to",
            "type": "string",
            "description": "End.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it holds for.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "km",
            "type": "number",
            "description": "Length of the way. Unit: km.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["from", "to", "mode"],
        "foreignKeys": [
          {
            "fields": ["from"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["to"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "modes",
      "path": "modes.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "mode",
            "type": "string",
            "description": "Identifier of the mode.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that a unit covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "detour",
            "type": "number",
            "description": "Factor on the great circle where distances has no entry. Default: 1.",
            "constraints": {
              "minimum": 1
            }
          },
          {
            "name": "maxKm",
            "type": "number",
            "description": "Longest way that the mode covers. Unit: km. Default: unlimited.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "handlingDays",
            "type": "number",
            "description": "Loading and unloading, once a move. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "costPerTonneKm",
            "type": "number",
            "description": "Cost of one tonne over one kilometre. Unit: cost per t km. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "pool",
            "type": "boolean",
            "description": "Whether units need a lift pool. Default: false.",
            "trueValues": ["true", "TRUE", "True"],
            "falseValues": ["false", "FALSE", "False"]
          }
        ],
        "missingValues": [""],
        "primaryKey": ["mode"]
      }
    },
    {
      "name": "lift",
      "path": "lift.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "lift",
            "type": "string",
            "description": "Identifier of the pool.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "owner",
            "type": "string",
            "description": "The member that alone may use it. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it serves.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "assets",
            "type": "number",
            "description": "Number of aircraft or other assets. Unit: assets.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that one asset carries; 0: it carries no units with tonnes. Unit: t.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "seats",
            "type": "number",
            "description": "Seats in one asset; 0: it carries no units with personnel. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that one asset covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "availability",
            "type": "number",
            "description": "Fraction of the assets that is available. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["lift"],
        "foreignKeys": [
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "caveats",
      "path": "caveats.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that sets it.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis it names. Default: *."
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent that it names. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it names. Default: *."
          },
          {
            "name": "reason",
            "type": "string",
            "description": "Why, in words. Default: empty."
          }
        ],
        "missingValues": [""],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          }
        ]
      }
    },
    {
      "name": "fixed",
      "path": "fixed.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "The pledge.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "lift",
            "type": "string",
            "description": "The lift pool; lift or mode must be given. Default: by mode."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode; lift or mode must be given. Default: the lift pool's."
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units that stand. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day in place, a boundary of the time grid. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the stay ends, a boundary of the time grid. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "foreignKeys": [
          {
            "fields": ["contribution"],
            "reference": {
              "resource": "contributions",
              "fields": ["contribution"]
            }
          },
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["lift"],
            "reference": {
              "resource": "lift",
              "fields": ["lift"]
            }
          },
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "expected",
      "path": "expected.csv",
      "title": "Goal levels that the plan must reach",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "level",
            "type": "integer",
            "description": "Position in the order of goals, counted from 1",
            "constraints": {
              "required": true,
              "unique": true,
              "minimum": 1
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Goal",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "value",
            "type": "number",
            "description": "Value of the goal at the optimum",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "Unit of the value",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": "level"
      }
    }
  ]
}

"""##),
("distances.csv", ##"""
from,to,mode,km
Manas,Jalal-Abad,road,520
Manas,Osh,road,600

"""##),
("expected.csv", ##"""
level,name,value,unit
1,shortfall,23373.0548652,weighted person-days
2,burden,42.5642422488,person-days by burden weight
3,cost,57377049.075,cost units

"""##),
("fixed.csv", ##"""
contribution,crisis,lift,mode,units,from,until
RU-mountain-Dushanbe,panj-hamadoni,,road,1,15,60

"""##),
("lift.csv", ##"""
lift,owner,mode,assets,tonnes,seats,kmPerDay,availability
air-Belarus,Belarus,air,3,28,145,3000,0.6
air-common,*,air,4,28,145,3000,0.6
air-Kazakhstan,Kazakhstan,air,8,7,70,2500,0.6
air-Russia,Russia,air,16,28,145,3000,0.6
rail-Kazakhstan,Kazakhstan,rail,4,800,400,600,0.8
rail-Russia,Russia,rail,6,800,400,600,0.8

"""##),
("locations.csv", ##"""
location,name,latitude,longitude,country,noteAirfield
Almaty,Almaty,43.3521,77.0405,KZ,UAAA
Astana,Astana,51.0222,71.4669,KZ,UACC
Batken,Batken,40.0427,70.8381,KG,UAFB
Bishkek,Bishkek city,42.9,74.6,KG,
Bokhtar,Bokhtar,37.8664,68.8647,TJ,UTDT
Chkalovsky,Chkalovsky near Moscow,55.8783,38.0617,RU,UUMU
Dushanbe,Dushanbe,38.5433,68.825,TJ,UTDD
Gyumri,Gyumri,40.7504,43.8593,AM,UDSG
Hamadoni,Hamadoni at the Panj,37.7,69.6,TJ,
Ivanovo,Ivanovo,56.9394,40.9408,RU,UUBI
Jalal-Abad,Jalal-Abad,40.9444,72.9778,KG,UAFJ
Kant,Kant near Bishkek,42.8532,74.8465,KG,UAFW
Karaganda,Karaganda,49.6708,73.3344,KZ,UAKK
Khujand,Khujand,40.2154,69.6947,TJ,UTDL
Kulob,Kulob,37.9881,69.805,TJ,UTDK
Manas,Manas near Bishkek,43.0613,74.4776,KG,UCFM
Minsk,Minsk,53.8825,28.0307,BY,UMMS
Omsk,Omsk,54.967,73.3105,RU,UNOO
Osh,Osh,40.609,72.7933,KG,UCFO
Panj,Panj at the Panj,37.2,69.1,TJ,
Shymkent,Shymkent,42.3642,69.4789,KZ,UAII
Taldykorgan,Taldykorgan,45.1262,78.447,KZ,UAAT
Ulyanovsk,Ulyanovsk-Vostochny,54.401,48.8027,RU,UWLW
Vitebsk,Vitebsk,55.1265,30.3496,BY,UMII
Yekaterinburg,Yekaterinburg,56.7431,60.8027,RU,USSS
Yerevan,Yerevan,40.1473,44.3959,AM,UDYZ

"""##),
("modes.csv", ##"""
mode,kmPerDay,detour,maxKm,handlingDays,costPerTonneKm,pool
air,9360,1,,1,0.5,true
rail,600,1.5,4500,2,0.05,true
road,250,1.95,1500,0.5,0.15,false

"""##),
("requirements.csv", ##"""
requirement,crisis,capability,quantity,unit,from,until,weight
batken-helicopters,fergana-batken,helicopter-flight,1,units,35,90,40
batken-peace-1,fergana-batken,peacekeeping-battalion,1000,personnel,35,60,2
batken-peace-2,fergana-batken,peacekeeping-battalion,500,personnel,60,90,1
batken-police,fergana-batken,formed-police-unit,280,personnel,40,90,1
capital-hospital,capital,field-hospital,2,units,30,60,60
capital-police,capital,formed-police-unit,980,personnel,25,75,2
capital-rapid,capital,airborne-battalion,500,personnel,25,40,2
capital-special-police,capital,special-police-company,400,personnel,25,45,3
hamadoni-engineers,panj-hamadoni,engineer-company,3,units,20,70,50
hamadoni-helicopters,panj-hamadoni,helicopter-flight,3,units,15,80,40
hamadoni-hospital,panj-hamadoni,field-hospital,3,units,20,80,60
hamadoni-mountain-1,panj-hamadoni,mountain-battalion,1600,personnel,15,60,3
hamadoni-mountain-2,panj-hamadoni,mountain-battalion,800,personnel,60,90,2
hamadoni-rapid,panj-hamadoni,airborne-battalion,1000,personnel,15,40,2
jalal-abad-engineers,fergana-jalal-abad,engineer-company,2,units,20,50,50
jalal-abad-peace,fergana-jalal-abad,peacekeeping-battalion,1000,personnel,20,70,1
jalal-abad-police,fergana-jalal-abad,formed-police-unit,420,personnel,10,60,2
jalal-abad-rapid,fergana-jalal-abad,airborne-battalion,500,personnel,10,25,3
osh-hospital,fergana-osh,field-hospital,3,units,10,60,60
osh-peace,fergana-osh,peacekeeping-battalion,3000,personnel,20,90,1
osh-police,fergana-osh,formed-police-unit,840,personnel,5,60,2
osh-rapid,fergana-osh,airborne-battalion,1500,personnel,5,20,3
osh-special-police,fergana-osh,special-police-company,300,personnel,5,30,2
panj-mountain,panj-town,mountain-battalion,400,personnel,20,50,2
panj-peace,panj-town,peacekeeping-battalion,1500,personnel,20,80,1
panj-police,panj-town,formed-police-unit,280,personnel,20,80,1

"""##),
("substitutions.csv", ##"""
capability,substitutesFor,effectiveness
airborne-battalion,mountain-battalion,0.7
airborne-battalion,peacekeeping-battalion,0.6
formed-police-unit,special-police-company,0.5
mountain-battalion,airborne-battalion,0.7
mountain-battalion,peacekeeping-battalion,0.6
peacekeeping-battalion,formed-police-unit,0.4
special-police-company,formed-police-unit,0.8

"""##),
("variants/by-class/datapackage.json", ##"""
{ "forceplan": { "priorities": "pre-emptive" } }

"""##),
("variants/by-class/requirements.csv", ##"""
requirement,priority
batken-helicopters,3
batken-peace-1,1
batken-peace-2,2
batken-police,2
capital-hospital,3
capital-police,1
capital-rapid,2
capital-special-police,1
hamadoni-engineers,3
hamadoni-helicopters,3
hamadoni-hospital,3
hamadoni-mountain-1,1
hamadoni-mountain-2,2
hamadoni-rapid,1
jalal-abad-engineers,3
jalal-abad-peace,2
jalal-abad-police,1
jalal-abad-rapid,1
osh-hospital,3
osh-peace,2
osh-police,1
osh-rapid,1
osh-special-police,1
panj-mountain,1
panj-peace,2
panj-police,2

"""##),
("variants/no-largest-member/contributions.csv", ##"""
contribution,delete
RU-airborne-Ivanovo,true
RU-airborne-Ulyanovsk,true
RU-engineers-Omsk,true
RU-formed-police-Yekaterinburg,true
RU-helicopters-Kant,true
RU-helicopters-Yekaterinburg,true
RU-hospital-Omsk,true
RU-mountain-Bokhtar,true
RU-mountain-Dushanbe,true
RU-peace-Omsk,true
RU-peace-Ulyanovsk,true
RU-special-police-Chkalovsky,true
RU-special-police-Yekaterinburg,true

"""##),
("variants/no-largest-member/fixed.csv", ##"""
contribution,crisis,mode,from,until,delete
RU-mountain-Dushanbe,panj-hamadoni,road,15,60,true

"""##),
("variants/no-largest-member/lift.csv", ##"""
lift,delete
air-Russia,true
rail-Russia,true

"""##),
("variants/police-up/contributions.csv", ##"""
contribution,units
AM-formed-police-Gyumri,2
AM-special-police-Yerevan,2
BY-formed-police-Minsk,3
BY-special-police-Minsk,5
KG-formed-police-Manas,3
KG-special-police-Manas,3
KZ-formed-police-Almaty,6
KZ-special-police-Astana,5
RU-formed-police-Yekaterinburg,7
RU-special-police-Chkalovsky,9
RU-special-police-Yekaterinburg,3
TJ-formed-police-Khujand,3
TJ-special-police-Dushanbe,3

"""##),
("variants/verified-only/datapackage.json", ##"""
{ "forceplan": { "strength": "verified" } }

"""##),
]),
("dantzig-transport", [
("README.md", ##"""
# dantzig-transport

Dantzig's transportation example as a forceplan model. It checks the planner against a published optimum:
**153.675** thousand dollars.

Two plants ship cases of goods to three markets. Supply is 950 cases, demand 900, so nothing is short, and the
least cost of freight is the answer.

| thousand miles | New York (325) | Chicago (300) | Topeka (275) |
| --- | --- | --- | --- |
| Seattle (350) | 2.5 | 1.7 | 1.8 |
| San Diego (600) | 2.5 | 1.8 | 1.4 |

Freight is 90 dollars for each case and thousand miles, that is 0.09 thousand dollars.

## How it is put into the tables
| example | here |
| --- | --- |
| plant | contributor with one pledge |
| case | unit of the capability `case`: 1 in `personnel`, 0.09 in `tonnes` |
| market | crisis with one requirement from day 1 until day 2 |
| thousand miles | `km` of distances.csv, so that effort = units x 0.09 x thousand miles |
| freight | a mode without lift pool |

So one "tonne-km" of the goal `effort` is one thousand dollars here. Words such as crisis and personnel have no
meaning in this model beyond the table above.

Two things come from the time grid and not from the example. Every positive distance takes at least one time step
(`timeResolutionDays` is 1), so goods leave on day 0 and are in place on day 1. And a case that stays until day 2
is held on days 0 and 1, which is as long as the plan lasts, so a plant's supply is used once.

## Check by hand
San Diego is at least as near as Seattle to New York (both 2.5) and nearer to Topeka (1.4 against 1.8); Seattle is nearer
to Chicago (1.7 against 1.8). Send each market its cases from the plant that is nearest:

| from | to | cases | thousand miles | thousand dollars |
| --- | --- | --- | --- | --- |
| Seattle | Chicago | 300 | 1.7 | 45.900 |
| San Diego | Topeka | 275 | 1.4 | 34.650 |
| San Diego | New York | 325 | 2.5 | 73.125 |
| | | | | **153.675** |

San Diego ships 600 = 275 + 325, all that it has, and Seattle 300 of 350. Every market is served from a nearest plant, so no
plan is cheaper. Up to 50 cases for New York may come from Seattle at the same cost: the plan is one of many, the value is unique.

## Sources
- G. B. Dantzig, *Linear Programming and Extensions*, Princeton University Press, 1963, chapter 3.
- The same data and optimum: `transp.mod` among the examples of GLPK, and `trnsport` in the GAMS model library.
- Coordinates are rounded and are not used: distances.csv gives every distance.

"""##),
("capabilities.csv", ##"""
capability,category,name,personnel,tonnes
case,support,One case of goods,1,0.09

"""##),
("contributions.csv", ##"""
contribution,contributor,capability,base,units
san-diego,san-diego,case,San-Diego,600
seattle,seattle,case,Seattle,350

"""##),
("contributors.csv", ##"""
contributor,name
san-diego,San Diego plant
seattle,Seattle plant

"""##),
("crises.csv", ##"""
crisis,name,location
chicago,Chicago market,Chicago
new-york,New York market,New-York
topeka,Topeka market,Topeka

"""##),
("datapackage.json", ##"""
{
  "profile": "tabular-data-package",
  "name": "dantzig-transport",
  "title": "Dantzig's transportation example",
  "description": "Two plants supply three markets at the least cost of freight. The optimum is published: 153.675 thousand dollars.",
  "licenses": [
    {
      "name": "GPL-3.0-or-later",
      "title": "GNU General Public License v3.0 or later"
    }
  ],
  "forceplan": {
    "horizonDays": 2,
    "gridDays": 1,
    "timeResolutionDays": 1,
    "goals": ["shortfall", "effort"]
  },
  "resources": [
    {
      "name": "contributors",
      "path": "contributors.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "Identifier of the member.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contributor"]
      }
    },
    {
      "name": "locations",
      "path": "locations.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "location",
            "type": "string",
            "description": "Identifier of the place.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "latitude",
            "type": "number",
            "description": "Latitude north, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -90,
              "maximum": 90
            }
          },
          {
            "name": "longitude",
            "type": "number",
            "description": "Longitude east, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -180,
              "maximum": 180
            }
          },
          {
            "name": "country",
            "type": "string",
            "description": "Country code or name. Default: empty."
          }
        ],
        "missingValues": [""],
        "primaryKey": ["location"]
      }
    },
    {
      "name": "capabilities",
      "path": "capabilities.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "Identifier of the kind.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "category",
            "type": "string",
            "description": "Top-level class.",
            "constraints": {
              "required": true,
              "enum": ["rapid-reaction", "police", "peacekeeping", "support"]
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit. Unit: t. Default: personnel x 0.1.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability"]
      }
    },
    {
      "name": "contributions",
      "path": "contributions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "Identifier of the pledge.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that pledges.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "base",
            "type": "string",
            "description": "Where the units stand.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units pledged. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contribution"],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["base"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "crises",
      "path": "crises.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "crisis",
            "type": "string",
            "description": "Identifier of the crisis.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "location",
            "type": "string",
            "description": "Where it is.",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["crisis"],
        "foreignKeys": [
          {
            "fields": ["location"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "requirements",
      "path": "requirements.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "requirement",
            "type": "string",
            "description": "Identifier of the requirement.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "quantity",
            "type": "number",
            "description": "Strength required. Unit: persons or units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day of the window. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the window ends, after from. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["requirement"],
        "foreignKeys": [
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "distances",
      "path": "distances.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "from",
            "type": "string",
            "description": "Start.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "to",
            "type": "string",
            "description": "End.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it holds for.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "km",
            "type": "number",
            "description": "Length of the way. Unit: km.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["from", "to", "mode"],
        "foreignKeys": [
          {
            "fields": ["from"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["to"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "modes",
      "path": "modes.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "mode",
            "type": "string",
            "description": "Identifier of the mode.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that a unit covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["mode"]
      }
    },
    {
      "name": "expected",
      "path": "expected.csv",
      "title": "Goal levels that the plan must reach",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "level",
            "type": "integer",
            "description": "Position in the order of goals, counted from 1",
            "constraints": {
              "required": true,
              "unique": true,
              "minimum": 1
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Goal",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "value",
            "type": "number",
            "description": "Value of the goal at the optimum",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "Unit of the value",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": "level"
      }
    }
  ]
}

"""##),
("distances.csv", ##"""
from,to,mode,km
San-Diego,Chicago,freight,1.8
San-Diego,New-York,freight,2.5
San-Diego,Topeka,freight,1.4
Seattle,Chicago,freight,1.7
Seattle,New-York,freight,2.5
Seattle,Topeka,freight,1.8

"""##),
("expected.csv", ##"""
level,name,value,unit
1,shortfall,0,weighted person-days
2,effort,153.675,tonne-km

"""##),
("locations.csv", ##"""
location,name,latitude,longitude,country
Chicago,Chicago,41.88,-87.63,US
New-York,New York,40.71,-74.01,US
San-Diego,San Diego,32.72,-117.16,US
Seattle,Seattle,47.61,-122.33,US
Topeka,Topeka,39.05,-95.68,US

"""##),
("modes.csv", ##"""
mode,kmPerDay
freight,100

"""##),
("requirements.csv", ##"""
requirement,crisis,capability,quantity,from,until
chicago,chicago,case,300,1,2
new-york,new-york,case,325,1,2
topeka,topeka,case,275,1,2

"""##),
]),
("kazakhstan-2022", [
("README.md", ##"""
# kazakhstan-2022

A hindcast of the deployment of January 2022, when six members sent people and vehicles to Kazakhstan to protect
public buildings and services. The question is not whether it should have been done. The question is whether a plan made from
what had been *announced* looks like what *happened*: it is the best check in the open record of the
planner's idea of notice, lift and reliability of pledges.

Day 0 is 6 January 2022, 00:00 in Almaty: the request came late on 5 January, the decision and the first flights on the 6th.

## What the plan says and what happened

| | plan, announced strength | plan, `--strength expected` | happened |
| --- | --- | --- | --- |
| personnel in place | 2,500 of 3,950 announced | 2,030 of 2,500 needed | 2,030 (10 Jan) [1] |
| of these, Russia | 1,550 | 1,080 | not published; at most 1,080 if the others sent all that they announced |
| vehicles (column `noteVehiclesPerUnit`) | about 337 | about 249 | 250 [1] |
| flights in | 131 loads: 122 Il-76, 10 An-124 | 93 loads: 83 Il-76, 10 An-124 | 108 [2] |
| all in place on | day 3.5: 9 Jan, noon | day 3: 9 Jan, 00:00 | 9 Jan |
| shortfall | 1,993.9 weighted person-days | 3,980.6 weighted person-days | - |
| movement, one way | 10.23 million tonne-km | 8.06 million tonne-km | - |

How to read it:
- **Time is a test.** Tonnes are calibrated (below), the rate of flights is not: it is the peak that was reported for the way *home*, 40 landings a day. The
  plan closes within half a day of the date on which it happened. Reality was a little slower in flights a day (108 in four days, 27 a day): nobody flies at the peak all the time.
- **Flights are half a test.** The tonnage of a Russian company is set so that 2,030 people and 250 vehicles need 108 Il-76 loads. With the same
  people the plan needs 93, because it lets the few An-124 carry as much as 2.5 Il-76 each; plans with the same goal values
  that use fewer An-124 need up to 99.
- **Personnel is a result of the data**: 2,500 is the need, 2,030 the strength expected with hindsight.
- Nobody could have been in place before day 1, so no shortfall is counted before it.
- Many plans share these goal values: who stays from when until when may differ from run to run of different solvers, the goals may not.

## Data and sources
| item | value | source |
| --- | --- | --- |
| Russia, announced | 3,000 "reportedly" | [3] |
| Belarus, announced | 500 "reportedly" | [3] |
| Tajikistan, announced | 200 "reportedly" | [3] |
| Armenia, announced | 100 (Ministry of Defence; other press: 70) | [3] |
| Kyrgyzstan, announced | 150 with 8 armoured and 11 other vehicles | [4] |
| stated by the Secretary-General on 6 Jan | about 2,500 | [5] |
| deployed | 2,030 personnel, 250 vehicles | [1] |
| flights in | 108 | [2] |
| aircraft assigned | more than 70 Il-76 and 5 An-124 | [6] |
| flights home: Belarus | 10 | [7] |
| flights home: Armenia, men and vehicles | 3 Il-76 | [8] |
| flights home: Tajikistan, no vehicles | 1 Il-76, with 31 cadets besides | [9] |
| coordinates of airfields | | [10] |
| Il-76 | 28 to 60 t by variant; 48 t in [11]; 145 seats (225 on two decks) | [11], [12] |
| An-124 | 120 t, 88 seats | [13] |

1. https://www.rbc.ua/rus/news/nazvano-ofitsialnoe-chislo-mirotvortsev-odkb-1641824977.html
2. https://kz.kursiv.media/en/2022-01-19/csto-peacekeepers-leave-kazakhstan/
3. https://panorama.am/en/news/2022/01/07/Armenia-peacekeepers-Kazakhstan/2623551
4. https://today.kg/news/582752/?utm_source=tag&hl=ru
5. https://sputniknews.com/20220106/csto-to-dispatch-2500-peacekeepers-to-kazakhstan-number-can-be-increased-secretary-general-says-1092073012.html
6. https://tass.com/defense/1384873
7. https://www.azerbaycan24.com/en/csto-peacekeepers-from-four-countries-leave-kazakhstan/
8. https://en.armradio.am/2022/01/14/peacekeepers-from-armenia-kyrgyzstan-and-tajikistan-leave-kazakhstan/
9. https://en.news-front.info/2022/01/14/csto-peacekeepers-from-three-countries-left-kazakhstan/
10. airportsdata (Python package, MIT licence; see `../airportsdata-LICENSE.txt`)
11. https://news.mail.ru/society/68837648/
12. https://ke.opera.news/ke/en/military/5f83462141bbb6cea22d0ae3911c8f8c (seats); 28 to 60 t: encyclopaedic summaries, not verified further
13. https://russianmilitaryphotos.wordpress.com/2012/05/01/the-antonov-an-124/

## Assumptions
Each is an input in a table; change it and solve again.

| assumption | value | reason | range |
| --- | --- | --- | --- |
| need | 2,500 personnel | the figure stated *before* the deployment. The 2,030 deployed are an outcome and say nothing about the need | 2,030 to 3,950 |
| share of it for the airport | 400, weight 3 | about a battalion; everybody else comes through it, so it comes first and leaves last. No source gives a split | 200 to 800 |
| need in time | airport days 1 to 13, the rest days 1 to 7 | day 1 is the earliest possible arrival; the way home began on 13 Jan (day 7) and ended on 19 Jan (day 13) | +-1 day |
| split of Russia's 3,000 | a third each at Chkalovsky, Ivanovo, Ulyanovsk | three formations were named (45th Brigade, 98th Division, 31st Brigade), no numbers | any |
| base of the Belarusian unit | Minsk | the flights home went there; the 103rd Brigade is at home in Vitebsk | Minsk or Vitebsk |
| notice | half a day from day 0; Armenia and Kyrgyzstan 1.5 days | announced on 6 January and on 7 January | +-0.5 day |
| expected fraction | Russia 0.36, others 1 | 2,030 less the 950 announced by the others leaves 1,080 of 3,000. No deployed figure by country was found, so this is a bound and not a fact; over all members the ratio is 0.51 of what was announced and 0.81 of the 2,500 | Russia 0.36 to 0.68 |
| tonnes | 0.1 t a person, 11.3 t a vehicle, an Il-76 load of 28 t | 108 flights x 28 t = 3,024 t = 2,030 x 0.1 + 250 x 11.3. One number is free: with loads of 48 t a vehicle would weigh 19.9 t | load 28 to 48 t |
| vehicles by country | Belarus 20.5, Armenia 6.5, Tajikistan 0, Kyrgyzstan 19, Russia the other 204 | flights home x 28 t less the people's 0.1 t each; Kyrgyzstan as announced; Russia the rest, so 18.8 for 100 people | +-30 % |
| An-124 load | 70 t, 88 seats | filled like the Il-76: 28 of 48 t, so 70 of 120 t | 70 to 120 t |
| flights a day | availability 0.57 of the fleet, one round trip of 2 x 3,000 km a day | 0.57 x 70 = 40 a day: the peak that was reported for the flights home, "up to 40 landings a day". On the way in 108 flights took about four days, 27 a day | 27 to 70 |
| flight and handling | 780 km/h; 0.25 days to load and unload | Il-76 cruise 770 to 800 km/h; six hours are a guess | 0.1 to 0.5 days |
| airfield | Almaty for Zhetygen too; Ivanovo South for Ivanovo-Severny | the other two are not in the list of airfields; they lie close by | - |
| road | 400 km a day, detour 1.3, up to 600 km | only Kant to Almaty is near enough: 243 km here, about 250 km driven home in fact | - |
| way home | charged to lift (`chargeReturnLift`) | the same aircraft took them home in six days | - |

## Limits
- One place for all tasks: movement inside Kazakhstan is not modelled.
- Kilometres limit the aircraft, landings do not: the short hop from Kant counts little here, though it takes a landing like any other.
- Decisions took no time once announced. Parliaments and consent of the host are in the notice or not at all.

"""##),
("capabilities.csv", ##"""
capability,category,name,personnel,tonnes
peacekeeping-company,peacekeeping,Peacekeeping company,100,10

"""##),
("contributions.csv", ##"""
contribution,contributor,capability,base,units,personnel,tonnes,noticeDays,expected,noteVehiclesPerUnit,noteSource
Armenia-Yerevan,Armenia,peacekeeping-company,Yerevan,1,100,84,1.5,1,6.5,100 announced 7 Jan
Belarus-Minsk,Belarus,peacekeeping-company,Minsk,5,100,56,0.5,1,4.1,500 reported 6 Jan; 103rd Brigade
Kyrgyzstan-Kant,Kyrgyzstan,peacekeeping-company,Kant,2,75,115,1.5,1,9.5,150 and 19 vehicles announced 7 Jan
Russia-Chkalovsky,Russia,peacekeeping-company,Chkalovsky,10,100,223,0.5,0.36,18.8,3000 reported 6 Jan; a third of it; 45th Brigade
Russia-Ivanovo,Russia,peacekeeping-company,Ivanovo,10,100,223,0.5,0.36,18.8,3000 reported 6 Jan; a third of it; 98th Division
Russia-Ulyanovsk,Russia,peacekeeping-company,Ulyanovsk,10,100,223,0.5,0.36,18.8,3000 reported 6 Jan; a third of it; 31st Brigade
Tajikistan-Dushanbe,Tajikistan,peacekeeping-company,Dushanbe,2,100,10,0.5,1,0,200 reported 6 Jan; no vehicles

"""##),
("contributors.csv", ##"""
contributor,name
Armenia,Armenia
Belarus,Belarus
Kyrgyzstan,Kyrgyzstan
Russia,Russia
Tajikistan,Tajikistan

"""##),
("crises.csv", ##"""
crisis,name,location,warning
Almaty,Protection of people and facilities in Almaty,Almaty,0

"""##),
("datapackage.json", ##"""
{
  "profile": "tabular-data-package",
  "name": "kazakhstan-2022",
  "title": "Kazakhstan, January 2022: announced contingents and airlift to Almaty",
  "description": "A hindcast. Contingents as announced on 6 and 7 January 2022, aircraft as reported; what was not published is an assumption, stated in README.md.",
  "licenses": [
    {
      "name": "GPL-3.0-or-later",
      "title": "GNU General Public License v3.0 or later"
    }
  ],
  "forceplan": {
    "horizonDays": 14,
    "gridDays": 0.5,
    "timeResolutionDays": 0.25,
    "strength": "pledged",
    "chargeReturnLift": true,
    "goals": ["shortfall", "effort"]
  },
  "resources": [
    {
      "name": "contributors",
      "path": "contributors.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "Identifier of the member.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contributor"]
      }
    },
    {
      "name": "locations",
      "path": "locations.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "location",
            "type": "string",
            "description": "Identifier of the place.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "latitude",
            "type": "number",
            "description": "Latitude north, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -90,
              "maximum": 90
            }
          },
          {
            "name": "longitude",
            "type": "number",
            "description": "Longitude east, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -180,
              "maximum": 180
            }
          },
          {
            "name": "country",
            "type": "string",
            "description": "Country code or name. Default: empty."
          },
          {
            "name": "noteAirfield",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["location"]
      }
    },
    {
      "name": "capabilities",
      "path": "capabilities.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "Identifier of the kind.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "category",
            "type": "string",
            "description": "Top-level class.",
            "constraints": {
              "required": true,
              "enum": ["rapid-reaction", "police", "peacekeeping", "support"]
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit. Unit: t. Default: personnel x 0.1.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability"]
      }
    },
    {
      "name": "contributions",
      "path": "contributions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "Identifier of the pledge.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that pledges.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "base",
            "type": "string",
            "description": "Where the units stand.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units pledged. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit of this pledge. Unit: persons. Default: the capability's.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit of this pledge. Unit: t. Default: the capability's.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "noticeDays",
            "type": "number",
            "description": "Notice to move: from the crisis's warning to readiness at the base. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "expected",
            "type": "number",
            "description": "Fraction of the units that is expected to come. Default: verified.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "noteVehiclesPerUnit",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          },
          {
            "name": "noteSource",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contribution"],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["base"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "crises",
      "path": "crises.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "crisis",
            "type": "string",
            "description": "Identifier of the crisis.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "location",
            "type": "string",
            "description": "Where it is.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "warning",
            "type": "number",
            "description": "Day from which notice to move counts. Unit: day. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["crisis"],
        "foreignKeys": [
          {
            "fields": ["location"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "requirements",
      "path": "requirements.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "requirement",
            "type": "string",
            "description": "Identifier of the requirement.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "quantity",
            "type": "number",
            "description": "Strength required. Unit: persons or units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day of the window. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the window ends, after from. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "weight",
            "type": "number",
            "description": "Weight of one person or unit short for one day. Default: 1.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "noteMeaning",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["requirement"],
        "foreignKeys": [
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "modes",
      "path": "modes.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "mode",
            "type": "string",
            "description": "Identifier of the mode.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that a unit covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "detour",
            "type": "number",
            "description": "Factor on the great circle where distances has no entry. Default: 1.",
            "constraints": {
              "minimum": 1
            }
          },
          {
            "name": "maxKm",
            "type": "number",
            "description": "Longest way that the mode covers. Unit: km. Default: unlimited.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "handlingDays",
            "type": "number",
            "description": "Loading and unloading, once a move. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "pool",
            "type": "boolean",
            "description": "Whether units need a lift pool. Default: false.",
            "trueValues": ["true", "TRUE", "True"],
            "falseValues": ["false", "FALSE", "False"]
          }
        ],
        "missingValues": [""],
        "primaryKey": ["mode"]
      }
    },
    {
      "name": "lift",
      "path": "lift.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "lift",
            "type": "string",
            "description": "Identifier of the pool.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "owner",
            "type": "string",
            "description": "The member that alone may use it. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it serves.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "assets",
            "type": "number",
            "description": "Number of aircraft or other assets. Unit: assets.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that one asset carries; 0: it carries no units with tonnes. Unit: t.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "seats",
            "type": "number",
            "description": "Seats in one asset; 0: it carries no units with personnel. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that one asset covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "availability",
            "type": "number",
            "description": "Fraction of the assets that is available. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["lift"],
        "foreignKeys": [
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "expected",
      "path": "expected.csv",
      "title": "Goal levels that the plan must reach",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "level",
            "type": "integer",
            "description": "Position in the order of goals, counted from 1",
            "constraints": {
              "required": true,
              "unique": true,
              "minimum": 1
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Goal",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "value",
            "type": "number",
            "description": "Value of the goal at the optimum",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "Unit of the value",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": "level"
      }
    }
  ]
}

"""##),
("expected.csv", ##"""
level,name,value,unit
1,shortfall,1993.89857225,weighted person-days
2,effort,10228674.6626,tonne-km

"""##),
("lift.csv", ##"""
lift,owner,mode,assets,tonnes,seats,kmPerDay,availability
An-124,*,air,5,70,88,6000,0.57
Il-76,*,air,70,28,145,6000,0.57

"""##),
("locations.csv", ##"""
location,name,latitude,longitude,country,noteAirfield
Almaty,Almaty,43.3521,77.0405,KZ,UAAA; stands for Zhetygen too
Chkalovsky,Chkalovsky near Moscow,55.8783,38.0617,RU,UUMU
Dushanbe,Dushanbe,38.5433,68.825,TJ,UTDD
Ivanovo,Ivanovo,56.9394,40.9408,RU,UUBI Ivanovo South; stands for Ivanovo-Severny
Kant,Kant near Bishkek,42.8532,74.8465,KG,UAFW
Minsk,Minsk,53.8825,28.0307,BY,UMMS
Ulyanovsk,Ulyanovsk-Vostochny,54.401,48.8027,RU,UWLW
Yerevan,Yerevan,40.1473,44.3959,AM,UDYZ

"""##),
("modes.csv", ##"""
mode,kmPerDay,detour,maxKm,handlingDays,pool
air,18720,1,,0.25,true
road,400,1.3,600,0.25,false

"""##),
("requirements.csv", ##"""
requirement,crisis,capability,quantity,from,until,weight,noteMeaning
airport,Almaty,peacekeeping-company,400,1,13,3,airport and the way in and out; needed until the last flight home
facilities,Almaty,peacekeeping-company,2100,1,7,1,public buildings and services

"""##),
]),
("osh-2010", [
("README.md", ##"""
# osh-2010

What could the pledges of 2009 and 2010 have brought to Osh, Jalal-Abad and Batken in June 2010? In that month 470 people were killed, about
1,900 were treated in hospital and more than 400,000 were displaced [1, 2]. The interim government asked for help on 12 June [3]; the organisation met on
14 June and sent no people, but offered helicopters and equipment [4]. Its Secretary-General said that manpower sufficed and that hardware, helicopters, transport and fuel did
not [5]. The model turns that sentence into numbers. It blames nobody; its purpose is to show what would have
to change so that people can be protected in time.

Day 0 is 10 June 2010, 00:00, the day on which the violence in Osh began; it ended on 14 June. Notice counts from day 2, the request.

## What it shows
The plan (values in `expected.csv`; days by strength as pledged):

- **Nobody could have been there before day 6, 16 June**, two days after the violence had ended: 2 days until the request, 3 days of
  notice, and the way. All of rapid reaction and police is short until then.
- **Then lift decides.** On day 6 Jalal-Abad is full, Osh has 440 of 1,000; Osh is full on day 8 (rapid reaction) and day 9 (police). One more asset-day of lift on day 5 is worth about 440 weighted person-days.
- **Near and small beats far and large.** The nearest battalions and police come; the large pledges at Ivanovo, Ulyanovsk and Vitebsk stay unused at pledged strength.
- Peacekeepers with 14 days of notice only relieve the first force after its two weeks.

| what changes | shortfall, class 1 | shortfall, class 2 |
| --- | --- | --- |
| nothing (`expected.csv`) | 33,036.9 | 4,980.0 |
| warning on day 0 (`variants/early-warning`) | 19,216.9 | 2,320.0 |
| 70 Il-76 as in 2022 (`variants/fleet-of-2022`) | 29,368.5 | 2,660.0 |
| Belarus sends nobody (`variants/belarus-abstains`) | 33,036.9 | 4,980.0 |
| `--strength verified` (0.81) | 35,518.2 | 5,475.1 |
| `--strength expected` (0.51) | 39,525.6 | 7,710.6 |
| rapid-reaction notice 0.5 days, as in 2022 | 16,547.8 | 2,050.5 |
| notice 10 days for all that has less than 14 | 62,348.7 | 21,657.0 |
| without the regional force (KSBR) | 37,634.8 | 8,163.6 |
| needs x 0.4 | 11,812.3 | 1,064.0 |
| needs x 2 | 89,610.9 | 32,640.8 |

Warning and readiness weigh more than numbers. That Belarus had not agreed by 17 June costs nothing here, since its pledge is the farthest.

## Pledges
"Rapid-reaction force" is the CSTO's KSOR, "regional force" the Central Asian KSBR.

| pledge | published | in the model |
| --- | --- | --- |
| KSOR Russia | 8,000: 98th Airborne Division (Ivanovo), 31st Air Assault Brigade (Ulyanovsk) [6] | 4,600 at Ivanovo, 2,000 at Ulyanovsk, 1,400 police |
| KSOR Belarus | 5,000: a brigade, special police, emergency units [6] | 4,100 at Vitebsk, 900 police |
| KSOR Kazakhstan | 4,000: 37th Air Assault Brigade (Taldykorgan), interior ministry, state security [6] | 3,300 at Taldykorgan, 700 police |
| KSOR Armenia, Kyrgyzstan, Tajikistan | one battalion each, size not given [6] | 500 each |
| KSOR Uzbekistan | did not sign; ad hoc only [6] | no pledge; the caveat is on record |
| KSOR police and special units | about 3,000 in all [7] | 1,400 + 900 + 700, inside the totals above |
| KSBR | 4,000 (2009) [8]; 5,500 and 9 battalions (2004) [9]; 11 battalions (2009) [10] | 4,000: 1,000 each of Kazakhstan, Kyrgyzstan, Russia, Tajikistan |
| peacekeeping forces | about 3,500 military and more than 500 police (Jan 2011) [11]; more than 800 police (2013) [12] | 3,500 and 500 |
| helicopters | 7 to 9 with crews, from Kazakhstan and Russia (17 June) [4] | 4 and 5 |

The sum of the KSOR pledges with battalions of 500 is 18,500, of which Russia has 43 %; press reports of 20,000 in all, half of them Russian, would make
it 50 % [13, 14].

| assumption | value | reason | range |
| --- | --- | --- | --- |
| battalion | 500 people | usual size; makes the total fit the 20,000 reported | 300 to 600 |
| split of 3,000 police | 8 : 5 : 4, as the pledges of the three members whose pledge names police | no source gives it | - |
| split of 8,000 | Ivanovo 4,600, Ulyanovsk 2,000 after police | a division and a brigade | - |
| split of KSBR | equal | the force was founded in 2001 with one battalion of each of the four [15] | total 1,500 (2006) [16] to 5,500 |
| KSBR and KSOR | different people | not published. If they are the same, see "without the regional force" | - |
| split of 3,500 peacekeepers | as the KSOR pledges: 1,500, 950, 750, and 100 each | not published | - |
| split of 500 peacekeeping police | 240, 150, 110 | as the police above | 500 to 800 |
| the peacekeeping figures of January 2011 hold for June 2010 | | the agreement is older, the formation was finished later: a generous assumption | - |
| Kyrgyzstan's own pledges | may be sent to the south | they are part of the pledged force; the needs below are what is needed besides police and army already there | - |
| notice | rapid reaction 3 days, one-battalion pledges 5, police 4, helicopters 5, peacekeeping 14 | helicopters: offered five days after the request; peacekeeping: the African Standby Force's 14 days; rapid reaction: between the half day of 2022 and the 5 to 10 days of an EU Battlegroup | 0.5 to 10; 14 to 60 |
| verified, expected | 0.81, 0.51 for all | 2,030 deployed in January 2022 against 2,500 stated and 3,950 announced [17, 18]. Hindsight from another case, the only one on record | 0.5 to 1 |
| stay of rapid reaction | up to 14 days, then as many days at home | a light first force is relieved after two weeks | 10 to 30 |
| tonnes | battalion 745 t, peacekeeping company 149 t | 3,024 t for 2,030 people in 2022 (see `../kazakhstan-2022`): 1.49 t a person | 1.0 to 2.2 |
| tonnes of a police company | 56 t | the Belarusian contingent's flights home in 2022: 0.56 t a person | 0.2 to 1.5 |
| helicopter | 10 people, 12 t, moved by Il-76 | crew, technicians and the machine; it may as well fly itself | - |

## Needs
No public document says what was needed. These are **planning assumptions**, made from published ratios:

- *Ratio.* Peaceful populations have 1 to 4 police for a thousand people; where an outside force had to restore order, 20 police and troops for a thousand people were needed
  or more [19]. **Taken: 10 for a thousand, as the outside part beside local forces. Range 4 to 20**, so the needs may be 0.4 to 2 times those here.
- *Population.* Osh about 250,000 [20] (255,800 in 2012 [21]); Jalal-Abad 97,172 (2009) [22]. So 2,500 and 970 people.
- *Cross-check.* 3,470 for more than 400,000 displaced is one for 115. The place of the violence agrees: of 5,603 criminal cases opened by civil
  prosecutors 83 % were in Osh city and region, 17 % in Jalal-Abad region [23]; by population it is 72 and 28 %.
- *Batken.* No cases are named there. One formed police unit (140, the UN's size [24]) and 200 peacekeepers as a precaution; range 0 to 1,000.

| need | Osh | Jalal-Abad | Batken | days | weight, class |
| --- | --- | --- | --- | --- | --- |
| rapid reaction: two battalions, one battalion | 1,000 | 500 | - | 2 to 10 | 3, first |
| police: formed units of 140 | 700 | 280 | 140 | 2 to 30 (Batken 5 to 30) | 2, first (Batken 1, second) |
| peacekeeping: the rest | 800 | 190 | 200 | 5 to 10 | 1, second |
| peacekeeping after rapid reaction leaves | 1,800 | 690 | 200 | 10 to 30 | 1, second |
| helicopters | 9 | - | - | 3 to 30 | 50 a helicopter, first |

The split between the kinds, the weights, and the days are choices: rapid reaction keeps groups apart first, then peacekeepers take over all that is not police work. Needs start with the request,
because nobody asked before. Classes are pre-emptive: the violence first, guarding and precaution second.

Substitutes count in part: rapid reaction as peacekeepers 0.7, as police 0.3; peacekeepers as police 0.4; police as peacekeepers 0.6. These are guesses (range 0.2 to 1).
The inquiry held that a military properly instructed could have stopped the violence; the Secretary-General later said that even special police had no
helmets or body armour: good reasons not to count one for another in full.

## Movement
| assumption | value | reason | range |
| --- | --- | --- | --- |
| aircraft | 20 Il-76, anyone's | 17 took part in an exercise in 2015 [25], more than 70 were assigned in 2022 [26]; nothing is published for 2010 | 17 to 70 |
| load, seats | 28 t, 145 | as in `../kazakhstan-2022` | 28 to 48 t |
| availability | 0.57 | as in `../kazakhstan-2022` | 0.4 to 0.8 |
| km a day | 2,500 for each available aircraft | on the typical hop here (350 km one way) that makes 40 landings a day in all, the most that was reported at Almaty in 2022. A flight from Russia and back then takes two days | 2,500 to 6,000 |
| flight, handling | 780 km/h, 0.25 days | as in `../kazakhstan-2022` | |
| road | 250 km a day, detour 1.95, up to 1,500 km, 0.5 days handling | 250 to 300 km a day is a common staff figure (not verified); Bishkek to Osh is 600 km by road [27] (a cyclist counted 762 [28]) and 306 km by air, Bishkek to Jalal-Abad 520 km [29] and 266 km | 200 to 400 km a day |
| borders and overflight | open | | |

## Limits
- No political decision takes time in the model beyond notice: a plan here is the most that was possible, not what was likely.
- Units of different members work side by side from the first hour.
- Whole battalions may be split (`wholeUnits` is false).

## Sources
1. https://www.ceps.eu/ceps-publications/international-report-kyrgyz-june-violence-released/ (470 deaths; other counts 426 to 893)
2. https://brecorder.com/news/amp/3870585
3. https://eurasianet.org/russia-turns-down-kyrgyzstans-plea-for-military-support
4. https://kt.kz/rus/politics/kazahstan_i_rossija_postavjat_v_kirgizstan_po_linii_odkb_voennie_vertoleti_1153519613.html
5. https://docslib.org/doc/5075469/polina-khimshiashvili-aleksei-nikolsky-expert-nobody-wants-to-get-involved-in-the-mess-that-is-the-kyrgyz-crisis (Vedomosti, 15 June 2010)
6. http://data.minsk.by/belarusnews/112009/11.html
7. https://vesti.kg/politika/item/21715-v-rostove-na-donu-obsuzhdayut-perspektivyi-razvitiya-sil-spetsnaznacheniya-stran-odkb.html
8. https://vdocument.in/csl-united-states-for-csl-strategic-leadership-july-2009-volume-6-09-the-militarization.html
9. https://www.armenianclub.com/2004/07/12/csto-to-hold-mil-exercise-in-kazakhstan-and-kyrgyzstan-2-6-august/
10. http://kazworld.info/?p=661
11. https://www.kt.kz/rus/politics/zaversheno_formirovanie_mirotvorcheskih_sil_odkb_bordjuzha_1153531611.html
12. https://old.evnreport.com/understanding-the-region/fact-sheet-what-is-the-collective-security-treaty-organization
13. http://www.messenger.com.ge/issues/1868_june_4_2009/1868_econ_three.html
14. https://survincity.com/2012/03/csto-countries-will-join-the-army-to-protect-the/
15. https://jamestown.org/program/collective-antiterrorism-troops-for-central-asia/
16. https://asiaplustj.info/en/news/tajikistan/20060519/csto-collective-rapid-deployment-force-be-formed-2010says-csto
17. https://www.rbc.ua/rus/news/nazvano-ofitsialnoe-chislo-mirotvortsev-odkb-1641824977.html
18. https://panorama.am/en/news/2022/01/07/Armenia-peacekeepers-Kazakhstan/2623551
19. http://www.rand.org/pubs/periodicals/rand-review/issues/summer2003/burden.html
20. http://harrysworldatlas.blogspot.com/2008/07/kyrgyzstan-kg-osh-city-and-province.html
21. http://piglix.com/piglix/Osh
22. https://memim.com/jalal-abad-province.html
23. https://24.kg/english/188698_Osh_tragedy_Sadyr_Japarov_instructs_to_study_all_materials_on_June_events/
24. http://www.un.org/en/peacekeeping/sites/police/units.shtml
25. https://vz.ru/amp/news/2015/5/14/745129.html
26. https://tass.com/defense/1384873
27. https://xediendalat.com/?p=68557
28. https://hk-to-uk.blogspot.com/2007/09/
29. https://citykr.kg/en/jalalabat.php

Uzbekistan's reservations: https://argumenti.ru/politics/n188/40587. Body armour: an interview on km.ru (not verified further). Battlegroup and Standby Force
deadlines: the two organisations' published targets. Airfields: airportsdata (Python package, MIT licence; see `../airportsdata-LICENSE.txt`).

"""##),
("capabilities.csv", ##"""
capability,category,name,personnel,tonnes
helicopter,support,Helicopter with crew,10,12
peacekeeping-company,peacekeeping,Peacekeeping company,100,149
police-company,police,Police company for public order,100,56
rapid-reaction-battalion,rapid-reaction,Rapid-reaction battalion,500,745

"""##),
("caveats.csv", ##"""
contributor,crisis,capability,mode,reason
Uzbekistan,*,*,*,only by consensus and national law; not in conflicts between members

"""##),
("contributions.csv", ##"""
contribution,contributor,capability,base,units,noticeDays,verified,expected,maxTourDays,dwellRatio,noteForce
Armenia-KSOR,Armenia,rapid-reaction-battalion,Yerevan,1,5,0.81,0.51,14,1,one battalion in the rapid-reaction force
Armenia-peace,Armenia,peacekeeping-company,Yerevan,1,14,0.81,0.51,,,share of 3500 peacekeepers
Belarus-KSOR,Belarus,rapid-reaction-battalion,Vitebsk,8.2,3,0.81,0.51,14,1,4100 of 5000; 103rd Brigade
Belarus-KSOR-police,Belarus,police-company,Minsk,9,4,0.81,0.51,,,900 of 5000
Belarus-peace,Belarus,peacekeeping-company,Vitebsk,9.5,14,0.81,0.51,,,share of 3500 peacekeepers
Belarus-peace-police,Belarus,police-company,Minsk,1.5,14,0.81,0.51,,,share of 500 peacekeeping police
Kazakhstan-helicopters,Kazakhstan,helicopter,Almaty,4,5,0.81,0.51,,,share of 7 to 9 helicopters offered on 17 Jun
Kazakhstan-KSBR,Kazakhstan,rapid-reaction-battalion,Almaty,2,3,0.81,0.51,14,1,a quarter of 4000
Kazakhstan-KSOR,Kazakhstan,rapid-reaction-battalion,Taldykorgan,6.6,3,0.81,0.51,14,1,3300 of 4000; 37th Air Assault Brigade
Kazakhstan-KSOR-police,Kazakhstan,police-company,Almaty,7,4,0.81,0.51,,,700 of 4000
Kazakhstan-peace,Kazakhstan,peacekeeping-company,Almaty,7.5,14,0.81,0.51,,,share of 3500 peacekeepers
Kazakhstan-peace-police,Kazakhstan,police-company,Almaty,1.1,14,0.81,0.51,,,share of 500 peacekeeping police
Kyrgyzstan-KSBR,Kyrgyzstan,rapid-reaction-battalion,Bishkek,2,3,0.81,0.51,14,1,a quarter of 4000
Kyrgyzstan-KSOR,Kyrgyzstan,rapid-reaction-battalion,Bishkek,1,5,0.81,0.51,14,1,one battalion in the rapid-reaction force
Kyrgyzstan-peace,Kyrgyzstan,peacekeeping-company,Bishkek,1,14,0.81,0.51,,,share of 3500 peacekeepers
Russia-helicopters,Russia,helicopter,Kant,5,5,0.81,0.51,,,share of 7 to 9 helicopters offered on 17 Jun
Russia-KSBR,Russia,rapid-reaction-battalion,Dushanbe,2,3,0.81,0.51,14,1,a quarter of 4000; 201st base
Russia-KSOR-Ivanovo,Russia,rapid-reaction-battalion,Ivanovo,9.2,3,0.81,0.51,14,1,4600 of 8000; 98th Airborne Division
Russia-KSOR-police,Russia,police-company,Chkalovsky,14,4,0.81,0.51,,,1400 of 8000
Russia-KSOR-Ulyanovsk,Russia,rapid-reaction-battalion,Ulyanovsk,4,3,0.81,0.51,14,1,2000 of 8000; 31st Air Assault Brigade
Russia-peace,Russia,peacekeeping-company,Ulyanovsk,15,14,0.81,0.51,,,share of 3500 peacekeepers
Russia-peace-police,Russia,police-company,Chkalovsky,2.4,14,0.81,0.51,,,share of 500 peacekeeping police
Tajikistan-KSBR,Tajikistan,rapid-reaction-battalion,Dushanbe,2,3,0.81,0.51,14,1,a quarter of 4000
Tajikistan-KSOR,Tajikistan,rapid-reaction-battalion,Dushanbe,1,5,0.81,0.51,14,1,one battalion in the rapid-reaction force
Tajikistan-peace,Tajikistan,peacekeeping-company,Dushanbe,1,14,0.81,0.51,,,share of 3500 peacekeepers

"""##),
("contributors.csv", ##"""
contributor,name,noteAgreement
Armenia,Armenia,signed 14 Jun 2009
Belarus,Belarus,joined 20 Oct 2009; had not agreed to send anyone by 17 Jun 2010
Kazakhstan,Kazakhstan,signed 14 Jun 2009
Kyrgyzstan,Kyrgyzstan,signed 14 Jun 2009
Russia,Russia,signed 14 Jun 2009
Tajikistan,Tajikistan,signed 14 Jun 2009
Uzbekistan,Uzbekistan,did not sign; ad hoc only; no standing pledge

"""##),
("crises.csv", ##"""
crisis,name,location,warning
Batken,Precaution in Batken region,Batken,2
Jalal-Abad,Violence in Jalal-Abad,Jalal-Abad,2
Osh,Violence in Osh,Osh,2

"""##),
("datapackage.json", ##"""
{
  "profile": "tabular-data-package",
  "name": "osh-2010",
  "title": "Osh, June 2010: what the pledges of 2009 and 2010 could have brought",
  "description": "A counterfactual. Pledges as published, needs derived from published figures by ratios that README.md states as assumptions with their range.",
  "licenses": [
    {
      "name": "GPL-3.0-or-later",
      "title": "GNU General Public License v3.0 or later"
    }
  ],
  "forceplan": {
    "horizonDays": 30,
    "gridDays": 1,
    "timeResolutionDays": 0.25,
    "strength": "pledged",
    "priorities": "pre-emptive",
    "minTourDays": 5,
    "goals": ["shortfall", "effort"]
  },
  "resources": [
    {
      "name": "contributors",
      "path": "contributors.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "Identifier of the member.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "noteAgreement",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contributor"]
      }
    },
    {
      "name": "locations",
      "path": "locations.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "location",
            "type": "string",
            "description": "Identifier of the place.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "latitude",
            "type": "number",
            "description": "Latitude north, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -90,
              "maximum": 90
            }
          },
          {
            "name": "longitude",
            "type": "number",
            "description": "Longitude east, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -180,
              "maximum": 180
            }
          },
          {
            "name": "country",
            "type": "string",
            "description": "Country code or name. Default: empty."
          },
          {
            "name": "noteAirfield",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["location"]
      }
    },
    {
      "name": "capabilities",
      "path": "capabilities.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "Identifier of the kind.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "category",
            "type": "string",
            "description": "Top-level class.",
            "constraints": {
              "required": true,
              "enum": ["rapid-reaction", "police", "peacekeeping", "support"]
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit. Unit: t. Default: personnel x 0.1.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability"]
      }
    },
    {
      "name": "substitutions",
      "path": "substitutions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "substitutesFor",
            "type": "string",
            "description": "The capability required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "effectiveness",
            "type": "number",
            "description": "Strength that one person or unit sent gives.",
            "constraints": {
              "required": true,
              "minimum": 1e-12,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability", "substitutesFor"],
        "foreignKeys": [
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["substitutesFor"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "contributions",
      "path": "contributions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "Identifier of the pledge.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that pledges.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "base",
            "type": "string",
            "description": "Where the units stand.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units pledged. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "noticeDays",
            "type": "number",
            "description": "Notice to move: from the crisis's warning to readiness at the base. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "verified",
            "type": "number",
            "description": "Fraction of the units that has been verified. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "expected",
            "type": "number",
            "description": "Fraction of the units that is expected to come. Default: verified.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          },
          {
            "name": "maxTourDays",
            "type": "number",
            "description": "Longest stay. Unit: days. Default: unlimited.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "dwellRatio",
            "type": "number",
            "description": "Days of dwell after return for each day in place. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "noteForce",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contribution"],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["base"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "crises",
      "path": "crises.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "crisis",
            "type": "string",
            "description": "Identifier of the crisis.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "location",
            "type": "string",
            "description": "Where it is.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "warning",
            "type": "number",
            "description": "Day from which notice to move counts. Unit: day. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["crisis"],
        "foreignKeys": [
          {
            "fields": ["location"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "requirements",
      "path": "requirements.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "requirement",
            "type": "string",
            "description": "Identifier of the requirement.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "quantity",
            "type": "number",
            "description": "Strength required. Unit: persons or units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "What quantity counts. Default: personnel.",
            "constraints": {
              "enum": ["personnel", "units"]
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day of the window. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the window ends, after from. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "weight",
            "type": "number",
            "description": "Weight of one person or unit short for one day. Default: 1.",
            "constraints": {
              "minimum": 1e-12
            }
          },
          {
            "name": "priority",
            "type": "integer",
            "description": "Priority class; 1 is served first when priorities are pre-emptive. Default: 1.",
            "constraints": {
              "minimum": 1
            }
          },
          {
            "name": "noteMeaning",
            "type": "string",
            "description": "Note for readers; not used by the planner"
          }
        ],
        "missingValues": [""],
        "primaryKey": ["requirement"],
        "foreignKeys": [
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "distances",
      "path": "distances.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "from",
            "type": "string",
            "description": "Start.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "to",
            "type": "string",
            "description": "End.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it holds for.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "km",
            "type": "number",
            "description": "Length of the way. Unit: km.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["from", "to", "mode"],
        "foreignKeys": [
          {
            "fields": ["from"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["to"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "modes",
      "path": "modes.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "mode",
            "type": "string",
            "description": "Identifier of the mode.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that a unit covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "detour",
            "type": "number",
            "description": "Factor on the great circle where distances has no entry. Default: 1.",
            "constraints": {
              "minimum": 1
            }
          },
          {
            "name": "maxKm",
            "type": "number",
            "description": "Longest way that the mode covers. Unit: km. Default: unlimited.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "handlingDays",
            "type": "number",
            "description": "Loading and unloading, once a move. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "pool",
            "type": "boolean",
            "description": "Whether units need a lift pool. Default: false.",
            "trueValues": ["true", "TRUE", "True"],
            "falseValues": ["false", "FALSE", "False"]
          }
        ],
        "missingValues": [""],
        "primaryKey": ["mode"]
      }
    },
    {
      "name": "lift",
      "path": "lift.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "lift",
            "type": "string",
            "description": "Identifier of the pool.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "owner",
            "type": "string",
            "description": "The member that alone may use it. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it serves.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "assets",
            "type": "number",
            "description": "Number of aircraft or other assets. Unit: assets.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that one asset carries; 0: it carries no units with tonnes. Unit: t.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "seats",
            "type": "number",
            "description": "Seats in one asset; 0: it carries no units with personnel. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that one asset covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "availability",
            "type": "number",
            "description": "Fraction of the assets that is available. Default: 1.",
            "constraints": {
              "minimum": 0,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["lift"],
        "foreignKeys": [
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "caveats",
      "path": "caveats.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that sets it.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis it names. Default: *."
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent that it names. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it names. Default: *."
          },
          {
            "name": "reason",
            "type": "string",
            "description": "Why, in words. Default: empty."
          }
        ],
        "missingValues": [""],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          }
        ]
      }
    },
    {
      "name": "expected",
      "path": "expected.csv",
      "title": "Goal levels that the plan must reach",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "level",
            "type": "integer",
            "description": "Position in the order of goals, counted from 1",
            "constraints": {
              "required": true,
              "unique": true,
              "minimum": 1
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Goal",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "value",
            "type": "number",
            "description": "Value of the goal at the optimum",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "Unit of the value",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": "level"
      }
    }
  ]
}

"""##),
("distances.csv", ##"""
from,to,mode,km
Bishkek,Jalal-Abad,road,520
Bishkek,Osh,road,600

"""##),
("expected.csv", ##"""
level,name,value,unit
1,shortfall.1,33036.8546628,weighted person-days
2,shortfall.2,4980,weighted person-days
3,effort,6379625.30413,tonne-km

"""##),
("lift.csv", ##"""
lift,owner,mode,assets,tonnes,seats,kmPerDay,availability
Il-76,*,air,20,28,145,2500,0.57

"""##),
("locations.csv", ##"""
location,name,latitude,longitude,country,noteAirfield
Almaty,Almaty,43.3521,77.0405,KZ,UAAA
Batken,Batken,40.0427,70.8381,KG,UAFB
Bishkek,Bishkek,43.0613,74.4776,KG,UCFM
Chkalovsky,Chkalovsky near Moscow,55.8783,38.0617,RU,UUMU
Dushanbe,Dushanbe,38.5433,68.825,TJ,UTDD
Ivanovo,Ivanovo,56.9394,40.9408,RU,UUBI Ivanovo South; stands for Ivanovo-Severny
Jalal-Abad,Jalal-Abad,40.9444,72.9778,KG,UAFJ
Kant,Kant near Bishkek,42.8532,74.8465,KG,UAFW
Minsk,Minsk,53.8825,28.0307,BY,UMMS
Osh,Osh,40.609,72.7933,KG,UCFO
Taldykorgan,Taldykorgan,45.1262,78.447,KZ,UAAT
Ulyanovsk,Ulyanovsk-Vostochny,54.401,48.8027,RU,UWLW
Vitebsk,Vitebsk,55.1265,30.3496,BY,UMII
Yerevan,Yerevan,40.1473,44.3959,AM,UDYZ

"""##),
("modes.csv", ##"""
mode,kmPerDay,detour,maxKm,handlingDays,pool
air,18720,1,,0.25,true
road,250,1.95,1500,0.5,false

"""##),
("requirements.csv", ##"""
requirement,crisis,capability,quantity,unit,from,until,weight,priority,noteMeaning
Batken-peace,Batken,peacekeeping-company,200,personnel,5,30,1,2,presence
Batken-police,Batken,police-company,140,personnel,5,30,1,2,one formed police unit
Jalal-Abad-peace-1,Jalal-Abad,peacekeeping-company,190,personnel,5,10,1,2,guard of displaced people
Jalal-Abad-peace-2,Jalal-Abad,peacekeeping-company,690,personnel,10,30,1,2,takes over from rapid reaction
Jalal-Abad-police,Jalal-Abad,police-company,280,personnel,2,30,2,1,two formed police units
Jalal-Abad-rapid,Jalal-Abad,rapid-reaction-battalion,500,personnel,2,10,3,1,keeping groups apart
Osh-helicopters,Osh,helicopter,9,units,3,30,50,1,as offered on 17 Jun
Osh-peace-1,Osh,peacekeeping-company,800,personnel,5,10,1,2,guard of displaced people
Osh-peace-2,Osh,peacekeeping-company,1800,personnel,10,30,1,2,takes over from rapid reaction
Osh-police,Osh,police-company,700,personnel,2,30,2,1,five formed police units
Osh-rapid,Osh,rapid-reaction-battalion,1000,personnel,2,10,3,1,keeping groups apart

"""##),
("substitutions.csv", ##"""
capability,substitutesFor,effectiveness
peacekeeping-company,police-company,0.4
police-company,peacekeeping-company,0.6
rapid-reaction-battalion,peacekeeping-company,0.7
rapid-reaction-battalion,police-company,0.3

"""##),
("variants/belarus-abstains/caveats.csv", ##"""
contributor,crisis,capability,mode,reason
Belarus,*,*,*,had not agreed by 17 June 2010

"""##),
("variants/early-warning/crises.csv", ##"""
crisis,name,location,warning
Batken,Precaution in Batken region,Batken,0
Jalal-Abad,Violence in Jalal-Abad,Jalal-Abad,0
Osh,Violence in Osh,Osh,0

"""##),
("variants/fleet-of-2022/lift.csv", ##"""
lift,owner,mode,assets,tonnes,seats,kmPerDay,availability
Il-76,*,air,70,28,145,2500,0.57

"""##),
]),
("three-crises", [
("README.md", ##"""
# three-crises

A tutorial: three members, three crises, five pledges, and every number can be checked by hand.
**Everything but the names of places is invented.** The members are named after lakes and stand for no state; pledges,
distances and needs are round numbers, and no judgement on any place is meant. The purpose of the forces is to protect people.

## The situation
Day 0 is the decision; the plan lasts ten days, in periods of two days.

| crisis | needs | from | until |
| --- | --- | --- | --- |
| Khujand | 200 rapid-reaction personnel (weight 2), then 200 peacekeepers | 2, 6 | 6, 10 |
| Batken | 200 peacekeepers | 4 | 10 |
| Osh | 300 police | 2 | 10 |

| pledge | units of 100 | notice | way | in place at the earliest |
| --- | --- | --- | --- | --- |
| Aral-police | 3 | 0 | by Aral's one aircraft, 1,200 km, 1 day | Osh: day 2 (lift decides) |
| Balkhash-rapid | 3 | 0 | by road, 600 km (2 days) or 900 km (3 days) | Khujand: day 2; Batken: day 4 |
| Balkhash-peace | 1 | 1 | by road, 900 km, 3 days | Batken: day 4 |
| Karakul-peace | 2 | 1 | by road, 500 km, 2 days | Khujand: day 4, needed on day 6 |
| Karakul-police | 2 | 4 | by road, 600 km, 2 days | Osh: day 6 (late pledge) |

Transit is rounded up to whole days (`timeResolutionDays` is 1): 500 km at 300 km a day are 1.67, so 2 days.
A company weighs 10 t (police), 20 t (peacekeeping) or 30 t (rapid reaction). A rapid-reaction company may stand in for
peacekeepers and counts half (`substitutions.csv`). Karakul does not deploy to Batken (`caveats.csv`). Aral's aircraft has 100 seats,
carries 20 t and flies 1,200 km a day; nobody else may use it. By road Aral is too far (`maxKm` is 1,000).

## The shortfall, by hand: 900 weighted person-days
**Osh: 600.** One police company needs 2 x 1,200 km x 1 load = 2,400 km of the aircraft, and a period of two days has just
that, so one company flies in each period. The first leaves on day 1 (period 0-2) and is in place on day 2, the second leaves on day 3 and is in place
on day 4. Karakul's companies need 4 days of notice and 2 on the road: day 6.

| days | in place | short | person-days |
| --- | --- | --- | --- |
| 2-4 | 100 | 200 | 400 |
| 4-6 | 200 | 100 | 200 |
| 6-10 | 300 | 0 | 0 |

Osh closes on day 6, four days late: because of lift, and because of a late pledge.

**Batken: 300.** Balkhash-peace brings 100. Karakul-peace has a company to spare, but its caveat keeps it out. The third company of Balkhash-rapid
stands in and counts 50. So 50 are short for 6 days. Batken never closes: because of the caveat.

**Khujand: 0.** Two companies of Balkhash-rapid are in place on day 2. On day 6 they take up a new task without moving: they count
100 as peacekeepers, and one company of Karakul-peace brings the other 100. Khujand closes on day 2.

Could Balkhash-rapid do better? A company at Khujand covers 100 x 4 days x weight 2 = 800, at Batken 50 x 6 = 300. So two go to Khujand first. After
day 6 nobody can change over: home is 2 days, the way to Batken 3, and day 11 is too late.

600 + 300 + 0 = **900**.

## The effort, by hand: 121,000 tonne-km
Among all plans with a shortfall of 900, the least tonne-km, one way:

| pledge | to | companies | tonnes | km | tonne-km |
| --- | --- | --- | --- | --- | --- |
| Aral-police | Osh | 2 | 20 | 1,200 | 24,000 |
| Karakul-police | Osh | 1 | 10 | 600 | 6,000 |
| Balkhash-rapid | Khujand | 2 | 60 | 600 | 36,000 |
| Balkhash-rapid | Batken | 1 | 30 | 900 | 27,000 |
| Balkhash-peace | Batken | 1 | 20 | 900 | 18,000 |
| Karakul-peace | Khujand | 1 | 20 | 500 | 10,000 |
| | | | | | **121,000** |

The third company at Osh comes from Karakul (6,000) and not from Aral (12,000). The rapid-reaction companies stay at Khujand until day 10, since staying
costs no movement; sending a second company from Karakul would cost 10,000 more.

## Prices, by hand
- **Aral-aircraft, days 0-2: 200 weighted person-days for one more asset-day.** An asset-day is 1,200 km, half of what a company
  needs: 50 police two days before the next flight and still there when only the third company is missing, 50 x 4 days. It holds for up to 2 more
  asset-days; then Aral has no company left to send.
- **Aral-aircraft, days 2-4: 100.** 50 police for the days 4-6.
- **Balkhash-rapid: 300 for one more company**, and **Balkhash-peace: 600**: 50 or 100 at Batken for 6 days. Either holds until Batken is full.
  A plan may spread such a price over the periods of the stay; the sum is what counts.
- Karakul's pledges have price 0: one company each stays at home. What would help is not more of them but four days less notice for
  the police and no caveat for the peacekeepers.

Without the caveat Karakul's second company fills Batken and the shortfall falls by 300, to 600. With notice 0 Karakul's police would be at Osh on day 2, and
the shortfall would fall by 600, to 300.

## Assumptions
All of it, and on purpose: distances are round, roads are straight lines in a table, coordinates are rounded and matter only for the way
by road from Aral's base, which is too far in any case.

"""##),
("capabilities.csv", ##"""
capability,category,name,personnel,tonnes
peacekeeping-company,peacekeeping,Peacekeeping company,100,20
police-company,police,Police company,100,10
rapid-reaction-company,rapid-reaction,Rapid-reaction company,100,30

"""##),
("caveats.csv", ##"""
contributor,crisis,capability,mode,reason
Karakul,Batken,*,*,no deployment to a dispute between neighbours

"""##),
("contributions.csv", ##"""
contribution,contributor,capability,base,units,noticeDays
Aral-police,Aral,police-company,Aral-base,3,0
Balkhash-peace,Balkhash,peacekeeping-company,Balkhash-base,1,1
Balkhash-rapid,Balkhash,rapid-reaction-company,Balkhash-base,3,0
Karakul-peace,Karakul,peacekeeping-company,Karakul-base,2,1
Karakul-police,Karakul,police-company,Karakul-base,2,4

"""##),
("contributors.csv", ##"""
contributor,name
Aral,Aral (invented member)
Balkhash,Balkhash (invented member)
Karakul,Karakul (invented member)

"""##),
("crises.csv", ##"""
crisis,name,location
Batken,Keeping apart at Batken,Batken
Khujand,Rapid reaction and handover at Khujand,Khujand
Osh,Unrest at Osh,Osh

"""##),
("datapackage.json", ##"""
{
  "profile": "tabular-data-package",
  "name": "three-crises",
  "title": "Three crises, three members: a model to check by hand",
  "description": "A tutorial. Places are real, members, pledges, distances and needs are invented round numbers.",
  "licenses": [
    {
      "name": "GPL-3.0-or-later",
      "title": "GNU General Public License v3.0 or later"
    }
  ],
  "forceplan": {
    "horizonDays": 10,
    "gridDays": 2,
    "timeResolutionDays": 1,
    "goals": ["shortfall", "effort"]
  },
  "resources": [
    {
      "name": "contributors",
      "path": "contributors.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "Identifier of the member.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contributor"]
      }
    },
    {
      "name": "locations",
      "path": "locations.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "location",
            "type": "string",
            "description": "Identifier of the place.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "latitude",
            "type": "number",
            "description": "Latitude north, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -90,
              "maximum": 90
            }
          },
          {
            "name": "longitude",
            "type": "number",
            "description": "Longitude east, WGS84. Unit: degrees.",
            "constraints": {
              "required": true,
              "minimum": -180,
              "maximum": 180
            }
          },
          {
            "name": "country",
            "type": "string",
            "description": "Country code or name. Default: empty."
          }
        ],
        "missingValues": [""],
        "primaryKey": ["location"]
      }
    },
    {
      "name": "capabilities",
      "path": "capabilities.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "Identifier of the kind.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "category",
            "type": "string",
            "description": "Top-level class.",
            "constraints": {
              "required": true,
              "enum": ["rapid-reaction", "police", "peacekeeping", "support"]
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "personnel",
            "type": "number",
            "description": "Personnel in one unit. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that move with one unit. Unit: t. Default: personnel x 0.1.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability"]
      }
    },
    {
      "name": "substitutions",
      "path": "substitutions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "substitutesFor",
            "type": "string",
            "description": "The capability required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "effectiveness",
            "type": "number",
            "description": "Strength that one person or unit sent gives.",
            "constraints": {
              "required": true,
              "minimum": 1e-12,
              "maximum": 1
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["capability", "substitutesFor"],
        "foreignKeys": [
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["substitutesFor"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "contributions",
      "path": "contributions.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contribution",
            "type": "string",
            "description": "Identifier of the pledge.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that pledges.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "base",
            "type": "string",
            "description": "Where the units stand.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "units",
            "type": "number",
            "description": "Units pledged. Unit: units.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "noticeDays",
            "type": "number",
            "description": "Notice to move: from the crisis's warning to readiness at the base. Unit: days. Default: 0.",
            "constraints": {
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["contribution"],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          },
          {
            "fields": ["base"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "crises",
      "path": "crises.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "crisis",
            "type": "string",
            "description": "Identifier of the crisis.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Name for people. Default: the identifier."
          },
          {
            "name": "location",
            "type": "string",
            "description": "Where it is.",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["crisis"],
        "foreignKeys": [
          {
            "fields": ["location"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          }
        ]
      }
    },
    {
      "name": "requirements",
      "path": "requirements.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "requirement",
            "type": "string",
            "description": "Identifier of the requirement.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The kind of unit required.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "quantity",
            "type": "number",
            "description": "Strength required. Unit: persons or units.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "from",
            "type": "number",
            "description": "First day of the window. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "until",
            "type": "number",
            "description": "Day at which the window ends, after from. Unit: day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "weight",
            "type": "number",
            "description": "Weight of one person or unit short for one day. Default: 1.",
            "constraints": {
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["requirement"],
        "foreignKeys": [
          {
            "fields": ["crisis"],
            "reference": {
              "resource": "crises",
              "fields": ["crisis"]
            }
          },
          {
            "fields": ["capability"],
            "reference": {
              "resource": "capabilities",
              "fields": ["capability"]
            }
          }
        ]
      }
    },
    {
      "name": "distances",
      "path": "distances.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "from",
            "type": "string",
            "description": "Start.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "to",
            "type": "string",
            "description": "End.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it holds for.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "km",
            "type": "number",
            "description": "Length of the way. Unit: km.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["from", "to", "mode"],
        "foreignKeys": [
          {
            "fields": ["from"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["to"],
            "reference": {
              "resource": "locations",
              "fields": ["location"]
            }
          },
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "modes",
      "path": "modes.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "mode",
            "type": "string",
            "description": "Identifier of the mode.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that a unit covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          },
          {
            "name": "detour",
            "type": "number",
            "description": "Factor on the great circle where distances has no entry. Default: 1.",
            "constraints": {
              "minimum": 1
            }
          },
          {
            "name": "maxKm",
            "type": "number",
            "description": "Longest way that the mode covers. Unit: km. Default: unlimited.",
            "constraints": {
              "minimum": 0
            }
          },
          {
            "name": "pool",
            "type": "boolean",
            "description": "Whether units need a lift pool. Default: false.",
            "trueValues": ["true", "TRUE", "True"],
            "falseValues": ["false", "FALSE", "False"]
          }
        ],
        "missingValues": [""],
        "primaryKey": ["mode"]
      }
    },
    {
      "name": "lift",
      "path": "lift.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "lift",
            "type": "string",
            "description": "Identifier of the pool.",
            "constraints": {
              "required": true,
              "unique": true,
              "pattern": "[A-Za-z0-9_.\\-]{1,64}"
            }
          },
          {
            "name": "owner",
            "type": "string",
            "description": "The member that alone may use it. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it serves.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "assets",
            "type": "number",
            "description": "Number of aircraft or other assets. Unit: assets.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "tonnes",
            "type": "number",
            "description": "Tonnes that one asset carries; 0: it carries no units with tonnes. Unit: t.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "seats",
            "type": "number",
            "description": "Seats in one asset; 0: it carries no units with personnel. Unit: persons.",
            "constraints": {
              "required": true,
              "minimum": 0
            }
          },
          {
            "name": "kmPerDay",
            "type": "number",
            "description": "Kilometres that one asset covers in a day. Unit: km/day.",
            "constraints": {
              "required": true,
              "minimum": 1e-12
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": ["lift"],
        "foreignKeys": [
          {
            "fields": ["mode"],
            "reference": {
              "resource": "modes",
              "fields": ["mode"]
            }
          }
        ]
      }
    },
    {
      "name": "caveats",
      "path": "caveats.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "contributor",
            "type": "string",
            "description": "The member that sets it.",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "crisis",
            "type": "string",
            "description": "The crisis it names. Default: *."
          },
          {
            "name": "capability",
            "type": "string",
            "description": "The capability sent that it names. Default: *."
          },
          {
            "name": "mode",
            "type": "string",
            "description": "The mode it names. Default: *."
          },
          {
            "name": "reason",
            "type": "string",
            "description": "Why, in words. Default: empty."
          }
        ],
        "missingValues": [""],
        "foreignKeys": [
          {
            "fields": ["contributor"],
            "reference": {
              "resource": "contributors",
              "fields": ["contributor"]
            }
          }
        ]
      }
    },
    {
      "name": "expected",
      "path": "expected.csv",
      "title": "Goal levels that the plan must reach",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {
        "fields": [
          {
            "name": "level",
            "type": "integer",
            "description": "Position in the order of goals, counted from 1",
            "constraints": {
              "required": true,
              "unique": true,
              "minimum": 1
            }
          },
          {
            "name": "name",
            "type": "string",
            "description": "Goal",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "value",
            "type": "number",
            "description": "Value of the goal at the optimum",
            "constraints": {
              "required": true
            }
          },
          {
            "name": "unit",
            "type": "string",
            "description": "Unit of the value",
            "constraints": {
              "required": true
            }
          }
        ],
        "missingValues": [""],
        "primaryKey": "level"
      }
    }
  ]
}

"""##),
("distances.csv", ##"""
from,to,mode,km
Aral-base,Osh,air,1200
Balkhash-base,Batken,road,900
Balkhash-base,Khujand,road,600
Karakul-base,Batken,road,400
Karakul-base,Khujand,road,500
Karakul-base,Osh,road,600

"""##),
("expected.csv", ##"""
level,name,value,unit
1,shortfall,900,weighted person-days
2,effort,121000,tonne-km

"""##),
("lift.csv", ##"""
lift,owner,mode,assets,tonnes,seats,kmPerDay
Aral-aircraft,Aral,air,1,20,100,1200

"""##),
("locations.csv", ##"""
location,name,latitude,longitude,country
Aral-base,Base of Aral,46.8,61.7,KZ
Balkhash-base,Base of Balkhash,46.9,75.0,KZ
Batken,Batken,40.0,70.8,KG
Karakul-base,Base of Karakul,39.0,73.5,TJ
Khujand,Khujand,40.3,69.6,TJ
Osh,Osh,40.5,72.8,KG

"""##),
("modes.csv", ##"""
mode,kmPerDay,detour,maxKm,pool
air,3000,1,,true
road,300,1.3,1000,false

"""##),
("requirements.csv", ##"""
requirement,crisis,capability,quantity,from,until,weight
Batken-peace,Batken,peacekeeping-company,200,4,10,1
Khujand-peace,Khujand,peacekeeping-company,200,6,10,1
Khujand-rapid,Khujand,rapid-reaction-company,200,2,6,2
Osh-police,Osh,police-company,300,2,10,1

"""##),
("substitutions.csv", ##"""
capability,substitutesFor,effectiveness
rapid-reaction-company,peacekeeping-company,0.5

"""##),
]),
]
