"""`make publish` and `make rollback`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.publishing import release
from plugins.publishing.release import NotReleased
from plugins.publishing.target import TargetError, target

ROOT = Path(__file__).resolve().parents[2]

_TEXTS = {
    "de": {
        "BUILD": "Nicht veröffentlicht: Der Bau ist gescheitert. Die bisherige Seite bleibt.",
        "AUDIT": "Nicht veröffentlicht: Die gebaute Seite hat Fehler. Die bisherige Seite bleibt.",
        "BUSY": "Nicht veröffentlicht: Eine andere Veröffentlichung läuft gerade.",
        "NO-EARLIER": "Es gibt keine frühere Veröffentlichung.",
        "published": "Veröffentlicht: {name} in {where}",
        "rolled back": "Zurück zu {name} in {where}",
        "usage": "Aufruf: make publish oder make rollback",
    },
    "en": {
        "BUILD": "Not published: the build failed. The site stays as it was.",
        "AUDIT": "Not published: the built site has faults. The site stays as it was.",
        "BUSY": "Not published: another publication is under way.",
        "NO-EARLIER": "There is no earlier release.",
        "published": "Published: {name} in {where}",
        "rolled back": "Back to {name} in {where}",
        "usage": "Use make publish or make rollback",
    },
}


def main(arguments: list[str]) -> int:
    """Run one of the two commands; 0 fine, 1 errors in the content or the site, 2 the tool."""
    try:
        settings = from_file(ROOT / "pelican.conf.py")
    except SettingsError as error:
        print(f"pelican.conf.py: {error}", file=sys.stderr)
        return 2
    texts = _TEXTS[settings.language]
    try:
        with release.alone(ROOT / ".cache" / "publish.lock"):
            done, name = _run(arguments, settings)
    except NotReleased as reason:
        for finding in reason.findings:
            print(finding, file=sys.stderr)
        print(texts[reason.code], file=sys.stderr)
        return reason.exitcode
    except (TargetError, OSError) as error:
        print(f"{settings.publish_to}: {error}", file=sys.stderr)
        return 2
    print(texts[done].format(name=name, where=settings.publish_to))
    return 0 if name else 2


def _run(arguments: list[str], settings: Settings) -> tuple[str, str]:
    where = target(settings.publish_to, ROOT)
    if arguments == ["publish"]:
        workshop = ROOT / ".cache" / "release"
        now = datetime.now(UTC)
        name = release.publish(
            where, release.build_strictly, workshop, now, settings.site.base, settings.publish_keep
        )
        return "published", name
    if arguments == ["rollback"]:
        return "rolled back", release.rollback(where)
    return "usage", ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
