"""`make schema`: writes the schemas for editors to schemas/."""

import sys
from pathlib import Path

from plugins.catalogue.cache import replace
from plugins.catalogue.settings import SettingsError, from_file
from plugins.findings.safe import failed
from plugins.validation.json_schema.files import rendered, schemas
from plugins.validation.json_schema.known_values import known_in

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "schemas"


def main(path: Path = ROOT / "pelican.conf.py", folder: Path = SCHEMAS) -> int:
    """Write the schemas for the content of the site with these settings; the exit code."""
    try:
        written = schemas(known_in(from_file(path)))
        folder.mkdir(exist_ok=True)
        for name, schema in written.items():
            replace(folder / name, rendered(schema).encode())  # an editor may be reading
    except (SettingsError, OSError) as error:
        return failed("make schema", str(error))
    except Exception as error:
        return failed("make schema", f"{type(error).__name__}: {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
