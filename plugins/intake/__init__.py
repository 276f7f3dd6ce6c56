"""ENTRY: what people write, to files that the site reads. Never part of a build.

entry_file.py   fields to the canonical file of an entry
scalars.py      one value of it; what needs quotation marks
tree.py         what the file of an entry says, whichever way it is written
edit.py         new values in the file of an entry, everything else left as it stands
yaml_text.py    where the parts of a file stand, to the character; changes of these and no others
writes.py       files written all or none; git.py: the commit of them, which says what and not who
existing.py     what is there already: entries, lists, settings
content.py      the same with its files, for those who change them
naming.py       the id of a new entry: proposed, and free
mail_file.py    a mail that a program opens as a draft
unsaved.py      entries that stand in no file yet, held against all that is there
new/            `make new`: asks for a new entry step by step and writes it
fix/            `make fix`: mends in existing files what can be mended without asking
submission/     what was handed in by form or mail, before anybody looked at it; `make inbox-mail`
upkeep/         `make stale` and `make reminders`: what is due, and asking whether it is still right
attendance/     `make attendance`: how many people came, and which associations
forge/          handing in by an issue of GitHub or Forgejo; requests for what was accepted
inbox/          `make inbox`: decides about it
forget/         `make forget`: takes out on somebody's wish, and sees that it stays out
calendars/      `make fetch-calendars` and `make feeds`: what associations' own calendars say
sheet/          `make sheet` and `make sheet-in`: spreadsheets of all entries, there and back
"""
