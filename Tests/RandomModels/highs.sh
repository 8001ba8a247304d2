#!/usr/bin/env bash
# Compares plans of random models with HiGHS: highs.sh CACHE FIRST LAST. Peers are installed into CACHE.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/Benchmarks/Peers
# shellcheck source=../../Benchmarks/Peers/environment.sh
source "$here/environment.sh"

models=$(mktemp -d)
trap 'rm -rf "$models"' EXIT
"$root/.build/release/random-models" "$1" "$2" "$models"
"$python" "$root/Tests/RandomModels/highs.py" "$root/.build/release/forceplan" "$models"
