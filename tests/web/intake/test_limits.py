"""How often, and that nobody can be found in the counters."""

import os
from collections.abc import Iterator

import pytest

from plugins.catalogue.settings import IntakeRules
from plugins.web.intake.limits import DAY, HOUR, LOOKS, LOOPBACK, Counters, client, network

NOW = 1_796_000_000 // DAY * DAY


def test_an_hour_is_counted_for_each_address() -> None:
    counters = Counters(IntakeRules(hour=3, day=0))
    assert [counters.wait("192.0.2.1", NOW + 10) for _ in range(4)] == [0, 0, 0, HOUR - 10]
    assert counters.wait("192.0.2.2", NOW + 10) == 0
    assert counters.wait("192.0.2.1", NOW + HOUR) == 0


def test_a_day_is_counted_for_all() -> None:
    counters = Counters(IntakeRules(hour=0, day=2))
    assert [counters.wait(f"192.0.2.{n}", NOW) for n in range(3)] == [0, 0, DAY]
    assert counters.wait("192.0.2.9", NOW + HOUR) == DAY - HOUR
    assert counters.wait("192.0.2.9", NOW + DAY) == 0


def test_who_looks_may_look_more_often() -> None:
    counters = Counters(IntakeRules(hour=2, day=1))
    waits = [counters.wait("192.0.2.1", NOW, is_look=True) for _ in range(2 * LOOKS + 1)]
    assert waits == [0] * 2 * LOOKS + [HOUR]
    assert counters.wait("192.0.2.1", NOW) == 0


def test_what_is_large_counts_more_often_but_is_let_in_where_others_are() -> None:
    counters = Counters(IntakeRules(hour=4, day=2))
    assert [counters.wait("192.0.2.1", NOW, times) for times in (3, 6, 1)] == [0, 0, HOUR]
    assert counters.wait("192.0.2.2", NOW) == DAY  # two in all, however large


def test_without_limits_nobody_waits() -> None:
    counters = Counters(IntakeRules(hour=0, day=0))
    assert {counters.wait("192.0.2.1", NOW) for _ in range(5000)} == {0}


def test_many_others_do_not_use_up_what_one_may_do() -> None:
    counters = Counters(IntakeRules(hour=3, day=0))
    for number in range(5000):
        counters.wait(f"10.0.{number // 250}.{number % 250}", NOW)
    assert counters.wait("192.0.2.1", NOW) == 0


def test_no_address_is_in_memory() -> None:
    counters = Counters(IntakeRules())
    counters.wait("192.0.2.77", NOW)
    held = bytes(counters._memory)
    assert b"192.0.2.77" not in held and bytes((192, 0, 2, 77)) not in held


def test_another_day_has_another_key() -> None:
    counters = Counters(IntakeRules())
    places = [tuple(counters._places("192.0.2.1", now)) for now in (NOW, NOW + HOUR, NOW + DAY)]
    assert places[0] == places[1] != places[2]
    assert tuple(Counters(IntakeRules())._places("192.0.2.1", NOW)) != places[0]


def children(counters: Counters) -> Iterator[int]:
    for _ in range(4):
        child = os.fork()
        if not child:
            for _ in range(100):
                counters.wait("192.0.2.1", NOW)
            os._exit(0)
        yield child


@pytest.mark.slow
def test_processes_count_together() -> None:
    counters = Counters(IntakeRules(hour=401, day=0))
    for child in list(children(counters)):
        assert os.waitpid(child, 0)[1] == 0
    assert [counters.wait("192.0.2.1", NOW) for _ in range(2)] == [0, HOUR]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_what_counts_as_one_place(address: str, place: str) -> None:
    assert network(address) == place


@pytest.mark.parametrize(
    ("peer", "said", "address"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "203.0.113.5", "192.0.2.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "203.0.113.5, 127.0.0.1", "203.0.113.5"),
        ("127.0.0.1", "unknown, x", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.5:4711", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1, [2001:db8::5]:4711", "2001:db8::5"),
        ("127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, ", "127.0.0.1"),
        ("::ffff:127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "203.0.113.5, ::ffff:127.0.0.1", "203.0.113.5"),
    ],
)
def test_where_a_request_comes_from(peer: str, said: str, address: str) -> None:
    assert client(peer, {"x-forwarded-for": said}, LOOPBACK) == address
