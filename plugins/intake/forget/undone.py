"""The way back: who wants to be here again is taken out of the list of what must not come back."""

from dataclasses import replace

from plugins.catalogue import forgotten
from plugins.catalogue.forgotten import Forgotten, Mark
from plugins.catalogue.likeness import spellings
from plugins.intake.forget.plan import asked_for
from plugins.intake.forget.wanted import Wanted


def without(known: Forgotten, wanted: Wanted) -> Forgotten:
    """The list without everything that has a mark of what is wanted.

    What is given as a name may be that of an entry as well.
    """
    named = {Mark("name", way) for name in wanted.names for way in spellings(name)}
    asked = {*asked_for(wanted), *named}
    digests = {forgotten.digest(mark, known.salt) for mark in asked}
    stones = tuple(one for one in known.tombstones if not digests & {*one.digests})
    ids = {wanted.id} if wanted.folder == "events" else set()
    notices = tuple(one for one in known.notices if not ids & {*one.ids})
    return replace(known, tombstones=stones, notices=notices)
