"""`make intake`: takes what people hand in by the site's forms, in two steps, without JavaScript.

loaded_site.py  what it knows of the site
check.py        what a form says, and what its sender can mend
pictures.py     pictures that come along; picture_worker.py makes them ours
token.py        signed tokens; secret.py keeps what they are signed with
limits.py       how often, without knowing who; space.py: how much may wait
proof.py        a task for browsers, if wanted
views.py        its pages
search.py       the search of the site, for who has no JavaScript
app.py          a request in, a response out
mail.py         the mail by which a sender confirms
server.py       processes that answer, and one that looks after them
__main__.py     `make intake`
"""
