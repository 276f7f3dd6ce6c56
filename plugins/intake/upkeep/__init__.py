"""`make stale` and `make reminders`: what nobody has confirmed for long, and asking for it.

due.py         which entries are due
table.py       them as a table, and as JSON
shown.py       what the site shows of an association, in words
reply_links.py the answers as links: to a form, and to a mail with our questionnaire
letter.py      the reminder to one association, as text and as HTML
post.py        letters as mails, or as a table for mail merge
__main__.py    `make stale` and `make reminders`
"""
