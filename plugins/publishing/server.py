"""Releases in a folder on a server, by rsync over ssh."""

import os
import secrets
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from plugins.publishing.history import MARKER, NAME, Release, ReleaseHistory, marked
from plugins.publishing.session import PATIENCE, Session, session
from plugins.publishing.target import LAST, OWN, Damaged, TargetError


@dataclass(frozen=True)
class RemoteFolder:
    """A folder on a server: a Linux system with rsync (flock, sha256sum, GNU mv and timeout)."""

    host: str
    folder: str

    @contextmanager
    def opened(self) -> Iterator["RemoteTarget"]:
        """For us alone, as long as the connection lives: flock(1) goes with the shell there.

        A server that does not notice that we are gone frees the lock after an hour (`session`).
        """
        with session(self.command, self.folder) as shell:
            yield RemoteTarget(self, shell)

    @property
    def command(self) -> list[str]:
        """What runs a command there."""
        return [*shlex.split(ssh()), "--", self.host]


_HISTORY = f"""
for path in * .[!.]*; do printf 'name %s\\n' "$path"; done
for path in */{MARKER}; do folder=${{path%/*}}
    if [ -f "$path" ] && [ ! -L "$folder" ]; then
        printf 'mark %s %s\\n' "$folder" "$(head -c 99 "$path")"; fi; done
printf 'here %s\\nlive %s\\n' "$(pwd -P)" "$([ ! -L live ] || readlink -f live)"
printf 'last %s\\n' "$(readlink {OWN}/{LAST})"
"""
_TIDY = f"find {OWN} -mindepth 1 -maxdepth 1 -type d -exec rm -rf {{}} +"


@dataclass(frozen=True)
class RemoteTarget:
    """The folder, opened. What is done in `shell` is done by us alone; the files go beside it."""

    place: RemoteFolder
    shell: Session
    token: str = field(default_factory=lambda: secrets.token_hex(4))

    def history(self) -> ReleaseHistory:
        """What is there."""
        lines = [line.partition(" ") for line in self.shell.run(_HISTORY).splitlines()]
        values: dict[str, list[str]] = {key: [] for key in ("name", "mark", "here", "live", "last")}
        for key, _, value in lines:
            values.setdefault(key, []).append(value)
        found = (marked(*mark.split(" ", 1)) for mark in values["mark"] if " " in mark)
        live, here = (PurePosixPath("".join(values[key][-1:])) for key in ("live", "here"))
        return ReleaseHistory(
            names=frozenset(values["name"]),
            releases=tuple(sorted(release for release in found if release)),
            live=live.name if live.parent == here else "",
            last="".join(values["last"][-1:]),
        )

    def read(self, release: Release, path: str) -> bytes:
        """A file of a release; empty when it has none."""
        file = shlex.quote(f"{release.name}/{path}")
        return self.shell.run(f"[ ! -e {file} ] || cat {file}").encode()

    def receive(self, site: Path, release: Release, digests: Mapping[str, str]) -> None:
        """Send the files; those that the current release has already are linked, not sent again.

        Without `--times`: every build gives every file a new time, and a file whose time differs
        would be copied instead of linked.
        """
        current = self.history().current
        partial = f"{OWN}/partial-{release.name}-{self.token}"
        there = f"{self.place.folder}/{partial}"
        link = f"--link-dest=../../{current.name if current else OWN}"
        options = ["-rl", "--checksum", link, "-e", ssh()]
        mark = f"printf '%s' {shlex.quote(release.mark)} > {partial}/{MARKER}"
        try:
            _call(["rsync", *options, "--", f"{site}/", f"{self.place.host}:{there}/"])
            self._compare(there, digests)
            self.shell.run(f"{mark} && sync && mv -T {partial} {release.name}")
        except (TargetError, Damaged):
            with suppress(TargetError):
                self.shell.run(f"rm -rf {partial}")
            raise

    def _compare(self, folder: str, digests: Mapping[str, str]) -> None:
        """Let the server compute the digests of what it has; there is nothing else in there."""
        command = f"cd {folder} && sha256sum --check --quiet --strict - && find . -type f | wc -l"
        wanted = "".join(f"{digest}  {path}\n" for path, digest in digests.items())
        try:
            counted = _call([*self.place.command, command], wanted)
        except TargetError as error:
            raise Damaged from error
        if counted.split()[-1:] != [str(len(digests))]:
            raise Damaged

    def show(self, release: Release) -> None:
        """Point `live` to the release by one rename."""
        name = release.name
        steps = [f"[ -d {name} ] || {{ echo {name}: gone; exit 1; }}"]
        steps += ["[ -L live ] || [ ! -e live ] || { echo live: not a link; exit 1; }"]
        for link in (f"{OWN}/{LAST}", "live"):
            new = f"{OWN}/new"
            steps.append(f"rm -f {new} && ln -s {name} {new} && mv -T {new} {link} || exit")
        self.shell.run("\n".join(steps))

    def remove(self, names: Sequence[str]) -> None:
        """Delete these releases. From the first moment on none can be rolled back to."""
        for name in filter(NAME.fullmatch, names):
            old = f"{OWN}/removed-{name}"
            self.shell.run(f"mv -T {name} {old} && rm -rf {old}")

    def tidy(self) -> None:
        """Delete what others left behind when they were killed.

        A file that one of them is still sending does not hinder us: the next will remove it.
        """
        self.shell.run(f"{_TIDY} || true")


def ssh() -> str:
    """How to reach the server: ssh, or what rsync itself would use (RSYNC_RSH)."""
    alive = "-o ServerAliveInterval=15 -o ServerAliveCountMax=4"
    return os.environ.get("RSYNC_RSH") or f"ssh -o BatchMode=yes -o ConnectTimeout=20 {alive}"


def _call(command: list[str], given: str | None = None) -> str:
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=PATIENCE, input=given
        )
    except FileNotFoundError as error:
        raise TargetError(f"{command[0]}: not installed") from error
    except subprocess.CalledProcessError as error:
        raise TargetError(f"{command[0]}: {error.stderr.strip() or error}") from error
    except subprocess.TimeoutExpired as error:
        raise TargetError(f"{command[0]}: no answer") from error
    return done.stdout
