#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guarded.h"

// Limits of GLPK on rows, columns and coefficients; it aborts beyond them.
static const ptrdiff_t largestSize = 100000000;
static const ptrdiff_t mostCoefficients = 500000000;

// MARK: - Checks before GLPK sees anything

static GuardOutcome refuse(GuardedFault *fault, GuardedFaultKind kind, ptrdiff_t position,
                           ptrdiff_t index, double value) {
  *fault = (GuardedFault){kind, position, index, value};
  return GuardOutcomeRefused;
}

static GuardOutcome check_bounds(ptrdiff_t count, const GuardedBounds *bounds,
                                 GuardedFault *fault) {
  for (ptrdiff_t k = 0; k < count; k++) {
    double lower = bounds[k].lower;
    double upper = bounds[k].upper;
    if (isnan(lower) || lower >= DBL_MAX) {
      return refuse(fault, GuardedFaultKindBound, k, 0, lower);
    }
    if (isnan(upper) || upper <= -DBL_MAX) {
      return refuse(fault, GuardedFaultKindBound, k, 0, upper);
    }
    if (lower > upper) {
      return refuse(fault, GuardedFaultKindCrossedBounds, k, 0, lower);
    }
  }
  return GuardOutcomeDone;
}

static GuardOutcome check_costs(ptrdiff_t count, const double *costs, GuardedFault *fault) {
  for (ptrdiff_t k = 0; k < count; k++) {
    if (!isfinite(costs[k])) {
      return refuse(fault, GuardedFaultKindCost, k, 0, costs[k]);
    }
  }
  return GuardOutcomeDone;
}

static GuardOutcome check_indices(ptrdiff_t count, const ptrdiff_t *indices, int size,
                                  GuardedFault *fault) {
  for (ptrdiff_t k = 0; k < count; k++) {
    if (indices[k] < 0 || indices[k] >= size) {
      return refuse(fault, GuardedFaultKindUnknownIndex, k, indices[k], 0);
    }
  }
  return GuardOutcomeDone;
}

/// Checks entries that name one of `size` rows (of new columns) or columns (of new rows).
static GuardOutcome check_entries(GuardedProgram *program, ptrdiff_t count,
                                  const ptrdiff_t *starts, const int32_t *names, int size,
                                  const double *coefficients, GuardedFault *fault) {
  if (program->markCapacity < size) {
    uint64_t *marks = realloc(program->marks, (size_t)size * sizeof *marks);
    if (marks == NULL) {
      return GuardOutcomeNoMemory;
    }
    memset(marks + program->markCapacity, 0,
           (size_t)(size - program->markCapacity) * sizeof *marks);
    program->marks = marks;
    program->markCapacity = size;
  }
  for (ptrdiff_t k = 0; k < count; k++) {
    uint64_t mark = ++program->lastMark;
    for (ptrdiff_t entry = starts[k]; entry < starts[k + 1]; entry++) {
      int32_t name = names[entry];
      if (name < 0 || name >= size) {
        return refuse(fault, GuardedFaultKindUnknownEntry, k, name, 0);
      }
      if (program->marks[name] == mark) {
        return refuse(fault, GuardedFaultKindRepeatedEntry, k, name, 0);
      }
      program->marks[name] = mark;
      if (!isfinite(coefficients[entry])) {
        return refuse(fault, GuardedFaultKindCoefficient, k, name, coefficients[entry]);
      }
    }
  }
  return GuardOutcomeDone;
}

/// The entries' names counted from 1, as GLPK wants them, the first at index 1; NULL: no memory.
static int *names_from_one(ptrdiff_t count, const int32_t *names) {
  int *fromOne = malloc((size_t)(count + 1) * sizeof *fromOne);
  if (fromOne != NULL) {
    for (ptrdiff_t entry = 0; entry < count; entry++) {
      fromOne[entry + 1] = names[entry] + 1;
    }
  }
  return fromOne;
}

