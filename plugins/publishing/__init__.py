"""RELEASE: a finished site goes live whole or not at all.

    audit.py        what must be true of a built site before anybody sees it
    release.py      the steps: built into a folder of its own, checked, put live by one rename
    workshop.py     that folder: kept while it is beyond doubt
    disk.py         what a disk refuses, by its code
    history.py      the releases that a target holds, in their own order
    contents.py     what a site holds: its files by digest, its entries by kind
    target.py       what every place for releases offers; locations.py: which one PUBLISH_TO means
    local.py        a folder here
    server.py       a folder on a server; session.py: the connection that holds its lock
    __main__.py     `make publish` and `make rollback`

A target holds a folder for each release, named by its time, `live`, a link to one of them, and
`.publishing`, which is ours alone: the lock, and what is not yet or no longer a release. The web
server serves `live`. Killed at any moment, `live` points to what it pointed to before.
"""
