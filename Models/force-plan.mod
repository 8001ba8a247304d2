# force-plan.mod: who sends what, where, when and by which mode.
#
# The planning problem in its compact form, stated literally and without regard to speed, in GNU
# MathProg. The planner solves the same problem by other means; tests hold both to the same optimum.
# Section names in the comments are those of formulation.md.
#
#   forceplan export MODEL --mathprog model.dat
#   glpsol --model force-plan.mod --data model.dat
#
# One run solves one goal level: goal[level], with the goals before it held at their held_value.
# Days are counted from the decision (day 0), distances in km, and 'any' is written '*'.


################################ Sets and data ################################

# Two days, or two numbers of periods or units, closer than this are the same.
param tolerance := 1e-9;

## Policy

param horizon > 0;
param grid_days > 0;
param time_resolution > 0;
param strength symbolic, in {'pledged', 'verified', 'expected'};
param whole_units binary;
param share_cap_per_crisis >= 0, <= 1;
param share_cap_overall >= 0, <= 1;
param minimum_tour >= 0;
param charge_return_lift binary;

## Goals: the first is the most important. 'shortfall.N' is the shortfall of priority class N.

param levels integer, >= 1;
param goal{1..levels} symbolic;
param level integer, in 1..levels;
param held_value{1..level - 1}, default Infinity;

## c: contributors

set Contributors;
param burden_weight{Contributors} > 0;
param share_cap{Contributors} >= 0, <= 1, default share_cap_per_crisis;

## Places

set Locations;
param latitude{Locations} >= -90, <= 90;
param longitude{Locations} >= -180, <= 180;

## k: capabilities, and which may be sent (first) in the place of which (second)

set Capabilities;
set Substitutions within Capabilities cross Capabilities;
param substitute_effectiveness{Substitutions} > 0, <= 1;

## m: movement modes; v: lift pools

set Modes;
param mode_km_per_day{Modes} > 0;
param detour{Modes} >= 0;
param maximum_km{Modes} >= 0, default Infinity;
param handling_days{Modes} >= 0;
param cost_per_tonne_km{Modes} >= 0;
param needs_pool{Modes} binary;

set Distances within Locations cross Locations cross Modes;
param table_km{Distances} >= 0;

set Pools;
param pool_owner{Pools} symbolic, in Contributors union {'*'};
param pool_mode{Pools} symbolic, in Modes;
param assets{Pools} >= 0;
param asset_tonnes{Pools} >= 0;
param asset_seats{Pools} >= 0;
param asset_km_per_day{Pools} >= 0;
param availability{Pools} >= 0, <= 1;

## p: contributions

set Contributions;
param contributor{Contributions} symbolic, in Contributors;
param capability{Contributions} symbolic, in Capabilities;
param base{Contributions} symbolic, in Locations;
param units{Contributions} >= 0;
param personnel{Contributions} > 0;                    # in one unit
param tonnes{Contributions} >= 0;                      # with one unit
param notice{Contributions} >= 0;
param verified{Contributions} >= 0, <= 1;
param expected{Contributions} >= 0, <= 1;
param maximum_tour{Contributions} >= 0, default Infinity;
param dwell_ratio{Contributions} >= 0;
param daily_cost{Contributions} >= 0;                  # of one unit in place

## j: crises; r: requirements

set Crises;
param place{Crises} symbolic, in Locations;
param warning{Crises} >= 0;

set Requirements;
param crisis{Requirements} symbolic, in Crises;
param required{Requirements} symbolic, in Capabilities;
param quantity{Requirements} > 0;
param counted_in{Requirements} symbolic, in {'personnel', 'units'};
param from_day{Requirements} >= 0;
param until_day{r in Requirements} > from_day[r];
param weight{Requirements} > 0;
param priority{Requirements} integer;

## National caveats: (contributor, crisis, capability sent, mode); '*' is any.

set Caveats dimen 4;

## Deployments that stand, by row of the table

set Fixed;
param fixed_contribution{Fixed} symbolic, in Contributions;
param fixed_crisis{Fixed} symbolic, in Crises;
param fixed_mode{Fixed} symbolic, in Modes;
param fixed_pool{Fixed} symbolic, in Pools union {'(none)'};
param fixed_units{Fixed} > 0;
param fixed_from{Fixed};
param fixed_until{f in Fixed} > fixed_from[f];


################################## Time grid ##################################

