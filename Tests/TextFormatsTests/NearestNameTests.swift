import Testing
import TextFormats

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("capabilty", "capability"),  // a letter dropped
    ("capabbility", "capability"),  // a letter added
    ("capabolity", "capability"),  // a letter changed
    ("cpaability", "capability"),  // two letters swapped
    ("CAPABILITY", "capability"),  // case
    ("bse", "base"),
    ("unit", "units"),
  ])
  func `a slip of the keys finds the name meant`(misspelt: String, meant: String) {
    let names = ["contribution", "contributor", "capability", "base", "units", "noticeDays"]
    #expect(NearestName.among(names, to: misspelt) == meant)
  }

  @Test(arguments: ["weather", "x", "", "units-of-police"])
  func `a name that is like none gets no guess`(name: String) {
    #expect(NearestName.among(["capability", "base", "units"], to: name) == nil)
  }

  @Test func `of equally near names the first is taken`() {
    #expect(NearestName.among(["cat", "car"], to: "cab") == "cat")
    #expect(NearestName.among(["car", "cat"], to: "cab") == "car")
  }
}
