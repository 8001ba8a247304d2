/// A page that is one file: it loads nothing, and its security policy lets nothing else in.
struct ReportDocument {
  /// A part of the page that its list of contents leads to.
  struct Section {
    /// The section's address in the page, letters only.
    let id: String
    let heading: String
    let content: Markup
  }

  /// What the window is called, and what the page is headed with.
  let title: String
  /// What stands under the title.
  let lead: Markup
  let sections: [Section]

  /// The whole file.
  var text: String {
    let markup: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="forceplan">
      <title>\(title)</title>
      <style>\(Markup(trusted: ReportStyle.text))</style>
      </head>
      <body>
      <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="7" \
      height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" \
      height="7"/><path d="M0 0V7"/></pattern></defs></svg>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="page-head">
      <h1>\(title)</h1>
      \(lead)</header>
      <nav aria-label="Contents"><ul>
      \(sections.map { "<li><a href=\"#\($0.id)\">\($0.heading)</a></li>\n" as Markup })</ul></nav>
      <main id="main" tabindex="-1">
      \(sections.map(Self.markup))</main>
      <footer>\(Self.footer)</footer>
      <script>\(Markup(trusted: ReportScript.text))</script>
      </body>
      </html>

      """
    return markup.text
  }

  private static func markup(_ section: Section) -> Markup {
    """
    <section id="\(section.id)" aria-labelledby="\(section.id)-heading">
    <h2 id="\(section.id)-heading">\(section.heading)</h2>
    \(section.content)</section>

    """
  }

  /// Nothing is loaded from anywhere; the one style sheet and the one script are known by their hash.
  static var policy: String {
    "default-src 'none'; style-src \(ContentHash.source(of: ReportStyle.text.description)); "
      + "script-src \(ContentHash.source(of: ReportScript.text.description)); "
      + "base-uri 'none'; form-action 'none'"
  }

  private static let footer: Markup = """
    <p>Made by forceplan. This file loads nothing and sends nothing. Coastlines and borders: Natural
    Earth, 1:50 million, version of 2017, public domain. They show who holds what on the ground in the
    view of that source; this page takes no position on the status of any territory.</p>
    """
}
