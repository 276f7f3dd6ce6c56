"""What somebody handed in by a form, a mail or a table, before anybody looked at it.

forms.py            the forms, and what the office calls them
submission.py       the value
form_fields.py      the fields that a form may ask for, by path and by German label
questionnaire.py    a submission as text that people can read and fill in, there and back
issue.py            the body of an issue, written by a form of a forge
html_text.py        the words of a page
mail_text.py        a mail's words, whatever its author's program made of them
mail.py             a mail to a submission, bounded; reading.py: mails to drafts, each once
replied.py          an answer to our own reminder: about which association, and whether it is a yes
sources.py imap.py  where mails are: files, folders, a Maildir, a mailbox on a server
consent.py          people, and their consent
photos.py           pictures that came along: made anew, named, put into the entry
named.py            which entry somebody means who does not know its id
original_texts.py   what is said in another language: what lacks German, and their file
merge.py            answers into what an entry says already
shown.py            what a form shows of an entry that is there
filled.py           a submission held against all that is there: the file it would make
record.py           a submission as data, there and back
store.py            the folder of drafts: nothing lost, nothing doubled
__main__.py         `make inbox-mail`
"""
