// SQLITE_TRANSIENT is a cast that Swift does not import: the library then keeps a copy of the text.
#pragma once
#include <sqlite3.h>
static inline int sqlite3_bind_copy(sqlite3_stmt *statement, int index, const char *text, int bytes) {
  return sqlite3_bind_text(statement, index, text, bytes, SQLITE_TRANSIENT);
}
