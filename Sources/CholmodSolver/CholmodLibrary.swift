import CCholmod
import Glibc

/// The functions of CHOLMOD, loaded when they are first wanted.
///
/// Few models are so large that they need it, and linked it would cost every start of the tool some milliseconds, and
/// address space that a limit on memory may not leave.
struct CholmodLibrary: Sendable {
  typealias Common = UnsafeMutablePointer<cholmod_common>
  typealias Sparse = UnsafeMutablePointer<cholmod_sparse>
  typealias Dense = UnsafeMutablePointer<cholmod_dense>
  typealias Factor = UnsafeMutablePointer<cholmod_factor>

  let start: @convention(c) (Common) -> Int32
  let finish: @convention(c) (Common) -> Int32
  /// Rows, columns, entries, whether sorted, whether packed, symmetry, kind of number.
  let allocateSparse: @convention(c) (Int, Int, Int, Int32, Int32, Int32, Int32, Common) -> Sparse?
  let freeSparse: @convention(c) (UnsafeMutablePointer<Sparse?>, Common) -> Int32
  /// Rows, columns, leading dimension, kind of number.
  let allocateDense: @convention(c) (Int, Int, Int, Int32, Common) -> Dense?
  let freeDense: @convention(c) (UnsafeMutablePointer<Dense?>, Common) -> Int32
  /// Matrix, order of elimination if one is given, columns if not all count, and how many, common.
  let analyze:
    @convention(c) (
      Sparse, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?, Int, Common
    ) -> Factor?
  let factorize: @convention(c) (Sparse, Factor, Common) -> Int32
  let solve: @convention(c) (Int32, Factor, Dense, Common) -> Dense?
  let freeFactor: @convention(c) (UnsafeMutablePointer<Factor?>, Common) -> Int32
  /// Of the OpenMP runtime that CHOLMOD is built with: how deep this thread may share loops with others.
  let setLevelsOfThreads: @convention(c) (Int32) -> Void

  /// The library that fits the headers; nil: it is not installed.
  static let loaded = CholmodLibrary()

  private init?() {
    guard let library = dlopen("libcholmod.so.\(CHOLMOD_MAIN_VERSION)", RTLD_NOW) else {
      return nil
    }
    func function<Function>(_ name: String) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
    }
    guard
      let start: @convention(c) (Common) -> Int32 = function("cholmod_start"),
      let finish: @convention(c) (Common) -> Int32 = function("cholmod_finish"),
      let allocateSparse:
        @convention(c) (Int, Int, Int, Int32, Int32, Int32, Int32, Common) -> Sparse? =
        function("cholmod_allocate_sparse"),
      let freeSparse: @convention(c) (UnsafeMutablePointer<Sparse?>, Common) -> Int32 =
        function("cholmod_free_sparse"),
      let allocateDense: @convention(c) (Int, Int, Int, Int32, Common) -> Dense? =
        function("cholmod_allocate_dense"),
      let freeDense: @convention(c) (UnsafeMutablePointer<Dense?>, Common) -> Int32 =
        function("cholmod_free_dense"),
      let analyze:
        @convention(c) (
          Sparse, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?, Int, Common
        ) -> Factor? = function("cholmod_analyze_p"),
      let factorize: @convention(c) (Sparse, Factor, Common) -> Int32 =
        function("cholmod_factorize"),
      let solve: @convention(c) (Int32, Factor, Dense, Common) -> Dense? =
        function("cholmod_solve"),
      let freeFactor: @convention(c) (UnsafeMutablePointer<Factor?>, Common) -> Int32 =
        function("cholmod_free_factor"),
      let setLevelsOfThreads: @convention(c) (Int32) -> Void =
        function("omp_set_max_active_levels")
    else { return nil }
    self.start = start
    self.finish = finish
    self.allocateSparse = allocateSparse
    self.freeSparse = freeSparse
    self.allocateDense = allocateDense
    self.freeDense = freeDense
    self.analyze = analyze
    self.factorize = factorize
    self.solve = solve
    self.freeFactor = freeFactor
    self.setLevelsOfThreads = setLevelsOfThreads
  }
}
