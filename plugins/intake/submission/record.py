"""A submission as data, as it stands in the file of a draft: there and back."""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from plugins.catalogue.descriptions.forms import FORMS, NOTICE
from plugins.intake.submission.forms import entry_of
from plugins.intake.submission.submission import Attachment, Sender, Submission


def data_of(submission: Submission) -> dict[str, Any]:
    """All that a submission says, but for what is in its attachments."""
    return {
        "form": submission.form,
        "entry": submission.entry,
        "language": submission.language,
        "fields": {path: list(values) for path, values in submission.fields.items()},
        "sender": {"name": submission.sender.name, "email": submission.sender.email},
        "message": submission.message,
        "consent": submission.consent,
        "attachments": [{"name": one.name, "file": one.file} for one in submission.attachments],
        "original": submission.original,
        "source": submission.source,
    }


def submission_of(data: Mapping[str, Any], is_ours: Callable[[str], object]) -> Submission:
    """What data say; others may have written them too.

    Raises what reading data of another form raises. The name of an attachment's file counts only
    where it `is_ours`.
    """
    form = str(data.get("form", ""))
    fields = data.get("fields", {}).items()
    sender = data.get("sender", {})
    return Submission(
        form=form if form in FORMS else NOTICE,
        entry=entry_of(str(data.get("entry", ""))),
        language=str(data.get("language", "")),
        fields={str(path): tuple(map(str, values)) for path, values in fields},
        sender=Sender(str(sender.get("name", "")), str(sender.get("email", ""))),
        message=str(data.get("message", "")),
        consent=data.get("consent") is True,
        attachments=tuple(_attachment(one, is_ours) for one in data.get("attachments", ())),
        source=str(data.get("source", "")),
        original=str(data.get("original", "")),
    )


def _attachment(data: Mapping[str, Any], is_ours: Callable[[str], object]) -> Attachment:
    file = str(data.get("file", ""))
    return Attachment(str(data.get("name", "")), file if is_ours(file) else "")


def content_of(submission: Submission) -> str:
    """All that makes two submissions the same one."""
    data = data_of(submission)
    for key in ("original", "source"):
        del data[key]
    data["attachments"] = [
        [one.name, hashlib.sha256(one.data).hexdigest()] for one in submission.attachments
    ]
    return json.dumps(data, sort_keys=True)
