/// Completions for fish: one `complete` command for each verb, option and operand.
struct FishCompletion {
  let tool: ToolSpec

  var script: String {
    var lines = ["# fish completion of \(tool.name)", "complete -c \(tool.name) -f"]
    for verb in tool.verbs {
      lines.append(
        command(
          condition: "__fish_use_subcommand", ["-a \(verb.name)", "-d \(quoted(verb.summary))"]))
    }
    for verb in tool.verbs {
      let condition = "__fish_seen_subcommand_from \(verb.name)"
      for operand in verb.operands where operand.value.completion != .nothing {
        lines.append(command(condition: condition, [offer(operand.value)]))
      }
      for option in verb.options { lines.append(command(condition: condition, parts(of: option))) }
    }
    lines += tool.commonOptions.map { command(condition: nil, parts(of: $0)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func command(condition: String?, _ parts: [String]) -> String {
    let when = condition.map { ["-n \(quoted($0))"] } ?? []
    return (["complete -c \(tool.name)"] + when + parts).joined(separator: " ")
  }

  private func parts(of option: OptionSpec) -> [String] {
    var parts = option.short.map { ["-s \($0)"] } ?? []
    parts.append("-l \(option.name)")
    if let value = option.value {
      // -x: a value, and files are none.
      parts.append(value.completion == .files ? "-r" : "-x")
      if value.completion != .nothing { parts.append(offer(value)) }
    }
    parts.append("-d \(quoted(option.help))")
    return parts
  }

  private func offer(_ value: ValueSpec) -> String {
    switch value.completion {
    case .nothing: ""
    case .files: "-F"
    case .folders: "-a '(__fish_complete_directories)'"
    case .words(let words): "-a \(quoted(words.joined(separator: " ")))"
    }
  }

  private func quoted(_ text: String) -> String {
    "'"
      + text.flatMap { "'\\".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
      + "'"
  }
}
