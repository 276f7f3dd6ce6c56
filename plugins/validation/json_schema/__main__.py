"""`make schema`: writes the schemas for editors to schemas/."""

import sys
from pathlib import Path

from plugins.catalogue.settings import SettingsError, from_file
from plugins.validation.json_schema.files import rendered, schemas
from plugins.validation.json_schema.known import known_in
from plugins.validation.output.safe import escape

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "schemas"


def main(path: Path = ROOT / "pelican.conf.py", folder: Path = SCHEMAS) -> int:
    """Write the schemas for the content of the site with these settings; the exit code."""
    try:
        written = schemas(known_in(from_file(path)))
        folder.mkdir(exist_ok=True)
        for name, schema in written.items():
            _write(folder / name, rendered(schema))
    except (SettingsError, OSError) as error:
        return _failed(str(error))
    except Exception as error:
        return _failed(f"{type(error).__name__}: {error}")
    return 0


def _failed(message: str) -> int:
    print(f"make schema: {escape(message)}", file=sys.stderr)
    return 2


def _write(path: Path, text: str) -> None:
    """Whole or not at all: an editor may be reading."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main())
