"""`make serve`: the site on this machine, built anew whenever a file changes.

    files.py     which file of the output an address means
    live.py      what is put into a page on its way to the browser, and nowhere else
    news.py      what browsers are told, and how they wait for it
    panel.py     what is shown above a page while something is wrong
    server.py    the web server: this machine only, GET and HEAD only
    watch.py     which files changed, and what that calls for
    rebuild.py   a build in this process, and what it came to
    resident.py  the process that stays: what it does when something changed
    __main__.py  the front door

The process that serves builds as well, so nothing is imported twice. While entries are broken, the
last good site stays, and every page says what is wrong.
"""

from plugins.serving.server import HOST, server

__all__ = ["HOST", "server"]
