import TextFormats

/// What datapackage.json says: the names of the tables' files, and the policy.
struct PackageDescriptor {
  /// Name of the file.
  static let fileName = "datapackage.json"

  /// A value of the policy, with the file that it stands in.
  struct PolicyEntry {
    var member: JSONNode.Member
    var file: FindingCollector.File
  }

  /// A table's file.
  struct TableFile {
    /// Relative to the folder; nil: the descriptor's path is wrong, which is reported.
    var path: String?
    var place: Place
  }

  var name: String?
  var title: String?
  /// Paths of the tables that are named.
  var tables: [ModelTable: TableFile] = [:]
  /// Where the list of resources begins.
  var resourcesPlace: Place
  /// Members of the `forceplan` object, in their order.
  var policy: [PolicyEntry] = []
  /// Where the `forceplan` object begins; the file's begin where there is none.
  var policyPlace: Place
  /// Whether the `resources` key is there.
  var hasResources = false
}

/// Reads datapackage.json and reports what is wrong with it.
struct DescriptorReader {
  let collector: FindingCollector
  let file: FindingCollector.File

  /// Reads a JSON text; nil where it is not well-formed.
  func parse(_ bytes: [UInt8]) -> JSONNode? {
    do throws(JSONError) {
      return try JSON.read(bytes)
    } catch {
      let rule: FindingRule = error.kind == .invalidUTF8 ? .notText : .jsonSyntax
      collector.report(
        rule, place(error.position), error.message,
        remedy: "mend the JSON here; the rest of the file was not read")
      return nil
    }
  }

  /// Reads the descriptor of a model; with `isVariant`, that of a variant, which needs no resources.
  func read(_ root: JSONNode, isVariant: Bool) -> PackageDescriptor? {
    let start = place(root.position)
    guard case .object(let members) = root.content else {
      collector.report(
        .packageShape, start, "the file holds \(root.kindName) instead of an object",
        remedy: "write { \"name\": ..., \"resources\": [...], \"forceplan\": {...} }")
      return nil
    }
    var descriptor = PackageDescriptor(resourcesPlace: start, policyPlace: start)
    let before = collector.count
    for member in members {
      switch member.key {
      case "name": descriptor.name = readName(member.value, of: "the package")
      case "title": descriptor.title = readText(member.value, of: "title")
      case "profile": readProfile(member.value)
      case "resources":
        descriptor.hasResources = true
        descriptor.resourcesPlace = place(member.keyPosition)
        readResources(member.value, into: &descriptor)
      case "forceplan":
        descriptor.policyPlace = place(member.keyPosition)
        descriptor.policy = readPolicy(member.value)
      default: reportMisspelt(member)
      }
    }
    // A misspelt 'resources' is enough to say.
    if !descriptor.hasResources, !isVariant, collector.count == before {
      collector.report(
        .packageShape, start, "there is no 'resources'",
        remedy: "list the tables: { \"name\": \"contributors\", \"path\": \"contributors.csv\" }")
    }
    return descriptor
  }

  /// The members of a `forceplan` object.
  func readPolicy(_ node: JSONNode) -> [PackageDescriptor.PolicyEntry] {
    guard case .object(let members) = node.content else {
      collector.report(
        .packageShape, place(node.position), "'forceplan' is \(node.kindName) instead of an object",
        remedy: "write \"forceplan\": { \"horizonDays\": 90 }")
      return []
    }
    return members.map { PackageDescriptor.PolicyEntry(member: $0, file: file) }
  }

  func place(_ position: TextPosition) -> Place {
    Place(file: file, row: position.row, column: position.column)
  }

  // MARK: - Parts

