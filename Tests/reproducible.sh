#!/usr/bin/env bash
# Builds the release from two copies of the committed sources in two folders, and compares the bytes.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for copy in one another-of-another-length; do
  mkdir "$work/$copy"
  git archive HEAD | tar -x -C "$work/$copy"
  make -C "$work/$copy" build
done
cmp "$work"/*/.build/release/forceplan
sha256sum "$work/one/.build/release/forceplan" | cut -d ' ' -f 1
echo "reproducible: the two builds are the same bytes"
