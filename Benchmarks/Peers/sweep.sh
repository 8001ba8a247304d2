#!/usr/bin/env bash
# Sets the planner's sweep beside a loop over HiGHS with warm starts, in one run on one machine.
#
#   sweep.sh CACHE [options of sweep.py] MODEL               for example: sweep.sh /tmp/peers M
#
# CACHE is a folder for what is installed and for the exported program.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# -ge 2 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 64; }
. "$here/environment.sh"

make --no-print-directory -C "$root" bench-build >&2
exec "$python" "$here/sweep.py" --cache "$cache" \
  --tool "$root/.build/release/solver-benchmark" "$@"
