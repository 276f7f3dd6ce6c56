"""Makes of a stranger's picture one of ours, in a process of its own with bounded memory and time.

The picture on standard input, on standard output a JPEG, or a PNG where some of it is transparent:
its pixels, upright, no larger than is taken later, and nothing else of it.
"""

import io
import resource
import sys
from contextlib import suppress

from plugins.validation.decoding.pixels import upright

SECONDS = 10
MEMORY = 1 << 30
SIDE = 2400
"""What the office takes of it at most (intake/submission/photos.py)."""
QUALITY = 92
"""It is made anew once more when it is accepted, so nothing is spared here."""


def main() -> int:
    """Read, write; 1 where it is no picture that can be published."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with suppress(ValueError, OSError):  # some systems know no such limit; the time is one too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    picture = upright(sys.stdin.buffer.read(), (SIDE, SIDE))
    if picture is None:
        return 1
    stream = io.BytesIO()
    if picture.mode == "RGB":
        picture.save(stream, "JPEG", quality=QUALITY, progressive=True)
    else:
        picture.save(stream, "PNG")
    sys.stdout.buffer.write(stream.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
