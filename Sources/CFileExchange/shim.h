// The Linux call that exchanges two names in one step. The C library declares it only for GNU
// source, which Swift's own view of the library leaves out.
#pragma once
#define FILE_EXCHANGE_FLAG 2u /* RENAME_EXCHANGE */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
