"""Programs that answer browsers, with pages made of the site's own templates.

http.py       requests and responses as values
posted.py     what a form sends, bounded
halves.py     values that a form asks for in two halves
site.py       pages of the site made one at a time, as a build would make them
preview.py    the page of an entry that is in no file yet
intake/       `make intake`: takes what people hand in
inbox/        `make inbox-web`: the coordinator's desk
"""