// MARK: - Bounds

int bound_type(GuardedBounds bounds) {
  bool hasLower = bounds.lower > -DBL_MAX;
  bool hasUpper = bounds.upper < DBL_MAX;
  if (hasLower && hasUpper) {
    return bounds.lower == bounds.upper ? GLP_FX : GLP_DB;
  }
  return hasLower ? GLP_LO : hasUpper ? GLP_UP : GLP_FR;
}

GuardedBounds bounds_of(glp_prob *problem, int k) {
  int rowCount = glp_get_num_rows(problem);
  // GLPK gives -DBL_MAX and DBL_MAX for no limit.
  GuardedBounds bounds = k <= rowCount
                             ? (GuardedBounds){glp_get_row_lb(problem, k),
                                               glp_get_row_ub(problem, k)}
                             : (GuardedBounds){glp_get_col_lb(problem, k - rowCount),
                                               glp_get_col_ub(problem, k - rowCount)};
  if (bounds.lower <= -DBL_MAX) {
    bounds.lower = -INFINITY;
  }
  if (bounds.upper >= DBL_MAX) {
    bounds.upper = INFINITY;
  }
  return bounds;
}

// MARK: - Costs

static double largest_magnitude(ptrdiff_t count, const double *numbers) {
  double largest = 0;
  for (ptrdiff_t k = 0; k < count; k++) {
    largest = fmax(largest, fabs(numbers[k]));
  }
  return largest;
}

/// The power of two that brings the largest cost between 1 and 1024.
///
/// GLPK's tolerance on reduced costs is an absolute 1e-7, so costs far below 1 would all look like
/// 0, and for costs far above 1000 the check of optimality would ask for more digits than there are.
static double cost_scale(double largest) {
  if (largest == 0 || (largest >= 1 && largest <= 1024)) {
    return 1;
  }
  int exponent;
  frexp(largest, &exponent);
  int shift = (largest < 1 ? 1 : 10) - exponent;
  return ldexp(1, shift < -1000 ? -1000 : shift > 1000 ? 1000 : shift);
}

/// Takes over the largest cost; gives the new scale, which is the old one where that still does.
static double scale_after(const GuardedProgram *program, double largest) {
  double scaled = largest * program->costScale;
  return largest == 0 || (scaled >= 0.25 && scaled <= 4096) ? program->costScale
                                                            : cost_scale(largest);
}

static void rescale_costs(GuardedProgram *program, double scale) {
  if (scale == program->costScale) {
    return;
  }
  double factor = scale / program->costScale;
  int columnCount = glp_get_num_cols(program->problem);
  for (int j = 1; j <= columnCount; j++) {
    glp_set_obj_coef(program->problem, j, glp_get_obj_coef(program->problem, j) * factor);
  }
  program->costScale = scale;
}

struct Costs {
  const double *costs;
};

static void set_costs(GuardedProgram *program, void *arguments) {
  const double *costs = ((struct Costs *)arguments)->costs;
  int columnCount = glp_get_num_cols(program->problem);
  program->largestCost = largest_magnitude(columnCount, costs);
  program->costScale = cost_scale(program->largestCost);
  for (int j = 1; j <= columnCount; j++) {
    glp_set_obj_coef(program->problem, j, costs[j - 1] * program->costScale);
  }
}

GuardOutcome guarded_set_costs(GuardedProgram *program, const double *costs, GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_costs(glp_get_num_cols(program->problem), costs, fault);
  }
  struct Costs arguments = {costs};
  return outcome == GuardOutcomeDone ? guard_run(program, set_costs, &arguments) : outcome;
}

// MARK: - Rows

struct Rows {
  ptrdiff_t count;
  const ptrdiff_t *rows;
  const GuardedBounds *bounds;
};

