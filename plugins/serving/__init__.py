"""`make serve`: the site on this machine, built anew whenever a file changes.

    files     which file of the output an address means
    live      what is put into a page on its way to the browser, and nowhere else
    news      what browsers are told, and how they wait for it
    panel     what is shown above a page while something is wrong
    server    the web server: this machine only, GET and HEAD only
    watch     which files changed, and what that calls for
    rebuild   a build in this process, and what it came to
    __main__  the front door

The process that serves builds as well, so nothing is imported twice. While entries are broken, the
last good site stays, and every page says what is wrong.
"""

from plugins.serving.server import HOST, server

__all__ = ["HOST", "server"]
