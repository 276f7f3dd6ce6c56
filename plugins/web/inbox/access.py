"""Who is let in: whoever has the address that the terminal shows, once; from then on its browser.

Other programs on this machine, and pages of others in the same browser, have neither.
"""

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie


class Access:
    """One token, which opens once, and the one session that it opens."""

    def __init__(self, name: str) -> None:
        """`name` is that of the cookie: a machine's ports share their cookies."""
        self.token = secrets.token_urlsafe(32)
        self._name, self._key, self._session = name, secrets.token_bytes(32), ""

    def opened(self, token: str) -> str:
        """The session that the token opens, the first time; empty for any other."""
        if not self.token or not _same(token, self.token):
            return ""
        self.token, self._session = "", secrets.token_urlsafe(32)
        return self._session

    def cookie(self, session: str, path: str) -> str:
        """The header by which a browser keeps the session until it is closed."""
        return f"{self._name}={session}; Path={path}; HttpOnly; SameSite=Strict"

    def knows(self, cookies: str) -> bool:
        """Whether a browser that sends these cookies is the one that was let in."""
        try:
            given = SimpleCookie(cookies).get(self._name)
        except CookieError:
            return False
        return bool(self._session) and given is not None and _same(given.value, self._session)

    def seal(self, *parts: str) -> str:
        """What only a page of ours, for this session, can have in a form about these parts."""
        text = "\0".join((self._session, *parts)).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()

    def is_sealed(self, seal: str, *parts: str) -> bool:
        """Whether a form about these parts is one of our own."""
        return _same(seal, self.seal(*parts))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())
