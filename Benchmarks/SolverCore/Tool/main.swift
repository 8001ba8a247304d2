import CommandLineTools
import Glibc

exit(BenchmarkTool.run(Array(CommandLine.arguments.dropFirst())).number)
