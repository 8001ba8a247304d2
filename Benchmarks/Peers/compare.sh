#!/usr/bin/env bash
# Sets the planner beside other solvers on the same models, in one run on one machine.
#
#   compare.sh CACHE [options of compare.py] MODEL ...      for example: compare.sh /tmp/peers S M TS
#
# CACHE is a folder for what is installed and for the exported programs; nothing else is touched but
# Debian's packages coinor-clp and glpk-utils, which are installed where they are missing.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# -ge 2 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 64; }
. "$here/environment.sh"

make --no-print-directory -C "$root" bench-build >&2
exec "$python" "$here/compare.py" --cache "$cache" \
  --tool "$root/.build/release/solver-benchmark" "$@"
