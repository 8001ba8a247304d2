import BenchmarkModels
import ForceModel
import Testing
