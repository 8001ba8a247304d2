public import ForceModel
public import TextFormats

/// Writes explanations for programs.
public enum ExplanationWriter {
  /// Accounts with their fates and remedies as JSON.
  public static func json(
    _ accounts: [ShortfallAccount], remedies: [String: [Remedy]]?
  ) -> JSONValue {
    .array(
      accounts.map { account in
        var object: JSONObject = [
          "requirement": .string(account.requirement), "crisis": .string(account.crisis),
          "capability": .string(account.capability), "unit": .string(account.unit.rawValue),
          "weight": .number(account.weight), "fromDay": .number(account.fromDay),
          "untilDay": .number(account.untilDay), "required": .number(account.required),
          "met": .number(account.met), "shortfall": .number(account.shortfall),
          "pledged": .number(account.pledged), "notPledged": .number(account.notPledged),
          "fates": .array(
            account.fates.map {
              [
                "kind": .string($0.kind.rawValue), "contribution": .string($0.contribution),
                "amount": .number($0.amount), "detail": .string($0.detail),
              ]
            }),
        ]
        if let found = remedies?[account.requirement] {
          object["remedies"] = .array(
            found.map {
              [
                "description": .string($0.description), "remaining": .number($0.remaining),
                "goal": .number($0.goal),
              ]
            })
        }
        return .object(object)
      })
  }

  /// Fates as one CSV table.
  public static func csv(_ accounts: [ShortfallAccount]) -> [UInt8] {
    var writer = CSVWriter(header: [
      "requirement", "crisis", "capability", "shortfall", "kind", "contribution", "amount", "unit",
      "detail",
    ])
    for account in accounts {
      for fate in account.fates {
        writer.append([
          account.requirement, account.crisis, account.capability,
          DecimalText.format(account.shortfall), fate.kind.rawValue, fate.contribution,
          DecimalText.format(fate.amount),
          account.unit == .personnel ? "person-days" : "unit-days", fate.detail,
        ])
      }
    }
    return writer.bytes
  }
}
