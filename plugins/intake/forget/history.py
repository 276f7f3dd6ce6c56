"""The steps by which what is forgotten leaves the history of git and the forge; a person does them.

Nothing is rewritten by this program: all who have a copy of the repository must know of it.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from plugins.catalogue.diagnostics import MessageLanguage
from plugins.catalogue.names import MAX_ID
from plugins.intake.forget import texts
from plugins.intake.forget.plan import Key
from plugins.intake.forget.wanted import Wanted
from plugins.intake.git import NotCommitted, WorkTree

TEXTS = "ersetzen.txt"
INSTEAD = "entfernt"
_BLANKS = r"\s+"


def paths(keys: Iterable[Key], pictures: Iterable[str], git: WorkTree) -> tuple[str, ...]:
    """Every name that their files ever had in the repository, from its root."""
    stems = {(folder, key[:MAX_ID]) for folder, key in keys}
    names = {("images", picture) for picture in pictures}
    try:
        said = git.run("log", "--all", "--format=", "--name-only", "--no-renames", "-z", "--", ".")
    except NotCommitted:
        return ()
    found = set()
    for path in filter(None, said.split("\0")):
        name = path.lstrip("\n")
        *_, folder, file = ("", *name.split("/"))
        if (folder, file.partition(".")[0]) in stems or (folder, file) in names:
            found.add(name)
    return tuple(sorted(found))


def replacements(person: Wanted) -> Iterator[str]:
    """Lines for `--replace-text`: the person, however it was written."""
    for name in person.names:
        yield f"regex:(?i){_BLANKS.join(map(re.escape, name.split()))}==>{INSTEAD}"
    for address in person.emails:
        yield f"regex:(?i){re.escape(address)}==>{INSTEAD}@{INSTEAD}.invalid"
    for uri in person.phones:
        country, _, rest = uri.removeprefix("tel:").partition("-")
        digits = r"[ ()/.-]*".join(re.sub("[^0-9]", "", rest))
        code = re.escape(country.lstrip("+"))
        yield rf"regex:(?:(?:\+|00){code}[ ()/.-]*(?:\(0\)[ ]*)?|\(?0){digits}==>{INSTEAD}"


def steps(
    person: Wanted, files: tuple[str, ...], repository: str, language: MessageLanguage
) -> Iterator[str]:
    """What to do, line by line, with the true names filled in."""
    address = shlex.quote(repository or "ADRESSE")
    done: list[tuple[str, tuple[str, ...]]] = [
        ("push before", ("git push",)),
        ("clone", (f"git clone --no-local --mirror {address} bereinigt.git", "cd bereinigt.git")),
    ]
    if person.is_person:
        options = f"--replace-text ../{TEXTS} --replace-message ../{TEXTS}"
        done += [
            ("texts", tuple(replacements(person))),
            ("filter", (f"git filter-repo {options}",)),
        ]
    if files:
        named = [f"  --path {shlex.quote(path)}" for path in files]
        *command, last = "git filter-repo --force --invert-paths", *named
        done.append(("filter paths", (*(f"{line} \\" for line in command), last)))
    done += [("push", (f"git push --force --mirror {address}",)), (forge_of(repository), ())]
    yield texts.HISTORY["intro"].to(language)
    for number, (what, lines) in enumerate((*done, ("after", ())), start=1):
        yield f"{number}. {texts.HISTORY[what].to(language).format(name=TEXTS)}"
        yield from (f"     {line}" for line in lines)


def address_of(repository: str, git: WorkTree) -> str:
    """Where the repository is that this copy came from, without a password in it; else as set."""
    try:
        found = git.run("remote", "get-url", "origin").strip()
    except NotCommitted:
        return repository
    return re.sub(r"\A(https?://)[^/@]*@", r"\1", found) or repository


def forge_of(repository: str) -> str:
    """Which forge it is, by its host; `any` where that does not say."""
    host = (urlsplit(repository).hostname or "") if "//" in repository else repository
    forges: Mapping[str, str] = {
        "github": "github",
        "gitlab": "gitlab",
        "codeberg": "forgejo",
        "forgejo": "forgejo",
        "gitea": "forgejo",
    }
    return next((forge for word, forge in forges.items() if word in host), "any")