static void add_rows(GuardedProgram *program, void *arguments) {
  const struct Rows *new = arguments;
  int first = glp_add_rows(program->problem, (int)new->count);
  for (int k = 0; k < new->count; k++) {
    GuardedBounds bounds = new->bounds[k];
    glp_set_row_bnds(program->problem, first + k, bound_type(bounds), bounds.lower, bounds.upper);
  }
}

GuardOutcome guarded_add_rows(GuardedProgram *program, ptrdiff_t count,
                              const GuardedBounds *bounds, GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_bounds(count, bounds, fault);
  }
  if (outcome != GuardOutcomeDone || count == 0) {
    return outcome;
  }
  if (count > largestSize - glp_get_num_rows(program->problem)) {
    return refuse(fault, GuardedFaultKindTooMany, 0, count, 0);
  }
  struct Rows arguments = {count, NULL, bounds};
  return guard_run(program, add_rows, &arguments);
}

struct FilledRows {
  struct Rows rows;
  const ptrdiff_t *starts;
  /// Columns counted from 1, as GLPK wants them; the first stands at index 1.
  const int *columns;
  const double *coefficients;
};

static void add_filled_rows(GuardedProgram *program, void *arguments) {
  struct FilledRows *new = arguments;
  int first = glp_get_num_rows(program->problem) + 1;
  add_rows(program, &new->rows);
  for (int k = 0; k < new->rows.count; k++) {
    ptrdiff_t start = new->starts[k] - new->starts[0];
    int length = (int)(new->starts[k + 1] - new->starts[k]);
    if (length > 0) {
      // GLPK counts elements from 1 and never reads element 0.
      glp_set_mat_row(program->problem, first + k, length, new->columns + start,
                      new->coefficients + new->starts[k] - 1);
    }
  }
}

GuardOutcome guarded_add_filled_rows(GuardedProgram *program, ptrdiff_t count,
                                     const GuardedBounds *bounds, const ptrdiff_t *starts,
                                     const int32_t *columns, const double *coefficients,
                                     GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_bounds(count, bounds, fault);
  }
  if (outcome == GuardOutcomeDone) {
    int columnCount = glp_get_num_cols(program->problem);
    outcome = check_entries(program, count, starts, columns, columnCount, coefficients, fault);
  }
  if (outcome != GuardOutcomeDone || count == 0) {
    return outcome;
  }
  ptrdiff_t entryCount = starts[count] - starts[0];
  if (count > largestSize - glp_get_num_rows(program->problem) ||
      entryCount > mostCoefficients - glp_get_num_nz(program->problem)) {
    return refuse(fault, GuardedFaultKindTooMany, 0, count, 0);
  }
  int *columnsFromOne = names_from_one(entryCount, columns + starts[0]);
  if (columnsFromOne == NULL) {
    return GuardOutcomeNoMemory;
  }
  struct FilledRows arguments = {{count, NULL, bounds}, starts, columnsFromOne, coefficients};
  outcome = guard_run(program, add_filled_rows, &arguments);
  free(columnsFromOne);
  return outcome;
}

static void set_row_bounds(GuardedProgram *program, void *arguments) {
  const struct Rows *change = arguments;
  for (ptrdiff_t k = 0; k < change->count; k++) {
    GuardedBounds bounds = change->bounds[k];
    glp_set_row_bnds(program->problem, (int)change->rows[k] + 1, bound_type(bounds), bounds.lower,
                     bounds.upper);
  }
}

GuardOutcome guarded_set_row_bounds(GuardedProgram *program, ptrdiff_t count,
                                    const ptrdiff_t *rows, const GuardedBounds *bounds,
                                    GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_indices(count, rows, glp_get_num_rows(program->problem), fault);
  }
  if (outcome == GuardOutcomeDone) {
    outcome = check_bounds(count, bounds, fault);
  }
  struct Rows arguments = {count, rows, bounds};
  return outcome == GuardOutcomeDone ? guard_run(program, set_row_bounds, &arguments) : outcome;
}

// MARK: - Columns

