"""Mends in entries what can be mended without asking: `make fix`. No repair changes what is said.

    __main__.py   `make fix`: which files, what is printed, the exit code
    batch.py      which files these are; all of them, one after the other
    migrations.py entries of an older format become those of today's
    mend.py       one file: all repairs, each held against the meaning
    meaning.py    what a file says, apart from how it is written
    shape.py      which field reads which part of a file
    layout.py     where each part stands, to the character (intake/yaml_text.py)
    summary.py    what is printed

and the repairs, one a file:

    encoding.py   UTF-16, Windows-1252, the mark at the start, line ends, composed letters
    colons.py     quotation marks without which a file cannot be read
    decided.py    brackets of a list or a place, days and times: where nothing else can be meant
    phone_form.py phone numbers in one form
    quotes.py     quotation marks without which other programs read something else
    order.py      keys in the order of the model
    blanks.py     blanks at the ends of lines

Why these are safe and others are not: docs/decisions/0011-repairs.md. A new repair of a readable
file: write `repair(parsed) -> str`, name it in `mend.py` and in `summary.py`.
"""
