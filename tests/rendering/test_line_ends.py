"""Lines end neither in a short form nor before a unit, and in addresses at their signs."""

import pytest

from plugins.rendering.line_ends import with_line_ends

SHOWN = {
    "<p>Chor e. V.</p>": "<p>Chor e.~V.</p>",
    "<p>(z. B. und i. d. R. und u. v. m.)</p>": "<p>(z.~B. und i.~d.~R. und u.~v.~m.)</p>",
    "<bdi>Chor e. V.</bdi>, <b>o. Ä.</b>": "<bdi>Chor e.~V.</bdi>, <b>o.~Ä.</b>",
    "<p>Wir sind da. A. kommt.</p>": "<p>Wir sind da. A. kommt.</p>",
    "<p>Am 1. Mai und am Mo. Mai, 3. Maikäfer</p>": "<p>Am 1.~Mai und am Mo. Mai, 3. Maikäfer</p>",
    "<p>18.00 Uhr, 10–12 Uhr, Uhr</p>": "<p>18.00~Uhr, 10–12~Uhr, Uhr</p>",
    "<p>5 Euro, 5 Eurocent, 60 m², 20 %</p>": "<p>5~Euro, 5 Eurocent, 60~m², 20~%</p>",
    '<a href="mailto:a@b.example">a@b.example</a>': (
        '<a href="mailto:a@b.example">a|@b|.example</a>'
    ),
    "<p>An chor@b-c.example.org.</p>": "<p>An chor|@b-c|.example|.org.</p>",
    '<bdi dir="ltr">www.chor.example</bdi>': '<bdi dir="ltr">www|.chor|.example</bdi>',
    '<bdi dir="ltr">a-b@c.example</bdi>': '<bdi dir="ltr">a-b|@c|.example</bdi>',
    '<bdi dir="ltr">@chor_der_stadt</bdi>': '<bdi dir="ltr">@chor|_der|_stadt</bdi>',
    '<bdi dir="ltr">0351 123456</bdi>': '<bdi dir="ltr">0351 123456</bdi>',
    "<code>https://a.example/b/c.ics</code>": "<code>https://a|.example/|b/|c|.ics</code>",
}
"""What stands in the page; `~` is a space at which no line ends, `|` where one may."""

END = '<span class="may-end"></span>'

AS_IT_WAS = (
    '<meta content="Chor e. V., 18 Uhr"><img alt="Chor e. V.">',
    "<title>Chor e. V. um 18 Uhr</title>",
    '<input value="a@b.example"><option dir="ltr">a.example</option>',
    '<textarea name="text" dir="ltr">https://a.example/b</textarea>',
    "<textarea>Chor e. V., a@b.example</textarea>",
    '<script type="application/ld+json">{"name":"Chor e. V.","email":"a@b.example"}</script>',
    "<pre>name: Chor e. V.</pre><code>18 Uhr</code>",
    "<p>@example, e.V., 18.00</p>",
)


@pytest.mark.parametrize("html", SHOWN)
def test_what_is_shown(html: str) -> None:
    expected = SHOWN[html].replace("~", "\u00a0").replace("|", END)
    assert with_line_ends(html) == expected


@pytest.mark.parametrize("html", AS_IT_WAS)
def test_what_stays_as_it_was(html: str) -> None:
    assert with_line_ends(html) == html
