import ForceModel

/// The reference of all files as a page of Markdown, made from the tables of fields and columns.
public enum SchemaMarkdown {
  /// The page: what a model's files hold, then what a plan's do.
  public static func page() -> String {
    let sections =
      [
        opening, "## The model", ModelSchema.tables.map(section).joined(separator: "\n\n"), policy,
        "## The plan",
        """
        `forceplan solve MODEL -o DIR` writes these tables. plan.json holds all of them and the status, goals, bounds,
        certificate and assumptions; run.json holds versions, options and times, and is the only file that may differ
        between two runs.
        """,
        section(Deployment.self), section(DeploymentTask.self), section(Shortfall.self),
        section(Price.self), section(ContributorSummary.self), section(CrisisSummary.self),
      ]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    # File reference

    Every table, column, unit and default, as `forceplan schema` prints them.

    ## Overview

    A model is a folder: datapackage.json and CSV tables, in UTF-8, with a header row and decimal points. Columns
    marked * must be filled in; an empty cell elsewhere means the default, and absent is not zero. Columns may
    stand in any order; one whose name starts with `note` is yours and is not read. Identifiers are 1 to 64
    letters, digits, `_`, `-` and `.`; case counts.

    `forceplan schema --format markdown` prints this page.
    """

  private static func section(_ schema: TableSchema) -> String {
    var text = heading(
      schema.table.fileName, schema.summary + (schema.isRequired ? " Required." : ""),
      key: schema.key)
    text += fieldTable("column", schema.fields)
    if schema.table == .modes {
      text += "\n\nWithout this table:\n\n"
      let columns = schema.fields.map(\.name)
      text += table(
        columns, ModelSchema.defaultModes.map { row in columns.map { row[$0] ?? "" } })
    }
    return text
  }

  private static var policy: String {
    heading(
      "The policy", "The object `forceplan` of datapackage.json. Every key may be left out.",
      key: []) + fieldTable("key", ModelSchema.policy)
  }

  private static func section<Line: PlanLine>(_ line: Line.Type) -> String {
    heading(Line.table.fileName, Line.summary, key: Line.key)
      + table(
        ["column", "says", "holds", "unit"],
        Line.columns.map { [$0.name, $0.description, $0.expectation, $0.unit] })
  }

  private static func heading(_ title: String, _ summary: String, key: [String]) -> String {
    let tellsApart = key.map { "`\($0)`" }.joined(separator: ", ")
    return "### \(title)\n\n\(summary)"
      + (key.isEmpty ? "" : " Rows are told apart by \(tellsApart).") + "\n\n"
  }

  private static func fieldTable(_ first: String, _ fields: [SchemaField]) -> String {
    table(
      [first, "says", "holds", "unit", "default"],
      fields.map { field in
        let holds = [field.kindText, field.rangeText].compactMap { $0 }.joined(separator: ", ")
        return [
          field.name + (field.isRequired ? "*" : ""), field.description, holds, field.unit,
          field.defaultInWords ?? "",
        ]
      })
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let divider = header.map { _ in "---" }
    return ([header, divider] + rows).map { cells in
      "| " + cells.map(escaped).joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// A cell without the characters that Markdown takes for its own.
  private static func escaped(_ cell: String) -> String {
    cell.reduce(into: "") { text, character in
      if "|*<>[]_`\\".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
