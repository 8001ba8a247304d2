#include "guarded.h"

struct Reading {
  GuardedQuantity quantity;
  double *result;
};

static void read(GuardedProgram *program, void *arguments) {
  const struct Reading *reading = arguments;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  // A power of two: dividing by it loses nothing.
  double perCost = 1 / program->solvedCostScale;
  double *result = reading->result;
  switch (reading->quantity) {
  case GuardedQuantityCost:
    result[0] = glp_get_obj_val(problem) * perCost;
    break;
  case GuardedQuantityValues:
    for (int j = 1; j <= columnCount; j++) {
      result[j - 1] = glp_get_col_prim(problem, j);
    }
    break;
  case GuardedQuantityPrices:
    for (int i = 1; i <= rowCount; i++) {
      result[i - 1] = glp_get_row_dual(problem, i) * perCost;
    }
    break;
  case GuardedQuantityReducedCosts:
    for (int j = 1; j <= columnCount; j++) {
      result[j - 1] = glp_get_col_dual(problem, j) * perCost;
    }
    break;
  }
}

GuardOutcome guarded_read(GuardedProgram *program, GuardedQuantity quantity, double *result) {
  struct Reading arguments = {quantity, result};
  return guard_run(program, read, &arguments);
}

struct Shift {
  int row;
  bool *isAtBound;
  double *changes;
};

static void column_changes(GuardedProgram *program, void *arguments) {
  const struct Shift *shift = arguments;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int status = glp_get_row_stat(problem, shift->row);
  bool hasFactors = glp_bf_exists(problem) || glp_factorize(problem) == 0;
  *shift->isAtBound = hasFactors && status != GLP_BS && status != GLP_NF;
  if (!*shift->isAtBound) {
    return;
  }
  int columnCount = glp_get_num_cols(problem);
  for (int j = 0; j < columnCount; j++) {
    shift->changes[j] = 0;
  }
  int *indices = glp_alloc(rowCount + 1, sizeof *indices);
  double *values = glp_alloc(rowCount + 1, sizeof *values);
  int length = glp_eval_tab_col(problem, shift->row, indices, values);
  for (int t = 1; t <= length; t++) {
    if (indices[t] > rowCount) {
      shift->changes[indices[t] - rowCount - 1] = values[t];
    }
  }
  glp_free(indices);
  glp_free(values);
}

GuardOutcome guarded_column_changes(GuardedProgram *program, ptrdiff_t row, bool *isAtBound,
                                    double *changes, GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome != GuardOutcomeDone) {
    return outcome;
  }
  if (row < 0 || row >= glp_get_num_rows(program->problem)) {
    *fault = (GuardedFault){GuardedFaultKindUnknownIndex, 0, row, 0};
    return GuardOutcomeRefused;
  }
  struct Shift arguments = {(int)row + 1, isAtBound, changes};
  return guard_run(program, column_changes, &arguments);
}