# Breakpoints: day 0, the horizon, each window's ends and every multiple of the grid. Rounding makes
# one breakpoint of days that differ only by the error of binary fractions.
set Breakpoints :=
  {0, round(horizon, 9)}
  union setof{i in 1..floor(horizon / grid_days)} round(i * grid_days, 9)
  union setof{r in Requirements} round(from_day[r], 9)
  union setof{r in Requirements} round(until_day[r], 9);

# t: period t is the half-open interval [opens, closes) between neighbouring breakpoints.
set Periods := 1..card(Breakpoints) - 1;
param opens{t in Periods} :=
  if t = 1 then 0 else min{d in Breakpoints: d > opens[t - 1]} d;
param closes{t in Periods} := min{d in Breakpoints: d > opens[t]} d;
param days{t in Periods} := closes[t] - opens[t];

# The periods of a requirement's window.
set Window{r in Requirements} := setof{t in Periods:
  from_day[r] <= opens[t] + tolerance and closes[t] <= until_day[r] + tolerance} t;


################################ Effectiveness ################################

# e(k, r): strength that one person (or unit) of capability k gives to requirement r; 0: not
# allowed.
param e{k in Capabilities, r in Requirements} :=
  if k = required[r] then 1
  else if (k, required[r]) in Substitutions then substitute_effectiveness[k, required[r]]
  else 0;

# The requirements of crisis j that contribution p can serve.
set Usable{p in Contributions, j in Crises} := setof{r in Requirements:
  crisis[r] = j and e[capability[p], r] > 0} r;

set Pairs := setof{p in Contributions, j in Crises: card(Usable[p, j]) > 0} (p, j);

# The crises that contribution p can serve, and the contributions that can serve crisis j.
set Reach{p in Contributions} := setof{j in Crises: card(Usable[p, j]) > 0} j;
set Senders{j in Crises} := setof{p in Contributions: card(Usable[p, j]) > 0} p;

# The periods in which some usable requirement is active, and those between the first and the last.
set Active{(p, j) in Pairs} := setof{r in Usable[p, j], t in Window[r]} t;
set Stay{(p, j) in Pairs} := min{t in Active[p, j]} t .. max{t in Active[p, j]} t;

# Days from the first usable window's start to the last one's end.
param span{(p, j) in Pairs} :=
  max{r in Usable[p, j]} until_day[r] - min{r in Usable[p, j]} from_day[r];


########################### Distances and movement ############################

param degree := 4 * atan(1) / 180;
param earth_radius := 6371.0088;

# Great circle by the haversine formula.
param haversine{o in Locations, d in Locations} :=
  sin((latitude[d] - latitude[o]) * degree / 2) ** 2
  + cos(latitude[o] * degree) * cos(latitude[d] * degree)
    * sin((longitude[d] - longitude[o]) * degree / 2) ** 2;
param great_circle{o in Locations, d in Locations} :=
  2 * earth_radius * atan(sqrt(haversine[o, d]), sqrt(max(0, 1 - haversine[o, d])));

param km{o in Locations, d in Locations, m in Modes} :=
  if (o, d, m) in Distances then table_km[o, d, m] else great_circle[o, d] * detour[m];

# D(base, place, m) and the time that it takes.
param distance{(p, j) in Pairs, m in Modes} := km[base[p], place[j], m];
param transit{(p, j) in Pairs, m in Modes} := time_resolution * ceil(
  (handling_days[m] + distance[p, j, m] / mode_km_per_day[m]) / time_resolution - tolerance);

# Modes that reach far enough and that no caveat forbids.
set Allowed{(p, j) in Pairs} := setof{m in Modes:
  distance[p, j, m] <= maximum_km[m]
  and not exists{(c, i, k, n) in Caveats} (
    c = contributor[p] and i in {j, '*'} and k in {capability[p], '*'} and n in {m, '*'})} m;

# Movement options (mode, pool): pools that p may use and that can carry it, and modes that need
# none.
set Options{(p, j) in Pairs} :=
  setof{m in Allowed[p, j]: not needs_pool[m]} (m, '(none)')
  union setof{v in Pools:
    pool_mode[v] in Allowed[p, j]
    and pool_owner[v] in {contributor[p], '*'}
    and (asset_seats[v] > 0 or personnel[p] = 0)
    and (asset_tonnes[v] > 0 or tonnes[p] = 0)} (pool_mode[v], v);

