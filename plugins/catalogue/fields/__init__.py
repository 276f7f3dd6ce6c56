"""The kinds of values, of which records are made: what each can do is in its class.

context.py       what a field is told when it reads, and what it gives where it cannot
base.py          what every field can do, and every text
containers.py    lists and mappings
records.py       records and their fields; an id in place of a record
texts.py prose.py choices.py numbers.py days.py references.py contact.py    sorts of text
patterns.py      what texts look like, for JSON Schema
"""
