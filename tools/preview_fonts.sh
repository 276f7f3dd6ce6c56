#!/bin/sh
# Puts the fonts of the drawn pictures at .cache/tools/preview-fonts, once: what tools/preview_fonts.txt
# locks, and nothing whose digest is another. Only where PREVIEW_PICTURES asks for them.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

there=.cache/tools/preview-fonts
wanted=$(cksum <tools/preview_fonts.txt)
[ "$(cat "$there/ready" 2>/dev/null)" != "$wanted" ] || exit 0

mkdir -p .cache/tools
new=$(mktemp -d "$there.XXXXXX")
trap 'rm -rf "$new"' EXIT
trap 'exit 130' INT TERM HUP
say "Hole die Schriften für PREVIEW_PICTURES (einmalig, 3 MB) ..."
install_locked tools/preview_fonts.txt --no-deps --only-binary :all: --target "$new"
printf '%s\n' "$wanted" >"$new/ready"
rm -rf "$there"
mv "$new" "$there"
