"""The service as a program: what it has said is here is here once, however it ends."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest

from plugins.intake.submission.store import DraftStore
from plugins.web.http import Response, application
from plugins.web.intake import server
from plugins.web.intake.pictures import KEPT
from plugins.wording.handing_in import NO_ROOM
from tests.checkout import check_out
from tests.children import children_of
from tests.waiting import MOST, until
from tests.web.intake.conftest import CHOIR, SMALL, html, multipart, place
from tests.web.intake.served import Served, free_port, serving
from tests.web.intake.test_pictures import picture

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of a small site whose forms are taken by a server, without limits."""
    folder = tmp_path / "site"
    check_out(folder)
    shutil.copytree(SMALL, folder / "content", dirs_exist_ok=True)
    settings = folder / "pelican.conf.py"
    text = settings.read_text("utf-8")
    more = 'INTAKE = "einreichen"\nINTAKE_LIMITS = {"hour": 0, "day": 0}\n'
    settings.write_text(re.sub(r"^INTAKE.*\n", "", text, flags=re.M) + more, "utf-8")
    return folder


def names_in(folder: Path) -> Counter[str]:
    store = DraftStore(folder / "eingang")
    drafts = [store.get(draft_id) for draft_id in store.ids()]
    assert None not in drafts
    return Counter(one.submission.fields["name"][0] for one in drafts if one is not None)


def while_handing_in(
    served: Served, count: int, disturb: Callable[[], None]
) -> dict[str, dict[str, str]]:
    """Hand in so many by two at a time, each until it is here, while somebody disturbs."""
    found: dict[str, dict[str, str]] = {}
    looked = {f"Chor Nummer {number}": None for number in range(count)}
    shown = {name: served.look(name) for name in looked}
    todo = list(shown.items())

    def work() -> None:
        while todo:
            try:
                name, pairs = todo.pop()
            except IndexError:
                return
            found[name] = place(served.hand_in(pairs))[1]
            assert place(served.hand_in(pairs))[1] == found[name]  # the browser sends it again

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        disturb()
        for thread in threads:
            thread.join(0.3)
    return found


def is_all_there(folder: Path, found: dict[str, dict[str, str]], count: int) -> None:
    assert len(found) == count
    assert names_in(folder) == Counter(list(found))
    kept = {draft_id[-8:] for draft_id in DraftStore(folder / "eingang").ids()}
    assert {said["nr"] for said in found.values()} == kept


def test_workers_are_killed_while_somebody_hands_in(folder: Path) -> None:
    with serving(folder) as served:

        def disturb() -> None:
            for pid in served.workers()[:1]:
                os.kill(pid, signal.SIGKILL)
            until(lambda: len(served.workers()) == 2)

        found = while_handing_in(served, 30, disturb)
        is_all_there(folder, found, 30)


def test_all_of_it_is_killed_while_somebody_hands_in(folder: Path) -> None:
    with serving(folder) as served:

        def disturb() -> None:
            served.kill()
            served.start_again()

        found = while_handing_in(served, 20, disturb)
        is_all_there(folder, found, 20)
        assert served.end() == 0


def test_it_answers_what_was_begun_and_ends(folder: Path) -> None:
    with serving(folder) as served:
        shown = [served.look(f"Chor Nummer {number}") for number in range(12)]
        served.hand_in(shown[0])
        answered: list[str] = []

        def work(pairs: object) -> None:
            try:
                answer = served.ask("/einreichen/", pairs)  # type: ignore[arg-type]
            except OSError:  # it has ended
                return
            answered.extend([place(answer)[1]["nr"]] if answer.status == 303 else [])

        threads = [threading.Thread(target=work, args=(pairs,)) for pairs in shown[1:]]
        for thread in threads:
            thread.start()
        assert served.end() == 0
        for thread in threads:
            thread.join(MOST)
        kept = {draft_id[-8:] for draft_id in DraftStore(folder / "eingang").ids()}
        assert set(answered) <= kept
        assert set(names_in(folder).values()) == {1}


