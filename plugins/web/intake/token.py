"""Signed tokens: that this service has shown something to somebody, when, and that it is the same.

A token is `<seconds>.<random id>.<HMAC-SHA256>`. The third part is over the first two, what it is
for, and a digest of what was shown; only who has the secret can make it.
"""

import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

_FORM = re.compile(r"([0-9]{1,12})\.([0-9a-f]{32})\.([0-9a-f]{64})", re.ASCII)


class Token(NamedTuple):
    """What a good token says: when it was made, in seconds since 1970, and its random id."""

    made: int
    id: str


def sign(secret: bytes, purpose: str, payload: bytes, now: float, key: str = "") -> str:
    """A token for a payload; with a random id where none is given."""
    made, key = int(now), key or secrets.token_hex(16)
    return f"{made}.{key}.{_mac(secret, purpose, payload, made, key)}"


def verified(secret: bytes, purpose: str, payload: bytes, token: str) -> Token | None:
    """What the token says, if it was made with this secret for this; of whatever age."""
    match = _FORM.fullmatch(token)
    if match is None:
        return None
    made, key = int(match[1]), match[2]
    expected = _mac(secret, purpose, payload, made, key)
    return Token(made, key) if hmac.compare_digest(expected, match[3]) else None


def _mac(secret: bytes, purpose: str, payload: bytes, made: int, key: str) -> str:
    digest = hashlib.sha256(payload).hexdigest()
    return hmac.new(secret, f"{purpose}|{made}|{key}|{digest}".encode(), "sha256").hexdigest()
