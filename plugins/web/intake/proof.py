"""A task for the sender's browser, so that thousands of submissions cost a program something.

The task is that of ALTCHA, version 1: find the number whose SHA-256 behind a salt is given. It is
made for one token, which hands in once, so a solution is of no use a second time, and nothing
needs to be remembered. Of what comes back, all is computed anew and held against what came.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping

ALGORITHM = "SHA-256"

MOST = 50_000
"""The number is no larger: a phone needs a second or two, a slow one up to five."""

LIFETIME = 3600

LONGEST = 1000
"""Signs of a solution: longer ones are not read."""

_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_SALT = re.compile(r"[0-9a-f]{24}\?expires=([0-9]{1,12})&token=([0-9a-f]{32})&", re.ASCII)
"""It ends with a sign that is no digit, or digits could move from the number to what it says."""


def is_id(text: str) -> bool:
    """Whether a task can be for this: the random id of a token."""
    return _ID.fullmatch(text) is not None


def task(secret: bytes, token_id: str, now: float) -> Mapping[str, str | int]:
    """A new task for who has this token, as ALTCHA's clients read it."""
    salt = f"{secrets.token_hex(12)}?expires={int(now) + LIFETIME}&token={token_id}&"
    challenge = _digest(salt, secrets.randbelow(MOST + 1))
    return {
        "algorithm": ALGORITHM,
        "challenge": challenge,
        "maxnumber": MOST,
        "salt": salt,
        "signature": _signature(secret, challenge),
    }


def is_solved(secret: bytes, token_id: str, now: float, written: str) -> bool:
    """Whether this is the solution of a task that was made for this token, and still holds."""
    given = _read(written)
    salt, number = given.get("salt"), given.get("number")
    match = _SALT.fullmatch(salt) if isinstance(salt, str) else None
    if match is None or type(number) is not int or given.get("algorithm") != ALGORITHM:
        return False
    challenge = _digest(match[0], number)
    is_right = _is_same(challenge, given.get("challenge"))
    is_ours = _is_same(_signature(secret, challenge), given.get("signature"))
    return is_right and is_ours and match[2] == token_id and now <= int(match[1])


def _read(written: str) -> Mapping[str, object]:
    """What the Base64 of JSON says; nothing where it is none."""
    try:
        data = base64.b64decode(written, validate=True) if len(written) <= LONGEST else b""
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(salt: str, number: int) -> str:
    return hashlib.sha256(f"{salt}{number}".encode()).hexdigest()


def _signature(secret: bytes, challenge: str) -> str:
    """What is signed of tokens has strokes in it, so neither passes for the other."""
    return hmac.new(secret, challenge.encode(), "sha256").hexdigest()


def _is_same(ours: str, given: object) -> bool:
    """Whether it is that; however much of it is right takes the same time."""
    return hmac.compare_digest(ours.encode(), str(given).encode("utf-8", "replace"))
