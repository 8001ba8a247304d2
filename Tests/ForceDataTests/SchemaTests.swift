import ForceData
import Foundation
import TestSupport
import Testing
import TextFormats

@Suite struct SchemaTests {
  @Test func `the overview and the pages of tables and policy are as recorded`() {
    #expect(GoldenText.difference(of: SchemaText.overview(), from: "schema.txt") == nil)
    #expect(GoldenText.difference(of: SchemaText.policy(), from: "schema-policy.txt") == nil)
    for table in ModelTable.allCases {
      let name = "schema-\(table.rawValue).txt"
      #expect(GoldenText.difference(of: SchemaText.table(table), from: name) == nil)
      let json = JSON.text(TableSchemaJSON.schema(of: table))
      #expect(GoldenText.difference(of: json, from: "schema-\(table.rawValue).json") == nil)
    }
  }

  @Test func `pages are at most 80 columns wide`() {
    let pages =
      [SchemaText.overview(), SchemaText.policy()] + ModelTable.allCases.map(SchemaText.table)
    for line in pages.flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `every table has a key of its own columns and documented, distinct columns`() {
    #expect(ModelSchema.tables.map(\.table) == ModelTable.allCases)
    for schema in ModelSchema.tables {
      let names = schema.fields.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(schema.key.allSatisfy(names.contains))
      #expect(schema.fields.allSatisfy { $0.description.hasSuffix(".") })
      #expect(ModelSchema.table(schema.table).fields == schema.fields)
      #expect(!names.contains { $0.hasPrefix(ModelSchema.notePrefix) || $0 == "delete" })
    }
  }

  @Test func `a reference to a table that is not in the package is no foreign key`() throws {
    let schema = TableSchemaJSON.schema(
      of: .lift, header: ["lift", "owner", "mode", "noteSource"], tables: [.lift, .contributors])
    guard case .object(let object) = schema, case .array(let fields)? = object["fields"] else {
      Issue.record("wrong shape")
      return
    }
    #expect(object["foreignKeys"] == nil)
    #expect(object["primaryKey"] == ["lift"])
    #expect(fields.count == 4)
  }
}
