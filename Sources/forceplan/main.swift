import CommandLineTools
import Glibc

exit(Tool.run(Array(CommandLine.arguments.dropFirst())).number)
