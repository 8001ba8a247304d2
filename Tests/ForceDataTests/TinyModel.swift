import Foundation
import Testing

/// Files of a small model with three crises that uses every table and has no findings.
enum TinyModel {
  static let files: [String: String] = [
    "datapackage.json": """
    {
      "name": "tiny",
      "title": "Tiny model",
      "profile": "tabular-data-package",
      "forceplan": {
        "horizonDays": 30,
        "gridDays": 5,
        "shareCap": {"perCrisis": 0.8, "overall": 0.9},
        "priorities": "pre-emptive",
        "goals": ["shortfall", "burden", "effort"],
        "seed": 7
      },
      "resources": [
        {"name": "contributors", "path": "contributors.csv"},
        {"name": "locations", "path": "locations.csv"},
        {"name": "capabilities", "path": "capabilities.csv"},
        {"name": "substitutions", "path": "substitutions.csv"},
        {"name": "contributions", "path": "contributions.csv"},
        {"name": "crises", "path": "crises.csv"},
        {"name": "requirements", "path": "requirements.csv"},
        {"name": "distances", "path": "distances.csv"},
        {"name": "modes", "path": "modes.csv"},
        {"name": "lift", "path": "lift.csv"},
        {"name": "caveats", "path": "caveats.csv"},
        {"name": "fixed", "path": "fixed.csv"},
        {"name": "expected", "path": "expected.csv"}
      ]
    }

    """,
    "contributors.csv": """
    contributor,name,burdenWeight,shareCap
    north,Northland,2,
    south,Southland,,0.7
    west,"West, the",1,

    """,
    "locations.csv": """
    location,name,latitude,longitude,country
    camp,Camp,50,30,NL
    port,Port,45,40,SL
    depot,,42,65,WL
    coast,Coast town,43,60,
    hills,Hills,41,70,
    river,River,44,72,

    """,
    "capabilities.csv": """
    capability,category,name,personnel,tonnes
    infantry,rapid-reaction,Infantry battalion,500,300
    police,police,,100,
    medical,support,Field hospital,80,60.5

    """,
    "substitutions.csv": """
    capability,substitutesFor,effectiveness
    infantry,police,0.5

    """,
    "contributions.csv": """
    contribution,contributor,capability,base,units,personnel,tonnes,noticeDays,verified,expected,maxTourDays,dwellRatio,dailyCost,noteSource
    n-inf,north,infantry,camp,4,,,3,1,0.75,15,0.5,1000,letter
    s-inf,south,infantry,port,2,450,,5,,,,,,
    s-pol,south,police,port,6,,,2,0.5,,,,,letter
    w-med,west,medical,depot,3,,40,1,,,,,,

    """,
    "crises.csv": """
    crisis,name,location,warning,probability
    flood,Flood,river,0,0.3
    unrest,Unrest,hills,2,
    spill,Spill-over,coast,,

    """,
    "requirements.csv": """
    requirement,crisis,capability,quantity,unit,from,until,weight,priority
    flood-med,flood,medical,120,,5,20,2,1
    spill-inf,spill,infantry,2,units,10,30,,2
    unrest-inf,unrest,infantry,600,,10,30,,1
    unrest-pol,unrest,police,300,personnel,10,25,1.5,2

    """,
    "distances.csv": """
    from,to,mode,km,both
    depot,river,road,900,
    port,hills,rail,3200,false

    """,
    "modes.csv": """
    mode,kmPerDay,detour,maxKm,handlingDays,costPerTonneKm,pool
    air,6000,,,0.5,1.2,true
    road,400,1.3,2500,,0.1,
    rail,700,1.2,,1,,false

    """,
    "lift.csv": """
    lift,owner,mode,assets,tonnes,seats,kmPerDay,availability
    heavy,north,air,5,40,140,8000,0.8
    common,,air,2,20,60,7000,

    """,
    "caveats.csv": """
    contributor,crisis,capability,mode,reason
    south,flood,*,,no forces at the river
    west,,medical,air,hospital too large

    """,
    "fixed.csv": """
    contribution,crisis,lift,mode,units,from,until
    s-inf,unrest,common,,1,10,20
    w-med,flood,,road,1,5,15

    """,
    "expected.csv": "goal,value\nshortfall,1\n",
  ]

  /// The files after a change: each old text, which must come once, is replaced by the new one.
  static func changed(_ file: String, _ old: String, _ new: String) throws -> [String: String] {
    var files = files
    let text = try #require(files[file])
    let parts = text.components(separatedBy: old)
    try #require(parts.count == 2, "'\(old)' comes \(parts.count - 1) times in \(file)")
    files[file] = parts.joined(separator: new)
    return files
  }
}
