/// All tours of one contribution to one crisis by one way.
struct TourFamily {
  let contribution: Int
  let crisis: Int
  let way: Way
  let demand: Demand
}
