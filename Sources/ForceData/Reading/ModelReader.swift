public import ForceModel

/// A model that was read, with everything that is wrong or odd in its files.
public struct ModelReading: Sendable {
  /// The model; nil where a finding is an error.
  public var model: PlanningModel?
  /// Findings in the order of the tables in data-package.md, each file by row and column.
  public var findings: [Finding]
  /// Whether the checks of the model as a whole were left out, because cells or rows were wrong: then
  /// mending those may bring further findings to light.
  public var isPartial: Bool
  /// Lines of a plan made by hand that can never be, by row; the model has them all the same.
  public var impossibleLines: [ImpossibleLine] = []

  /// Whether files could not be opened at all, rather than holding something wrong.
  public var cannotRead: Bool { findings.contains { $0.rule == .cannotRead } }

  /// The model, for programs that cannot go on without one.
  ///
  /// - Throws: `InvalidModel` where a finding is an error.
  public func checkedModel() throws(InvalidModel) -> PlanningModel {
    guard let model else { throw InvalidModel(findings: findings) }
    return model
  }
}

/// Files or tables of which no model can be made.
public struct InvalidModel: Error, Sendable, CustomStringConvertible {
  /// Everything that is wrong or odd in them; at least one finding is an error.
  public let findings: [Finding]

  /// The findings, one a line.
  public var description: String { findings.lines().joined(separator: "\n") }
}

/// Reads a model's folder or workbook, checks it, and makes a planning model of it (data-package.md).
///
/// All findings of all files come at once. Checks of the model as a whole, such as whether a pledge
/// can reach anything, are only made where cells and rows are right, so that no finding is merely the
/// consequence of another.
public struct ModelReader: Sendable {
  /// Limits on what is read.
  public var limits: ReadingLimits

  /// Creates a reader.
  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  /// Reads a model, and applies variants to it, one after the other.
  ///
  /// - Parameters:
  ///   - folder: path of the model's folder, or of its workbook.
  ///   - variants: paths of variants, each a folder or a file of overrides.
  /// - Returns: the model, if no finding is an error, and all findings.
  /// - Complexity: linear in the size of the files, but for sorting.
  public func read(folder: String, variants: [String] = []) -> ModelReading {
    read(folder: folder, variants: variants) { _, _, _ in }
  }

  /// Reads a model whose raw tables are changed before they are checked.
  func read(
    folder: String, variants: [String],
    changing change: (inout RawModel, FindingCollector, inout ModelDigest) -> Void
  ) -> ModelReading {
    let collector = FindingCollector(limit: limits.findings)
    var digest = ModelDigest()
    let loader = RawModelLoader(collector: collector, limits: limits)
    guard var raw = loader.load(folder, digest: &digest) else {
      return ModelReading(model: nil, findings: collector.sorted(), isPartial: true)
    }
    for variant in variants {
      VariantLoader(collector: collector, limits: limits).apply(
        variant, to: &raw, digest: &digest)
    }
    change(&raw, collector, &digest)
    return checked(raw, digest: digest, collector: collector)
  }

  /// Reads a model whose tables a program holds as CSV text.
  ///
  /// ```swift
  /// let reading = ModelReader().read(
  ///   name: "example",
  ///   tables: [.contributors: "contributor\nAral\n", .locations: locations, .capabilities: kinds,
  ///     .contributions: pledges, .crises: crises, .requirements: needs])
  /// ```
  ///
  /// - Parameters:
  ///   - name: Name of the model.
  ///   - tables: The tables that are there, each with its header; findings name them as files.
  ///   - policy: The members of the `forceplan` object of datapackage.json, as JSON; every one may be
  ///     left out.
  /// - Returns: The model, if no finding is an error, and all findings.
  public func read(
    name: String, tables: [ModelTable: String], policy: String = "{}"
  ) -> ModelReading {
    let collector = FindingCollector(limit: limits.findings)
    var digest = ModelDigest()
    let raw = RawModelLoader(collector: collector, limits: limits).load(
      name: name, tables: tables, policy: policy, digest: &digest)
    return checked(raw, digest: digest, collector: collector)
  }

  /// Makes a model of raw tables, and checks it.
  func checked(
    _ raw: RawModel, digest: ModelDigest, collector: FindingCollector
  ) -> ModelReading {
    let identity = ModelIdentity(name: raw.name, sha256: digest.hexadecimal())
    var assembler = ModelAssembler(collector: collector, limits: limits, raw: raw)
    let assembled = assembler.assemble(identity: identity)
    guard let assembled, !collector.hasErrors else {
      return ModelReading(model: nil, findings: collector.sorted(), isPartial: true)
    }
    ModelCheck(assembled, collector: collector, limits: limits).run()
    return ModelReading(
      model: collector.hasErrors ? nil : assembled.model, findings: collector.sorted(),
      isPartial: false, impossibleLines: collector.impossibleLines)
  }
}
