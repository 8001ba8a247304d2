public import TextFormats

extension ModelReading {
  /// The findings as JSON, for programs.
  ///
  /// - Parameter exitCode: the code with which the tool ends.
  /// - Returns: an object that counts errors and warnings and lists the findings in their order.
  public func json(exitCode: Int) -> JSONValue {
    [
      "exitCode": .number(exitCode),
      "errors": .number(findings.count { $0.severity == .error }),
      "warnings": .number(findings.count { $0.severity == .warning }),
      "isPartial": .bool(isPartial),
      "findings": .array(findings.map(\.json)),
    ]
  }
}

extension Finding {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["file": .string(file)]
    if let sheet { object["sheet"] = .string(sheet) }
    object["row"] = .number(row)
    object["column"] = .number(column)
    object["severity"] = .string(severity.rawValue)
    object["rule"] = .string(rule.rawValue)
    object["message"] = .string(message)
    object["remedy"] = .string(remedy)
    return .object(object)
  }
}
