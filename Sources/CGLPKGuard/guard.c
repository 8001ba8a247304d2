#include <setjmp.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "guarded.h"

/// What the guard knows of a thread.
struct ThreadState {
  /// Number of the thread, never used again; 0: not given yet.
  uint64_t number;
  /// Number of the environment; counts the aborts.
  uint64_t environment;
  /// Programs open in that environment.
  int open;
  /// Whether the environment was made by the guard, so that the guard may free it.
  bool madeEnvironment;
  /// Whether a guarded call is running.
  bool inside;
  /// Where a fatal error returns to.
  jmp_buf escape;
  size_t messageLength;
  char message[2048];
};

static _Thread_local struct ThreadState state;

static atomic_uint_fast64_t threadCount;

static uint64_t thread_number(void) {
  if (state.number == 0) {
    state.number = atomic_fetch_add(&threadCount, 1) + 1;
  }
  return state.number;
}

/// GLPK's error hook: leaves GLPK instead of letting it end the process.
static void escape(void *info) {
  (void)info;
  longjmp(state.escape, 1);
}

/// GLPK's terminal hook: keeps what was to be printed. Output is off, so only GLPK's last words
/// before a fatal error come here.
static int keep(void *info, const char *text) {
  (void)info;
  size_t room = sizeof state.message - 1 - state.messageLength;
  size_t length = strlen(text);
  if (length > room) {
    length = room;
  }
  memcpy(state.message + state.messageLength, text, length);
  state.messageLength += length;
  state.message[state.messageLength] = 0;
  return 1;
}

GuardOutcome guarded_admission(const GuardedProgram *program) {
  if (program->thread != thread_number()) {
    return GuardOutcomeWrongThread;
  }
  if (program->problem == NULL || program->environment != state.environment) {
    return GuardOutcomeLost;
  }
  return state.inside ? GuardOutcomeBusy : GuardOutcomeDone;
}

/// Runs the body on this thread, whatever the program's state.
static GuardOutcome run_here(GuardedProgram *program, GuardedBody body, void *arguments) {
  state.messageLength = 0;
  state.message[0] = 0;
  state.inside = true;
  // Hooks are set for each call and taken away after it: other users of GLPK on this thread have
  // the library's own behaviour in between. Output goes on again for the message of an error.
  glp_error_hook(escape, NULL);
  glp_term_hook(keep, NULL);
  int output = glp_term_out(GLP_OFF);
  GuardOutcome outcome = GuardOutcomeDone;
  if (setjmp(state.escape) == 0) {
    body(program, arguments);
    glp_term_out(output);
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
  } else {
    // The library's state is undefined now. The manual asks for the environment to be freed, which
    // frees every object of this thread; a new environment comes with the next call.
    glp_free_env();
    state.environment += 1;
    state.open = 0;
    state.madeEnvironment = false;
    outcome = GuardOutcomeAborted;
  }
  state.inside = false;
  return outcome;
}

GuardOutcome guard_run(GuardedProgram *program, GuardedBody body, void *arguments) {
  GuardOutcome admission = guarded_admission(program);
  return admission == GuardOutcomeDone ? run_here(program, body, arguments) : admission;
}

static void create(GuardedProgram *program, void *arguments) {
  (void)arguments;
  program->problem = glp_create_prob();
}

static void copy(GuardedProgram *program, void *arguments) {
  GuardedProgram *original = arguments;
  program->problem = glp_create_prob();
  glp_copy_prob(program->problem, original->problem, GLP_OFF);
  program->costScale = original->costScale;
  program->solvedCostScale = original->solvedCostScale;
  program->largestCost = original->largestCost;
}

/// Makes a program, filled by the body.
static GuardOutcome make(GuardedProgram **result, GuardedBody body, void *arguments) {
  *result = NULL;
  if (state.inside) {
    return GuardOutcomeBusy;
  }
  GuardedProgram *program = calloc(1, sizeof *program);
  if (program == NULL) {
    return GuardOutcomeNoMemory;
  }
  int initialisation = glp_init_env();
  if (initialisation > 1) {
    free(program);
    return GuardOutcomeNoMemory;
  }
  if (initialisation == 0) {
    state.madeEnvironment = true;
  }
  program->thread = thread_number();
  program->environment = state.environment;
  program->costScale = 1;
  program->solvedCostScale = 1;
  GuardOutcome outcome = run_here(program, body, arguments);
  if (outcome == GuardOutcomeDone) {
    state.open += 1;
    *result = program;
  } else {
    free(program);
  }
  return outcome;
}

GuardOutcome guarded_create(GuardedProgram **result) {
  return make(result, create, NULL);
}

GuardOutcome guarded_copy(GuardedProgram *program, GuardedProgram **result) {
  *result = NULL;
  GuardOutcome admission = guarded_admission(program);
  return admission == GuardOutcomeDone ? make(result, copy, program) : admission;
}

static void delete(GuardedProgram *program, void *arguments) {
  (void)arguments;
  glp_delete_prob(program->problem);
}

void guarded_close(GuardedProgram *program) {
  GuardOutcome outcome = guard_run(program, delete, NULL);
  if (outcome == GuardOutcomeWrongThread || outcome == GuardOutcomeBusy) {
    return;
  }
  program->problem = NULL;
  if (outcome != GuardOutcomeDone) {
    return;
  }
  state.open -= 1;
  // A thread must not leave its environment behind. It is the guard's to free if the guard made it
  // and nobody else has an object in it.
  if (state.open == 0 && state.madeEnvironment) {
    int blocks = 0;
    glp_mem_usage(&blocks, NULL, NULL, NULL);
    if (blocks == 0) {
      glp_free_env();
      state.madeEnvironment = false;
    }
  }
}

void guarded_free(GuardedProgram *program) {
  free(program->marks);
  free(program);
}

const char *guarded_abort_message(void) {
  return state.message;
}

const char *guarded_library_version(void) {
  return glp_version();
}