struct Columns {
  ptrdiff_t count;
  const ptrdiff_t *columns;
  const double *costs;
  const GuardedBounds *bounds;
  const ptrdiff_t *starts;
  /// Rows counted from 1, as GLPK wants them; the first stands at index 1.
  const int *rows;
  const double *coefficients;
};

static void add_columns(GuardedProgram *program, void *arguments) {
  const struct Columns *new = arguments;
  program->largestCost =
      fmax(program->largestCost, largest_magnitude(new->count, new->costs));
  rescale_costs(program, scale_after(program, program->largestCost));
  int first = glp_add_cols(program->problem, (int)new->count);
  for (int k = 0; k < new->count; k++) {
    int column = first + k;
    GuardedBounds bounds = new->bounds[k];
    // A new column is fixed at 0; with its bounds GLPK puts it at the one nearest to 0.
    glp_set_col_bnds(program->problem, column, bound_type(bounds), bounds.lower, bounds.upper);
    glp_set_obj_coef(program->problem, column, new->costs[k] * program->costScale);
    ptrdiff_t start = new->starts[k] - new->starts[0];
    int length = (int)(new->starts[k + 1] - new->starts[k]);
    if (length > 0) {
      // GLPK counts elements from 1 and never reads element 0.
      glp_set_mat_col(program->problem, column, length, new->rows + start,
                      new->coefficients + new->starts[k] - 1);
    }
  }
}

GuardOutcome guarded_add_columns(GuardedProgram *program, ptrdiff_t count, const double *costs,
                                 const GuardedBounds *bounds, const ptrdiff_t *starts,
                                 const int32_t *rows, const double *coefficients,
                                 GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_bounds(count, bounds, fault);
  }
  if (outcome == GuardOutcomeDone) {
    outcome = check_costs(count, costs, fault);
  }
  if (outcome == GuardOutcomeDone) {
    int rowCount = glp_get_num_rows(program->problem);
    outcome = check_entries(program, count, starts, rows, rowCount, coefficients, fault);
  }
  if (outcome != GuardOutcomeDone || count == 0) {
    return outcome;
  }
  ptrdiff_t entryCount = starts[count] - starts[0];
  if (count > largestSize - glp_get_num_cols(program->problem) ||
      entryCount > mostCoefficients - glp_get_num_nz(program->problem)) {
    return refuse(fault, GuardedFaultKindTooMany, 0, count, 0);
  }
  int *rowsFromOne = names_from_one(entryCount, rows + starts[0]);
  if (rowsFromOne == NULL) {
    return GuardOutcomeNoMemory;
  }
  struct Columns arguments = {count,  NULL,        costs,       bounds,
                              starts, rowsFromOne, coefficients};
  outcome = guard_run(program, add_columns, &arguments);
  free(rowsFromOne);
  return outcome;
}

static void set_column_bounds(GuardedProgram *program, void *arguments) {
  const struct Columns *change = arguments;
  for (ptrdiff_t k = 0; k < change->count; k++) {
    GuardedBounds bounds = change->bounds[k];
    glp_set_col_bnds(program->problem, (int)change->columns[k] + 1, bound_type(bounds),
                     bounds.lower, bounds.upper);
  }
}

GuardOutcome guarded_set_column_bounds(GuardedProgram *program, ptrdiff_t count,
                                       const ptrdiff_t *columns, const GuardedBounds *bounds,
                                       GuardedFault *fault) {
  GuardOutcome outcome = guarded_admission(program);
  if (outcome == GuardOutcomeDone) {
    outcome = check_indices(count, columns, glp_get_num_cols(program->problem), fault);
  }
  if (outcome == GuardOutcomeDone) {
    outcome = check_bounds(count, bounds, fault);
  }
  struct Columns arguments = {.count = count, .columns = columns, .bounds = bounds};
  return outcome == GuardOutcomeDone ? guard_run(program, set_column_bounds, &arguments) : outcome;
}
