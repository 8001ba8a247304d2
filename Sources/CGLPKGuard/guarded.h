#pragma once

#include <glpk.h>

#include "CGLPKGuard.h"

// What the files of this target share; no other target sees it.

struct GuardedProgram {
  /// Null once closed.
  glp_prob *problem;
  /// Number of the thread that made the program.
  uint64_t thread;
  /// Environment of that thread in which the problem lives.
  uint64_t environment;
  /// Costs are handed to GLPK multiplied with this power of two.
  double costScale;
  /// The scale that costs had in the last solve.
  double solvedCostScale;
  /// Largest cost, unscaled; 0: all costs are 0.
  double largestCost;
  /// Last column that named the row, counted over all columns ever checked; indexed by row.
  uint64_t *marks;
  /// Rows that `marks` has room for.
  ptrdiff_t markCapacity;
  /// Number given to the last column checked.
  uint64_t lastMark;
};

/// Work done under the guard: C only, all the way down.
typedef void (*GuardedBody)(GuardedProgram *program, void *arguments);

/// Runs the body so that a fatal error inside GLPK comes back as an outcome.
///
/// After an abort the environment of this thread is gone, with every program in it.
GuardOutcome guard_run(GuardedProgram *program, GuardedBody body, void *arguments);

/// GLPK's bound type for the limits.
int bound_type(GuardedBounds bounds);

/// Limits of row k (from 1) or column k - rows, whichever k names.
GuardedBounds bounds_of(glp_prob *problem, int k);