# Loads of pool v that one unit of p makes.
param loads{p in Contributions, v in Pools} := max(
  if personnel[p] > 0 then personnel[p] / asset_seats[v] else 0,
  if tonnes[p] > 0 then tonnes[p] / asset_tonnes[v] else 0);


############################# Deployments (tours) #############################

# Periods with which a tour may start: ready and moved by the first day.
set Starts{(p, j) in Pairs, m in Allowed[p, j]} := setof{a in Active[p, j]:
  warning[j] + notice[p] + transit[p, j, m] <= opens[a] + tolerance} a;

# Periods with which a tour that starts with period a may end: neither too long nor too short, where
# the minimum binds only if the usable windows span it.
set Ends{(p, j) in Pairs, a in Active[p, j]} := setof{b in Active[p, j]:
  a <= b
  and closes[b] - opens[a] - tolerance <= maximum_tour[p]
  and (closes[b] - opens[a] >= minimum_tour - tolerance
    or span[p, j] < minimum_tour - tolerance)} b;

# q = (p, j, (m, v), a, b): units of p at crisis j, moved by mode m and pool v, in place from the
# first day of period a to the last day of period b.
set Tours dimen 6 := setof{(p, j) in Pairs, (m, v) in Options[p, j],
  a in Starts[p, j, m], b in Ends[p, j, a]} (p, j, m, v, a, b);

# The day and the period of departure.
param departure{(p, j) in Pairs, m in Allowed[p, j], a in Starts[p, j, m]} :=
  opens[a] - transit[p, j, m];
param departs{(p, j) in Pairs, m in Allowed[p, j], a in Starts[p, j, m]} :=
  max{t in Periods: opens[t] <= departure[p, j, m, a] + tolerance} t;


################################## Variables ##################################

# Units on a tour.
var x{Tours} >= 0;

# Units of p in place at crisis j during period t: the sum of the tours that cover t.
var in_place{(p, j) in Pairs, t in Stay[p, j]} >= 0;

# Units of p at crisis j that serve requirement r during period t.
var z{(p, j) in Pairs, r in Usable[p, j], t in Window[r]} >= 0;

# Strength that requirement r lacks during period t.
var s{r in Requirements, t in Window[r]} >= 0;

# The largest relative burden.
var largest_burden >= 0;

# With whole units, the number of units on a tour is whole; its units may still share their people
# between tasks.
var whole_x{Tours: whole_units} integer, >= 0;

# Values of the goals.
var goal_value{1..level};


#################################### Rows #####################################

# Units of p in place, and what they do: a unit serves one requirement at a time, or stands idle.
subject to presence{(p, j) in Pairs, t in Stay[p, j]}:
  in_place[p, j, t] =
    sum{(m, v) in Options[p, j], a in Starts[p, j, m]: a <= t}
      sum{b in Ends[p, j, a]: t <= b} x[p, j, m, v, a, b];

subject to task{(p, j) in Pairs, t in Stay[p, j]}:
  sum{r in Usable[p, j]: t in Window[r]} z[p, j, r, t] <= in_place[p, j, t];

# 1. A period is held if it overlaps [departure, release), where release is the return, closes[b] +
# transit, plus the dwell.
param fraction{p in Contributions} :=
  if strength = 'verified' then verified[p]
  else if strength = 'expected' then expected[p]
  else 1;
param available{p in Contributions} :=
  if whole_units then floor(units[p] * fraction[p] + tolerance) else units[p] * fraction[p];

subject to supply{p in Contributions, t in Periods}:
  sum{j in Reach[p], (m, v) in Options[p, j], a in Starts[p, j, m]:
    closes[t] > departure[p, j, m, a] + tolerance}
    sum{b in Ends[p, j, a]:
      opens[t] + tolerance
        < closes[b] + transit[p, j, m] + dwell_ratio[p] * (closes[b] - opens[a])}
      x[p, j, m, v, a, b]
  <= available[p];

# 2. Strength in the requirement's unit.
subject to requirement{r in Requirements, t in Window[r]}:
  sum{p in Senders[crisis[r]]: r in Usable[p, crisis[r]]}
    e[capability[p], r] * (if counted_in[r] = 'personnel' then personnel[p] else 1)
      * z[p, crisis[r], r, t]
  + s[r, t]
  >= quantity[r];

