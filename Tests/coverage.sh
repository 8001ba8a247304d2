#!/usr/bin/env bash
# Prints how many regions of each module the tests passed through, from the profiles that they left in a scratch folder,
# the built tool's among them; fails where a library module has less than 90 %.
set -euo pipefail
cd "$(dirname "$0")/.."
built=$(echo "$1"/*-linux-gnu/debug)
tools=$(dirname "$(command -v swift)")

"$tools/llvm-profdata" merge -sparse --failure-mode=all -o "$1/all.profdata" "$built"/codecov/*.profraw
"$tools/llvm-cov" report "$built/forceplanPackageTests.xctest" -object "$built/forceplan" \
  -instr-profile "$1/all.profdata" -ignore-filename-regex '(Tests|Benchmarks|\.build)/' |
  awk '
    $1 ~ /\.swift$/ { split($1, path, "/"); regions[path[1]] += $2; missed[path[1]] += $3 }
    END {
      for (module in regions) {
        share = 100 * (1 - missed[module] / regions[module])
        printf "%5.1f %%  %5d regions  %s\n", share, regions[module], module | "sort -k4"
        if (share < 90 && module != "forceplan") low = 1
      }
      close("sort -k4")
      exit low
    }'
