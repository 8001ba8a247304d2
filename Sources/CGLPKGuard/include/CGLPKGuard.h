#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Linear programs held by GLPK, behind a guard.
//
// GLPK ends the process on bad arguments and on failed internal assertions. Every function below
// catches that end with setjmp, so that it comes back as an outcome; between setjmp and the failing
// call there is C only. An object of GLPK belongs to the thread that made it, and after a fatal
// error the whole environment of that thread has to be freed, with every object in it. So each
// function checks the thread first, and programs that went down with their environment answer
// `lost` for ever after.
//
// Nothing is ever printed. Rows and columns are counted from 0. The program minimises.

#define GUARD_CLOSED_ENUM __attribute__((enum_extensibility(closed)))

/// A linear program with its basis, owned by one thread.
typedef struct GuardedProgram GuardedProgram;

/// How a guarded call ended.
typedef enum GUARD_CLOSED_ENUM GuardOutcome : int {
  /// Done.
  GuardOutcomeDone,
  /// GLPK would have ended the process; `guarded_abort_message` says why. The program is lost.
  GuardOutcomeAborted,
  /// An earlier abort on this thread took the program, or it was closed.
  GuardOutcomeLost,
  /// Called on another thread than the one that made the program.
  GuardOutcomeWrongThread,
  /// Called from inside another guarded call of this thread.
  GuardOutcomeBusy,
  /// The guard itself got no memory; nothing was changed.
  GuardOutcomeNoMemory,
  /// The input was refused, and nothing was changed; the fault says what is wrong.
  GuardOutcomeRefused,
} GuardOutcome;

/// What is wrong with refused input.
typedef enum GUARD_CLOSED_ENUM GuardedFaultKind : int {
  GuardedFaultKindNone,
  /// A cost is not a finite number. `position`: the column in the call.
  GuardedFaultKindCost,
  /// A coefficient is not a finite number. `position`: the column (or row) in the call; `index`: the
  /// row (or column) of the entry.
  GuardedFaultKindCoefficient,
  /// A bound is not a number, or an infinity on the wrong side. `position`: the item in the call.
  GuardedFaultKindBound,
  /// A lower bound is above its upper bound. `position`: the item in the call.
  GuardedFaultKindCrossedBounds,
  /// An entry names a row (or column) that does not exist. `position`: the column (or row) in the
  /// call; `index`: what the entry names.
  GuardedFaultKindUnknownEntry,
  /// A column has two entries in one row, or a row in one column. `position`: the column (or row) in
  /// the call; `index`: what both entries name.
  GuardedFaultKindRepeatedEntry,
  /// The call names a row or column that does not exist. `position`: the item; `index`: its name.
  GuardedFaultKindUnknownIndex,
  /// More rows, columns or coefficients than GLPK can hold.
  GuardedFaultKindTooMany,
} GuardedFaultKind;

/// What is wrong with refused input, and where.
typedef struct GuardedFault {
  GuardedFaultKind kind;
  ptrdiff_t position;
  ptrdiff_t index;
  double value;
} GuardedFault;

/// Lower and upper limit; infinities mean no limit.
typedef struct GuardedBounds {
  double lower;
  double upper;
} GuardedBounds;

// MARK: - Life of a program (guard.c)

/// Makes an empty program on this thread.
GuardOutcome guarded_create(GuardedProgram *_Nullable *_Nonnull result);
/// Makes a copy with the same basis, on the same thread.
GuardOutcome guarded_copy(GuardedProgram *_Nonnull program,
                          GuardedProgram *_Nullable *_Nonnull result);
/// Gives back what GLPK holds; afterwards every call answers `lost`. Does nothing on another thread.
void guarded_close(GuardedProgram *_Nonnull program);
/// Whether a call on the program can be made here and now.
GuardOutcome guarded_admission(const GuardedProgram *_Nonnull program);
/// Frees the handle of a closed or lost program; any thread.
void guarded_free(GuardedProgram *_Nonnull program);
/// GLPK's message of the last abort on this thread.
const char *_Nonnull guarded_abort_message(void);
/// Version of the library.
const char *_Nonnull guarded_library_version(void);

// MARK: - Changing a program (program.c)

GuardOutcome guarded_add_rows(GuardedProgram *_Nonnull program, ptrdiff_t count,
                              const GuardedBounds *_Nullable bounds, GuardedFault *_Nonnull fault);
