"""BUILD: content to the finished site, each step in its module. Alone in knowing Pelican.

    __main__.py     `make site`; snapshot.py: whether anything changed at all
    generator.py    the same as a step in Pelican's run
    build.py        read, check, plan, render, write: the road, from top to bottom
    planning.py     the plan in every language; memo.py, fingerprint.py: what is the same as before
    inventory.py    which entries a site shows; withheld.py: the addresses of those with errors
    offline.py      the worker that keeps pages for when there is no network, and the app
    sitemap.py      which pages search engines find
    images.py       the pictures that entries name, in their sizes
    entry_previews.py lettering.py      pictures of entries for links to them
    renderers.py    what renders pages, in each language
    engine.py       a plan into a folder, only what changed: build_record.py, folder.py
    outcome.py      what is said of a build; progress.py: while it runs; failure.py: of a crash
    set_up.py       compiles the templates before the first build

A build is of one road: each step takes what the one before it gave, and none turns back.
"""


def register() -> None:
    """Join Pelican's run."""
    from pelican import signals  # imported when Pelican runs already, never before

    from plugins.building.generator import generators, serve_under_its_path

    signals.initialized.connect(serve_under_its_path)
    signals.get_generators.connect(generators)