def test_it_reads_anew_without_a_pause(folder: Path) -> None:
    with serving(folder) as served:
        form = "/einreichen/aenderung/?eintrag=associations/neu"
        assert "Der neue Verein" not in html(served.ask(form))
        entry = "name: Der neue Verein\nsummary: Neu.\ntopics: [musik]\nlisted: 2026-01-01\n"
        (folder / "content" / "associations" / "neu.yaml").write_text(entry, "utf-8")
        before = set(served.workers())
        served.process.send_signal(signal.SIGHUP)

        def is_new() -> bool:
            answer = served.ask(form)
            assert answer.status == 200
            return "Der neue Verein" in html(answer) and not before & set(served.workers())

        until(is_new)
        (folder / "content" / "vocabulary" / "topics.yaml").write_text("\0", "utf-8")
        shutil.move(folder / "content", folder / "weg")
        served.process.send_signal(signal.SIGHUP)
        until(lambda: b"content" in (folder / "stderr").read_bytes()[served.said + 100 :])
        assert "Der neue Verein" in html(served.ask(form))  # the old ones go on
        assert served.end() == 0


def test_pictures_that_nobody_handed_in_go_by_themselves(folder: Path) -> None:
    waiting = folder / "eingang" / "wartend"
    waiting.mkdir(parents=True)
    for name, age in (("a" * 64 + ".jpg", KEPT + 60), ("b" * 64 + ".jpg", 60), (".c", KEPT + 60)):
        (waiting / name).write_bytes(b"x")
        os.utime(waiting / name, (time.time() - age,) * 2)
    with serving(folder):
        assert [path.name for path in waiting.iterdir()] == ["b" * 64 + ".jpg"]


def test_it_goes_on_when_there_is_no_room_for_logs(folder: Path) -> None:
    (folder / "stderr").symlink_to("/dev/full")
    (folder / "eingang").mkdir()
    (folder / "eingang" / "wartend").touch()  # pictures find no place, which is noted
    served = Served(folder, free_port())
    try:
        until(lambda: answers(served))
        kind, body = multipart(
            (*CHOIR, ("images.1.alt", "Wir")), {"_picture": ("a.png", picture("PNG"))}
        )
        line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=MOST)
        line.request("POST", "/einreichen/", body, {"Content-Type": kind})
        answer = line.getresponse()
        assert (answer.status, NO_ROOM in answer.read().decode()) == (422, True)
        line.close()
    finally:
        assert served.end() in (0, 120)  # so Python itself says that last lines found no room


def answers(served: Served) -> bool:
    try:
        return served.ask("/einreichen/verein/").status == 200
    except OSError:
        return False


def test_who_sends_slowly_holds_nobody_up(folder: Path) -> None:
    with serving(folder) as served:
        head = b"POST /einreichen/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n\r\nx"
        slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(200)]
        for one in slow:
            one.sendall(head)
        assert served.ask("/einreichen/verein/").status == 200
        assert served.hand_in(served.look("Schneller Chor")).status == 303
        for one in slow:
            one.close()
        assert served.end() == 0


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of one worker with few connections that soon hangs up on who sends slowly."""
    monkeypatch.setattr(server, "CONNECTIONS", 10)
    monkeypatch.setattr(server, "PATIENCE", 0.5)
    listening = socket.create_server(("127.0.0.1", 0))
    ending, ready = threading.Event(), threading.Event()
    answers = application(lambda request: Response(200, request.body), 2_000_000)
    given = (answers, listening, ending, 2_000_000, ready.set)
    worker = threading.Thread(target=server.answer, args=given)
    worker.start()
    assert ready.wait(MOST)
    yield int(listening.getsockname()[1])
    ending.set()
    worker.join(MOST)
    listening.close()
    assert not worker.is_alive()


def test_who_sends_a_byte_now_and_then_is_hung_up_on(impatient: int) -> None:
    """There are three times as many as connections, and each sends as long as it may."""
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n"
    slow = [socket.create_connection(("127.0.0.1", impatient)) for _ in range(30)]
    for number, one in enumerate(slow):
        one.sendall((head, head[:30], b"")[number % 3])
    done = threading.Event()

    def drip() -> None:
        while not done.wait(0.05):
            for one in slow:
                with suppress(OSError):
                    one.sendall(b"x")

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        with urlopen(f"http://127.0.0.1:{impatient}/", b"schnell", timeout=MOST) as answer:
            assert answer.read() == b"schnell"
    finally:
        done.set()
        dripping.join()
        for one in slow:
            one.close()


def test_who_sends_much_for_long_is_heard_to_the_end(
    impatient: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "RATE", 1)
    line = http.client.HTTPConnection("127.0.0.1", impatient, timeout=MOST)
    line.putrequest("POST", "/")
    line.putheader("Content-Length", "2000")
    line.endheaders()
    for _ in range(20):
        line.send(b"x" * 100)
        time.sleep(0.1)
    assert line.getresponse().read() == b"x" * 2000
    line.close()


MIDNIGHT = """
import os, socket, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen
from plugins.web.http import Response, application
from plugins.web.intake.server import Supervisor

