"""The processes that a process has started."""

import subprocess
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def children_of(pid: int) -> set[int]:
    """Their ids, as Linux tells them (proc_pid_task_children(5)).

    Elsewhere there is pgrep, which a bare Debian lacks.
    """
    if not (PROC / "self").exists():
        command = ["pgrep", "-P", str(pid)]
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    else:
        found = ""
        with suppress(OSError):  # it has just ended
            found = (PROC / f"{pid}/task/{pid}/children").read_text(encoding="ascii")
    return {int(child) for child in found.split()}
