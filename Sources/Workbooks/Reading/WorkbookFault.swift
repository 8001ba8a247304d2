/// Why a workbook, or one of its sheets, cannot be read at all.
public enum WorkbookFault: Error, Equatable, Sendable {
  /// The bytes are no .xlsx file; what they are, as far as can be told.
  case notAWorkbook(String)
  /// The workbook or a part of it needs a password.
  case encrypted
  /// A part of the file is not as it has to be; which, empty for the archive as a whole, and why.
  case broken(part: String, reason: String)
  /// A part would unpack to more than the limits allow; which, and what the limit is.
  case tooLarge(part: String, limit: String)

  /// What is wrong, in a clause.
  public var message: String {
    switch self {
    case .notAWorkbook(let what): "the file is \(what), not an .xlsx workbook"
    case .encrypted: "the workbook is protected by a password"
    case .broken("", let reason): "the workbook is damaged: \(reason)"
    case .broken(let part, let reason): "the workbook is damaged: \(reason) in \(part)"
    case .tooLarge(let part, let limit): "the part \(part) of the workbook unpacks to \(limit)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notAWorkbook: "save it as .xlsx, or name a model's folder"
    case .encrypted: "save it without a password"
    case .broken: "open it in a spreadsheet and save it as .xlsx again"
    case .tooLarge: "delete empty formatted rows and columns, or divide the model"
    }
  }
}
