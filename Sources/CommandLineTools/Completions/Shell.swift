/// The shells for which completions can be written.
public enum Shell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish

  /// A script that makes the shell complete the tool's verbs, options and values.
  public func completionScript(for tool: ToolSpec) -> String {
    switch self {
    case .bash: BashCompletion(tool: tool).script
    case .zsh: ZshCompletion(tool: tool).script
    case .fish: FishCompletion(tool: tool).script
    }
  }
}