folder = Path(sys.argv[1])
listening = socket.create_server(("127.0.0.1", int(sys.argv[2])))


def clock():
    tomorrow = folder / "tomorrow"
    return datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(days=tomorrow.exists())


def make():
    if (folder / "broken").exists():
        raise ValueError("broken")
    day = clock().day
    return application(lambda request: Response(200, f"{day} {os.getpid()}".encode()), 100)


def note(error):
    with (folder / "notes").open("a") as notes:
        notes.write(f"{error}.")


sys.exit(Supervisor(make, listening, 2, clock, 1000, note, lambda: None).run(lambda: None))
"""


@dataclass
class Supervised:
    """Two workers that answer with the day, and who they are."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    def answer(self) -> list[str]:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/", timeout=MOST) as answer:
                return answer.read().decode().split()  # type: ignore[no-any-return]
        except OSError:
            return []

    def pids(self) -> set[str]:
        """The processes that answer, or are about to."""
        return set(map(str, children_of(self.process.pid)))

    def has_another_for(self, pid: str) -> bool:
        """Whether there are two again, and none of them is this one."""
        return len(found := self.pids()) == 2 and pid not in found


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    port = free_port()
    command = [sys.executable, "-c", MIDNIGHT, str(tmp_path), str(port)]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[3])
    try:
        yield Supervised(tmp_path, port, process)
    finally:
        process.terminate()
        assert process.wait(timeout=MOST) == 0


def test_a_new_day_begins_with_new_workers(supervised: Supervised) -> None:
    assert until(supervised.answer)[0] == "22"
    (supervised.folder / "tomorrow").touch()
    supervised.process.send_signal(signal.SIGCHLD)  # it would see for itself within the hour
    until(lambda: supervised.answer()[:1] == ["23"] or None)


def test_the_old_ones_have_successors_when_no_new_ones_could_begin(supervised: Supervised) -> None:
    until(supervised.answer)
    old, broken = supervised.pids(), supervised.folder / "broken"
    broken.touch()
    supervised.process.send_signal(signal.SIGHUP)
    notes = supervised.folder / "notes"
    until(lambda: notes.exists() and notes.read_text() == "broken." * 2)
    broken.unlink()
    until(lambda: supervised.pids() == old)
    for pid in old:
        os.kill(int(pid), signal.SIGKILL)
        until(partial(supervised.has_another_for, pid))
    until(supervised.answer)
    assert not old & supervised.pids()


def run(folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "plugins.web.intake"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST,
    )


def test_without_an_address_it_says_what_to_set(project: Path) -> None:
    done = run(project)
    assert done.returncode == 2
    assert done.stderr.startswith("make intake: INTAKE in pelican.conf.py ist leer. Nennen Sie")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_what_is_no_port(folder: Path, port: str) -> None:
    done = run(folder, PORT=port)
    assert (done.returncode, done.stderr) == (
        2,
        f"make intake: PORT={port}: Das ist keine Zahl von 1 bis 65535. Üblich ist 8010.\n",
    )


def test_what_cannot_be_read_ends_it(folder: Path) -> None:
    shutil.rmtree(folder / "content")
    done = run(folder, PORT="8932")
    assert done.returncode == 2 and "make intake: " in done.stderr
