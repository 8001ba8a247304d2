import CXMLParser
import Glibc

/// Something that is told what stands in a part of a workbook.
protocol XMLHandler: AnyObject {
  /// An element begins. Names have no namespace prefix; `parent` is empty for the root.
  ///
  /// - Throws: `WorkbookFault.broken` and others, which end the reading.
  func begin(_ name: String, in parent: String, _ attributes: XMLAttributes) throws(WorkbookFault)
  /// Text of the element that began last and has not ended.
  func text(_ bytes: UnsafeRawBufferPointer, in name: String)
  /// An element ends.
  func end(_ name: String, in parent: String) throws(WorkbookFault)
}

extension XMLHandler {
  func text(_ bytes: UnsafeRawBufferPointer, in name: String) {}
  func end(_ name: String, in parent: String) throws(WorkbookFault) {}
}

/// The attributes of an element, looked at in place.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute of a name, whatever its prefix; nil where there is none.
  subscript(name: String) -> String? {
    guard let pairs else { return nil }
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if XMLPart.localName(key) == name { return String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// Reads the XML of one part of a workbook.
///
/// A document type is refused, and with it every entity that a part could define; depth and the length of
/// a tag or comment are bounded, so reading takes time and memory in proportion to the part's bytes.
final class XMLPart {
  private static let depthLimit = 64
  private static let tokenLimit = 1 << 20

  private let name: String
  private let handler: any XMLHandler
  private let parser: XML_Parser
  /// The elements that are open, outermost first.
  private var open: [String] = []
  /// Bytes that were given to the parser since it last told of anything.
  private var silentBytes = 0
  private var fault: WorkbookFault?

  private init(_ name: String, handler: any XMLHandler) throws(WorkbookFault) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .tooLarge(part: name, limit: "more than the memory that is free")
    }
    self.name = name
    self.handler = handler
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLPart.of($0)?.begin($1, $2) }, { me, _ in XMLPart.of(me)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLPart.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, _ in
      XMLPart.of(me)?.stop("a document type, which workbooks do not have,")
    }
    // Everything else, so that a long comment is not taken for silence.
    XML_SetDefaultHandler(parser) { me, _, _ in XMLPart.of(me)?.silentBytes = 0 }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a part from beginning to end.
  ///
  /// - Throws: `WorkbookFault`.
  static func read(
    _ name: String, of archive: ZipArchive, into handler: any XMLHandler
  ) throws(WorkbookFault) {
    let part = try XMLPart(name, handler: handler)
    try archive.unpack(name) { (piece) throws(WorkbookFault) in try part.feed(piece) }
  }

  /// The name behind a namespace prefix.
  static func localName(_ name: UnsafePointer<CChar>) -> String {
    guard let colon = strchr(name, CInt(UInt8(ascii: ":"))) else { return String(cString: name) }
    return String(cString: colon + 1)
  }

  private func feed(_ piece: UnsafeRawBufferPointer) throws(WorkbookFault) {
    silentBytes += piece.count
    let bytes = piece.bindMemory(to: CChar.self).baseAddress
    let status = XML_Parse(parser, bytes, CInt(piece.count), piece.isEmpty ? 1 : 0)
    if let fault { throw fault }
    guard status == XML_STATUS_OK else {
      let reason =
        XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "an error"
      throw .broken(part: name, reason: "\(reason) at line \(XML_GetCurrentLineNumber(parser))")
    }
    // The parser looks at an unfinished tag from its beginning again with every piece.
    guard silentBytes <= Self.tokenLimit else {
      throw .broken(part: name, reason: "a tag of more than \(Self.tokenLimit) bytes")
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLPart? {
    pointer.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: String) {
    stop(.broken(part: name, reason: reason))
  }

  private func stop(_ fault: WorkbookFault) {
    if self.fault == nil { self.fault = fault }
    XML_StopParser(parser, XML_Bool(0))
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    silentBytes = 0
    guard fault == nil, let name else { return }
    guard open.count < Self.depthLimit else {
      stop("elements nested more than \(Self.depthLimit) deep")
      return
    }
    let parent = open.last ?? ""
    let local = Self.localName(name)
    open.append(local)
    do throws(WorkbookFault) {
      try handler.begin(local, in: parent, XMLAttributes(pairs: pairs))
    } catch {
      stop(error)
    }
  }

  private func end() {
    silentBytes = 0
    guard fault == nil, let name = open.popLast() else { return }
    do throws(WorkbookFault) {
      try handler.end(name, in: open.last ?? "")
    } catch {
      stop(error)
    }
  }

  private func text(_ start: UnsafePointer<CChar>?, _ count: CInt) {
    silentBytes = 0
    guard fault == nil, let start, let name = open.last else { return }
    handler.text(UnsafeRawBufferPointer(start: start, count: Int(count)), in: name)
  }
}
