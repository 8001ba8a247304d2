#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "guarded.h"

// GLPK works in floating point, and on badly scaled data its word is wrong now and then. Each of
// its three claims comes with a witness, and these functions examine the witness on the program as
// it was given: prices for optimality, weights on rows for infeasibility, a ray for unboundedness.

// MARK: - Optimality

/// How far a value is outside its bounds, over max(1, |bound|); NaN for what is not a number.
static double distance_outside(double value, GuardedBounds bounds) {
  if (value < bounds.lower) {
    return (bounds.lower - value) / fmax(1, fabs(bounds.lower));
  }
  if (value > bounds.upper) {
    return (value - bounds.upper) / fmax(1, fabs(bounds.upper));
  }
  return value - value;
}

/// Raises the error to another one. Not by fmax, which would pass over a NaN.
static void raise_to(double *error, double other) {
  if (!(other <= *error)) {
    *error = other;
  }
}

/// Looks at the value and the price (or reduced cost) of a row or column.
///
/// What is not basic is exactly at a bound, and what is basic has no price, so the two never break
/// complementary slackness; a value can be outside its bounds, or a price have the wrong sign.
static void examine(GuardedOptimality *errors, int status, double value, double price,
                    GuardedBounds bounds) {
  if (status == GLP_BS) {
    raise_to(&errors->violation, distance_outside(value, bounds));
    return;
  }
  bool isWrong = (status == GLP_NL && !(price >= 0)) || (status == GLP_NU && !(price <= 0)) ||
                 (status == GLP_NF && price != 0);
  if (!isWrong) {
    return;
  }
  // A price of the wrong sign hides what moving to the other bound would save, or, where there is
  // none, what the bound adds to the cost.
  double other = price > 0 ? bounds.lower : bounds.upper;
  double distance = isfinite(other) ? fabs(value - other) : fabs(value);
  errors->hidden += fabs(price) * distance;
  if (!isfinite(other)) {
    raise_to(&errors->violation, fabs(price));
  }
}

/// Compares what GLPK says with the program.
///
/// GLPK computes prices, and from them the reduced costs of what is not basic, and values of basic
/// variables from those that are at bounds. Errors come in with the factors of the basis, and show
/// in the row sums and in the reduced costs of basic columns, which are 0. So only columns that are
/// basic or not 0 need their entries looked at; in a program with far more columns than rows that is
/// the difference between a glance and a good part of a solve.
static void optimality(GuardedProgram *program, void *arguments) {
  GuardedOptimality errors = {0, 0, 0};
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  double *prices = glp_alloc(rowCount + 1, sizeof *prices);
  double *differences = glp_alloc(rowCount + 1, sizeof *differences);
  double *magnitudes = glp_alloc(rowCount + 1, sizeof *magnitudes);
  int *indices = glp_alloc(rowCount + 1, sizeof *indices);
  double *entries = glp_alloc(rowCount + 1, sizeof *entries);
  for (int i = 1; i <= rowCount; i++) {
    double value = glp_get_row_prim(problem, i);
    prices[i] = glp_get_row_dual(problem, i);
    differences[i] = value;
    magnitudes[i] = 1 + fabs(value);
    examine(&errors, glp_get_row_stat(problem, i), value, prices[i], bounds_of(problem, i));
  }
  for (int j = 1; j <= columnCount; j++) {
    double value = glp_get_col_prim(problem, j);
    int status = glp_get_col_stat(problem, j);
    examine(&errors, status, value, glp_get_col_dual(problem, j),
            bounds_of(problem, rowCount + j));
    if (status != GLP_BS && value == 0) {
      continue;
    }
    double reducedCost = glp_get_obj_coef(problem, j);
    double magnitude = 1 + fabs(reducedCost);
    int length = glp_get_mat_col(problem, j, indices, entries);
    for (int t = 1; t <= length; t++) {
      int i = indices[t];
      double part = entries[t] * value;
      differences[i] -= part;
      magnitudes[i] += fabs(part);
      double priced = entries[t] * prices[i];
      reducedCost -= priced;
      magnitude += fabs(priced);
    }
    reducedCost -= glp_get_col_dual(problem, j);
    raise_to(&errors.residual, fabs(reducedCost) / magnitude);
  }
  for (int i = 1; i <= rowCount; i++) {
    raise_to(&errors.residual, fabs(differences[i]) / magnitudes[i]);
  }
  // GLPK takes prices for 0 that are below 1e-7. That is too much for a row or column that is counted
  // in small units, of which many make a difference.
  errors.hidden /= fmax(1, fabs(glp_get_obj_val(problem)));
  *(GuardedOptimality *)arguments = errors;
  glp_free(prices);
  glp_free(differences);
  glp_free(magnitudes);
  glp_free(indices);
  glp_free(entries);
}

