import CommandLineTools
import TestSupport
import TextFormats
import Testing

@Suite struct HelpPageTests {
  private let pages = HelpPage(SampleTool.tool)

  @Test func `the overview`() {
    #expect(GoldenText.difference(of: pages.overview(), from: "overview.txt") == nil)
  }

  @Test func `the page of a verb`() {
    let page = pages.page(of: SampleTool.solve)
    #expect(GoldenText.difference(of: page, from: "solve.txt") == nil)
  }

  @Test func `the page of a verb with an optional operand and a required option`() {
    let page = pages.page(of: SampleTool.schema)
    #expect(GoldenText.difference(of: page, from: "schema.txt") == nil)
  }

  @Test(arguments: [40, 60, 80, 200])
  func `a page is no wider than the terminal, nor than 80 columns`(width: Int) {
    let pages = HelpPage(SampleTool.tool, width: width)
    // Commands and option names are kept whole, so the narrowest pages may stand out.
    let limit = max(min(80, width), 78)
    for page in [pages.overview(), pages.page(of: SampleTool.solve)] {
      for line in page.split(separator: "\n") { #expect(VisibleText.width(line) <= limit) }
    }
  }

  @Test func `headings are marked on a terminal`() {
    let page = HelpPage(SampleTool.tool, style: .terminal).overview()
    #expect(page.contains("\u{1B}[1mVerbs:\u{1B}[0m\n"))
    #expect(!pages.overview().contains("\u{1B}"))
  }

  @Test func `every exit code has its own number`() {
    let numbers = ExitCode.all.map(\.number)
    #expect(numbers == [0, 10, 20, 22, 30, 40, 64, 66, 70, 74])
  }
}