# 3. Asset-kilometres: out and home with the asset in the period of departure; if asked for, the
# same again for the way home in the period that contains the last day of the tour, where there is
# one.
subject to lift{v in Pools, t in Periods}:
  sum{(p, j) in Pairs: (pool_mode[v], v) in Options[p, j]} (
    sum{a in Starts[p, j, pool_mode[v]]: departs[p, j, pool_mode[v], a] = t}
      sum{b in Ends[p, j, a]}
        2 * distance[p, j, pool_mode[v]] * loads[p, v] * x[p, j, pool_mode[v], v, a, b]
    + sum{a in Starts[p, j, pool_mode[v]]: charge_return_lift}
      sum{b in Ends[p, j, a]: b + 1 = t}
        2 * distance[p, j, pool_mode[v]] * loads[p, v] * x[p, j, pool_mode[v], v, a, b])
  <= assets[v] * availability[v] * asset_km_per_day[v] * days[t];

# 4. Shares of the personnel in place, at each crisis and over all of them; a cap of 1 is no cap.
subject to share{c in Contributors, j in Crises, t in Periods: share_cap[c] < 1}:
  sum{p in Senders[j]: contributor[p] = c and t in Stay[p, j]} personnel[p] * in_place[p, j, t]
  <= share_cap[c] * sum{p in Senders[j]: t in Stay[p, j]} personnel[p] * in_place[p, j, t];

subject to share_overall{c in Contributors, t in Periods: share_cap_overall < 1}:
  sum{(p, j) in Pairs: contributor[p] = c and t in Stay[p, j]} personnel[p] * in_place[p, j, t]
  <= share_cap_overall
    * sum{(p, j) in Pairs: t in Stay[p, j]} personnel[p] * in_place[p, j, t];

# 5. Person-days in place by burden weight, when burden is a goal.
subject to burden{c in Contributors: exists{i in 1..levels} goal[i] = 'burden'}:
  sum{(p, j) in Pairs, t in Stay[p, j]: contributor[p] = c}
    personnel[p] * days[t] * in_place[p, j, t] / burden_weight[c]
  <= largest_burden;

# 6. Each fixed deployment is a lower bound on its tour. One whose tour does not exist cannot stand:
# its row is 0 >= units, which no plan satisfies.
subject to commitment{f in Fixed}:
  sum{a in Periods, b in Periods:
    abs(opens[a] - fixed_from[f]) <= tolerance and abs(closes[b] - fixed_until[f]) <= tolerance
    and (fixed_contribution[f], fixed_crisis[f], fixed_mode[f], fixed_pool[f], a, b) in Tours}
    x[fixed_contribution[f], fixed_crisis[f], fixed_mode[f], fixed_pool[f], a, b]
  >= if whole_units then ceil(fixed_units[f] - tolerance) else fixed_units[f];

# Whole units.
subject to whole{(p, j, m, v, a, b) in Tours: whole_units}:
  x[p, j, m, v, a, b] = whole_x[p, j, m, v, a, b];


################################ Goals, in order ##############################

# Earliest day on which a requirement of the crisis opens.
param opening{j in Crises} := min{r in Requirements: crisis[r] = j} from_day[r];

subject to definition{i in 1..level}:
  goal_value[i] =
    if goal[i] = 'burden' then
      largest_burden
    else if goal[i] = 'effort' then
      sum{(p, j, m, v, a, b) in Tours} tonnes[p] * distance[p, j, m] * x[p, j, m, v, a, b]
    else if goal[i] = 'cost' then
      sum{(p, j, m, v, a, b) in Tours}
        (tonnes[p] * distance[p, j, m] * cost_per_tonne_km[m]
          + daily_cost[p] * (closes[b] - opens[a])) * x[p, j, m, v, a, b]
    else if goal[i] = 'delay' then
      sum{(p, j, m, v, a, b) in Tours}
        personnel[p] * (opens[a] - opening[j]) * x[p, j, m, v, a, b]
    else
      sum{r in Requirements, t in Window[r]:
        goal[i] = 'shortfall' or goal[i] = 'shortfall.' & priority[r]}
        weight[r] * days[t] * s[r, t];

# Goals before this level stay as good as they were found.
subject to held{i in 1..level - 1: held_value[i] < Infinity}: goal_value[i] <= held_value[i];

minimize goal_of_level: goal_value[level];

solve;

printf "%s = %.12g\n", goal[level], goal_value[level];

end;
