import Testing
import TextFormats

@Suite struct TextTableTests {
  static let table = TextTable(
    columns: [
      .init("contributor", fit: .shortened), .init("units", .right), .init("reason", fit: .wrapped),
    ],
    rows: [
      ["Kazakhstan", "1,200", "no lift is left on days 3 to 5"],
      ["Kyrgyz Republic", "7", ""],
    ])

  @Test func `a table that fits takes the width it needs`() {
    #expect(
      Self.table.lines(width: 80) == [
        "contributor      units  reason",
        "Kazakhstan       1,200  no lift is left on days 3 to 5",
        "Kyrgyz Republic      7",
      ])
  }

  @Test func `texts give way and numbers stay whole`() {
    #expect(
      Self.table.lines(width: 36, indent: 2) == [
        "  contributor   units  reason",
        "  Kazakhstan    1,200  no lift is",
        "                       left on days",
        "                       3 to 5",
        "  Kyrgyz Repu…      7",
      ])
  }

  @Test func `no headings, no line of headings`() {
    let table = TextTable(
      columns: [.init(""), .init("", .right)], rows: [["a", "1"], ["bb", "22"]])
    #expect(table.lines(width: 80) == ["a    1", "bb  22"])
  }

  @Test(arguments: 1...60)
  func `no line of yielding columns is wider than asked, down to a width`(width: Int) {
    let table = TextTable(
      columns: [.init("", fit: .shortened), .init("", fit: .wrapped)],
      rows: [["a word and another", "supercalifragilisticexpialidocious words here"]])
    let widest = table.lines(width: width).map { VisibleText.width($0) }.max()
    #expect(widest ?? 0 <= max(width, 14))
  }

  @Test func `cells cannot act on the terminal`() {
    let table = TextTable(columns: [.init("x")], rows: [["\u{1B}[31mred\u{7}\r\n"]])
    #expect(table.lines(width: 80) == ["x", "\\u{1B}[31mred\\u{7}\\r\\n"])
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain, Übung, Фергана", "plain, Übung, Фергана"),
    ("a\tb\nc\r", "a\\tb\\nc\\r"),
    ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
    ("\u{9B}31m", "\\u{9B}31m"),
    ("\u{202E}olleh\u{2028}", "\\u{202E}olleh\\u{2028}"),
    ("\u{7F}\u{0}", "\\u{7F}\\u{0}"),
  ])
  func `what a terminal would act on is written as an escape`(text: String, visible: String) {
    #expect(VisibleText.escaped(text) == visible)
  }

  @Test func `combining marks take no column and are not torn off`() {
    let text = "e\u{301}a\u{301}o\u{301}"
    #expect(VisibleText.width(text) == 3)
    #expect(VisibleText.shortened(text, to: 2) == "e\u{301}…")
  }

  @Test(arguments: [(5, "abcde"), (4, "abc…"), (1, "…"), (0, "")])
  func `a cut is marked`(columns: Int, text: String) {
    #expect(VisibleText.shortened("abcde", to: columns) == text)
  }
}

@Suite struct TextWrappingTests {
  @Test func `lines break at spaces`() {
    #expect(
      TextWrapping.lines("the quick brown fox jumps", width: 10)
        == ["the quick", "brown fox", "jumps"])
  }

  @Test func `a long word stands alone or is cut`() {
    #expect(
      TextWrapping.lines("see models/three-crises now", width: 8)
        == ["see", "models/three-crises", "now"])
    #expect(
      TextWrapping.lines("see models/three-crises now", width: 8, longWords: .cut)
        == ["see", "models/t", "hree-cri", "ses now"])
  }

  @Test func `a paragraph hangs below its first word`() {
    #expect(
      TextWrapping.paragraph("one two three four", width: 14, first: "- ", indent: 4)
        == ["-   one two", "    three four"])
  }

  @Test func `a text without words is one empty line`() {
    #expect(TextWrapping.lines("", width: 10) == [""])
    #expect(TextWrapping.lines("   ", width: 10) == [""])
  }
}
