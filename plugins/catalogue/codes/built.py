"""OUT: a built site, before anybody sees it."""

from plugins.catalogue.codes._code import error

_THEIRS = (
    "Steht es so im Text eines Eintrags, dort berichtigen. Sonst kommt es aus dem Theme oder aus "
    "einem Plugin: theme/ und PLUGINS in pelican.conf.py prüfen.",
    "If an entry says so in its text, correct it there. Otherwise it comes from the theme or from "
    "a plugin: look at theme/ and at PLUGINS in pelican.conf.py.",
)
_AGAIN = (
    "Noch einmal: make clean, dann make publish. Bleibt es dabei, schreibt ein Plugin aus PLUGINS "
    "in pelican.conf.py etwas anderes, als es sagt.",
    "Once more: make clean, then make publish. If it stays, a plugin of PLUGINS in "
    "pelican.conf.py writes something else than it says.",
)

CODES = {
    "OUT-LINK": error(
        since="0.1.0",
        message=(
            "Der Link »{value}« führt zu nichts, was es auf der Site gibt.",
            'The link "{value}" leads to nothing that the site has.',
        ),
        cause=(
            "Wer ihm folgt, oder wessen Browser hier etwas laden soll, bekommt »Nicht gefunden«.",
            'Whoever follows it, or whose browser loads it, gets "not found".',
        ),
        remedy=_THEIRS,
    ),
    "OUT-FRAGMENT": error(
        since="0.1.0",
        message=(
            "Der Link »{value}« führt zu einer Stelle, die es auf jener Seite nicht gibt.",
            'The link "{value}" leads to a place that its page does not have.',
        ),
        cause=(
            "Was hinter # steht, ist der Name einer Stelle. Ohne sie bleibt der Browser am Anfang "
            "der Seite stehen, und mit der Tastatur kommt niemand weiter.",
            "Behind # stands the name of a place. Without it the browser stays at the top of the "
            "page, and nobody gets on by the keyboard.",
        ),
        remedy=_THEIRS,
    ),
    "OUT-FOREIGN": error(
        since="0.1.0",
        message=(
            "Hier wird etwas von woanders geladen: »{value}«.",
            'Something is loaded from elsewhere: "{value}".',
        ),
        cause=(
            "Der fremde Rechner erführe von jedem Besuch. Die Site lädt alles von sich selbst; "
            "was sie nicht darf, zeigt der Browser nicht an.",
            "The other machine would learn of every visit. The site loads all from itself; what it "
            "may not load the browser does not show.",
        ),
        remedy=(
            "Die Datei ins Theme legen (theme/static/) oder, ein Bild, nach content/images/, und "
            "von dort laden.",
            "Put the file into the theme (theme/static/) or, a picture, into content/images/, and "
            "load it from there.",
        ),
    ),
    "OUT-POLICY": error(
        since="0.1.0",
        message=(
            "Die Seite sagt dem Browser nicht, was hier erlaubt ist, sondern: »{value}«.",
            'The page does not tell the browser what this site allows, but: "{value}".',
        ),
        cause=(
            "Die Angabe Content-Security-Policy sorgt dafür, dass auch eine verfälschte Seite "
            "nichts Fremdes lädt und nichts ausführt.",
            "The Content-Security-Policy sees to it that even a forged page loads nothing foreign "
            "and runs nothing.",
        ),
        remedy=(
            "In der Vorlage der Seite (theme/templates/) von base.html ausgehen; sie bringt die "
            "Angabe mit. Seiten eines Plugins brauchen dieselbe.",
            "Let the template of the page (theme/templates/) extend base.html, which has it. "
            "Pages of a plugin need the same.",
        ),
    ),
    "OUT-INLINE": error(
        since="0.1.0",
        message=(
            "In der Seite selbst steht, was die Regeln der Site dort nicht erlauben: »{value}«.",
            'The page itself holds what the rules of the site do not allow there: "{value}".',
        ),
        cause=(
            "Skripte und Gestaltung kommen nur aus eigenen Dateien. Der Browser übergeht, was in "
            "der Seite steht, und die Seite sieht anders aus als gedacht.",
            "Scripts and styles come from files of their own only. The browser ignores what "
            "stands in the page, which then looks other than it was meant.",
        ),
        remedy=(
            "In eine Datei unter theme/static/ verlegen und mit einer Klasse oder einem Namen "
            "darauf verweisen.",
            "Move it into a file below theme/static/ and refer to it by a class or a name.",
        ),
    ),
    "OUT-ID-TWICE": error(
        since="0.1.0",
        message=(
            "Den Namen »{value}« (id) gibt es auf dieser Seite zweimal.",
            'The name "{value}" (id) is there twice on this page.',
        ),
        cause=(
            "Ein Link oder eine Beschriftung, die ihn nennt, meint nur die erste Stelle.",
            "A link or a label that names it means the first place only.",
        ),
        remedy=_THEIRS,
    ),
    "OUT-MISSING": error(
        since="0.1.0",
        message=(
            "Diese Datei gehört zur Site und ist nicht da.",
            "This file belongs to the site and is not there.",
        ),
        cause=(
            "Der Bau ist nicht ganz fertig geworden, oder jemand hat die Datei gelöscht. "
            "Veröffentlicht wird eine Site nur als Ganzes.",
            "The build was not finished, or somebody has deleted the file. A site is published "
            "whole or not at all.",
        ),
        remedy=_AGAIN,
    ),
    "OUT-EMPTY": error(
        since="0.1.0",
        message=("Diese Datei ist leer.", "This file is empty."),
        cause=(
            "Keine Datei einer Site ist leer. Meist war die Platte voll, oder der Bau ist "
            "abgebrochen worden.",
            "No file of a site is empty. Mostly the disk was full, or the build was interrupted.",
        ),
        remedy=_AGAIN,
    ),
    "OUT-UNEXPECTED": error(
        since="0.1.0",
        message=(
            "Diese Datei hat der Bau nicht geschrieben.",
            "This file was not written by the build.",
        ),
        cause=(
            "Was niemand vorgesehen hat, soll auch niemand sehen: eine Sicherungskopie, eine "
            "Liste mit Adressen, das Stück eines anderen Programms.",
            "What nobody has planned nobody should see: a backup copy, a list of addresses, a "
            "piece of another program.",
        ),
        remedy=(
            "Nachsehen, woher sie kommt, und sie löschen. Mit make clean wird neu gebaut.",
            "Look where it comes from, and delete it. After make clean all is built anew.",
        ),
    ),
    "OUT-KIND": error(
        since="0.1.0",
        message=(
            "Dateien wie »{value}« gehören nicht auf die Site.",
            'Files such as "{value}" do not belong on the site.',
        ),
        cause=(
            "Die Site besteht aus Seiten, Bildern, Kalendern und Daten. Anderes könnte der "
            "Webserver als Programm oder als Einstellung verstehen.",
            "The site is made of pages, pictures, calendars and data. Anything else the web server "
            "might take for a program or a setting.",
        ),
        remedy=(
            "Die Datei löschen oder dem Plugin abgewöhnen, das sie schreibt.",
            "Delete the file, or stop the plugin that writes it.",
        ),
    ),
    "OUT-LINK-FILE": error(
        since="0.1.0",
        message=(
            "Das ist keine Datei, sondern eine Verknüpfung.",
            "This is no file, but a symbolic link.",
        ),
        cause=(
            "Sie kann aus dem Ordner der Site hinausführen: Der Webserver zeigte dann Dateien des "
            "Rechners, die niemand veröffentlichen wollte.",
            "It may lead out of the folder of the site: the web server would show files of the "
            "machine that nobody meant to publish.",
        ),
        remedy=(
            "Die Datei selbst an diese Stelle legen, oder die Verknüpfung löschen.",
            "Put the file itself in its place, or delete the link.",
        ),
    ),
}
