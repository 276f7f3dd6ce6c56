"""The forms of issues, written to where the forges look for them; `make schema`."""

import sys
from pathlib import Path

from plugins.catalogue.cache import replace
from plugins.catalogue.settings import SettingsError, from_file
from plugins.findings.safe import failed
from plugins.intake.existing import read_existing
from plugins.intake.forge.issue_forms import files

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"


def main(path: Path = ROOT / "pelican.conf.py", folder: Path = FOLDER) -> int:
    """Write the forms for the content of the site with these settings; the exit code.

    Nothing is written where a city on another forge does without the folder above.
    """
    try:
        settings = from_file(path)
        if not folder.parent.is_dir():
            return 0
        folder.mkdir(exist_ok=True)
        for name, text in files(read_existing(settings), settings.site):
            replace(folder / name, text.encode())
    except (SettingsError, OSError) as error:
        return failed("make schema", str(error))
    except Exception as error:
        return failed("make schema", f"{type(error).__name__}: {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
