"""What the Nu HTML checker says of pages."""

import json
import subprocess
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / ".cache" / "tools"
# It is done before what Java does for programs that run for long pays: collectors on threads of
# their own, a second compilation. The stack is for the code of the first, which needs more.
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
POLICY_ON_FILES = ".*Content Security Policy.*"


def messages(path: Path) -> set[str]:
    """Errors and warnings about a page, or all pages of a folder, each with the page's path.

    It reads the pages as files, where the policy's 'self' allows nothing: it says so for each
    style sheet, which is left out here. The browser tests load the pages under their policy.
    """
    command = [str(TOOLS / "java"), *BRIEF, "-jar", str(TOOLS / "vnu.jar")]
    given = ["--format", "json", "--stdout", "--skip-non-html", "--filterpattern", POLICY_ON_FILES]
    done = subprocess.run(
        [*command, *given, str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    found = json.loads(done.stdout)["messages"]
    return {f"{m['url'].partition(f'/{path.name}')[2]}: {m['message']}" for m in found}
