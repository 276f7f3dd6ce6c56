"""What `make new` says, in both languages."""

from typing import NamedTuple

from plugins.catalogue.diagnostics import MessageLanguage


class Bilingual(NamedTuple):
    """A text for volunteers, in German and in English."""

    de: str
    en: str

    def to(self, language: MessageLanguage) -> str:
        """The text in `language`."""
        return self.en if language == "en" else self.de


NONE = Bilingual("", "")


def same(text: str) -> Bilingual:
    """A text that is the same in both languages."""
    return Bilingual(text, text)


WELCOME = Bilingual(
    "Ein neuer Eintrag. Zu jeder Frage: ? erklärt sie, < geht eine Frage zurück,\n"
    "Strg-C bricht ab. Gespeichert wird erst ganz am Ende.",
    "A new entry. At every question: ? explains it, < goes back one question,\n"
    "Ctrl-C stops. Nothing is saved before the very end.",
)
WHICH_KIND = Bilingual("Was soll eingetragen werden?", "What would you like to add?")
NO_SUCH_KIND = Bilingual(
    "»{value}« kenne ich nicht. Es gibt: {known}.",
    'There is no "{value}". There are: {known}.',
)
KIND_HELP = Bilingual(
    "Die Nummer oder das Wort eintippen, zum Beispiel 2 oder Termin.",
    "Type the number or the word, for instance 2 or event.",
)
EXAMPLE = Bilingual("zum Beispiel: {example}", "for instance: {example}")
LEAVE_OUT = Bilingual("Enter = weglassen", "Enter = leave out")
TAKE = Bilingual("Enter = {value}", "Enter = {value}")
REMOVE = Bilingual("- = weglassen", "- = leave out")
SEVERAL = Bilingual("mehrere mit Komma trennen", "separate several by commas")
SEARCH = Bilingual(
    "{count} sind bekannt: einen Teil des Namens eintippen",
    "{count} are known: type a part of the name",
)
NEEDED = Bilingual(
    "Ohne diese Angabe geht es nicht. ? erklärt die Frage.",
    "This one is needed. ? explains the question.",
)
NO_BACK = Bilingual("Das ist die erste Frage.", "This is the first question.")
AMBIGUOUS = Bilingual("»{value}« passt zu mehreren:", '"{value}" fits several:')
SIMILAR = Bilingual("»{value}« ist nicht dabei. Ähnlich:", '"{value}" is not among them. Similar:')
MORE = Bilingual("und {count} weitere", "and {count} more")
PICK = Bilingual(
    "Nummer (Enter = etwas anderes eintippen)", "Number (Enter = type something different)"
)
UNDERSTOOD = Bilingual("Verstanden: {value}", "Understood: {value}")
ERROR = Bilingual("Fehler", "Error")
WARNING = Bilingual("Bitte ansehen", "Please look")
HELP = Bilingual("Hilfe", "Help")
ONE_LINE_TEXT = Bilingual(
    "Ende mit einem einzelnen Punkt in einer Zeile, oder mit zwei leeren Zeilen",
    "end with a single dot on a line, or with two empty lines",
)
PREVIEW = Bilingual("So sieht die Datei {path} aus:", "This is the file {path}:")
SAVE = Bilingual(
    "Speichern? (Enter = ja, < = zurück, Strg-C = verwerfen)",
    "Save? (Enter = yes, < = back, Ctrl-C = discard)",
)
ENTER_ONLY = Bilingual(
    "Bitte Enter drücken, oder < eintippen.",
    "Please press Enter, or type <.",
)
MEND = Bilingual("Das passt noch nicht:", "Something is not right yet:")
LOOK = Bilingual(
    "Gespeichert wird trotzdem, aber bitte ansehen:", "It can be saved, but please look:"
)
WRITTEN = Bilingual("Geschrieben: {path}", "Written: {path}")
MORE_FIELDS = Bilingual(
    "Weitere Felder, wenn nötig, in der Datei selbst ergänzen: {fields} (docs/fields.md).",
    "Further fields, where needed, go into the file itself: {fields} (docs/fields.md).",
)
ABANDONED = Bilingual(
    "Abgebrochen. Es wurde nichts gespeichert.",
    "Stopped. Nothing was saved.",
)
EXISTS = Bilingual(
    "Die Datei {path} gibt es inzwischen schon. Es wurde nichts überschrieben.",
    "The file {path} has come to exist meanwhile. Nothing was overwritten.",
)
LINKED = Bilingual(
    "Der Ordner {path} ist eine Verknüpfung; dorthin wird nichts geschrieben.",
    "The folder {path} is a symbolic link; nothing is written there.",
)
MISSING = Bilingual("Die Angabe {key} fehlt.", "{key} is missing.")
GIVE = Bilingual("Ergänzen: {key}={example}", "Add: {key}={example}")
PLACE = Bilingual(
    "Ist ein Ort gemeint: {key}_NAME={value} statt {key} angeben. Ist ein Verein gemeint, den "
    "Dateinamen seines Eintrags ohne Endung.",
    "If a place is meant: give {key}_NAME={value} instead of {key}. If an association is meant, "
    "its file's name without the ending.",
)
ONLINE = Bilingual(
    "ONLINE=https://… mit der Adresse des Treffens statt {key} angeben.",
    "Give ONLINE=https://… with the address of the meeting instead of {key}.",
)
UNKNOWN_KEY = Bilingual(
    "Eine Angabe {key} gibt es hier nicht.",
    "There is no {key} here.",
)
DID_YOU_MEAN = Bilingual("Meinten Sie {suggestion}?", "Did you mean {suggestion}?")
KEYS = Bilingual("Möglich sind: {known}.", "There are: {known}.")
TWO_WAYS = Bilingual(
    "{key} und {other} schließen einander aus.",
    "{key} and {other} exclude each other.",
)
ONE_OF_THEM = Bilingual("Nur eines von beiden angeben.", "Give one of them only.")
GIVEN_TWICE = Bilingual("{key} und {other} meinen dasselbe.", "{key} and {other} mean the same.")
