#include <float.h>
#include <math.h>

#include "guarded.h"

// MARK: - Before the search

struct Restriction {
  const bool *isWhole;
  bool *possible;
};

/// The limits that whole numbers within the bounds keep; a bound that is whole but for rounding
/// errors counts as whole.
static GuardedBounds rounded_inward(GuardedBounds bounds) {
  double slack = 1e-9;
  return (GuardedBounds){ceil(bounds.lower - slack * fmax(1, fabs(bounds.lower))),
                         floor(bounds.upper + slack * fmax(1, fabs(bounds.upper)))};
}

/// Sets a column's bounds; bounds that cross by no more than a rounding error are made equal.
static bool set_column(glp_prob *problem, int column, GuardedBounds bounds) {
  if (bounds.lower > bounds.upper) {
    if (bounds.lower - bounds.upper > 1e-9 * fmax(1, fabs(bounds.upper))) {
      return false;
    }
    bounds.lower = bounds.upper;
  }
  glp_set_col_bnds(problem, column, bound_type(bounds), bounds.lower, bounds.upper);
  return true;
}

static void restrict_to_whole(GuardedProgram *program, void *arguments) {
  const struct Restriction *restriction = arguments;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  *restriction->possible = true;
  // GLPK's presolver makes a mistake with rows of one entry whose rounded bound meets a bound of
  // the column: it can call a point optimal that breaks the row. So they become bounds here.
  int *indices = glp_alloc(columnCount + 1, sizeof *indices);
  double *entries = glp_alloc(columnCount + 1, sizeof *entries);
  for (int i = 1; i <= rowCount && *restriction->possible; i++) {
    if (glp_get_mat_row(problem, i, NULL, NULL) != 1) {
      continue;
    }
    glp_get_mat_row(problem, i, indices, entries);
    GuardedBounds row = bounds_of(problem, i);
    double one = row.lower / entries[1];
    double other = row.upper / entries[1];
    GuardedBounds bounds = bounds_of(problem, rowCount + indices[1]);
    bounds.lower = fmax(bounds.lower, fmin(one, other));
    bounds.upper = fmin(bounds.upper, fmax(one, other));
    *restriction->possible = set_column(problem, indices[1], bounds);
    glp_set_row_bnds(problem, i, GLP_FR, 0, 0);
  }
  glp_free(indices);
  glp_free(entries);
  for (int j = 1; j <= columnCount && *restriction->possible; j++) {
    if (restriction->isWhole[j - 1]) {
      // GLPK refuses fractional bounds of an integer column.
      glp_set_col_kind(problem, j, GLP_IV);
      *restriction->possible =
          set_column(problem, j, rounded_inward(bounds_of(problem, rowCount + j)));
    }
  }
}

GuardOutcome guarded_restrict_to_whole(GuardedProgram *program, const bool *isWhole,
                                       bool *possible) {
  struct Restriction arguments = {isWhole, possible};
  return guard_run(program, restrict_to_whole, &arguments);
}

// MARK: - The search

struct Search {
  GuardedSearchOptions options;
  GuardedStopCheck shouldStop;
  void *context;
  GuardedSearch *result;
};

/// GLPK's callback, once at every step of every node.
static void watch(glp_tree *tree, void *info) {
  const struct Search *search = info;
  int best = glp_ios_best_node(tree);
  if (best != 0) {
    double bound = glp_ios_node_bound(tree, best);
    if (bound > search->result->bound) {
      search->result->bound = bound;
    }
  }
  int opened;
  glp_ios_tree_size(tree, NULL, NULL, &opened);
  if (opened > search->options.nodes || search->shouldStop(search->context)) {
    glp_ios_terminate(tree);
  }
}

static void search_whole(GuardedProgram *program, void *arguments) {
  const struct Search *search = arguments;
  GuardedSearch *result = search->result;
  glp_prob *problem = program->problem;
  result->bound = -DBL_MAX;
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.presolve = search->options.presolve ? GLP_ON : GLP_OFF;
  control.gmi_cuts = search->options.gomoryCuts ? GLP_ON : GLP_OFF;
  control.mir_cuts = GLP_ON;
  // Never cov_cuts: they abort when presolve leaves no columns, and they share data over threads.
  control.mip_gap = search->options.relativeGap;
  // The default 1e-5 takes points for whole that rows with large coefficients then do not allow.
  control.tol_int = 1e-8;
  control.cb_func = watch;
  control.cb_info = arguments;
  int code = glp_intopt(problem, &control);
  int status = glp_mip_status(problem);
  result->code = code;
  result->complete =
      (code == 0 && (status == GLP_OPT || status == GLP_NOFEAS)) || code == GLP_ENOPFS;
  result->stopped = code == GLP_ESTOP || code == GLP_EMIPGAP;
  result->found = code != GLP_ENOPFS && (status == GLP_OPT || status == GLP_FEAS);
  result->cost = glp_mip_obj_val(problem) / program->costScale;
  result->bound =
      result->bound <= -DBL_MAX ? -INFINITY : result->bound / program->costScale;
}

GuardOutcome guarded_search_whole(GuardedProgram *program, GuardedSearchOptions options,
                                  GuardedStopCheck shouldStop, void *context,
                                  GuardedSearch *search) {
  struct Search arguments = {options, shouldStop, context, search};
  return guard_run(program, search_whole, &arguments);
}

static void read_whole(GuardedProgram *program, void *arguments) {
  double *values = arguments;
  int columnCount = glp_get_num_cols(program->problem);
  for (int j = 1; j <= columnCount; j++) {
    values[j - 1] = glp_mip_col_val(program->problem, j);
  }
}

GuardOutcome guarded_read_whole(GuardedProgram *program, double *values) {
  return guard_run(program, read_whole, values);
}
