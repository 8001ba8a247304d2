import TextFormats

extension SweepJournal {
  /// Why a run may not use the journal that is there.
  public enum Refusal: Error, Sendable, Equatable {
    /// Another run is at work on it.
    case inUse(folder: String)
    /// It holds plans that the run would lose.
    case unfinished(journal: String, folder: String, variants: Int)
    /// It was begun with something else; what, in words.
    case changed(journal: String, what: String)

    /// Whether the run's inputs are why, and not what else happens in the folder.
    public var isOfInputs: Bool {
      if case .changed = self { true } else { false }
    }

    /// Cause and remedy in one sentence.
    public var message: String {
      switch self {
      case .inUse(let folder):
        "another run is writing a comparison into \(SafeText.quoted(folder)); wait for its end, or name "
          + "another folder"
      case .unfinished(let journal, let folder, let variants):
        "an unfinished comparison into \(SafeText.quoted(folder)) has \(ReadableNumber.count(variants)) variants planned; go on "
          + "with --resume, or delete \(SafeText.quoted(journal)) to begin anew"
      case .changed(let journal, let what):
        "the unfinished comparison cannot be gone on with, because \(what); undo the change, or delete "
          + "\(SafeText.quoted(journal)) to begin anew"
      }
    }
  }
}
