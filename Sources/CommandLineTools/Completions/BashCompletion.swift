/// Completions for bash: one function that looks at the verb and the word before the cursor.
struct BashCompletion {
  let tool: ToolSpec

  var script: String {
    let verbs = tool.verbs.map { "\"\($0.name)\") \(offer(operandsAndOptions(of: $0))) ;;" }
    let values = tool.verbs.flatMap { verb in
      (verb.options + tool.commonOptions).compactMap { valuePattern($0, of: verb) }
    }
    return """
      # bash completion of \(tool.name)
      _\(tool.name)() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        # bash takes the equals sign of --option=value for a word of its own.
        if [[ $current == "=" ]]; then
          current=
        elif [[ $previous == "=" ]]; then
          previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        local word verb= words= paths=
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          if [[ $word != -* ]]; then verb=$word; break; fi
        done
        case "$verb $previous" in
          \(values.joined(separator: "\n    "))
          *)
            case "$verb" in
              "") \(offer(words: tool.verbs.map(\.name) + spellings(tool.commonOptions))) ;;
              \(verbs.joined(separator: "\n        "))
            esac
            ;;
        esac
        mapfile -t COMPREPLY < <(
          compgen -W "$words" -- "$current"
          [[ -n $paths ]] && compgen "$paths" -- "$current"
        )
      }
      complete -o filenames -F _\(tool.name) \(tool.name)

      """
  }

  private func valuePattern(_ option: OptionSpec, of verb: VerbSpec) -> String? {
    guard let value = option.value else { return nil }
    let patterns = option.spellings.map { "\"\(verb.name) \($0)\"" }.joined(separator: "|")
    return "\(patterns)) \(offer([value])) ;;"
  }

  private func operandsAndOptions(of verb: VerbSpec) -> [ValueSpec] {
    let options = ValueSpec(
      placeholder: "", completion: .words(spellings(verb.options + tool.commonOptions)))
    return verb.operands.map(\.value) + [options]
  }

  private func spellings(_ options: [OptionSpec]) -> [String] { options.flatMap(\.spellings) }

  /// Assignments that offer what any of the values may be.
  private func offer(_ values: [ValueSpec]) -> String {
    var words: [String] = []
    var paths = ""
    for value in values {
      switch value.completion {
      case .nothing: break
      case .files: paths = "-f"
      case .folders: paths = paths.isEmpty ? "-d" : paths
      case .words(let more): words += more
      }
    }
    return paths.isEmpty ? offer(words: words) : offer(words: words) + " paths=\(paths)"
  }

  private func offer(words: [String]) -> String { "words=\"\(words.joined(separator: " "))\"" }
}