/// Row k has the entries `starts[k] ..< starts[k + 1]`.
GuardOutcome guarded_add_filled_rows(GuardedProgram *_Nonnull program, ptrdiff_t count,
                                     const GuardedBounds *_Nullable bounds,
                                     const ptrdiff_t *_Nullable starts,
                                     const int32_t *_Nullable columns,
                                     const double *_Nullable coefficients,
                                     GuardedFault *_Nonnull fault);
/// Column k has the entries `starts[k] ..< starts[k + 1]`.
GuardOutcome guarded_add_columns(GuardedProgram *_Nonnull program, ptrdiff_t count,
                                 const double *_Nullable costs,
                                 const GuardedBounds *_Nullable bounds,
                                 const ptrdiff_t *_Nullable starts, const int32_t *_Nullable rows,
                                 const double *_Nullable coefficients,
                                 GuardedFault *_Nonnull fault);
GuardOutcome guarded_set_row_bounds(GuardedProgram *_Nonnull program, ptrdiff_t count,
                                    const ptrdiff_t *_Nullable rows,
                                    const GuardedBounds *_Nullable bounds,
                                    GuardedFault *_Nonnull fault);
GuardOutcome guarded_set_column_bounds(GuardedProgram *_Nonnull program, ptrdiff_t count,
                                       const ptrdiff_t *_Nullable columns,
                                       const GuardedBounds *_Nullable bounds,
                                       GuardedFault *_Nonnull fault);
/// Sets the cost of every column; as many costs as columns.
GuardOutcome guarded_set_costs(GuardedProgram *_Nonnull program, const double *_Nullable costs,
                               GuardedFault *_Nonnull fault);

// MARK: - The basis (basis.c)

/// Reads which rows and columns are basic; one flag for each.
GuardOutcome guarded_read_basis(GuardedProgram *_Nonnull program, bool *_Nullable rows,
                                bool *_Nullable columns);
/// Makes rows and columns basic, one flag for each; says whether they are a basis. If not, the one at
/// hand stays.
GuardOutcome guarded_set_basis(GuardedProgram *_Nonnull program, const bool *_Nullable rows,
                               const bool *_Nullable columns, bool *_Nonnull isBasis);

// MARK: - Solving (simplex.c)

/// How GLPK goes about a solve.
typedef enum GUARD_CLOSED_ENUM GuardedMethod : int {
  GuardedMethodPrimal,
  GuardedMethodDual,
  /// Primal simplex in rational arithmetic, from the basis at hand.
  GuardedMethodExact,
} GuardedMethod;

/// What GLPK says of a point or of its prices.
typedef enum GUARD_CLOSED_ENUM GuardedStatus : int {
  GuardedStatusUndefined,
  /// Keeps every limit.
  GuardedStatusFeasible,
  /// Breaks a limit.
  GuardedStatusInfeasible,
  /// No point (no prices) can keep every limit.
  GuardedStatusNone,
} GuardedStatus;

/// Where a slice of iterations ended.
typedef struct GuardedSlice {
  /// Whether the method came to its own end: neither failed nor out of iterations.
  bool ended;
  /// Whether it ran out of iterations.
  bool exhausted;
  /// GLPK's return code.
  int code;
  GuardedStatus primal;
  GuardedStatus dual;
  /// Iterations that were made.
  int iterations;
} GuardedSlice;

/// Goes on from the basis at hand for at most so many iterations.
GuardOutcome guarded_solve_slice(GuardedProgram *_Nonnull program, GuardedMethod method,
                                 int iterations, GuardedSlice *_Nonnull slice);

/// What can be done before another attempt at a program that makes trouble.
typedef enum GUARD_CLOSED_ENUM GuardedPreparation : int {
  GuardedPreparationNone,
  /// Factorise the basis anew, without the rounding errors of many updates.
  GuardedPreparationFactorise,
  /// Scale rows and columns; the basis stays.
  GuardedPreparationScale,
  /// Scale, and build a nearly triangular basis.
  GuardedPreparationAdvancedBasis,
  /// No scaling, and all rows basic.
  GuardedPreparationStandardBasis,
} GuardedPreparation;

GuardOutcome guarded_prepare(GuardedProgram *_Nonnull program, GuardedPreparation preparation);

