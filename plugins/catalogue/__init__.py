"""MODEL: content files to typed, linked entries. Knows neither Pelican nor templates nor the clock.

find.py             which files of a folder are entries
source.py           bytes to nodes with positions (nodes.py): characters.py, then structure.py and
                    syntax.py, which say what YAML is of it
fields/             nodes to records; the fields that records are made of
model.py            the kinds of entry, each a record (frozen.py)
vocabularies.py     the closed lists
boundaries.py       where the districts are, outlines.py drawn
geography.py        what is known of numbers that are places
pictures.py         what the head of a picture file says
parse.py            one file to an entry or a translation
load.py             a folder to a catalogue; file_cache.py: only what changed is parsed again
cache.py clock.py   what a run leaves for the next, sealed; when a file was last touched
functions.py        by what name it is kept what a function gave
processes.py        work shared out over processes
link.py             the catalogue: ids to entries, both ways; translation.py: it in another language
chunks.py           thousands of its entries cut up; traced.py: it notes what it is asked
forgotten.py marks.py   what must not come back, and by what it is recognised
coverage.py         how much has been translated
public.py consent.py    what an entry says publicly; what a consent covers
occurrences.py      when an event takes place
holidays.py         on which holidays a series pauses; holiday_source.py: which a state has;
                    feast_source.py: when the feasts are that a city's list names
revisions.py        when entries were last changed: history.py, by git; notes.py, by what builds saw
commit.py           whether a folder is still at the commit that it was at
figures.py          what a report counts; attendance.py: how many came on a date
digest.py           of which original a translation was made
settings.py         what one city decides about its site
versions.py         the version of the program, the format of the entries that it reads
diagnostics.py      what was found wrong; codes/ is the register of all that can be
descriptions/       what each field is for, in German and English
dates.py            days and times the way people write them
names.py lists.py   names with and without a legal form, ids from them; what is known by name
phones.py           what is a phone number; prices.py: what is free
likeness.py         what two entries for the same association have in common
field_words.py titles.py        what people call fields; in_fields.py: what has fields of its own
text.py languages.py   folding, sorting, guessing; which languages exist, and their names
                    (language_words.py, cldr.py)
"""
