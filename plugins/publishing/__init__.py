"""RELEASE: a finished site goes live whole or not at all.

    audit.py        what must be true of a built site before anybody sees it
    release.py      a release: built into a folder of its own, checked, put live by one rename
    target.py       where releases live: a folder here, or a folder on a server
    __main__.py     `make publish` and `make rollback`

A target holds a folder for each release, named by its time, and `live`, a link to one of them.
The web server serves `live`. Killed at any moment, `live` points to what it pointed to before.
"""
