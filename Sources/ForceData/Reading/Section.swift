/// Rows of a table that became values, each with the raw row that it came from.
struct Section<Value> {
  var values: [Value] = []
  var rows: [Int] = []
}
