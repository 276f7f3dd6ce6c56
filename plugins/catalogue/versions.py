"""What this program is called by number: `publiccode.yml` and `CHANGELOG.md` say the same.

How it rises, and when: docs/decisions/0025-versions.md. How a release is made: CONTRIBUTING.md.
"""

VERSION = "0.1.0"
