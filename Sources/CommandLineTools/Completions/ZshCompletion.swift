/// Completions for zsh: the verbs, then `_arguments` with the specs of the verb.
struct ZshCompletion {
  let tool: ToolSpec

  var script: String {
    let verbs = tool.verbs.map { quoted("\($0.name):\($0.summary)") }
    let cases = tool.verbs.map { verb in
      let specs = (verb.options + tool.commonOptions).flatMap(optionSpecs) + operandSpecs(of: verb)
      return "\(verb.name))\n      _arguments \(specs.joined(separator: " \\\n        "))\n      ;;"
    }
    return """
      #compdef \(tool.name)
      _\(tool.name)() {
        local -a verbs=(
          \(verbs.joined(separator: "\n    "))
        )
        if (( CURRENT == 2 )); then
          _describe verb verbs
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
          \(cases.joined(separator: "\n    "))
        esac
      }
      if [[ $funcstack[1] == _\(tool.name) ]]; then
        _\(tool.name) "$@"
      else
        compdef _\(tool.name) \(tool.name)
      fi

      """
  }

  private func optionSpecs(_ option: OptionSpec) -> [String] {
    let action = option.value.map { ":\($0.placeholder):\(Self.action($0))" } ?? ""
    let repeating = option.mayRepeat ? "*" : ""
    return option.spellings.map { spelling in
      // A value may also follow an equals sign, after a long name.
      let equals = option.value != nil && spelling.hasPrefix("--") ? "=" : ""
      return quoted("\(repeating)\(spelling)\(equals)[\(Self.escaped(option.help))]\(action)")
    }
  }

  private func operandSpecs(of verb: VerbSpec) -> [String] {
    verb.operands.enumerated().map { place, operand in
      let colons = operand.isOptional ? "::" : ":"
      return quoted(
        "\(place + 1)\(colons)\(operand.value.placeholder):\(Self.action(operand.value))")
    }
  }

  private static func action(_ value: ValueSpec) -> String {
    switch value.completion {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  /// Help without the characters that `_arguments` takes for its own.
  private static func escaped(_ help: String) -> String {
    help.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
