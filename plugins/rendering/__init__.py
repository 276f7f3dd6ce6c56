"""RENDER: pages as values, and how each becomes bytes.

    page.py         a page, a file: values
    urls.py         what pages are called, and where that is on the web
    cards.py        how pages show what has a page of its own; event_rows.py: a series in one row
    event_dates.py  on which dates events take place, and which of them come
    chunked.py      thousands of entries are planned a chunk at a time
    divided.py      long lists, on several pages
    frame.py        what stands on every page
    portable.py                                         a site that is read from a disk
    moved.py        what stands at the former addresses of an entry
    markup/         texts of entries: our Markdown to HTML, the short and the long way
    pictures.py assets.py icons.py                      pictures and static files
    colour_schemes.py                                   colours for older browsers
    qr.py                                               addresses as QR codes
    attributes.py                                       links and times, in attributes
    translated.py                                       what an entry says in other languages
    setting_texts.py                                    what a page of text may call of the settings
    previews.py                         what a link to a page shows elsewhere
    linked_data.py event_offer.py       what a page is about, for machines
    line_ends.py                        where lines may end, and where not
    templates.py    renders a page: functions.py, what templates may call; site_context.py, of what
    jinja.py sources.py                 how templates are compiled, and their files
    constants.py escaping.py            what they say on every page; how what they write is escaped
    lookups.py      what only the rendering of a page tells that it depends on

A page package is a Pelican plugin by two names: `pages(catalogue, today)`, which plans its pages,
and `register`, which Pelican calls and which it takes from here. `pages` is called at every build,
so it goes through no more than a few entries. It yields (page.py, chunked.py):

    Page, File      of what is at hand
    Group           what has to ask the catalogue: a function that yields pages, files, groups;
                    not called again as long as its inputs and all answers are the same
    groups(...)     the same for each of thousands of entries
    Derived         no part of a plan but an input: a value that is much work, or that much is made
                    of; what gets it is made again only if the value is another
    each(...)       the same of each of thousands of entries, such as cards of a list; `flat` joins

    def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
        yield Group(_list, each(posting_card, "board", today, catalogue=catalogue))
        yield from groups(_page, "board", today, catalogue=catalogue)

    def _list(cards: tuple[tuple[PostingCard, ...], ...]) -> Iterator[Page]:
        yield Page(Address("board"), "board.html", BoardView, (flat(cards),))

    def _page(catalogue: Catalogue, posting: Posting, today: date) -> Iterator[Page]:
        by = association_link(catalogue, posting.association)
        yield Page(of(posting), "posting.html", PostingView, (posting, by, posting.state(today)))

The next build knows these functions by their names and what they get. So each is one of a module
(no lambda, none inside of another) and pure: it looks at its inputs and, where it plans or derives,
at the catalogue that it is given, and at nothing else. It asks for no more than it needs: after
each edit all of `catalogue.events` are others, `catalogue.events_of(key)` mostly the same. Inputs
are entries, frozen records, plain values, tuples of these, and `Derived`; no sets, whose order is
another in each run, and no catalogue. Whoever breaks this gets pages that stay as they were.

What a new package needs besides, docs/changing.md says.
"""


def register() -> None:
    """Nothing to join: `plugins.building` asks each package in PLUGINS for its `pages`.

    Where PLUGINS is without it, or it cannot be loaded, Pelican would build nothing and call that
    done: the run ends.
    """
    import sys

    from plugins.catalogue.settings import BUILDING

    if BUILDING not in sys.modules:  # Pelican loads all plugins before it asks the first one
        raise SystemExit(f"pelican.conf.py: PLUGINS: {BUILDING!r}?")
