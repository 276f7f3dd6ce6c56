"""`make forget`: takes an association, an event, a person, a picture out on somebody's wish.

wanted.py    what was asked for: an entry, a picture, a person
trees.py     what an entry says without a reference, or without a person
plan.py      all that would be done to the content: files, pictures, what is left to be decided
hits.py      where it is still named in words; nothing of that is changed
notices.py   what calendars are told of events that are gone
undone.py    the way back: out of the list of what must not come back
elsewhere.py inbox, caches, releases, sheets
history.py   the steps for git and for the forge, to be done by hand
show.py      the plan in words
texts.py     what is said, in both languages
__main__.py  `make forget`

Nothing is written before all is known. Each step leaves content that can be read, and whatever
ends the program, the same command goes on: the list of what must not come back is written first,
what refers to the entry next, the entry's own file last.
"""
