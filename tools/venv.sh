#!/bin/sh
# Makes .venv anew: the first Python >= 3.11, and what requirements.txt locks. `make` calls this.
#
# The file .venv/ready is written last, so whatever was interrupted before is simply made again.
# PYTHON=/path/to/python takes that one.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { new_enough "$1" && "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Debian and Ubuntu keep venv in a package of its own: install it, or say how.
add_venv() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if can_apt && apt_update; then
        apt_knows "$package" || package=python3-venv
        apt_install "$package" || true
    fi
    has_venv "$1" || fail "$1 kann keine Umgebung anlegen, ihm fehlt das Modul »venv«.
Debian, Ubuntu: sudo apt-get install $package
Für make test gleich mit: chromium-headless-shell default-jre-headless rsync libatomic1
Danach denselben Befehl noch einmal aufrufen."
}

if [ -n "${PYTHON-}" ]; then
    set -- "$PYTHON"
    new_enough "$PYTHON" || fail "PYTHON=$PYTHON läuft nicht oder ist älter als 3.11."
else
    set -- python3.14 python3.13 python3.12 python3.11 python3
fi

if ! python=$(first has_venv "$@"); then
    if ! python=$(first new_enough "$@"); then
        if can_apt && apt_update; then apt_install python3 python3-venv || true; fi
        python=$(first new_enough "$@") || fail "Python 3.11 oder neuer wird gebraucht.
Debian 12, Ubuntu 24.04 und neuer: sudo apt-get install python3 python3-venv
macOS: brew install python
Liegt es woanders: make site PYTHON=/pfad/zu/python3"
    fi
    has_venv "$python" || add_venv "$python"
fi

say "Richte .venv ein mit $("$python" --version) (einmalig, etwa eine Minute) ..."
"$python" -m venv --clear .venv || fail "»$python -m venv .venv« ist gescheitert."
install_locked requirements.txt
ln -sfn "$(pwd -P)" .venv/here
.venv/bin/python -m plugins.building.set_up 2>/dev/null || true # then the first build does it
: >.venv/ready
