"""What `make serve` puts into pages on their way, to the letter."""

import re
from pathlib import Path

import pytest

from plugins.rendering.serve import live

ADDED = (
    '<link rel="stylesheet" href="/@serve/panel.css">\n'
    '<script type="module" src="/@serve/reload.js?page=abc"></script>\n'
)
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
ASKING = META.format("a b; connect-src 'self'")

PAGES = {
    "": "",
    "no head": "no head",
    "<head></head><body>": f"<head>{ADDED}</head><body>",
    "<HEAD></HEAD >": f"<HEAD>{ADDED}</HEAD >",
    "<head></head></head>": f"<head>{ADDED}</head></head>",
    f"<head>{META.format('a b')}</head>": (f"<head>{ASKING}{ADDED}</head>"),
    f"<head></head>{META.format('a b')}": f"<head>{ADDED}</head>{META.format('a b')}",
    "<head><title>»ü«</title></head>": f"<head><title>»ü«</title>{ADDED}</head>",
}


@pytest.mark.parametrize(("before", "after"), PAGES.items())
def test_page(before: str, after: str) -> None:
    assert live.page(before.encode(), "abc").decode() == after


POLICIES = {
    "": "connect-src 'self'",
    "default-src 'none'": "default-src 'none'; connect-src 'self'",
    "default-src 'none';": "default-src 'none'; connect-src 'self'",
    "default-src 'none'; connect-src 'none'": "default-src 'none'; connect-src 'self'",
    "connect-src https://a.example; img-src x": "connect-src https://a.example 'self'; img-src x",
    "Connect-Src 'self'; img-src x": "Connect-Src 'self'; img-src x",
    "x-connect-src a": "x-connect-src a; connect-src 'self'",
}


@pytest.mark.parametrize(("before", "after"), POLICIES.items())
def test_policy(before: str, after: str) -> None:
    assert live.policy(before) == after
    assert live.policy(after) == after


def test_the_policy_of_the_theme_is_found(request: pytest.FixtureRequest) -> None:
    base = Path(request.config.rootpath / "theme/templates/base.html").read_bytes()
    html = live.page(base, "abc")
    found = re.findall(rb'Policy" content="([^"]*)"', base)
    assert re.findall(rb'Policy" content="([^"]*)"', html) == [found[0] + b"; connect-src 'self'"]