GuardOutcome guarded_optimality(GuardedProgram *program, GuardedOptimality *result) {
  return guard_run(program, optimality, result);
}

// MARK: - Infeasibility

/// Bounds of a weighted sum of variables over their limits.
struct Interval {
  double lower;
  double upper;
  /// Sum of the magnitudes of all finite terms: what rounding errors are measured by.
  double magnitude;
};

/// Adds a weighted variable. A weight that may be a rounding error, and be 0 in truth, does not
/// count where there is no limit.
static void add_term(struct Interval *sum, double weight, bool isDoubtful, GuardedBounds bounds) {
  if (weight == 0) {
    return;
  }
  double one = isDoubtful && isinf(bounds.lower) ? 0 : weight * bounds.lower;
  double other = isDoubtful && isinf(bounds.upper) ? 0 : weight * bounds.upper;
  sum->lower += fmin(one, other);
  sum->upper += fmax(one, other);
  sum->magnitude += fmax(isfinite(one) ? fabs(one) : 0, isfinite(other) ? fabs(other) : 0);
}

/// Weights of the basic variables whose combination of rows shows the infeasibility, by position in
/// the basis header: either the one row of the simplex table in which the dual simplex got stuck, or
/// the sum of all broken limits, which the primal simplex could not lower any further.
static void weigh_basic_variables(glp_prob *problem, double *weights) {
  int rowCount = glp_get_num_rows(problem);
  for (int i = 1; i <= rowCount; i++) {
    weights[i] = 0;
  }
  int stuck = glp_get_unbnd_ray(problem);
  int position = stuck == 0          ? 0
                 : stuck <= rowCount ? glp_get_row_bind(problem, stuck)
                                     : glp_get_col_bind(problem, stuck - rowCount);
  if (position != 0) {
    weights[position] = 1;
    return;
  }
  for (int i = 1; i <= rowCount; i++) {
    int k = glp_get_bhead(problem, i);
    double value = k <= rowCount ? glp_get_row_prim(problem, k)
                                 : glp_get_col_prim(problem, k - rowCount);
    GuardedBounds bounds = bounds_of(problem, k);
    // Limits that are broken by rounding errors only would spoil the sum.
    if (value < bounds.lower - 1e-9 * (1 + fabs(bounds.lower))) {
      weights[i] = -1;
    } else if (value > bounds.upper + 1e-9 * (1 + fabs(bounds.upper))) {
      weights[i] = 1;
    }
  }
}

/// Rows weighted with y say: sum of y(i) row(i) - sum of (A'y)(j) column(j) = 0. If that sum cannot
/// be 0 within the limits, no point keeps them all (Farkas 1902).
static void prove_infeasibility(GuardedProgram *program, void *arguments) {
  bool *proven = arguments;
  *proven = false;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  struct Interval sum = {0, 0, 0};
  if (glp_get_num_nz(problem) == 0) {
    // Every row sum is 0.
    for (int i = 1; i <= rowCount && !*proven; i++) {
      GuardedBounds bounds = bounds_of(problem, i);
      *proven = bounds.lower > 0 || bounds.upper < 0;
    }
    return;
  }
  if (!glp_bf_exists(problem) && glp_factorize(problem) != 0) {
    return;
  }
  double *weights = glp_alloc(rowCount + 1, sizeof *weights);
  int *indices = glp_alloc(rowCount + 1, sizeof *indices);
  double *entries = glp_alloc(rowCount + 1, sizeof *entries);
  weigh_basic_variables(problem, weights);
  glp_btran(problem, weights);
  double largest = 0;
  for (int i = 1; i <= rowCount; i++) {
    largest = fmax(largest, fabs(weights[i]));
  }
  // Basic variables should have the weights that were asked for, but what counts is what came out.
  double noise = 1e-12 * largest;
  for (int i = 1; i <= rowCount; i++) {
    add_term(&sum, weights[i], fabs(weights[i]) <= noise, bounds_of(problem, i));
  }
  for (int j = 1; j <= columnCount; j++) {
    double weight = 0;
    double columnNoise = 0;
    int length = glp_get_mat_col(problem, j, indices, entries);
    for (int t = 1; t <= length; t++) {
      double product = entries[t] * weights[indices[t]];
      weight -= product;
      columnNoise += 1e-11 * fabs(product) + noise * fabs(entries[t]);
    }
    add_term(&sum, weight, fabs(weight) <= columnNoise, bounds_of(problem, rowCount + j));
  }
  double margin = 1e-9 * sum.magnitude;
  *proven = sum.lower > margin || sum.upper < -margin;
  glp_free(weights);
  glp_free(indices);
  glp_free(entries);
}

