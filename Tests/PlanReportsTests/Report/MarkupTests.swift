import Testing

@testable import PlanReports

@Suite struct MarkupTests {
  @Test(arguments: [
    ("Osh", "Osh"), ("", ""), ("a & b", "a &amp; b"), ("&amp;", "&amp;amp;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"), ("' onload='x", "&#39; onload=&#39;x"),
    ("]]><!--", "]]&gt;&lt;!--"), ("Ошская область", "Ошская область"),
    ("\u{0}\u{1B}[31m", "\\u{0}\\u{1B}[31m"), ("a\nb", "a\\nb"),
    ("\u{202E}evil", "\\u{202E}evil"), ("\u{2028}", "\\u{2028}"),
  ])
  func `a text from data is escaped`(_ text: String, _ escaped: String) {
    #expect(Markup.escaped(text) == escaped)
    let cell: Markup = "<td title=\"\(text)\">\(text)</td>"
    #expect(cell.text == "<td title=\"\(escaped)\">\(escaped)</td>")
  }

  @Test func `markup within markup is taken as it is, a number stays with its percent sign`() {
    let inner: Markup = "<b>\("<")</b>"
    let outer: Markup = "\(inner)\([inner, inner])\(3)\(place: 1.0 / 3)\(exact: 0.1)\("5 % < 6 %")"
    #expect(
      outer.text
        == "<b>&lt;</b><b>&lt;</b><b>&lt;</b>30.330.15\u{A0}% &lt; 6\u{A0}%")
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base 64 as in RFC 4648`(_ text: String, _ encoded: String) {
    #expect(ContentHash.base64(Array(text.utf8)) == encoded)
  }

  /// The digests are those of FIPS 180-4's examples, in base 64.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
  ])
  func `a text's source expression is its SHA-256`(_ text: String, _ digest: String) {
    #expect(ContentHash.source(of: text) == "'sha256-\(digest)'")
  }
}
