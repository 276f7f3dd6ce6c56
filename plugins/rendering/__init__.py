"""RENDER: pages as values to files. The only place that knows both the catalogue and Pelican.

    page.py         a page, a file: values
    urls.py         what pages are called, and where that is on the web
    cards.py        how pages show what has a page of its own
    frame.py        what stands on every page
    moved.py            what stands at the former addresses of an entry
    markup.py images.py assets.py icons.py              texts, pictures and static files
    colour_schemes.py                                   colours for older browsers
    plain_markup.py reference_markup.py                 the short and the long way of a text
    inline.py lines.py dialect.py words.py              our Markdown; its words alone
    languages.py language_names.py locales.py               how things are written in a language
    labels.py attributes.py                             terms of closed lists; links and times
    messages.py translated.py                           what the site, and an entry, says in it
    setting_texts.py                                    what a page of text may call of the settings
    translations/   `make translations`: the messages of the templates in every language
    templates.py jinja.py sources.py    what templates may call, how they are compiled, their files
    constants.py escaping.py            what they say on every page; how what they write is escaped
    inventory.py    which entries a site shows; withheld.py: the addresses of those with errors
    planning.py     the plan in every language; memo.py, fingerprint.py: what is the same as before
    chunked.py      thousands of entries are planned a chunk at a time
    engine.py       a plan into a folder, only what changed: records.py
    site.py         content to catalogue to plan to folder, without Pelican
    run.py          a whole run in its steps; outcome.py, progress.py: what is said of it
    __main__.py     `make site`; receipt.py: whether anything changed at all
    generator.py    the same as a step in Pelican's run
    serve/          `make serve`: builds at each change, tells the browser; failure.py: a crash

A page package is a Pelican plugin by two names: `pages(catalogue, today)`, which plans its pages,
and `register`, which Pelican calls and which it takes from here.
"""


def register() -> None:
    """Join Pelican's run. Called once for every plugin of ours; the first call is enough."""
    from pelican import signals  # imported when Pelican runs already, never before

    from plugins.rendering.generator import generators, serve_under_its_path

    signals.initialized.connect(serve_under_its_path)
    signals.get_generators.connect(generators)
