"""`make inbox-web`: the inbox in a browser, on this machine only, for whoever has the address.

    access.py       who is let in: a token that opens once, a session, and what seals each form
    workspace.py    what the office has before it: drafts, content, what was edited, pages
    texts.py        what is said, in German and English, besides what the terminal says
    views.py        what the pages show
    changes.py      what would change, word by word
    draft_pages.py  pages that show drafts, and what was decided
    calendar_page.py  how the calendars of associations are
    form_pages.py   pages that ask
    posted_form.py  what a form of ours sent
    actions.py      what is done then
    app.py          a request in, a response out
    server.py       the server on 127.0.0.1
    __main__.py     `make inbox-web`
    templates/ static/    the pages, in the site's own design

What can be decided, and what comes of it, is the terminal's (plugins/intake/inbox).
"""
