#!/bin/sh
# Finds what the tests need besides Python, installs it where it may, and lists what is missing.
#
# Afterwards there are, whatever the machine calls them:
#   .cache/tools/chromium   starts a Chromium or Chrome that runs
#   .cache/tools/java       starts a Java >= 17
#   .cache/tools/vnu.jar    the Nu HTML checker (tools/vnu.sh)
#   .cache/tools/editor/    the editor for /admin/ (tools/editor.txt)
#   .cache/tools/hugo/hugo  the program that our site is measured beside (tools/hugo.txt)
#   .cache/tools/fonts/     the fonts that the tests see (tools/fonts.txt)
#   .cache/tools/preview-fonts/   those of the pictures of links (tools/preview_fonts.txt)
#   .cache/tools/missing    a line for each thing that is missing: the marker of the tests that
#                           cannot run without it, a tab, its name. tests/conftest.py reads it.
# Besides, rsync and what Playwright's driver needs are where they belong.
# CHROMIUM=, JAVA= and VNU_JAR= name a file to take instead.
set -eu
cd "$(dirname "$0")/.."
. tools/common.sh

runs() { "$1" --version >/dev/null 2>&1 </dev/null; }
# The line `openjdk version "17.0.15"` may follow others.
new_java() {
    major=$("$1" -version 2>&1 </dev/null | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    [ "${major:-0}" -ge 17 ]
}

# The one without windows comes first: it shows pages alike, and opens one in half of the time.
find_chromium() {
    if [ -n "${CHROMIUM-}" ]; then first runs "$CHROMIUM"; return; fi
    first runs chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}

find_java() {
    if [ -n "${JAVA-}" ]; then first new_java "$JAVA"; return; fi
    first new_java java "${JAVA_HOME:-/usr}/bin/java" \
        /opt/homebrew/opt/openjdk/bin/java /usr/local/opt/openjdk/bin/java
}

find_rsync() { first runs rsync; }

# Playwright steers the browser through a program of its own, which wants libatomic.
find_driver() { first runs .venv/bin/playwright; }

# Pillow joins Arabic letters with FriBidi, which it does not bring.
find_fribidi() {
    .venv/bin/python -c 'from PIL import features; print(features.check("raqm"))' 2>/dev/null | grep True
}

# Who is asked something needs a terminal. A bare root may lack the folder that they come from.
has_terminals() { .venv/bin/python -c 'import pty; pty.openpty()' 2>/dev/null; }
bring_terminals() { [ "$(id -u)" -ne 0 ] || mount -t devpts devpts /dev/pts 2>/dev/null || true; }

# The packages for what is missing, as far as apt has them.
wanted() {
    if [ -z "$chromium" ] && [ -z "${CHROMIUM-}" ]; then
        for package in chromium-headless-shell chromium; do
            if apt_knows "$package"; then echo "$package"; break; fi
        done
    fi
    [ -n "$rsync" ] || echo rsync
    [ -n "$driver" ] || echo libatomic1
    [ -n "$fribidi" ] || echo libfribidi0
    [ -n "$openssl" ] || echo openssl
    [ -z "$java" ] && [ -z "${JAVA-}" ] || return 0
    for release in 25 21 17; do
        if apt_knows "openjdk-$release-jre-headless"; then
            echo "openjdk-$release-jre-headless"
            return 0
        fi
    done
}

look() {
    chromium=$(find_chromium) || chromium=
    java=$(find_java) || java=
    rsync=$(find_rsync) || rsync=
    driver=$(find_driver) || driver=
    fribidi=$(find_fribidi) || fribidi=
    openssl=$(command -v openssl) || openssl=
}

all_there() {
    [ -n "$chromium" ] && [ -n "$java" ] && [ -n "$rsync" ] && [ -n "$driver" ] && [ -n "$openssl" ] &&
        [ -n "$fribidi" ]
}

# wrap NAME PROGRAM: .cache/tools/NAME starts it. A link would not do: Chrome looks beside its own file.
wrap() {
    printf '#!/bin/sh\nexec "%s" "$@"\n' "$2" >".cache/tools/$1.$$"
    chmod +x ".cache/tools/$1.$$"
    mv -f ".cache/tools/$1.$$" ".cache/tools/$1"
}

# They are moved into place whole, so whatever was interrupted is simply made again.
fonts() (
    wanted=$(cksum <tools/fonts.txt)
    [ "$(cat .cache/tools/fonts/ready 2>/dev/null)" != "$wanted" ] || return 0
    new=$(mktemp -d .cache/tools/fonts.XXXXXX)
    trap 'rm -rf "$new"' EXIT
    install_locked tools/fonts.txt --no-deps --only-binary :all: --target "$new" || return 1
    printf '%s\n' "$wanted" >"$new/ready"
    rm -rf .cache/tools/fonts
    mv "$new" .cache/tools/fonts
)

# lacks MARKER NAME [WHAT ELSE]: tests with this marker cannot run; what to do is read from the input.
lacks() {
    [ -s "$missing" ] || say "Für die Tests fehlt auf diesem Rechner:"
    printf '%s\t%s\n' "$1" "$2" >>"$missing"
    say "  $2${3-}"
    sed 's/^/    /' >&2
}

mkdir -p .cache/tools
look
if ! all_there && can_apt && apt_update; then
    packages=$(wanted)
    # shellcheck disable=SC2086  # one word each
    if [ -n "$packages" ]; then
        apt_install $packages || true
        look
    fi
fi

missing=.cache/tools/missing.$$
trap 'rm -f "$missing"' EXIT
: >"$missing"
if [ -n "$chromium" ]; then wrap chromium "$chromium"; else
    lacks browser Chromium "${CHROMIUM:+ (CHROMIUM=$CHROMIUM läuft nicht)}" <<'END'
Debian: sudo apt-get install chromium-headless-shell
Ubuntu: dort ist »chromium« nur ein Snap, der in Containern nicht läuft. Google Chrome installieren,
        oder: .venv/bin/playwright install --with-deps chromium
macOS:  brew install --cask chromium
Liegt es woanders: CHROMIUM=/pfad/zu/chromium make test
END
fi
[ -n "$driver" ] || lacks browser libatomic \
    " (ohne sie läuft Playwright nicht; prüfen mit: .venv/bin/playwright --version)" <<'END'
Debian, Ubuntu: sudo apt-get install libatomic1
END
fonts || lacks browser "die Schriften aus tools/fonts.txt" <<'END'
Noch einmal, sobald die Verbindung zum Netz steht: make test
END
if [ -n "$java" ]; then wrap java "$java"; else
    lacks html "Java 17 oder neuer" "${JAVA:+ (JAVA=$JAVA läuft nicht oder ist älter)}" <<'END'
Debian, Ubuntu: sudo apt-get install default-jre-headless
macOS:          brew install openjdk
Liegt es woanders: JAVA=/pfad/zu/java make test
END
fi
sh tools/vnu.sh || lacks html "der HTML-Prüfer vnu" <<'END'
Noch einmal, sobald die Verbindung zum Netz steht: make test
Liegt er woanders: VNU_JAR=/pfad/zu/vnu.jar make test
END
sh tools/preview_fonts.sh || lacks drawing "die Schriften aus tools/preview_fonts.txt" <<'END'
Noch einmal, sobald die Verbindung zum Netz steht: make test
END
[ -n "$fribidi" ] || lacks drawing FriBidi <<'END'
Debian, Ubuntu: sudo apt-get install libfribidi0
macOS:          brew install fribidi
END
sh tools/editor.sh || lacks editor "der Editor für /admin/" <<'END'
Noch einmal, sobald die Verbindung zum Netz steht: make test
END
sh tools/hugo.sh || lacks hugo Hugo <<'END'
Noch einmal, sobald die Verbindung zum Netz steht: make test
END
[ -n "$rsync" ] || lacks rsync rsync <<'END'
Debian, Ubuntu: sudo apt-get install rsync
macOS:          brew install rsync
END
[ -n "$openssl" ] || lacks openssl openssl <<'END'
Debian, Ubuntu: sudo apt-get install openssl
macOS:          brew install openssl
END
has_terminals || bring_terminals
has_terminals || lacks terminal "ein Terminal (/dev/pts)" <<'END'
Als root: mount -t devpts devpts /dev/pts
END
.venv/bin/python -c 'import multiprocessing; multiprocessing.Lock()' 2>/dev/null ||
    lacks shm "ein beschreibbares /dev/shm" " (pelican -r braucht es)" <<'END'
Als root: chmod 1777 /dev/shm
END
[ ! -s "$missing" ] || say "Alles andere wird getestet."
mv "$missing" .cache/tools/missing