// MARK: - Checking what GLPK claims (claims.c)

/// How far an answer is from satisfying the conditions of optimality, all relative. Costs count in
/// GLPK's own units, in which the largest is between 1 and 1024.
typedef struct GuardedOptimality {
  /// In the equations: row sums, and reduced costs as costs less priced coefficients. In a healthy
  /// basis it is of the size of rounding errors.
  double residual;
  /// Of bounds, and of the signs of prices and reduced costs.
  double violation;
  /// The part of the cost that reduced costs of the wrong sign may hide.
  double hidden;
} GuardedOptimality;

GuardOutcome guarded_optimality(GuardedProgram *_Nonnull program,
                                GuardedOptimality *_Nonnull optimality);
/// Whether weights on the rows prove that no point keeps all limits (Farkas); after a solve that
/// ended without a feasible point.
GuardOutcome guarded_is_infeasibility_proven(GuardedProgram *_Nonnull program,
                                             bool *_Nonnull proven);
/// Whether a ray proves that the cost has no lower end; after a primal solve that ended so.
GuardOutcome guarded_is_unboundedness_proven(GuardedProgram *_Nonnull program,
                                             bool *_Nonnull proven);
/// Largest violation of a row or column bound at a point, over max(1, |bound|).
GuardOutcome guarded_point_violation(GuardedProgram *_Nonnull program,
                                     const double *_Nullable values, double *_Nonnull violation);

// MARK: - Reading (solution.c)

/// What can be read of the last solve.
typedef enum GUARD_CLOSED_ENUM GuardedQuantity : int {
  /// One number.
  GuardedQuantityCost,
  /// One for each column.
  GuardedQuantityValues,
  /// One for each row.
  GuardedQuantityPrices,
  /// One for each column.
  GuardedQuantityReducedCosts,
} GuardedQuantity;

GuardOutcome guarded_read(GuardedProgram *_Nonnull program, GuardedQuantity quantity,
                          double *_Nonnull result);
/// What each column changes by when the bound that the row is at rises by 1 and the basis stays; says
/// whether the row is at a bound. Only after an optimal solve without a change since.
GuardOutcome guarded_column_changes(GuardedProgram *_Nonnull program, ptrdiff_t row,
                                    bool *_Nonnull isAtBound, double *_Nonnull changes,
                                    GuardedFault *_Nonnull fault);

// MARK: - Whole numbers (whole.c)

/// How a search for whole numbers ended.
typedef struct GuardedSearch {
  /// Whether the search came to its own end: the point is the optimum, or there is none.
  bool complete;
  /// Whether a limit or the caller stopped it; neither complete nor stopped means that it failed.
  bool stopped;
  /// Whether a point was found.
  bool found;
  /// Cost at the point found.
  double cost;
  /// Lower bound on the cost, -infinity where the search had none yet.
  double bound;
  /// GLPK's return code.
  int code;
} GuardedSearch;

/// Asked at every node; true stops the search. It must not call any function of this header.
typedef bool (*GuardedStopCheck)(void *_Nullable context);

/// Marks columns as whole, rounds their bounds inward, and turns rows of one entry into bounds of
/// that column. `possible` says whether bounds remain that a point can keep.
GuardOutcome guarded_restrict_to_whole(GuardedProgram *_Nonnull program,
                                       const bool *_Nullable isWhole, bool *_Nonnull possible);
/// How to search.
typedef struct GuardedSearchOptions {
  /// Simplify first. The relaxation is then solved anew, without a stop check. Without presolve the
  /// program must have been solved to optimality.
  bool presolve;
  /// Sharpen the relaxation by Gomory's cuts, whose cost grows with the square of the rows.
  bool gomoryCuts;
  /// Nodes that may be opened.
  int nodes;
  /// Relative gap at which the search may stop; 0: only at the proven end.
  double relativeGap;
} GuardedSearchOptions;

/// Branch and bound.
GuardOutcome guarded_search_whole(GuardedProgram *_Nonnull program, GuardedSearchOptions options,
                                  GuardedStopCheck _Nonnull shouldStop, void *_Nullable context,
                                  GuardedSearch *_Nonnull search);
/// Values of the point that the search found, one for each column.
GuardOutcome guarded_read_whole(GuardedProgram *_Nonnull program, double *_Nonnull values);
