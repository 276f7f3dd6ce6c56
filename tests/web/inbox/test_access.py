"""Who is let in, and that nothing is shown to anybody else."""

import os
from dataclasses import replace

import pytest

from plugins.catalogue.settings import Settings
from plugins.web.http import Request
from plugins.web.inbox.access import Access
from plugins.web.inbox.app import App
from plugins.web.inbox.workspace import Workspace
from tests.intake.submission.test_filled import WITH_CONSENT
from tests.intake.submission.test_store import NOW
from tests.web.inbox.conftest import FORM, HOST, PORT, Client, Desk

SECRET = "Trommeln"


@pytest.fixture
def closed(place: Settings) -> App:
    """The inbox before anybody is in it."""
    return App(Workspace(lambda: place, lambda: NOW, os.environ), Access("x"), PORT, print)


def test_the_address_lets_one_browser_in_once(closed: App) -> None:
    token = closed.access.token
    first, second = Client(closed), Client(closed)
    given = first.get(f"?schluessel={token}")
    cookie, *options = given.headers["Set-Cookie"].split("; ")
    assert (given.status, given.headers["Location"]) == (303, "/eingang/")
    assert options == ["Path=/eingang/", "HttpOnly", "SameSite=Strict"]
    first.headers["cookie"] = f"other=1; {cookie}"
    assert first.get("").status == 200
    assert second.get(f"?schluessel={token}").status == 403
    again = first.get(f"?schluessel={token}")  # the browser that is in may open it once more
    assert (again.status, again.headers["Location"]) == (303, "/eingang/")
    assert first.get("").status == 200


@pytest.mark.parametrize(
    "path",
    ["", "?schluessel=", "?schluessel=x", "?schluessel=%00", "ID/", "ID/vorschau/", "ID/bild/1"],
)
@pytest.mark.parametrize("cookie", ["", "eingang-8123=", "eingang-8123=x", "\x00;=", "a=b" * 999])
def test_whoever_is_not_in_sees_nothing(path: str, cookie: str, desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    stranger = Client(desk.app, {"host": HOST, "cookie": cookie})
    given = stranger.get(path.replace("ID", draft_id))
    assert given.status == 403
    assert SECRET not in stranger.text and draft_id not in stranger.text
    assert "Bitte die Adresse aus dem Terminal öffnen" in stranger.text


def test_without_a_session_nothing_is_done(desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    desk.client.get(f"{draft_id}/")
    stranger = Client(desk.app)
    assert stranger.post(f"{draft_id}/annehmen/", desk.client.sealed()).status == 403
    assert desk.store.ids() == (draft_id,)


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:8124", "", f"{HOST},{HOST}"],
)
def test_only_our_own_name_is_answered(host: str, desk: Desk) -> None:
    desk.put(WITH_CONSENT)
    given = desk.client.get("", host=host)
    assert (given.status, given.body) == (421, b"")


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_our_own_names(host: str, desk: Desk) -> None:
    assert desk.client.get("", host=host).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"content_type": "text/plain"},
        {"content_type": "multipart/form-data; boundary=x"},
    ],
)
def test_what_no_page_of_ours_sends_does_nothing(headers: dict[str, str], desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    desk.client.get(f"{draft_id}/")
    sealed = desk.client.sealed()
    assert desk.client.post(f"{draft_id}/annehmen/", sealed, **headers).status == 403
    assert desk.store.ids() == (draft_id,)
    assert desk.client.post(f"{draft_id}/annehmen/", sealed).status == 303


def test_a_seal_is_for_one_draft_one_state_one_session(desk: Desk) -> None:
    one = desk.put(WITH_CONSENT)
    other = desk.put(replace(WITH_CONSENT, message="anders"))
    desk.client.get(f"{one}/")
    sealed = desk.client.sealed()
    wrong = [
        {},
        {**sealed, "_siegel": ""},
        {**sealed, "_siegel": "ä"},
        {**sealed, "_siegel": "0" * 64},
        {**sealed, "_stand": "x"},
    ]
    assert [desk.client.post(f"{one}/annehmen/", w).status for w in wrong] == [403] * 5
    assert desk.client.post(f"{other}/annehmen/", sealed).status == 403
    assert len(desk.store.ids()) == 2
    desk.client.get(f"{one}/nachfragen/")
    for_asking = desk.client.sealed()
    assert desk.client.post(f"{one}/annehmen/", for_asking).status == 403


@pytest.mark.parametrize("body", [b"\xff", b"_stand=%ff", b"&" * 30, b"a=b"])
def test_what_is_no_form_is_refused(body: bytes, desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    headers = {**desk.client.headers, "content-type": FORM}
    path = f"/eingang/{draft_id}/annehmen/"
    for length in (len(body), 5_000_000):
        request = Request("POST", path, "", headers, body, length)
        assert desk.app.answer(request).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods(method: str, desk: Desk) -> None:
    given = desk.app.answer(Request(method, "/eingang/", "", desk.client.headers))
    assert given.status == 405
    assert not any(name.startswith("Access-Control") for name in given.headers)


@pytest.mark.parametrize("path", ["", "nirgends/", "?schluessel=x", "ID/", "ID/vorschau/"])
def test_every_answer_is_for_nobody_to_keep_or_frame(path: str, desk: Desk) -> None:
    draft_id = desk.put(WITH_CONSENT)
    headers = desk.client.get(path.replace("ID", draft_id)).headers
    policy = headers["Content-Security-Policy"].split("; ")
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert "default-src 'none'" in policy and not any("script" in rule for rule in policy)
    allowed = "'self'" if path == "ID/vorschau/" else "'none'"
    assert f"frame-ancestors {allowed}" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/static/../pelican.conf.py",
        "/static/%2e%2e/x",
        "/etc/passwd",
        "../x",
        "20261122-183005-00000000/",
        "20261122-183005-00000000/../x/",
        "seite/associations/../../x/",
        "seite/associations/gibts-nicht/",
        "seite/vocabulary/topics/",
        "x" * 5000,
    ],
)
def test_what_is_not_there(path: str, desk: Desk) -> None:
    assert desk.client.get(path).status in (404, 410)
    assert desk.failures == []
