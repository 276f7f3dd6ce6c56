"""What is asked about an offer or a seek on the board."""

from datetime import date

from plugins.intake.new.question import Answers, Question, prose, where
from plugins.intake.new.words import Words, same

USUAL_MONTHS = 6
"""How long a posting is proposed to stay; the rules allow twelve months."""


def _in_half_a_year(answers: Answers, today: date) -> str:
    """The first day of a month, half a year ahead: a day that every month has."""
    months = today.year * 12 + today.month - 1 + USUAL_MONTHS
    return date(months // 12, months % 12 + 1, 1).isoformat()


def _room(path: str, ask: Words, help_: Words, example: str = "") -> Question:
    return Question(f"room.{path}", ask, help_, same(example), when=where("category", "room"))


QUESTIONS = (
    Question(
        "kind",
        Words("Wird etwas geboten oder gesucht?", "Is something offered or sought?"),
        Words(
            "Biete: Wir haben etwas. Suche: Wir brauchen etwas.", "Offer: we have. Seek: we need."
        ),
    ),
    Question(
        "title",
        Words("Worum geht es, in wenigen Worten?", "What is it, in a few words?"),
        Words("Die Überschrift des Aushangs.", "The heading of the posting."),
        Words("Kleiner Saal mit Klavier", "Small hall with a piano"),
    ),
    Question(
        "association",
        Words("Welcher Verein bietet oder sucht?", "Which association offers or seeks?"),
        Words("Ein Verein aus dem Verzeichnis.", "An association of the directory."),
    ),
    Question(
        "category",
        Words("Zu welcher Gruppe gehört es?", "Which group does it belong to?"),
        Words("Danach ist die Seite sortiert.", "The page is sorted by it."),
    ),
    Question(
        "posted",
        Words("Ab wann gilt der Aushang?", "From which day on is it posted?"),
        Words("Meistens heute.", "Usually today."),
        same("1.12.2026"),
        default=lambda answers, today: today.isoformat(),
    ),
    Question(
        "expires",
        Words("Bis wann gilt er?", "Until when is it valid?"),
        Words(
            "Danach verschwindet er von selbst; spätestens nach zwölf Monaten.",
            "It disappears by itself after that day; after twelve months at the latest.",
        ),
        same("30.6.2027"),
        default=_in_half_a_year,
    ),
    Question(
        "district",
        Words("In welchem Stadtteil?", "In which district?"),
        Words("Wo es ist oder gebraucht wird.", "Where it is, or is needed."),
    ),
    Question(
        "available.from",
        Words("Von welchem Tag an?", "From which day on?"),
        Words("Ab wann man es haben kann oder braucht.", "From when it can be had or is needed."),
        same("1.1.2027"),
    ),
    Question(
        "available.until",
        Words("Bis zu welchem Tag?", "Until which day?"),
        Words("Bis wann man es haben kann oder braucht.", "Until when it can be had or is needed."),
        same("30.6.2027"),
    ),
    Question(
        "available.weekdays",
        Words("An welchen Wochentagen?", "On which days of the week?"),
        Words("Nur, wenn es nicht jeden Tag geht.", "Only when not every day is possible."),
        Words("Dienstag, Donnerstag", "Tuesday, Thursday"),
    ),
    _room(
        "seats",
        Words("Wie viele Menschen passen hinein?", "How many people fit in?"),
        Words("Nur die Zahl.", "The number only."),
        "60",
    ),
    _room(
        "step_free",
        Words("Ist der Raum ohne Stufen zu erreichen?", "Can it be reached without steps?"),
        Words("Auch mit Rollstuhl oder Kinderwagen.", "With a wheelchair or a pram as well."),
    ),
    _room(
        "kitchen",
        Words("Gibt es eine Küche?", "Is there a kitchen?"),
        Words("Eine Teeküche zählt auch.", "A small one counts as well."),
    ),
    _room(
        "stage",
        Words("Gibt es eine Bühne?", "Is there a stage?"),
        Words("Auch eine kleine.", "Even a small one."),
    ),
    _room(
        "hours",
        Words("Zu welchen Uhrzeiten?", "At what times of day?"),
        Words("In Worten.", "In words."),
        "17 bis 22 Uhr",
    ),
    prose(
        Words("Was sollte man noch wissen?", "What else should one know?"),
        Words(
            "Der Text des Aushangs: was genau, zu welchen Bedingungen, wie man sich meldet.",
            "The text of the posting: what exactly, on what terms, how to get in touch.",
        ),
    ),
)
