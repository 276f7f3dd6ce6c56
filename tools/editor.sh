#!/bin/sh
# Puts the editor for /admin/ at .cache/tools/editor, once: what tools/editor.txt locks, from npm, and
# nothing whose digest is another. plugins/editor makes it a part of the site.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

there=.cache/tools/editor
wanted=$(cksum <tools/editor.txt)
[ "$(cat "$there/ready" 2>/dev/null)" != "$wanted" ] || exit 0

mkdir -p .cache/tools
work=$(mktemp -d .cache/tools/editor.XXXXXX)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

say "Hole den Editor für /admin/ (einmalig, 4 MB) ..."
use_npm "$work"
grep -v '^#' tools/editor.txt >"$work/list"
cut -d ' ' -f 3 "$work/list" | sort -u >"$work/packages"
while read -r package; do
    (cd "$work" && npm pack --silent --ignore-scripts "$package" >"$(printf %s "$package" | tr '/@' '__')") </dev/null ||
        fail "$package ließ sich mit npm nicht holen. Steht die Verbindung zum Netz?"
done <"$work/packages"
mkdir "$work/new"
while read -r sha256 name package file; do
    archive=$(cat "$work/$(printf %s "$package" | tr '/@' '__')")
    tar -xzOf "$work/$archive" "package/$file" >"$work/new/$name"
    found=$(digest "$work/new/$name")
    [ "$found" = "$sha256" ] || fail "$name aus $package hat eine andere Prüfsumme als erwartet und wird nicht benutzt.
erwartet: $sha256
gefunden: $found"
done <"$work/list"
printf '%s\n' "$wanted" >"$work/new/ready"
rm -rf "$there"
mv "$work/new" "$there"
