/// A deployment of a plan, with its names resolved and its days matched to periods.
struct Stay {
  /// An index into `Plan.deployments`.
  let deployment: Int
  let contribution: Int
  let crisis: Int
  let way: Way
  /// The first period in place.
  let first: Int
  /// The last period in place.
  let last: Int
  let units: Double
}
