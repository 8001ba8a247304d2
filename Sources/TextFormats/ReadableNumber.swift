/// Numbers rounded for reading: `12,345`, `98 %`, `0.04`.
///
/// Rounding never tells a better or worse story than the figure: what is not zero is not shown as
/// zero, and what is not whole is not shown as 100 %.
public enum ReadableNumber {
  /// A number: without decimals from 100 on, with one from 10 on, with up to two below.
  public static func amount(_ value: Double) -> String {
    let size = abs(value)
    if size > 0, size < 0.005 { return value < 0 ? "> -0.01" : "< 0.01" }
    return rounded(value, decimals: size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2)
  }

  /// A day or a number of days, to a hundredth.
  public static func day(_ value: Double) -> String { rounded(value, decimals: 2) }

  /// A share, 0...1, in percent: to a tenth below 10 % and above 99 %.
  ///
  /// A share within a billionth of 0 or 1 counts as 0 or 1.
  public static func percent(_ share: Double) -> String {
    let tolerance = 1e-9
    let percent = share * 100
    if share > tolerance, percent < 0.05 { return "< 0.1 %" }
    if share < 1 - tolerance, percent >= 99.95 { return "> 99.9 %" }
    let isNearAnEnd = percent < 9.95 || percent > 99
    return rounded(percent, decimals: isNearAnEnd ? 1 : 0) + " %"
  }

  /// A number with up to so many decimals, zeros at the end left out, and commas at the thousands.
  public static func rounded(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return value.description }
    let whole = Int(scaled) / Int(scale)
    var fraction = String(Int(scaled) % Int(scale) + Int(scale)).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + count(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number of things.
  public static func count(_ number: Int) -> String {
    var groups: [Substring] = []
    var digits = Substring(String(number))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    groups.insert(digits, at: 0)
    return groups.joined(separator: ",")
  }
}
