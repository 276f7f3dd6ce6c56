"""How many times an hour somebody may hand in, without knowing who: counters, and no addresses.

An address becomes some numbers by a key that is nowhere but in memory and another every day; at
these numbers is counted (a count-min sketch), in memory that all workers share. So nobody can say
from it who was here, not even whoever runs the server. Two addresses may share a counter by
chance, all four of theirs hardly.
"""

import fcntl
import hmac
import ipaddress
import mmap
import re
import secrets
import struct
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from plugins.catalogue.settings import IntakeRules

ROWS, WIDTH = 4, 1 << 14
HOUR, DAY = 3600, 86_400
_HEAD = struct.Struct("<QQQ")
_COUNT = struct.Struct("<I")
HEAD_SIZE = _HEAD.size
_SIZE = HEAD_SIZE + 2 * ROWS * WIDTH * _COUNT.size


LOOKS = 10
"""So many times as often may somebody look at what they are about to hand in."""


class Counters:
    """Counts in memory that is shared with all processes that are forked later."""

    def __init__(self, rates: IntakeRules) -> None:
        self.rates = rates
        self._memory = mmap.mmap(-1, _SIZE)
        self._key = secrets.token_bytes(32)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it is for locking, as long as we run
        self._lock = threading.Lock()

    def wait(self, address: str, now: float, times: int = 1, *, is_look: bool = False) -> int:
        """Count so many more; for how many seconds somebody has to wait, 0 if not at all."""
        rates, factor = self.rates, LOOKS if is_look else 1
        with self._locked():
            self._forget(int(now))
            if rates.hour:
                count = self._count(address, int(now), times, table=is_look)
                if count >= rates.hour * factor + times:  # the last one may be large
                    return HOUR - int(now) % HOUR
            return 0 if is_look else self._of_all(int(now))

    def _of_all(self, now: int) -> int:
        hour, day, total = _HEAD.unpack_from(self._memory)
        _HEAD.pack_into(self._memory, 0, hour, day, total + 1)
        return DAY - now % DAY if self.rates.day and total >= self.rates.day else 0

    def _forget(self, now: int) -> None:
        """Begin anew with each hour, and each day."""
        hour, day, total = _HEAD.unpack_from(self._memory)
        if hour != now // HOUR:
            self._memory[HEAD_SIZE:] = bytes(_SIZE - HEAD_SIZE)
        if day != now // DAY:
            total = 0
        _HEAD.pack_into(self._memory, 0, now // HOUR, now // DAY, total)

    def _count(self, address: str, now: int, times: int, *, table: bool) -> int:
        """Count so many more at all places of an address; the least of them is about right."""
        counts = []
        for place in self._places(address, now):
            at = HEAD_SIZE + (table * ROWS * WIDTH + place) * _COUNT.size
            before: int = _COUNT.unpack_from(self._memory, at)[0]
            counts.append(min(before + times, 0xFFFFFFFF))
            _COUNT.pack_into(self._memory, at, counts[-1])
        return min(counts)

    def _places(self, address: str, now: int) -> Iterator[int]:
        key = hmac.digest(self._key, str(now // DAY).encode(), "sha256")
        digest = hmac.digest(key, network(address).encode(), "sha256")
        for row, (number,) in enumerate(struct.iter_unpack("<Q", digest)):
            yield row * WIDTH + number % WIDTH

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One thread of one process at a time; who is killed holds it no longer."""
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


def network(address: str) -> str:
    """What counts as one place: an IPv4 address; of IPv6 what a household gets, its first half."""
    found = _parsed(address)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found or "")


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address, as IPv4 where it is that in the dress of IPv6; `None` where it is none."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


_WITH_PORT = re.compile(r"\[([^\]]*)\](?::[0-9]*)?|([0-9.]+):[0-9]*")

IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

LOOPBACK: tuple[IPNetwork, ...] = (
    ipaddress.ip_network("127.0.0.1/32"),
    ipaddress.ip_network("::1/128"),
)


def client(peer: str, headers: Mapping[str, str], trusted: Collection[IPNetwork]) -> str:
    """From where a request comes: of what a web server before us says, the last that it saw.

    Anybody can send such a header, so it counts from those alone whom the settings trust.
    """
    if not _is_in(peer, trusted):
        return peer
    place = peer
    for one in reversed(headers.get("x-forwarded-for", "").split(",")):
        place = _without_port(one.strip())
        if not _is_in(place, trusted):
            break
    return place if network(place) else peer


def _without_port(text: str) -> str:
    """An address as some web servers write it: 192.0.2.7:4711, [2001:db8::1]:4711."""
    match = _WITH_PORT.fullmatch(text)
    return (match[1] or match[2]) if match else text


def _is_in(address: str, networks: Collection[IPNetwork]) -> bool:
    """Whether an address is of one of the networks."""
    found = _parsed(address)
    return found is not None and any(found in one for one in networks)
