import Testing
import TextFormats

@Suite struct ReadableNumberTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (0.004, "< 0.01"), (-0.004, "> -0.01"), (0.04, "0.04"), (0.5, "0.5"),
      (3, "3"), (9.994, "9.99"), (9.996, "10"), (12.34, "12.3"), (99.94, "99.9"), (99.96, "100"),
      (999.5, "1,000"), (1234.4, "1,234"), (-1_234_567.8, "-1,234,568"), (1e17, "1e+17"),
      (.infinity, "inf"), (.nan, "nan"),
    ] as [(Double, String)])
  func `amounts keep the figures that matter`(value: Double, text: String) {
    #expect(ReadableNumber.amount(value) == text)
  }

  @Test(
    arguments: [
      (0, "0 %"), (1e-10, "0 %"), (0.0001, "< 0.1 %"), (0.0006, "0.1 %"), (0.051, "5.1 %"),
      (0.456, "46 %"), (0.9949, "99.5 %"), (0.9996, "> 99.9 %"), (1 - 1e-10, "100 %"), (1, "100 %"),
    ] as [(Double, String)])
  func `a share is neither rounded to nothing nor to all`(share: Double, text: String) {
    #expect(ReadableNumber.percent(share) == text)
  }

  @Test(
    arguments: [(0, "0"), (5.25, "5.25"), (90, "90"), (1.005, "1"), (1234, "1,234")]
      as [(Double, String)])
  func `days are given to a hundredth`(day: Double, text: String) {
    #expect(ReadableNumber.day(day) == text)
  }
}
