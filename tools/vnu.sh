#!/bin/sh
# Puts the Nu HTML checker at .cache/tools/vnu.jar, for the tests only; the site is built without it.
#
# It comes as the npm package vnu-jar and is taken only if its digest is the one below. Where npm is
# missing, one from tools/node.txt (locked with hashes) is used for this one call and removed again.
# VNU_JAR=/path/to/vnu.jar takes a copy that is already there, of whatever version.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

version=26.9.27
sha256=22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47
jar=.cache/tools/vnu.jar

mkdir -p .cache/tools
if [ -n "${VNU_JAR-}" ]; then
    [ -f "$VNU_JAR" ] || fail "VNU_JAR=$VNU_JAR gibt es nicht."
    ln -sfn "$(cd "$(dirname "$VNU_JAR")" && pwd -P)/$(basename "$VNU_JAR")" "$jar"
    exit 0
fi
if [ -f "$jar" ] && [ "$(digest "$jar")" = "$sha256" ]; then exit 0; fi

work=$(mktemp -d .cache/tools/vnu.XXXXXX)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

say "Hole den HTML-Prüfer vnu $version (einmalig, 30 MB) ..."
use_npm "$work"

(cd "$work" && npm pack --silent --ignore-scripts "vnu-jar@$version" >/dev/null) ||
    fail "vnu-jar $version ließ sich mit npm nicht holen. Steht die Verbindung zum Netz?
Sonst vnu.jar von Hand holen: VNU_JAR=/pfad/zu/vnu.jar make test"
tar -xzOf "$work/vnu-jar-$version.tgz" package/build/dist/vnu.jar >"$work/vnu.jar"
found=$(digest "$work/vnu.jar")
[ "$found" = "$sha256" ] || fail "vnu.jar $version hat eine andere Prüfsumme als erwartet und wird nicht benutzt.
erwartet: $sha256
gefunden: $found"
rm -f "$jar"
mv "$work/vnu.jar" "$jar"
