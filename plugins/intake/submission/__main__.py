"""`make inbox-mail`: what came by mail, into the folder of drafts.

Ends with 0 when all mails were read, 1 when what was given is no mail, 2 when the tool itself
failed: the disk is full, the server refuses.
"""

import os
import ssl
import sys
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from imaplib import IMAP4
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.settings import Settings, SettingsError, from_file
from plugins.findings.safe import failed, say, speak_utf8
from plugins.intake.new.texts import Bilingual
from plugins.intake.submission.imap import mailbox_in, mails_at
from plugins.intake.submission.reading import take_in
from plugins.intake.submission.sources import mails_in
from plugins.intake.submission.store import DraftStore, StoreError

ROOT = Path(__file__).resolve().parents[3]

READ = Bilingual(
    "Mails gelesen: {mails}, davon neu: {new}. Als Nächstes: make inbox",
    "Mails read: {mails}, of which new: {new}. Next: make inbox",
)
WHICH = Bilingual(
    "Welche Mails? MAIL=datei.eml, ein Ordner mit .eml-Dateien oder ein Maildir; "
    "für ein Postfach IMAP_HOST, IMAP_USER und IMAP_PASSWORD setzen (docs/eingang.md).",
    "Which mails? MAIL=file.eml, a folder of .eml files or a Maildir; "
    "for a mailbox set IMAP_HOST, IMAP_USER and IMAP_PASSWORD (docs/eingang.md).",
)
UNREADABLE = Bilingual("{path} lässt sich nicht lesen: {reason}", "{path} cannot be read: {reason}")
SERVER = Bilingual("Das Postfach antwortet nicht wie erwartet: {reason}", "The mailbox: {reason}")
FULL = Bilingual(
    "Der Platz auf der Platte reicht nicht. Was schon im Eingang liegt, ist sicher; der Rest ist "
    "noch bei den Mails. Platz schaffen und denselben Befehl wiederholen.",
    "The disk is full. What is in the inbox is safe, the rest is still with the mails. Make room "
    "and repeat the command.",
)
REFUSED = Bilingual(
    "In {path} lässt sich nicht schreiben: {reason}. Was noch nicht im Eingang liegt, ist noch "
    "bei den Mails.",
    "Cannot write to {path}: {reason}. What is not in the inbox is still with the mails.",
)


def main(path: Path = ROOT / "pelican.conf.py") -> int:
    """Read the mails that MAIL or the settings of a mailbox name; the exit code.

    ALL has a mailbox read from its beginning, not from where it was read last.
    """
    language: MessageLanguage = "de"
    try:
        settings = from_file(path)
        language = settings.language
        return _read(settings, os.environ.get("MAIL", ""))
    except KeyboardInterrupt:
        return 130
    except SettingsError as error:
        return failed("make inbox-mail", f"{path.name}: {error}")
    except StoreError as error:
        said = FULL if error.is_full else REFUSED
        text = said.to(language).format(path=error.path, reason=error.reason)
        return failed("make inbox-mail", text)
    except (IMAP4.error, OSError) as error:
        return failed("make inbox-mail", _refused(error, language))
    except Exception as error:
        return failed("make inbox-mail", f"{type(error).__name__}: {error}")


def _refused(error: Exception, language: MessageLanguage) -> str:
    """Which mail cannot be read, or what a mailbox said."""
    if isinstance(error, OSError) and error.filename:
        return UNREADABLE.to(language).format(path=error.filename, reason=error.strerror)
    return SERVER.to(language).format(reason=error)


def _read(settings: Settings, place: str) -> int:
    language, store = settings.language, DraftStore(settings.inbox)
    box = mailbox_in(os.environ)
    mails: Iterable[tuple[str, bytes]]
    if place:
        try:
            mails = list_of(Path(place))
        except OSError as error:
            text = UNREADABLE.to(language).format(path=place, reason=error.strerror)
            say(sys.stdout, text)
            return 1
    elif box is not None:
        again = os.environ.get("ALL", "") not in ("", "0", "no")
        mails = mails_at(box, ssl.create_default_context(), store, again=again)
    else:
        say(sys.stdout, WHICH.to(language))
        return 1
    now = partial(datetime.now, ZoneInfo(settings.site.time_zone))
    done = take_in(mails, store, now)
    store.remove_old(now(), settings.site.inbox_days)
    say(sys.stdout, READ.to(language).format(mails=done.mails, new=done.new))
    return 0


def list_of(place: Path) -> Iterable[tuple[str, bytes]]:
    """The mails at a place. Raises `OSError` at once when there is none."""
    place.stat()
    return mails_in(place)


if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main())
