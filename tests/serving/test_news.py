"""What browsers are told, and how they wait for it."""

import threading

from plugins.serving.news import MOST_WAITING, Bulletin, News
from plugins.serving.panel import of_crash, panel
from tests.waiting import MOST

PANEL = panel("de", [of_crash("KeyError: 'x'", "de")])
FOREVER = 10.0 * MOST


def test_who_knows_nothing_or_something_else_is_answered_at_once() -> None:
    bulletin = Bulletin("a")
    assert bulletin.after("", FOREVER) == News("a-0")
    assert bulletin.after("b-0", FOREVER) == News("a-0")
    bulletin.tell(PANEL)
    assert bulletin.after("a-0", FOREVER) == News("a-1", PANEL)


def test_who_knows_it_all_waits() -> None:
    bulletin = Bulletin("a")
    assert bulletin.after("a-0", 0.01) == News("a-0")
    heard: list[News] = []
    threads = [
        threading.Thread(target=lambda: heard.append(bulletin.after("a-0", FOREVER)), daemon=True)
        for _ in range(MOST_WAITING)
    ]
    for thread in threads:
        thread.start()
    while not bulletin.after("a-0", 0.01).is_busy:
        pass  # until all of them wait
    bulletin.tell(PANEL)
    for thread in threads:
        thread.join(timeout=MOST)
    assert heard == [News("a-1", PANEL)] * MOST_WAITING
    assert bulletin.after("a-1", 0.01) == News("a-1", PANEL)
