"""The packages, in the order in which a site comes to be. An arrow means »may import«.

    catalogue/    MODEL    content files to typed, linked entries
    findings/     SHOW     findings, and all lines that programs print      -> catalogue
    wording/      SAY      what is said in a language, and how it is written
                           -> catalogue
    validation/   CHECK    rules across entries                             -> catalogue, wording
    translations/ SAY      `make translations`: is everything said in every language?
                           -> catalogue, wording, validation
    rendering/    RENDER   pages as values, and how each becomes bytes      -> catalogue, wording
    pages/        PLAN     home, pages of text, how to take part            -> catalogue, rendering
    directory/    PLAN     the associations                                 -> catalogue, rendering
    board/        PLAN     offers and seeks                                 -> catalogue, rendering
    calendar/     PLAN     events                                           -> catalogue, rendering
    networks/     PLAN     networks and their meetings                      -> catalogue, rendering
    funding/      PLAN     funding programmes                               -> catalogue, rendering
    report/       PLAN     reports and their figures                        -> catalogue, rendering
    feeds/        PLAN     calendars, news, entries as data
                           -> catalogue, wording, rendering
    search/       PLAN     one search over everything: its index and its page
                           -> catalogue, wording, rendering
    editor/       PLAN     an editor at /admin/, where it is wanted         -> catalogue, rendering
    building/     BUILD    content to the finished site; a step in Pelican
                           -> catalogue, wording, validation, rendering
    serving/      SERVE    `make serve`: builds after each change, tells the browser
                           -> catalogue, validation, building
    intake/       ENTRY    what people write to files in content/
                           -> catalogue, wording, validation
    web/          ANSWER   programs for browsers: what is handed in, and the coordinator's desk
                           -> catalogue, wording, validation, rendering, pages, building,
                           serving, intake, search
    digest/       TELL     `make digest`: the week as mails, a page and a sheet; sends nothing
                           -> catalogue, wording, validation, rendering, calendar, building,
                           intake
    publishing/   RELEASE  audit and atomic release of a finished site      -> catalogue

What speaks to people (validation, translations, building, serving, intake, web, digest, publishing)
may import findings, too. Publishing knows the finished site, not the entries: of the catalogue it
may import settings, the cache and diagnostics (what a finding is, and with it the register of
codes) only. No page package imports another. The model knows no library of pages or pictures; of
CLDR it may ask what things are called in other languages, in catalogue/cldr.py and only for a word
that it does not know itself. tests/test_architecture.py holds the arrows.
"""
