import CommandLineTools

/// `forceplan completions`: a script for a shell.
enum CompletionsVerb: Verb {
  static let name = "completions"

  private static let shell = Operand(
    .choice(of: Shell.self), help: "The shell that is to complete verbs, options and files.")

  static let spec = VerbSpec(
    name: name, summary: "print a script that makes a shell complete command lines",
    examples: [
      Example(
        "source <(forceplan completions bash)", "complete in this bash, until it ends"),
      Example(
        "forceplan completions zsh > ~/.zfunc/_forceplan",
        "complete in zsh, where ~/.zfunc is in $fpath"),
      Example(
        "forceplan completions fish > ~/.config/fish/completions/forceplan.fish",
        "complete in fish"),
    ],
    operands: [shell.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    try console.result(try arguments.value(of: shell).completionScript(for: Tool.spec))
    return .done
  }
}
