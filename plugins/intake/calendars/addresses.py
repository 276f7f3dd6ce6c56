"""Which addresses of the network a calendar is fetched from: such as anybody can reach.

Whoever writes `calendar:` into an entry, or answers a request with a redirect, chooses where this
program goes. It runs where there may be more to reach than on the internet: the office's own
network, the machine itself, the data that a cloud hands to its machines at 169.254.169.254.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

IPAddress = IPv4Address | IPv6Address

_TRANSLATED = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
"""An IPv4 address in the last 32 bits: RFC 6052, section 2.1; RFC 4291, section 2.5.5.1."""


class Unresolved(Exception):
    """There is no such host, or nobody said so in time."""


def is_public(address: IPAddress) -> bool:
    """Whether it is reachable from everywhere (IANA's special-purpose registries, RFC 6890).

    An IPv6 address that carries one of IPv4 is judged by that: `::ffff:127.0.0.1` is this machine.
    """
    if isinstance(address, IPv6Address):
        if address.teredo is not None or address.scope_id is not None:
            return False
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and (address in _TRANSLATED or address in _COMPATIBLE):
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolved(host: str, port: int, seconds: float) -> tuple[IPAddress, ...]:
    """The addresses of a host, in the system's order. Raises `Unresolved`.

    The system's own resolver cannot be told to hurry, so it is asked beside.
    """
    answers: SimpleQueue[tuple[IPAddress, ...]] = SimpleQueue()
    Thread(target=lambda: answers.put(_asked(host, port)), daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except Empty:
        raise Unresolved(host) from None
    if not found:
        raise Unresolved(host)
    return found


def _asked(host: str, port: int) -> tuple[IPAddress, ...]:
    """No addresses where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(ip_address(place[0]) for *_, place in found))


class Reach(NamedTuple):
    """How hosts are found, and which of their addresses may be connected to."""

    resolve: Callable[[str, int, float], tuple[IPAddress, ...]] = resolved
    allows: Callable[[IPAddress], bool] = is_public


INTERNET = Reach()
