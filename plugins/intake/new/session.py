"""Everything together: from what was typed, or given, to the file."""

from collections.abc import Mapping

from plugins.catalogue.fields.records import fields_of
from plugins.intake.existing import ExistingContent
from plugins.intake.new import texts
from plugins.intake.new.arguments import KIND, answers_in
from plugins.intake.new.conversation import Conversation
from plugins.intake.new.draft import Draft
from plugins.intake.new.kinds import KINDS, EntryKind, kind_of
from plugins.intake.new.options import Option, find
from plugins.intake.new.prompt import Navigation, numbered
from plugins.intake.new.question import ID, TEXT, Answer
from plugins.intake.new.terminal import MARK, Terminal
from plugins.intake.new.texts import Bilingual
from plugins.intake.new.writing import Linked, write_new

WRITTEN, NOT_RIGHT, FAILED, STOPPED = 0, 1, 2, 130


def by_asking(given: Mapping[str, str], existing: ExistingContent, terminal: Terminal) -> int:
    """Ask for what was not given; the exit code.

    When more was given than the kind, only what an entry must have is asked for. Raises `EOFError`
    and `KeyboardInterrupt` when somebody stops; nothing has been written then.
    """
    if not given.keys() - {KIND}:
        terminal.say(texts.WELCOME.to(existing.language))
    chosen = kind_of(given.get(KIND, ""))
    if KIND in given and chosen is None:
        terminal.say(no_such_kind(given[KIND], existing))
    if given.keys() - {KIND}:
        kind, preset = chosen or _asked_kind(existing, terminal)
        return _complete(given, kind, preset, existing, terminal)
    while True:
        kind, preset = chosen or _asked_kind(existing, terminal)
        conversation = Conversation(kind, existing, terminal, preset)
        if conversation.ask_all():
            return _finish(conversation, confirm=True)
        if chosen:
            terminal.say(texts.NO_BACK.to(existing.language))


def no_such_kind(word: str, existing: ExistingContent) -> str:
    """What is said about a word that names no kind."""
    known = ", ".join(kind.name(existing.language) for kind in KINDS)
    return texts.NO_SUCH_KIND.to(existing.language).format(value=word, known=known)


def write(draft: Draft, existing: ExistingContent) -> Bilingual | None:
    """Write the file; what keeps it from being written, if anything does."""
    folder, _, name = draft.path.rpartition("/")
    try:
        write_new(existing.content, folder.rpartition("/")[2], name, draft.text)
    except FileExistsError:
        return texts.EXISTS
    except Linked:
        return texts.LINKED
    return None


def _asked_kind(existing: ExistingContent, terminal: Terminal) -> tuple[EntryKind, dict[str, str]]:
    options = tuple(Option(k.folder, k.name(existing.language), k.words) for k in KINDS)
    terminal.say(f"\n{texts.WHICH_KIND.to(existing.language)}")
    terminal.say("\n".join(numbered(options)))
    while True:
        typed = terminal.ask(MARK).strip()
        found = find(typed, options, numbered=True)
        chosen = kind_of(found[0].id if len(found) == 1 and typed else typed)
        if chosen:
            return chosen
        terminal.say(_kind_help(typed, existing))


def _kind_help(typed: str, existing: ExistingContent) -> str:
    if typed in ("", "?"):
        return texts.KIND_HELP.to(existing.language)
    if typed == Navigation.BACK.value:
        return texts.NO_BACK.to(existing.language)
    return no_such_kind(typed, existing)


def _complete(
    given: Mapping[str, str],
    kind: EntryKind,
    preset: Mapping[str, Answer],
    existing: ExistingContent,
    terminal: Terminal,
) -> int:
    """Ask for what is missing or wrong among what was given."""
    found = answers_in(given, kind, existing)
    conversation = Conversation(kind, existing, terminal, {**preset, **found.answers})
    for fault in found.faults:
        terminal.say("\n".join(fault.lines(existing.language)))
    if not all(conversation.can_ask(fault.path) for fault in found.faults):
        return NOT_RIGHT
    conversation.ask_missing({fault.path for fault in found.faults})
    return _finish(conversation, confirm=False)


def _finish(conversation: Conversation, *, confirm: bool) -> int:
    """Hold the entry against all rules, let it be mended and looked over, and write it."""
    existing, terminal = conversation.existing, conversation.terminal
    while True:
        draft = conversation.draft()
        if draft.errors:
            conversation.complain(texts.MEND, *draft.errors)
            field = draft.field_of(draft.errors[0])
            if not conversation.can_ask(field):
                return NOT_RIGHT
            conversation.ask_again(field)
            continue
        if found := sorted({*draft.findings, *draft.alike}):
            conversation.complain(texts.LOOK, *found)
        if confirm and not _agreed(draft, existing, terminal):
            conversation.ask_again(TEXT)
            continue
        hindrance = write(draft, existing)
        if hindrance is None:
            return _done(draft, conversation, hint=confirm)
        terminal.say(hindrance.to(existing.language).format(path=draft.path))
        if hindrance is texts.LINKED:
            return FAILED
        conversation.ask_again(ID)


def _agreed(draft: Draft, existing: ExistingContent, terminal: Terminal) -> bool:
    """Show the file and ask whether to save it; `False` for going back."""
    shown = "\n".join(f"    {line}".rstrip() for line in draft.text.rstrip().split("\n"))
    terminal.say(f"\n{texts.PREVIEW.to(existing.language).format(path=draft.path)}\n\n{shown}\n")
    while True:
        terminal.say(texts.SAVE.to(existing.language))
        typed = terminal.ask(MARK).strip()
        if typed in ("", Navigation.BACK.value):
            return not typed
        terminal.say(texts.ENTER_ONLY.to(existing.language))


def _done(draft: Draft, conversation: Conversation, *, hint: bool) -> int:
    existing = conversation.existing
    conversation.terminal.say(texts.WRITTEN.to(existing.language).format(path=draft.path))
    others = ", ".join(_not_asked(conversation.kind))
    if hint and others:
        conversation.terminal.say(texts.MORE_FIELDS.to(existing.language).format(fields=others))
    return WRITTEN


def _not_asked(kind: EntryKind) -> list[str]:
    """The fields of a kind that no question is about."""
    asked = {question.path.partition(".")[0] for question in kind.questions}
    return [key for key in fields_of(kind.entry) if key not in asked]
