import Glibc

/// `fuzz TARGET [libFuzzer's options] [corpus folders]`: throws inputs at one reader until one breaks it.
///
/// libFuzzer is linked without a main function of its own, so that one program holds all targets.
typealias Input = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ input: Input
) -> CInt

let targets: [String: FuzzTarget] = [
  "csv": CSVTarget(), "package": PackageTarget(), "model": ModelTarget(),
  "variant": VariantTarget(), "moves": MovesTarget(), "plan": PlanTarget(),
  "journal": JournalTarget(),
]

guard CommandLine.arguments.count > 1, let target = targets[CommandLine.arguments[1]] else {
  print("usage: fuzz \(targets.keys.sorted().joined(separator: "|")) [options] [corpus]")
  exit(64)
}

/// The target that was chosen; set before the first input.
nonisolated(unsafe) let chosen = target

// The target's name is ours; libFuzzer sees the rest.
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
exit(
  runDriver(&count, &arguments) { start, length in
    chosen.run(Array(UnsafeBufferPointer(start: start, count: length)))
    return 0
  })
