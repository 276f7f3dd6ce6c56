"""A shell on a server that holds the lock of a folder, for as long as the connection lives.

What must be done by one alone is done by this very shell: when the connection or the lock is lost,
the shell is gone, and the step is not done. What a shell was doing goes on holding the lock until
it is finished, because it inherits it.
"""

import secrets
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO

from plugins.publishing.target import LOCK, OWN, Busy, TargetError

PATIENCE = 1800
"""Seconds after which a step that does not end is given up."""

LONGEST = 3600
"""Seconds after which a server ends a shell whose other side it has not seen going."""

_BUSY = 75

_OPEN = (
    f"mkdir -p {{folder}} && cd {{folder}} || exit; for path in {OWN} {OWN}/{LOCK}; do "
    '[ ! -L "$path" ] || {{ echo "$path: is a link" >&2; exit 69; }}; done; '
    f"mkdir -p {OWN} && exec 9>>{OWN}/{LOCK} || exit; "
    f"flock -n 9; case $? in 0) exec timeout {LONGEST} sh;; 1) exit {_BUSY};; *) exit 69;; esac"
)


class Session:
    """Runs commands of a POSIX shell in the folder, one after the other."""

    def __init__(self, process: "subprocess.Popen[str]", errors: IO[str]) -> None:
        self._process, self._errors = process, errors
        self._end = secrets.token_hex(8)

    def run(self, command: str) -> str:
        """What a command prints. Raises `TargetError`, also when the connection is lost."""
        timer = Timer(PATIENCE, self._process.kill)
        timer.start()
        try:
            status, printed = self._answer(command)
        finally:
            timer.cancel()
        if status:
            raise TargetError(f"ssh: {printed.strip() or status}")
        return printed

    def _answer(self, command: str) -> tuple[int, str]:
        to, back = self._process.stdin, self._process.stdout
        assert to is not None and back is not None
        if to.closed:
            raise self._lost()
        with suppress(BrokenPipeError):
            to.write(f"( {command}\n) </dev/null 2>&1; printf '\\n%s %s\\n' {self._end} $?\n")
            to.flush()
        lines: list[str] = []
        for line in back:
            end, _, status = line.partition(" ")
            if end == self._end:
                return int(status), "".join(lines).removesuffix("\n")
            lines.append(line)
        raise self._lost()

    def end(self) -> None:
        """End it; when it has ended the lock is free."""
        to, back = self._process.stdin, self._process.stdout
        assert to is not None and back is not None
        with suppress(BrokenPipeError):
            to.close()
        self._process.wait(timeout=PATIENCE)
        back.close()

    def _lost(self) -> Exception:
        if self._process.wait() == _BUSY:
            return Busy()
        self._errors.seek(0)
        return TargetError(f"ssh: {self._errors.read().strip() or self._process.returncode}")


@contextmanager
def session(command: Sequence[str], folder: str) -> Iterator[Session]:
    """A shell in `folder`, reached by `command` (ssh and a host). Raises `Busy`, `TargetError`."""
    whole = [*command, _OPEN.format(folder=folder)]
    pipe = subprocess.PIPE
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        try:
            process = subprocess.Popen(
                whole, stdin=pipe, stdout=pipe, stderr=errors, text=True, errors="replace"
            )
        except FileNotFoundError as error:
            raise TargetError(f"{command[0]}: not installed") from error
        opened = Session(process, errors)
        try:
            opened.run("true")
            yield opened
        finally:
            opened.end()
