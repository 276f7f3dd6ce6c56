"""The packages, in the order in which a site comes to be. An arrow means »may import«.

    catalogue/    MODEL    content files to typed, linked entries
    findings/     SHOW     findings, and all lines that programs print      -> catalogue
    wording/      SAY      the messages of a language                       -> catalogue
    validation/   CHECK    rules across entries                             -> catalogue, wording
    rendering/    RENDER   pages as values to files; a step in Pelican      -> catalogue, validation
    pages/        PLAN     home, pages of text, how to take part            -> catalogue, rendering
    directory/    PLAN     the associations                                 -> catalogue, rendering
    board/        PLAN     offers and seeks                                 -> catalogue, rendering
    calendar/     PLAN     events                                           -> catalogue, rendering
    networks/     PLAN     networks and their meetings                      -> catalogue, rendering
    funding/      PLAN     funding programmes                               -> catalogue, rendering
    report/       PLAN     reports and their figures                        -> catalogue, rendering
    feeds/        PLAN     iCalendar, entries as data                       -> catalogue, rendering
    editor/       PLAN     an editor at /admin/, where it is wanted         -> catalogue, rendering
    intake/       ENTRY    what people write to files in content/           -> catalogue, validation
    web/          ANSWER   programs for browsers: what is handed in, and the coordinator's desk
                           -> catalogue, validation, intake, rendering, pages
    publishing/   RELEASE  audit and atomic release of a finished site      -> catalogue

What speaks to people (validation, rendering, intake, web, publishing) may import findings, too.
Publishing knows the finished site, not the entries: of the catalogue it may import settings,
the store and diagnostics (what a finding is, and with it the register of codes) only. No page
package imports another. The model knows no library of pages or pictures; of CLDR it may ask what
things are called in other languages, in catalogue/cldr.py and only for a word that it does not know
itself. tests/test_architecture.py holds the arrows.
"""