  private func readName(_ node: JSONNode, of owner: String) -> String? {
    guard let name = readText(node, of: "name") else { return nil }
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || "._-/".unicodeScalars.contains(scalar)
    }
    guard !name.isEmpty, isPlain else {
      collector.report(
        .packageName, place(node.position),
        "the name of \(owner), \(SafeText.quoted(name)), holds other characters than names may",
        remedy: "use lower-case letters, digits, '.', '_', '-' and '/'; put the rest into 'title'")
      return nil
    }
    return name
  }

  private func readText(_ node: JSONNode, of key: String) -> String? {
    guard case .string(let text) = node.content else {
      collector.report(
        .packageShape, place(node.position), "'\(key)' is \(node.kindName) instead of a text",
        remedy: "put it in quotes")
      return nil
    }
    guard !text.unicodeScalars.contains(where: VisibleText.isUnsafe) else {
      collector.report(
        .badText, place(node.position),
        "'\(key)' holds control characters: \(SafeText.quoted(text))",
        remedy: "write plain text on one line")
      return nil
    }
    return text
  }

  private func readProfile(_ node: JSONNode) {
    guard let profile = readText(node, of: "profile") else { return }
    guard !["tabular-data-package", "data-package"].contains(profile) else { return }
    collector.report(
      .packageShape, place(node.position), "the profile \(SafeText.quoted(profile)) is not known",
      remedy: "write \"tabular-data-package\"")
  }

  /// Any other key is the planner's own, unless it looks like one of ours.
  private func reportMisspelt(_ member: JSONNode.Member) {
    let ours = ["forceplan", "resources"]
    guard let nearest = NearestName.among(ours, to: member.key) else { return }
    collector.report(
      .unknownKey, place(member.keyPosition),
      "the key \(SafeText.quoted(member.key)) is not read", remedy: "did you mean '\(nearest)'?")
  }

  private func readResources(_ node: JSONNode, into descriptor: inout PackageDescriptor) {
    guard case .array(let resources) = node.content else {
      collector.report(
        .packageShape, place(node.position), "'resources' is \(node.kindName) instead of a list",
        remedy: "write \"resources\": [ { \"name\": ..., \"path\": ... } ]")
      return
    }
    for resource in resources { readResource(resource, into: &descriptor) }
  }

  private func readResource(_ node: JSONNode, into descriptor: inout PackageDescriptor) {
    guard case .object = node.content, let nameNode = node["name"] else {
      collector.report(
        .packageShape, place(node.position), "this resource has no name",
        remedy: "write { \"name\": \"contributors\", \"path\": \"contributors.csv\" }")
      return
    }
    guard case .string(let rawName) = nameNode.content, let table = ModelTable(rawValue: rawName)
    else {
      if let name = readName(nameNode, of: "the resource") { reportMisspelt(table: name, nameNode) }
      return
    }
    if descriptor.tables[table] != nil {
      collector.report(
        .duplicateResource, place(nameNode.position), "the table '\(rawName)' is named twice",
        remedy: "delete one of the two resources")
      return
    }
    reportForm(of: node, table: table)
    guard let (path, position) = readPath(node, table: table) else {
      descriptor.tables[table] = PackageDescriptor.TableFile(path: nil, place: place(node.position))
      return
    }
    descriptor.tables[table] = PackageDescriptor.TableFile(path: path, place: place(position))
  }

  private func reportMisspelt(table name: String, _ node: JSONNode) {
    guard let nearest = NearestName.among(ModelTable.allCases.map(\.rawValue), to: name) else {
      return
    }
    collector.report(
      .misspeltResource, place(node.position), "the resource \(SafeText.quoted(name)) is not read",
      remedy: "did you mean '\(nearest)'?")
  }

  private func readPath(_ node: JSONNode, table: ModelTable) -> (String, TextPosition)? {
    let example = "write \"path\": \"\(table.fileName)\""
    guard let pathNode = node["path"] else {
      collector.report(
        .packageShape, place(node.position), "the resource '\(table.rawValue)' has no path",
        remedy: example)
      return nil
    }
    switch pathNode.content {
    case .string(let path):
      return (path, pathNode.position)
    case .array(let parts):
      if parts.count == 1, case .string(let path) = parts[0].content {
        return (path, parts[0].position)
      }
    default: break
    }
    collector.report(
      .packageShape, place(pathNode.position),
      "the path of '\(table.rawValue)' is not the path of one file", remedy: example)
    return nil
  }

  /// Reports what says that a table is not plain CSV in UTF-8.
  private func reportForm(of node: JSONNode, table: ModelTable) {
    if let encoding = node["encoding"], case .string(let name) = encoding.content,
      !["utf-8", "utf8"].contains(name.lowercased())
    {
      collector.report(
        .packageShape, place(encoding.position),
        "the encoding of '\(table.rawValue)' is \(SafeText.quoted(name))",
        remedy: "save the table in UTF-8")
    }
    let dialect = node["dialect"]
    if let delimiter = dialect?["delimiter"] ?? dialect?["csv"]?["delimiter"],
      delimiter.content != .string(",")
    {
      collector.report(
        .packageShape, place(delimiter.position),
        "the delimiter of '\(table.rawValue)' is not a comma", remedy: "save the table with commas")
    }
    if let header = dialect?["header"], header.content == .bool(false) {
      collector.report(
        .packageShape, place(header.position), "'\(table.rawValue)' is said to have no header",
        remedy: "begin the table with a header row")
    }
  }
}

extension JSONNode {
  /// The kind of value, for a sentence.
  var kindName: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
