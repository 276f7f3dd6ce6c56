"""`make publish` and `make rollback`."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import escape
from plugins.publishing import release
from plugins.publishing.release import NotReleased, Published
from plugins.publishing.target import TargetError, place
from plugins.publishing.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]

_NAMED = 9
"""So many files of other plugins are named."""

_TEXTS = {
    "de": {
        "PUB-BUILD": "Nicht veröffentlicht: Der Bau ist gescheitert. Die bisherige Seite bleibt.",
        "PUB-AUDIT": (
            "Nicht veröffentlicht: Die gebaute Seite hat Fehler. Die bisherige Seite bleibt."
        ),
        "PUB-BUSY": (
            "Nicht veröffentlicht: Eine andere Veröffentlichung läuft gerade."
            " In einigen Minuten noch einmal."
        ),
        "PUB-DAMAGED": (
            "Nicht veröffentlicht: Was am Ziel ankam, ist nicht, was gebaut wurde."
            " Die bisherige Seite bleibt."
        ),
        "PUB-LOSS": (
            "Nicht veröffentlicht: So viele Einträge der bisherigen Seite würden fehlen."
            " Die bisherige Seite bleibt.\n"
            "    Hilfe: Ist der Ordner mit den Einträgen ganz da, stimmt CONTENT?"
            " Ist es so gewollt: make publish FORCE=1"
        ),
        "PUB-NO-EARLIER": "Es gibt keine frühere Veröffentlichung.",
        "lost": "{kind}: {gone} von {before} fehlen",
        "published": "Veröffentlicht: {name} in {where}",
        "left out": "Mit Fehlern, darum nicht darin: {left_out} (siehe oben)",
        "more": "Von anderen Plugins: {names}",
        "and more": "{names} und {number} weitere",
        "rolled back": "Zurück zu {name} in {where}",
        "usage": "Aufruf: make publish oder make rollback",
    },
    "en": {
        "PUB-BUILD": "Not published: the build failed. The site stays as it was.",
        "PUB-AUDIT": "Not published: the built site has faults. The site stays as it was.",
        "PUB-BUSY": ("Not published: another publication is under way. Try again in some minutes."),
        "PUB-DAMAGED": (
            "Not published: what arrived is not what was built. The site stays as it was."
        ),
        "PUB-LOSS": (
            "Not published: so many entries of the present site would be gone."
            " The site stays as it was.\n"
            "    Help: is the folder with the entries all there, is CONTENT right?"
            " If it is meant: make publish FORCE=1"
        ),
        "PUB-NO-EARLIER": "There is no earlier release.",
        "lost": "{kind}: {gone} of {before} gone",
        "published": "Published: {name} in {where}",
        "left out": "With errors, so not in it: {left_out} (see above)",
        "more": "From other plugins: {names}",
        "and more": "{names} and {number} more",
        "rolled back": "Back to {name} in {where}",
        "usage": "Use make publish or make rollback",
    },
}


def main(arguments: list[str]) -> int:
    """Run one of the two commands.

    0 fine; 1 errors in the content or the site, also when all but the entries with errors was
    published; 2 the tool.
    """
    try:
        settings = from_file(ROOT / "pelican.conf.py")
    except SettingsError as error:
        print(f"pelican.conf.py: {error}", file=sys.stderr)
        return 2
    texts, where = _TEXTS[settings.language], settings.publish_to
    try:
        done, came = _run(arguments, settings)
    except NotReleased as reason:
        for finding in reason.findings:
            print(finding, file=sys.stderr)
        for loss in reason.losses:
            print(texts["lost"].format(**vars(loss)), file=sys.stderr)
        print(f"{reason.code} {texts[reason.code]}", file=sys.stderr)
        return reason.exitcode
    except (TargetError, OSError) as error:
        print(f"{where}: {error}", file=sys.stderr)
        return 2
    print(texts[done].format(name=came.name, where=where))
    if came.more:
        print(texts["more"].format(names=_some(came.more, texts["and more"])), file=sys.stderr)
    if came.left_out:
        print(texts["left out"].format(left_out=came.left_out), file=sys.stderr)
    return 2 if not came.name else int(came.left_out > 0)


def _some(names: Sequence[str], and_more: str) -> str:
    """A few of the names, in one line, and how many more there are."""
    named = escape(", ".join(names[:_NAMED]))
    rest = len(names) - _NAMED
    return and_more.format(names=named, number=rest) if rest > 0 else named


def _run(arguments: list[str], settings: Settings) -> tuple[str, Published]:
    if arguments not in (["publish"], ["rollback"]):
        return "usage", Published("")
    with (
        release.alone(ROOT / ".cache" / "publish.lock"),
        release.opened(place(settings.publish_to, ROOT)) as target,
    ):
        if arguments == ["rollback"]:
            return "rolled back", release.rollback(target)
        folder, memory = ROOT / ".cache" / "release", settings.memory()
        others = settings.has_plugins_of_others  # what they made last time nobody would remove
        notes = memory.store("release") if memory and not others else None
        now, force = datetime.now(UTC), os.environ.get("FORCE", "") not in ("", "0", "no")
        base, keep = settings.site.base, settings.publish_keep
        came = release.publish(
            target,
            release.build,
            Workshop(folder, notes),
            now,
            base,
            keep,
            force=force,
            may_have_more=others,
        )
        return "published", came


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
