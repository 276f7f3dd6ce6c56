"""How many submissions `make intake` takes, none lost, none doubled.

    python -m benchmarks.intake 200 30          so many a second, for so many seconds: both steps
    python -m benchmarks.intake 200 30 confirm  the second steps alone, the first made beforehand

The service runs as it does for a city, on loopback with two workers and without limits; whoever
hands in is another process. Every tenth submission is sent twice. Afterwards the folder of drafts
must have each that was answered, once.
"""

import asyncio
import multiprocessing
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from rich.console import Console

from plugins.intake.submission.store import DraftStore

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "tests" / "sites" / "small" / "content"
PATIENCE = 60
"""Seconds after the last was begun until all must be answered."""
READING = 2.5
"""Seconds between the two steps: sooner the service takes nothing."""
LINES = 48
"""Connections of the one who hands in."""

FORM = {
    "_form": "verein",
    "_language": "de",
    "topics": "musik",
    "summary": "Wir singen gern zusammen.",
    "text": "Wir singen.\r\n\r\nJeden Dienstag um 19 Uhr, auch im Sommer.",
    "email": "chor@chor.example",
    "phone": "030 23125 333",
    "_sender": "Mona Muster",
    "_email": "mona@chor.example",
    "_website": "",
}
_HIDDEN = re.compile(rb'name="(_payload|_token)" value="([^"]*)"')


@dataclass
class Seen:
    """What whoever hands in has seen: seconds for each step, numbers by name, answers of others."""

    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    wrong: list[int] = field(default_factory=list)
    began: float = 0.0
    ended: float = 0.0


class Line:
    """A connection that stays open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, body: bytes) -> tuple[int, bytes, bytes]:
        """Post a form: the status, the head and the body of what comes."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        head = (
            b"POST /einreichen/ HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
        )
        writer.write(head % len(body) + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", answer)
        data = await reader.readexactly(int(length[1])) if length else b""
        return int(answer[9:12]), answer, data


async def _hand_in(port: int, rate: int, seconds: int, *, only_second: bool) -> Seen:
    """So many a second, whether or not the ones before are answered."""
    seen = Seen()
    lines: asyncio.Queue[Line] = asyncio.Queue()
    for _ in range(LINES):
        lines.put_nowait(Line(port))

    async def timed(body: bytes, into: list[float]) -> tuple[int, bytes, bytes]:
        begun = time.perf_counter()
        line = await lines.get()
        try:
            answer = await line.send(body)
        finally:
            lines.put_nowait(line)
        into.append(time.perf_counter() - begun)
        return answer

    async def look(name: str) -> bytes:
        status, _, page = await timed(urlencode({**FORM, "name": name}).encode(), seen.first)
        if status != 200:
            seen.wrong.append(status)
        hidden = {key.decode(): unescape(value.decode()) for key, value in _HIDDEN.findall(page)}
        return urlencode({"_language": "de", **hidden}).encode()

    async def confirm(name: str, body: bytes) -> None:
        status, head, _ = await timed(body, seen.second)
        number = re.search(rb"nr=([0-9a-f]{8})", head)
        if status != 303 or number is None:
            seen.wrong.append(status)
            return
        if seen.numbers.setdefault(name, number[1].decode()) != number[1].decode():
            seen.wrong.append(-1)
        seen.ended = time.perf_counter()

    async def both(name: str) -> None:
        body = await look(name)
        await asyncio.sleep(READING)
        await confirm(name, body)

    names = [f"Chor Nummer {number}" for number in range(rate * seconds)]
    bodies = {name: await look(name) for name in names} if only_second else {}
    if only_second:
        await asyncio.sleep(READING)
    seen.began = time.perf_counter()

    async def begin(work: Callable[[str], Awaitable[None]], number: int, name: str) -> None:
        await asyncio.sleep(max(0.0, seen.began + number / rate - time.perf_counter()))
        await work(name)
        if number % 10 == 0 and only_second:
            await work(name)

    work = (lambda name: confirm(name, bodies[name])) if only_second else both
    tasks = [asyncio.create_task(begin(work, n, name)) for n, name in enumerate(names)]
    await asyncio.wait(tasks, timeout=seconds + PATIENCE)
    return seen


def _client(port: int, rate: int, seconds: int, only_second: bool, pipe: object) -> None:
    seen = asyncio.run(_hand_in(port, rate, seconds, only_second=only_second))
    pipe.send(seen)  # type: ignore[attr-defined]


def _site(folder: Path) -> None:
    """A small site whose forms are taken by a server, without limits."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copytree(ROOT / "content" / "vocabulary", folder / "content" / "vocabulary")
    shutil.copytree(CONTENT, folder / "content", dirs_exist_ok=True)
    text = (ROOT / "pelican.conf.py").read_text(encoding="utf-8")
    text = re.sub(r"^INTAKE.*\n", "", text, flags=re.M)
    more = 'INTAKE = "einreichen"\nINTAKE_LIMITS = {"hour": 0, "day": 0}\n'
    (folder / "pelican.conf.py").write_text(text + more, encoding="utf-8")


def _milliseconds(seconds: list[float]) -> str:
    if len(seconds) < 2:
        return "-"
    cuts = quantiles(seconds, n=100)
    return f"p50 {cuts[49] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms"


def main(arguments: list[str]) -> int:
    """Measure and print; 1 if any was lost or doubled."""
    rate, seconds = int(arguments[0]), int(arguments[1])
    only_second = arguments[2:] == ["confirm"]
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _site(folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {**os.environ, "PORT": str(port), "WORKERS": "2", "LANGUAGES": "de"}
        service = subprocess.Popen(
            [sys.executable, "-m", "plugins.web.intake"],
            cwd=folder,
            env=environment,
            stderr=subprocess.PIPE,
        )
        assert service.stderr is not None
        service.stderr.readline()
        ours, theirs = multiprocessing.Pipe()
        client = multiprocessing.Process(
            target=_client, args=(port, rate, seconds, only_second, theirs)
        )
        client.start()
        seen: Seen = ours.recv()
        client.join()
        service.send_signal(signal.SIGTERM)
        _, _, used = os.wait4(service.pid, 0)
        store = DraftStore(folder / "eingang")
        drafts = [store.get(draft_id) for draft_id in store.ids()]
        kept = [one.submission.fields["name"][0] for one in drafts if one is not None]
    lost = set(seen.numbers) - set(kept)
    doubled = len(kept) - len(set(kept))
    took = seen.ended - seen.began - (0 if only_second else READING)
    console.print(f"begun {rate * seconds} at {rate}/s, answered {len(seen.numbers)}")
    console.print(f"achieved {len(seen.numbers) / took:.0f}/s in {took:.1f} s")
    console.print(f"first step: {_milliseconds(seen.first)}")
    console.print(f"second step: {_milliseconds(seen.second)}")
    cpu = (used.ru_utime + used.ru_stime) * 1000 / max(1, len(seen.numbers))
    console.print(f"the service computed {cpu:.1f} ms a submission, its start included")
    console.print(f"lost {len(lost)}, doubled {doubled}, other answers {len(seen.wrong)}")
    return int(bool(lost or doubled or seen.wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
