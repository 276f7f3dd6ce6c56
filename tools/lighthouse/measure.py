"""Serves the built site on this machine and prints what Lighthouse says of its pages.

Run by tools/lighthouse.sh, which sets up what is used here. The exit code is 0 when every figure is
100, 1 when one is not, 2 when there is nothing to measure or Lighthouse does not run.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import escape
from plugins.serving import server

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".cache" / "tools"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LONGEST = 180
"""Seconds for one page; it takes about ten."""


def pages(settings: Settings) -> Sequence[str]:
    """Home, directory, the longest profile, calendar and board of a built site."""
    words = settings.site.addresses
    profiles = (settings.output / words["associations"]).glob("*/index.html")
    longest = max(profiles, key=lambda file: (file.stat().st_size, file), default=None)
    profile = [f"/{words['associations']}/{longest.parent.name}/"] if longest else []
    sections = (f"/{words[name]}/" for name in ("associations", "events", "board"))
    return ["/", *sections, *profile]


def command(url: str, report: Path) -> Sequence[str]:
    """How Lighthouse is called; its preset is a phone of the middle class on slow 4G."""
    return [
        str(TOOLS / "lighthouse" / "node"),
        str(TOOLS / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"),
        url,
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        "--quiet",
        "--no-enable-error-reporting",
        "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
    ]


def measure(url: str) -> Mapping[str, Any]:
    """Lighthouse's report. Raises `OSError`, `subprocess.SubprocessError`, `ValueError`."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        environment = {**os.environ, "CHROME_PATH": str(TOOLS / "chromium")}
        subprocess.run(
            command(url, report),
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
        found: Mapping[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def figures(report: Mapping[str, Any]) -> Sequence[int]:
    """The four figures, in the order of CATEGORIES; 0 for one that could not be found."""
    return [round((report["categories"][name]["score"] or 0) * 100) for name in CATEGORIES]


def findings(report: Mapping[str, Any]) -> Iterator[str]:
    """What keeps a category below 100, a line each."""
    for name in CATEGORIES:
        if report["categories"][name]["score"] == 1:
            continue
        for audit in report["categories"][name]["auditRefs"]:
            found = report["audits"][audit["id"]]
            if audit["weight"] and found["score"] is not None and found["score"] < 0.9:
                reason = found.get("explanation") or found.get("displayValue") or ""
                yield f"    {found['title']}: {reason}"


def show(address: str, paths: Sequence[str]) -> bool:
    """Print a line for each page; says whether all figures are 100."""
    perfect = True
    print(f"{'':44}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for path in paths:
        report = measure(address + path)
        found = figures(report)
        perfect = perfect and min(found) == 100
        print(f"{escape(path):44}" + "".join(f"{figure:16}" for figure in found), flush=True)
        for finding in findings(report):
            print(escape(finding), flush=True)
    return perfect


def main(paths: Sequence[str]) -> int:
    """Serve, measure, print. The exit code is this module's promise."""
    try:
        settings = from_file(ROOT / "pelican.conf.py")
        if not (settings.output / "index.html").is_file():
            print(f"Fehler: {escape(str(settings.output))}? make site", file=sys.stderr)
            return 2
        web = server(settings.output, 0, settings.site.base)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        try:
            base = f"http://127.0.0.1:{web.server_port}{settings.site.base}"
            return 0 if show(base, paths or pages(settings)) else 1
        finally:
            web.shutdown()
    except subprocess.CalledProcessError as error:
        print(f"Fehler: Lighthouse: {escape(error.stderr[-600:])}", file=sys.stderr)
    except (OSError, ValueError, KeyError, SettingsError, subprocess.SubprocessError) as error:
        print(f"Fehler: Lighthouse: {escape(str(error))}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