GuardOutcome guarded_is_infeasibility_proven(GuardedProgram *program, bool *proven) {
  return guard_run(program, prove_infeasibility, proven);
}

// MARK: - Unboundedness

/// Cost of row or column k; rows have none.
static double cost_of(glp_prob *problem, int k) {
  int rowCount = glp_get_num_rows(problem);
  return k <= rowCount ? 0 : glp_get_obj_coef(problem, k - rowCount);
}

/// A variable that is not basic goes on for ever, the basic ones follow it: no limit may stop them,
/// and the cost has to fall.
static void prove_unboundedness(GuardedProgram *program, void *arguments) {
  bool *proven = arguments;
  *proven = false;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  if (glp_get_num_nz(problem) == 0) {
    // GLPK only compared the signs of costs with bounds.
    *proven = glp_get_dual_stat(problem) == GLP_NOFEAS;
    return;
  }
  int leader = glp_get_unbnd_ray(problem);
  if (leader == 0 || (!glp_bf_exists(problem) && glp_factorize(problem) != 0)) {
    return;
  }
  bool isRow = leader <= rowCount;
  int leaderStatus = isRow ? glp_get_row_stat(problem, leader)
                           : glp_get_col_stat(problem, leader - rowCount);
  if (leaderStatus == GLP_BS) {
    return;
  }
  double reducedCost = isRow ? glp_get_row_dual(problem, leader)
                             : glp_get_col_dual(problem, leader - rowCount);
  double direction = reducedCost < 0 ? 1 : -1;
  int *followers = glp_alloc(rowCount + 1, sizeof *followers);
  double *steps = glp_alloc(rowCount + 1, sizeof *steps);
  int length = glp_eval_tab_col(problem, leader, followers, steps);
  double largest = 1;
  for (int t = 1; t <= length; t++) {
    largest = fmax(largest, fabs(steps[t]));
  }
  GuardedBounds bounds = bounds_of(problem, leader);
  bool stopped = direction > 0 ? bounds.upper < DBL_MAX : bounds.lower > -DBL_MAX;
  double fall = cost_of(problem, leader) * direction;
  double magnitude = fabs(fall);
  for (int t = 1; t <= length; t++) {
    double step = steps[t] * direction;
    double change = cost_of(problem, followers[t]) * step;
    fall += change;
    magnitude += fabs(change);
    bounds = bounds_of(problem, followers[t]);
    if (fabs(step) > 1e-9 * largest &&
        (step > 0 ? bounds.upper < DBL_MAX : bounds.lower > -DBL_MAX)) {
      stopped = true;
    }
  }
  double sumError, boundError;
  glp_check_kkt(problem, GLP_SOL, GLP_KKT_PE, NULL, NULL, &sumError, NULL);
  glp_check_kkt(problem, GLP_SOL, GLP_KKT_PB, NULL, NULL, &boundError, NULL);
  *proven = !stopped && fall < -1e-9 * magnitude && sumError <= 1e-9 && boundError <= 1e-6;
  glp_free(followers);
  glp_free(steps);
}

GuardOutcome guarded_is_unboundedness_proven(GuardedProgram *program, bool *proven) {
  return guard_run(program, prove_unboundedness, proven);
}

// MARK: - A point

struct Point {
  const double *values;
  double *violation;
};

static void point_violation(GuardedProgram *program, void *arguments) {
  const struct Point *point = arguments;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  double *activities = glp_alloc(rowCount + 1, sizeof *activities);
  int *indices = glp_alloc(rowCount + 1, sizeof *indices);
  double *entries = glp_alloc(rowCount + 1, sizeof *entries);
  for (int i = 1; i <= rowCount; i++) {
    activities[i] = 0;
  }
  *point->violation = 0;
  for (int j = 1; j <= columnCount; j++) {
    double value = point->values[j - 1];
    raise_to(point->violation, distance_outside(value, bounds_of(problem, rowCount + j)));
    int length = value == 0 ? 0 : glp_get_mat_col(problem, j, indices, entries);
    for (int t = 1; t <= length; t++) {
      activities[indices[t]] += entries[t] * value;
    }
  }
  for (int i = 1; i <= rowCount; i++) {
    raise_to(point->violation, distance_outside(activities[i], bounds_of(problem, i)));
  }
  glp_free(activities);
  glp_free(indices);
  glp_free(entries);
}

GuardOutcome guarded_point_violation(GuardedProgram *program, const double *values,
                                     double *violation) {
  struct Point arguments = {values, violation};
  return guard_run(program, point_violation, &arguments);
}
