"""`make fetch-calendars` and `make feeds`: what associations' own calendars say flows in.

sources.py       which associations keep a calendar, and where
addresses.py     which hosts may be asked: those that anybody can reach
deadline.py      when a conversation with a server is over
fetch.py         one calendar over HTTP, bounded
gather.py        all calendars at once
worker.py        a process that reads one, with bounded memory and time
parsing.py       bytes to calendars, also where some of it is broken
facts.py         what of an event is taken over: title, text, place, link
read.py          a calendar to events that an entry can say; what is left out, and why
series.py        rule and dates as `repeat:`, compared with those of the calendar
source_event.py  what was read, and its way from one process to the other
records.py       what was taken over: `content/calendars/<association>.json`
twins.py         which entry an event is
merge.py         what an entry says after that; what people changed stays
plan.py          all that is decided, as files to be written
health.py        how each calendar is: `eingang/.kalender.json`
texts.py         what is said, in both languages
show.py          that, and how all calendars are, as lines and as a page
overview.py      how all calendars are, in words
__main__.py      the two commands

Decision: docs/decisions/0034-calendars-in.md.
"""
