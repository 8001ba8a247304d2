// Makes one system call of a program fail, or ends the program at it: loaded with LD_PRELOAD by the tests.
//
// FAULT_AT       which call, counted from 1 over all calls that change files
// FAULT_ERRNO    the error number that it fails with from then on, as on a disk that is full
// FAULT_SIGNAL   the signal that is sent to the process instead, before the call is made
// FAULT_LOG      a file to which the number of calls is written when the program ends

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? strtol(text, NULL, 10) : 0;
}

// Counts a call; nonzero is the error number with which it shall fail.
static int fault(void) {
  long at = number("FAULT_AT");
  long call = atomic_fetch_add(&calls, 1) + 1;
  long error = number("FAULT_ERRNO");
  long ending = number("FAULT_SIGNAL");
  if (ending != 0 && call == at) {
    raise((int)ending);
    return 0;
  }
  return error != 0 && at != 0 && call >= at ? (int)error : 0;
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("FAULT_LOG");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// Fails the call that the function is, where it is its turn.
#define FAIL_IN_TURN            \
  do {                          \
    int error = fault();        \
    if (error) {                \
      errno = error;            \
      return -1;                \
    }                           \
  } while (0)

#define OPENING(name)                                                    \
  int name(const char *path, int flags, ...) {                           \
    mode_t mode = 0;                                                     \
    if (flags & O_CREAT) {                                               \
      va_list rest;                                                      \
      va_start(rest, flags);                                             \
      mode = va_arg(rest, mode_t);                                       \
      va_end(rest);                                                      \
      FAIL_IN_TURN;                                                      \
    }                                                                    \
    return REAL(name)(path, flags, mode);                                \
  }

OPENING(open)
OPENING(open64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (descriptor > STDERR_FILENO) FAIL_IN_TURN;
  return REAL(write)(descriptor, bytes, count);
}

int fsync(int descriptor) {
  FAIL_IN_TURN;
  return REAL(fsync)(descriptor);
}

int mkdir(const char *path, mode_t mode) {
  FAIL_IN_TURN;
  return REAL(mkdir)(path, mode);
}

int rename(const char *from, const char *to) {
  FAIL_IN_TURN;
  return REAL(rename)(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  FAIL_IN_TURN;
  return REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

// Clearing up after a failure is not made to fail, but may be where the program ends.
int unlink(const char *path) {
  if (number("FAULT_SIGNAL")) fault();
  return REAL(unlink)(path);
}

int rmdir(const char *path) {
  if (number("FAULT_SIGNAL")) fault();
  return REAL(rmdir)(path);
}
