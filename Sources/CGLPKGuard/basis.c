#include <math.h>

#include "guarded.h"

static void read_flags(glp_prob *problem, bool *rows, bool *columns) {
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  for (int i = 1; i <= rowCount; i++) {
    rows[i - 1] = glp_get_row_stat(problem, i) == GLP_BS;
  }
  for (int j = 1; j <= columnCount; j++) {
    columns[j - 1] = glp_get_col_stat(problem, j) == GLP_BS;
  }
}

struct Flags {
  bool *rows;
  bool *columns;
};

static void read_basis(GuardedProgram *program, void *arguments) {
  const struct Flags *flags = arguments;
  read_flags(program->problem, flags->rows, flags->columns);
}

GuardOutcome guarded_read_basis(GuardedProgram *program, bool *rows, bool *columns) {
  struct Flags arguments = {rows, columns};
  return guard_run(program, read_basis, &arguments);
}

/// The bound of the two that is nearer to zero; GLPK looks at it only where there are two.
static int nearer_bound(double lower, double upper) {
  return fabs(lower) <= fabs(upper) ? GLP_NL : GLP_NU;
}

static void write_flags(glp_prob *problem, const bool *rows, const bool *columns) {
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  for (int i = 1; i <= rowCount; i++) {
    int atBound = nearer_bound(glp_get_row_lb(problem, i), glp_get_row_ub(problem, i));
    glp_set_row_stat(problem, i, rows[i - 1] ? GLP_BS : atBound);
  }
  for (int j = 1; j <= columnCount; j++) {
    int atBound = nearer_bound(glp_get_col_lb(problem, j), glp_get_col_ub(problem, j));
    glp_set_col_stat(problem, j, columns[j - 1] ? GLP_BS : atBound);
  }
}

struct Proposal {
  const bool *rows;
  const bool *columns;
  bool *isBasis;
};

static void set_basis(GuardedProgram *program, void *arguments) {
  const struct Proposal *proposal = arguments;
  glp_prob *problem = program->problem;
  int rowCount = glp_get_num_rows(problem);
  int columnCount = glp_get_num_cols(problem);
  bool *formerRows = glp_alloc(rowCount + 1, sizeof *formerRows);
  bool *formerColumns = glp_alloc(columnCount + 1, sizeof *formerColumns);
  read_flags(problem, formerRows, formerColumns);
  write_flags(problem, proposal->rows, proposal->columns);
  *proposal->isBasis = glp_factorize(problem) == 0;
  if (!*proposal->isBasis) {
    write_flags(problem, formerRows, formerColumns);
  }
  glp_free(formerRows);
  glp_free(formerColumns);
}

GuardOutcome guarded_set_basis(GuardedProgram *program, const bool *rows, const bool *columns,
                               bool *isBasis) {
  struct Proposal arguments = {rows, columns, isBasis};
  return guard_run(program, set_basis, &arguments);
}
