import TestSupport
import Testing
import TextFormats

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("+7", 7), ("-7", -7), ("007", 7), ("2.50", 2.5), (".5", 0.5), ("5.", 5),
    (" 12 ", 12), ("\t12", 12), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("0e999", 0),
    ("0.1", 0.1), ("123456789012345678", 123_456_789_012_345_680),
    ("0.30000000000000004", 0.1 + 0.2), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("4.9e-324", .leastNonzeroMagnitude), ("9007199254740993", 9_007_199_254_740_992),
  ])
  func `a decimal number is read as the nearest double`(text: String, value: Double) throws {
    #expect(try DecimalText.parse(text) == value)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,000", "1 000", "12a", "nan", "NaN",
    "inf", "-Infinity", "0x10", "1_000", "--1", "+-1", "٣", "１", "1\n", "½", "1\0",
  ])
  func `what is not a decimal number is refused`(text: String) {
    #expect(throws: DecimalError.notANumber) { try DecimalText.parse(text) }
  }

  @Test(arguments: ["1e309", "-1e309", "1e999999999999999999999"])
  func `a number too large for double precision is refused`(text: String) {
    #expect(throws: DecimalError.tooLarge) { try DecimalText.parse(text) }
  }

  @Test(arguments: ["1e-400", "-0.1e-999999999999999999999"])
  func `a number that would become zero is refused`(text: String) {
    #expect(throws: DecimalError.tooSmall) { try DecimalText.parse(text) }
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (3, "3"), (-3, "-3"), (2.5, "2.5"), (0.1, "0.1"),
    (1e15, "1000000000000000"),
    (1e16, "10000000000000000"), (1.5e20, "150000000000000000000"), (1e21, "1e21"),
    (1.25e22, "1.25e22"),
    (1e-5, "0.00001"), (-1.5e-7, "-0.00000015"), (1e-9, "0.000000001"), (1e-10, "1e-10"),
    (-2.5e-12, "-2.5e-12"), (0.1 + 0.2, "0.30000000000000004"), (153.675, "153.675"),
  ])
  func `a number is written short and without needless point or exponent`(
    number: Double, text: String
  ) {
    #expect(DecimalText.format(number) == text)
  }

  @Test(arguments: 0..<20)
  func `every double is read back as it was written`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let bits = Double(bitPattern: generator.next())
      let ordinary = Double.random(in: -1e6...1e6, using: &generator)
      let rounded = (ordinary * 1000).rounded() / 1000
      for number in [bits, ordinary, rounded] where number.isFinite {
        #expect(try DecimalText.parse(DecimalText.format(number)) == number)
        #expect(try DecimalText.parse(number.description) == number)
      }
    }
  }
}
