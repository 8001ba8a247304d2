import CommandLineTools
import Testing

@Suite struct ArgumentParserTests {
  private func parsed(_ line: String) throws -> ParsedArguments {
    let words = line.split(separator: " ").map(String.init)
    guard case .run(let arguments) = try ArgumentParser(SampleTool.tool).parse(words) else {
      throw Unexpected.help
    }
    return arguments
  }

  private enum Unexpected: Error { case help }

  @Test(arguments: [
    "solve m -o out --time-limit 5m --threads 3 --whole-units",
    "solve --output=out --time-limit=5m --threads=3 --whole-units m",
    "solve -oout m --time-limit 300s --threads 3 --whole-units",
  ])
  func `options stand anywhere after the verb and take values both ways`(line: String) throws {
    let arguments = try parsed(line)
    #expect(try arguments.value(of: SampleTool.model) == "m")
    #expect(try arguments.value(of: SampleTool.output) == "out")
    #expect(try arguments.value(of: SampleTool.timeLimit) == .seconds(300))
    #expect(try arguments.value(of: SampleTool.threads) == 3)
    #expect(arguments.has(SampleTool.whole))
  }

  @Test func `common options may stand before the verb`() throws {
    let arguments = try parsed("--quiet --no-color solve m")
    #expect(arguments.has(CommonOptions.quiet))
    #expect(arguments.has(CommonOptions.noColor))
  }

  @Test func `a verb's own option before the verb is not known`() {
    #expect(throws: UsageError(.unknownOption("--whole-units", suggestion: nil))) {
      try parsed("--whole-units solve m")
    }
  }

  @Test func `an option that is required is asked for`() throws {
    #expect(try parsed("schema --depth 2").required(SampleTool.depth) == 2)
    let error = #expect(throws: UsageError.self) {
      try parsed("schema").required(SampleTool.depth)
    }
    #expect(error?.message(tool: "sample").hasPrefix("--depth is needed\n") == true)
  }

  @Test func `a repeated option keeps its order`() throws {
    let arguments = try parsed("solve m --variant b --variant=a")
    #expect(try arguments.values(of: SampleTool.variant) == ["b", "a"])
  }

  @Test func `what is not given is nil`() throws {
    let arguments = try parsed("schema")
    #expect(try arguments.optionalValue(of: SampleTool.topic) == nil)
    #expect(try parsed("solve m").value(of: SampleTool.output) == nil)
  }

  @Test func `two dashes end the options`() throws {
    let arguments = try parsed("solve -- --output")
    #expect(try arguments.value(of: SampleTool.model) == "--output")
    #expect(try parsed("solve -").value(of: SampleTool.model) == "-")
  }

  @Test func `an attached value may be empty of letters that a detached one may not begin with`()
    throws
  {
    #expect(try parsed("solve m --label=-x").value(of: SampleTool.label) == "-x")
    #expect(try parsed("solve m --label=a=b").value(of: SampleTool.label) == "a=b")
  }

  @Test(arguments: [
    ("", "a verb is missing"),
    ("slove m", "'slove' is not a verb; did you mean 'solve'?"),
    ("wash m", "'wash' is not a verb"),
    ("solve", "MODEL is missing"),
    ("solve m n", "'n' is one argument too many"),
    ("solve m --outptu d", "unknown option '--outptu'; did you mean '--output'?"),
    ("solve m -x", "unknown option '-x'"),
    ("solve m -output d", "unknown option '-output'; did you mean '--output'?"),
    ("solve m -o", "-o needs a value: -o DIR"),
    ("solve m -quiet", "unknown option '-quiet'; did you mean '--quiet'?"),
    ("solve m -qv", "-q takes no value"),
    ("solve m -format json", "unknown option '-format'; did you mean '--format'?"),
    ("solve m --output", "--output needs a value: --output DIR"),
    ("solve m -o --quiet", "-o needs a value: -o DIR"),
    ("solve m --output=", "--output: expected the path of a folder, not ''"),
    ("solve m --quiet=yes", "--quiet takes no value"),
    ("solve m -o a --output b", "--output is given more than once; give it once"),
    (
      "solve m --format jsn",
      "--format: expected one of text, json, not 'jsn'; did you mean 'json'?"
    ),
    ("solve m --time-limit 30", "--time-limit: expected a time such as 30s, 5m or 2h, not '30'"),
    ("solve m --time-limit 0s", "--time-limit: expected a time such as 30s, 5m or 2h, not '0s'"),
    ("solve m --time-limit=-3s", "--time-limit: expected a time such as 30s, 5m or 2h, not '-3s'"),
    (
      "solve m --time-limit 1e3s", "--time-limit: expected a time such as 30s, 5m or 2h, not '1e3s'"
    ),
    (
      "solve m --time-limit 99999999999h",
      "--time-limit: expected a time such as 30s, 5m or 2h, not '99999999999h'"
    ),
    ("solve m --threads 0", "--threads: expected a whole number from 1 on, not '0'"),
    ("solve m --threads +2", "--threads: expected a whole number from 1 on, not '+2'"),
    ("solve m --threads 1.5", "--threads: expected a whole number from 1 on, not '1.5'"),
    (
      "solve m --threads 99999999999999999999",
      "--threads: expected a whole number from 1 on, not '99999999999999999999'"
    ),
    ("schema polcy", "TOPIC: expected one of tables, policy, not 'polcy'; did you mean 'policy'?"),
    ("\u{1B}[2J", "'\\u{1B}[2J' is not a verb"),
  ])
  func `what is wrong is said with what was meant`(line: String, sentence: String) {
    let error = #expect(throws: UsageError.self) {
      let arguments = try parsed(line)
      for option in [SampleTool.output, SampleTool.label] { _ = try arguments.value(of: option) }
      _ = try arguments.value(of: SampleTool.format)
      _ = try arguments.value(of: SampleTool.timeLimit)
      _ = try arguments.value(of: SampleTool.threads)
      _ = try arguments.optionalValue(of: SampleTool.topic)
    }
    let message = error?.message(tool: "sample").split(separator: "\n").map(String.init)
    #expect(message?.first == sentence)
    let verb = line.split(separator: " ").first.map(String.init) ?? ""
    let page = ["solve", "schema"].contains(verb) ? "sample help \(verb)" : "sample help"
    #expect(message?.last == "Run '\(page)' for what it takes.")
  }

  @Test(
    arguments: [
      ("500ms", .milliseconds(500)), ("30s", .seconds(30)), ("5m", .seconds(300)),
      ("2h", .seconds(7200)),
    ] as [(String, Duration)])
  func `times have a unit`(text: String, time: Duration) throws {
    #expect(try parsed("solve m --time-limit \(text)").value(of: SampleTool.timeLimit) == time)
  }

  @Test(
    arguments: [
      ("--help", nil), ("-h", nil), ("solve --help", "solve"), ("--help solve", "solve"),
      ("solve m --nonsense -h", "solve"), ("solve --help --no-color", "solve"),
    ] as [(String, String?)])
  func `asking for help wins over everything else`(line: String, verb: String?) throws {
    let words = line.split(separator: " ").map(String.init)
    guard case .help(let asked, let allowsColor) = try ArgumentParser(SampleTool.tool).parse(words)
    else {
      Issue.record("\(line) is not taken as a question for help")
      return
    }
    #expect(asked?.name == verb)
    #expect(allowsColor == !line.contains("--no-color"))
  }

  @Test func `after the end of options --help is an operand`() throws {
    #expect(try parsed("solve -- --help").value(of: SampleTool.model) == "--help")
  }
}
