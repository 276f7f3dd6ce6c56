"""`make digest`: what a week brings, as mails that nobody has sent yet, a page, and a sheet.

week.py         a week by its name, and whether the site has a page of it
news.py         what is told to everybody: dates, new postings and associations, deadlines
own_dates.py    the dates of one association, and where it is asked about them
office.py       what the coordinator is told: what changed, what is due
texts.py        the words of that, and of the program, in German and English
views.py        what the templates show (theme/templates/digest, templates/ here)
inline.py       the styles of a mail at its elements, for programs that drop style sheets
plain_part.py   the text of a mail, made of its page
write.py        all files of a digest, by their names
folder.py       a folder of files that is there as a whole or not at all
__main__.py     `make digest`
"""
