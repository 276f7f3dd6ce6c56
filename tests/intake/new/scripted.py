"""A terminal for tests, and the small content that new entries are added to."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.findings.safe import escape
from plugins.intake.existing import ExistingContent, read_existing

HERE = Path(__file__).parent
CONTENT = HERE / "content"
TODAY = date(2026, 11, 22)


@dataclass
class Script:
    """A terminal at which these lines are typed; keeps what is seen on it."""

    lines: list[str]
    seen: list[str] = field(default_factory=list)

    def say(self, text: str = "") -> None:
        self.seen += (escape(line) + "\n" for line in text.split("\n"))

    def ask(self, prompt: str) -> str:
        self.seen.append(prompt)
        if not self.lines:
            raise EOFError
        self.seen.append(escape(self.lines[0]) + "\n")
        return self.lines.pop(0)


def existing_in(
    content: Path, settings: Settings, language: MessageLanguage = "de"
) -> ExistingContent:
    """What `make new` reads before it asks, with this content."""
    return read_existing(
        replace(settings, content=content, shown="content", today=TODAY, language=language)
    )


def files(content: Path) -> dict[str, str]:
    """Everything in the folder, by path; of folders that they are there."""
    return {
        str(path.relative_to(content)): path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in content.rglob("*")
    }
