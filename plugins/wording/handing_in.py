"""What the intake service says beside its templates: German messages, translated like those."""

NO_PICTURE = "Das Bild lässt sich nicht lesen. Nehmen Sie ein JPEG, PNG oder WebP."
NO_ROOM = "Das Bild lässt sich gerade nicht speichern."
PICTURE_GONE = "Das Bild ist nicht mehr da. Bitte wählen Sie es noch einmal aus."
TOO_OFTEN = "Gerade kommt zu viel auf einmal. Bitte versuchen Sie es später noch einmal."
SUBJECT = "Bitte bestätigen Sie, dass Sie uns geschrieben haben"
QUESTION = (
    "Über »%(site)s« hat uns jemand mit dieser Adresse etwas geschickt. Waren Sie das? "
    "Dann öffnen Sie bitte diesen Link:"
)
OTHERWISE = "Waren Sie es nicht, brauchen Sie nichts zu tun."
GOES = "Ohne Bestätigung löschen wir es nach einiger Zeit."

MESSAGES = (NO_PICTURE, NO_ROOM, PICTURE_GONE, TOO_OFTEN, SUBJECT, QUESTION, OTHERWISE, GOES)
