/// What a check has found so far.
///
/// Complaints come in the order of the checks, from single lines to totals, so the first ones tell
/// most; what exceeds the limit is counted.
final class Findings {
  /// Complaints that are kept.
  static let limit = 50

  private var complaints: [String] = []
  private var omitted = 0
  /// Whether every row, bound and deployment held so far.
  private(set) var isFeasible = true
  /// The largest violation of a row or bound, over max(1, |right-hand side|).
  private(set) var largestViolation = 0.0

  /// The complaints in the order in which they were made; the last one counts those left out.
  var sentences: [String] {
    omitted == 0 ? complaints : complaints + ["and \(omitted) more complaints"]
  }

  /// Notes that the plan says something that does not follow from it.
  func disagree(_ sentence: @autoclosure () -> String) {
    guard complaints.count < Self.limit else {
      omitted += 1
      return
    }
    complaints.append(sentence())
  }

  /// Notes that the plan does something that the model does not allow.
  func forbid(_ sentence: @autoclosure () -> String) {
    isFeasible = false
    disagree(sentence())
  }

  /// Notes how far a row `activity <= limit` is exceeded and gives whether it holds; a complaint
  /// beyond tolerance.
  @discardableResult
  func limit(
    _ activity: Double, to limit: Double, otherwise sentence: @autoclosure () -> String
  ) -> Bool {
    let violation = (activity - limit) / max(1, abs(limit))
    if violation > largestViolation { largestViolation = violation }
    // Written so that NaN is a complaint.
    guard violation <= Tolerance.relative else {
      forbid(sentence())
      return false
    }
    return true
  }

  /// Complains unless a written number agrees with the number recomputed.
  func compare(
    _ written: Double, _ recomputed: Double, _ subject: @autoclosure () -> String
  ) {
    guard !Tolerance.agree(written, recomputed) else { return }
    disagree(
      "\(subject()): the plan says \(words(written)), recomputed it is \(words(recomputed)).")
  }

  /// Complains unless a written name is the one that follows from the model.
  func compare(
    _ written: String, _ expected: String, _ subject: @autoclosure () -> String
  ) {
    guard written != expected else { return }
    disagree("\(subject()): the plan says \(quoted(written)), the model says \(quoted(expected)).")
  }
}

/// A number as people read it: whole numbers without a point, others with at most 6 decimals.
func words(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "\(number)" }
  let rounded = (number * 1e6).rounded() / 1e6
  if rounded == 0, number != 0 { return "\(number)" }
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}

/// A name from a file in quotation marks, cut and stripped of control characters.
func quoted(_ name: String) -> String {
  let printable = name.unicodeScalars.prefix(64).map { scalar in
    scalar.properties.generalCategory == .control ? "?" : String(scalar)
  }
  return "'\(printable.joined())\(name.unicodeScalars.count > 64 ? "…" : "")'"
}
