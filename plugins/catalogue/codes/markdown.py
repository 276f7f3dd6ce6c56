"""MD: the text of an entry."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "MD-LONG": error(
        since="0.1.0",
        message=(
            "Der Text hat {length} Zeichen, erlaubt sind {most}.",
            "The text has {length} characters, {most} are allowed.",
        ),
        cause=(
            "So lange Texte liest kaum jemand, und sie machen die Seite langsam.",
            "Hardly anybody reads texts that long, and they make the site slow.",
        ),
        remedy=(
            "Den Text kürzen oder auf mehrere Einträge verteilen.",
            "Shorten the text, or spread it over several entries.",
        ),
    ),
    "MD-MANY": error(
        since="0.1.0",
        message=(
            "Das Zeichen {character} kommt öfter als {most} Mal vor.",
            "The character {character} occurs more than {most} times.",
        ),
        cause=(
            "Mit diesem Zeichen werden Verweise oder Hervorhebungen geschrieben. So viele "
            "davon sind ein Versehen oder ein Angriff und machen die Seite langsam.",
            "Links or emphasis are written with it. So many of them are a mistake or an "
            "attack, and make the site slow.",
        ),
        remedy=(
            "Die überzähligen Zeichen löschen.",
            "Delete those that are too many.",
        ),
    ),
    "MD-DEPTH": error(
        since="0.1.0",
        message=(
            "Eine Zeile ist zu weit eingerückt: Listen oder Zitate stehen mehr als {most} "
            "Stufen tief ineinander.",
            "A line is indented too far: lists or quotations are nested deeper than {most} levels.",
        ),
        cause=(
            "Am Anfang einer Zeile bedeuten Leerzeichen, >, - und * eine tiefere Stufe. So "
            "tief kann das niemand mehr lesen.",
            "At the beginning of a line spaces, >, - and * mean a deeper level. Nobody can "
            "read anything that deep.",
        ),
        remedy=(
            "Am Anfang der Zeile Leerzeichen, > oder Striche löschen.",
            "Delete spaces, > or dashes at the beginning of the line.",
        ),
    ),
    "MD-HTML": warning(
        since="0.1.0",
        message=(
            "HTML wird nicht übernommen: {value}",
            "HTML is not taken over: {value}",
        ),
        cause=(
            "Mit HTML könnten Fremde die Seite verändern oder Besucher ausspähen. Deshalb wird "
            "es weggelassen; der Text dazwischen bleibt.",
            "With HTML strangers could change the site or spy on visitors. So it is left out; "
            "the text between it stays.",
        ),
        remedy=(
            "Alles zwischen < und > löschen, auch die beiden Zeichen. Hervorheben geht mit "
            "Sternen: *schräg*, **fett**.",
            "Delete everything between < and >, and the two characters. Emphasis is written "
            "with stars: *italic*, **bold**.",
        ),
    ),
    "MD-LINK": error(
        since="0.1.0",
        message=(
            "Dieser Verweis führt nicht auf eine Webadresse, E-Mail, Telefonnummer oder Seite "
            "hier: {value}",
            "This link does not lead to a web address, e-mail, phone number or page of this "
            "site: {value}",
        ),
        cause=(
            "Andere Verweise funktionieren im Browser nicht, oder sie könnten Besuchern schaden.",
            "Other links do not work in a browser, or could harm visitors.",
        ),
        remedy=(
            "In die runden Klammern eine Adresse schreiben, die mit https://, http://, mailto: "
            "oder tel: beginnt, oder eine Seite von hier wie /termine/.",
            "Write an address between the round brackets that begins with https://, http://, "
            "mailto: or tel:, or a page of this site such as /termine/.",
        ),
    ),
    "MD-DEAD": warning(
        since="0.1.0",
        message=(
            "Die Seite {value} gibt es hier nicht; der Verweis wird weggelassen.",
            "This site has no page {value}; the link is left out.",
        ),
        cause=(
            "Wer darauf klickt, käme auf eine Fehlerseite. Vielleicht wurde der Eintrag "
            "umbenannt oder nie angelegt.",
            "Whoever clicks on it would come to an error page. Perhaps the entry was renamed "
            "or never made.",
        ),
        remedy=(
            "Die gemeinte Seite im Browser öffnen und ihre Adresse kopieren, ab dem ersten / "
            "nach dem Namen der Site.",
            "Open the page that is meant in a browser and copy its address, from the first / "
            "after the site's name.",
        ),
    ),
    "MD-IMAGE": warning(
        since="0.1.0",
        message=(
            "Bilder im Text werden nicht gezeigt.",
            "Pictures in the text are not shown.",
        ),
        cause=(
            "Bilder stehen an einer festen Stelle der Seite, damit sie auf jedem Gerät passen "
            "und eine Beschreibung haben.",
            "Pictures have a fixed place on the page, so that they fit on every device and "
            "have a description.",
        ),
        remedy=(
            "Das Stück von ![ bis ) löschen. Das Bild in content/images/ legen und oben bei "
            "»images:« nennen.",
            "Delete the piece from ![ to ). Put the picture into content/images/ and name it "
            'at "images:" above.',
        ),
    ),
    "MD-SETTING": error(
        since="0.1.0",
        message=(
            "Eine Angabe »[[{value}]]« gibt es nicht.",
            'There is no setting "[[{value}]]".',
        ),
        cause=(
            "Was auf einer Seite zwischen [[ und ]] steht, wird durch eine Angabe aus den "
            "Einstellungen ersetzt, etwa [[office.email]] durch die Adresse des Büros. Ein "
            "unbekannter Name bliebe so stehen.",
            "What stands between [[ and ]] on a page is replaced by one of the settings, such as "
            "[[office.email]] by the address of the office. An unknown name would stay as it is.",
        ),
        remedy=(
            "Den Namen prüfen; docs/figures.md nennt alle.",
            "Check the name; docs/figures.md has them all.",
        ),
    ),
}
