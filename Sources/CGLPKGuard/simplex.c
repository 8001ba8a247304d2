#include <stdlib.h>

#include "guarded.h"

struct Slice {
  GuardedMethod method;
  int iterations;
  GuardedSlice *result;
};

static GuardedStatus status(int glpk) {
  switch (glpk) {
  case GLP_FEAS:
    return GuardedStatusFeasible;
  case GLP_INFEAS:
    return GuardedStatusInfeasible;
  case GLP_NOFEAS:
    return GuardedStatusNone;
  default:
    return GuardedStatusUndefined;
  }
}

static void solve_slice(GuardedProgram *program, void *arguments) {
  const struct Slice *slice = arguments;
  glp_prob *problem = program->problem;
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_OFF;
  control.it_lim = slice->iterations;
  // What is left of reduced costs adds up to a gap, which the proof of the next goal multiplies: with
  // the default, 1e-7, up to 1e-9 of the cost stays open.
  control.tol_dj = 1e-9;
  // No presolve: it throws the basis away. Harris' ratio test as by default: the long-step test can
  // end in a failed assertion in the primal simplex. DUALP goes over to primal where dual fails.
  control.meth = slice->method == GuardedMethodDual ? GLP_DUALP : GLP_PRIMAL;
  program->solvedCostScale = program->costScale;
  int before = glp_get_it_cnt(problem);
  int code = slice->method == GuardedMethodExact ? glp_exact(problem, &control)
                                                 : glp_simplex(problem, &control);
  // The two statuses are read apart: glp_get_status leans towards the primal simplex and calls a
  // program unbounded that the dual simplex has only found without right prices.
  *slice->result = (GuardedSlice){
      .ended = code == 0,
      .exhausted = code == GLP_EITLIM,
      .code = code,
      .primal = status(glp_get_prim_stat(problem)),
      .dual = status(glp_get_dual_stat(problem)),
      .iterations = glp_get_it_cnt(problem) - before,
  };
}

GuardOutcome guarded_solve_slice(GuardedProgram *program, GuardedMethod method, int iterations,
                                 GuardedSlice *slice) {
  struct Slice arguments = {method, iterations, slice};
  return guard_run(program, solve_slice, &arguments);
}

static void prepare(GuardedProgram *program, void *arguments) {
  glp_prob *problem = program->problem;
  int scaling = GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N;
  switch (*(GuardedPreparation *)arguments) {
  case GuardedPreparationNone:
    break;
  case GuardedPreparationFactorise:
    // Whether that works shows in the solve, which does it again where it failed.
    glp_factorize(problem);
    break;
  case GuardedPreparationScale:
    glp_scale_prob(problem, scaling);
    break;
  case GuardedPreparationAdvancedBasis:
    glp_scale_prob(problem, scaling);
    glp_adv_basis(problem, 0);
    break;
  case GuardedPreparationStandardBasis:
    glp_unscale_prob(problem);
    glp_std_basis(problem);
    break;
  }
}

GuardOutcome guarded_prepare(GuardedProgram *program, GuardedPreparation preparation) {
  return guard_run(program, prepare, &preparation);
}
