#!/bin/sh
# Writes the models beside this script as Swift source, so that the tool carries them along for
# `forceplan new`. `make examples` runs it; a test holds the source to the models.
set -eu
cd "$(dirname "$0")"
target=../Sources/ForceData/Examples/EmbeddedModels.swift

{
  echo "// Written by Models/embed.sh; run 'make examples' after a model has changed."
  echo "// swift-format-ignore-file"
  echo
  echo "/// The files of every model in Models, by path in the model's folder."
  echo "let embeddedModels: [(name: String, files: [(path: String, text: String)])] = ["
  for descriptor in */datapackage.json; do
    model=${descriptor%/*}
    echo "(\"$model\", ["
    find "$model" -type f | LC_ALL=C sort | while read -r file; do
      # Raw literals hold any text but their own end; the empty line keeps the last line feed.
      printf '("%s", ##"""\n' "${file#"$model"/}"
      cat "$file"
      printf '\n"""##),\n'
    done
    echo "]),"
  done
  echo "]"
} > "$target.partial"
mv "$target.partial" "$target"
