#!/usr/bin/env bash
# Counts the instructions of the benchmark's small steps and compares them with the committed counts.
# Counts, unlike times, are the same on a busy machine; they do change with the compiler.
#
#   check-counts.sh [--record] [STEP ...]
#
# Exit codes: 0 as committed; 2 a step takes more; 4 none takes more, but one takes less, so that its
# count should be recorded; 1 a count is missing or could not be made; 64 usage.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
tool=${SOLVER_BENCHMARK:-$root/.build/release/solver-benchmark}
thresholds=${BENCHMARK_THRESHOLDS:-$root/Benchmarks/Thresholds}
# Part of the count by which it may differ.
default_tolerance=0.01

record=false
steps=()
for argument; do
  case $argument in
    --record) record=true ;;
    -*) echo "check-counts: unknown option $argument; there is --record" >&2; exit 64 ;;
    *) steps+=("$argument") ;;
  esac
done

command -v valgrind >/dev/null || { echo "check-counts: install valgrind" >&2; exit 1; }
[ -x "$tool" ] || { echo "check-counts: build solver-benchmark first (make bench)" >&2; exit 1; }
if [ ${#steps[@]} -eq 0 ]; then
  names=$("$tool" count)
  mapfile -t steps <<<"$names"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Valgrind stumbles over debug information that is newer than itself, and needs the symbols only.
counted_tool=$scratch/solver-benchmark
strip --strip-debug -o "$counted_tool" "$tool" 2>/dev/null || cp "$tool" "$counted_tool"

# Prints the instructions that a step takes.
count() {
  # Hashing is seeded anew in each process otherwise, and counts would scatter.
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --collect-atstart=no \
    --toggle-collect='*countedStep*' --callgrind-out-file="$scratch/profile" \
    "$counted_tool" count "$1" >"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; return 1; }
  awk '/^(summary|totals):/ { total = $2 } END { if (total > 0) print total; else exit 1 }' \
    "$scratch/profile"
}

# Prints a number of a threshold file.
field() {
  sed -nE "s/.*\"$1\": *([0-9.]+).*/\1/p" "$2"
}

more=0 less=0 failed=0
for step in "${steps[@]}"; do
  if ! counted=$(count "$step"); then
    echo "$step: not counted" >&2
    failed=1
    continue
  fi
  file=$thresholds/$step.json
  if $record; then
    tolerance=$default_tolerance
    [ -f "$file" ] && tolerance=$(field tolerance "$file")
    mkdir -p "$thresholds"
    printf '{\n  "instructions": %s,\n  "tolerance": %s\n}\n' "$counted" "$tolerance" >"$file"
    echo "$step: $counted recorded"
    continue
  fi
  if [ ! -f "$file" ]; then
    echo "$step: $counted, but no count is committed; record it with --record" >&2
    failed=1
    continue
  fi
  committed=$(field instructions "$file")
  tolerance=$(field tolerance "$file")
  verdict=$(awk -v now="$counted" -v then="$committed" -v tolerance="$tolerance" 'BEGIN {
    change = now - then
    limit = tolerance * then
    printf "%s %+.2f%%", (change > limit ? "more" : change < -limit ? "less" : "same"),
      100 * change / then }')
  echo "$step: $counted instructions, committed $committed, ${verdict#* }"
  case $verdict in
    more*) more=1; echo "$step: takes more than it did" >&2 ;;
    less*) less=1; echo "$step: takes less; commit the new count: check-counts.sh --record $step" >&2 ;;
  esac
done

[ $failed -eq 0 ] || exit 1
[ $more -eq 0 ] || exit 2
[ $less -eq 0 ] || exit 4
