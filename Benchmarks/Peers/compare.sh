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
mkdir -p "$1"
cache=$(cd "$1" && pwd)
shift

missing=()
command -v clp >/dev/null || missing+=(coinor-clp)
command -v glpsol >/dev/null || missing+=(glpk-utils)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || { echo "compare: install ${missing[*]}" >&2; exit 1; }
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -q >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" >&2
fi

python=$cache/environment/bin/python
if ! cmp -s "$here/requirements.txt" "$cache/environment/installed"; then
  python3 -m venv --clear "$cache/environment"
  "$python" -m pip install --quiet --requirement "$here/requirements.txt" >&2
  cp "$here/requirements.txt" "$cache/environment/installed"
fi

make --no-print-directory -C "$root" bench-build >&2
exec "$python" "$here/compare.py" --cache "$cache" \
  --tool "$root/.build/release/solver-benchmark" "$@"
