"""SAY: what the site, forms and editors say in a language, and how it writes things.

    messages.py     GNU gettext, from the theme's .po files
    handing_in.py reminder.py       messages of programs: mails, and what the intake says
    language.py     how dates, numbers and lists are written: CLDR; locales.py: what it knows
    language_names.py               what languages are called in each other
    labels.py       the terms of closed lists

The messages are in German; a catalogue gives them in another language.
"""
