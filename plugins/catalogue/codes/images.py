"""IMG: pictures."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "IMG-NAME": error(
        since="0.1.0",
        message=(
            "»{value}« kann kein Bild sein.",
            '"{value}" cannot be a picture.',
        ),
        cause=(
            "Der Browser kennt nur einige Arten von Bildern, und der Dateiname steht in der "
            "Adresse des Bildes.",
            "A browser knows some types of pictures only, and the file's name is part of the "
            "picture's address.",
        ),
        remedy=(
            "Das Bild umbenennen: nur die kleinen Buchstaben a-z, Ziffern, - und _, am Ende "
            ".jpg, .png oder .webp; und genauso hier schreiben.",
            "Rename the picture: only the small letters a-z, digits, - and _, with .jpg, .png "
            "or .webp at its end; and write exactly that here.",
        ),
    ),
    "IMG-MISSING": error(
        since="0.1.0",
        message=(
            "Ein Bild »{value}« liegt nicht in content/images/.",
            'There is no picture "{value}" in content/images/.',
        ),
        cause=(
            "Auf der Seite wäre an seiner Stelle eine Lücke. Oft heißt die Datei ein wenig "
            "anders, oder sie wurde nicht mitgeschickt.",
            "There would be a gap in its place on the page. Often the file has a slightly "
            "different name, or was not sent along.",
        ),
        remedy=(
            "Das Bild in den Ordner content/images/ legen, oder hier den Namen so schreiben, "
            "wie die Datei dort heißt.",
            "Put the picture into the folder content/images/, or write its name here as it is "
            "called there.",
        ),
    ),
    "IMG-ALT": warning(
        since="0.1.0",
        message=(
            "Das Bild »{value}« hat keine Beschreibung.",
            'The picture "{value}" has no description.',
        ),
        cause=(
            "Wer nichts sieht, lässt sich die Seite vorlesen. Ohne Beschreibung gibt es zu "
            "diesem Bild nichts zu hören.",
            "People who cannot see have the page read to them. Without a description there is "
            "nothing to hear about this picture.",
        ),
        remedy=(
            "Beim Bild das Feld »alt:« ergänzen und in einem Satz sagen, was zu sehen ist.",
            'Add the field "alt:" to the picture and say in one sentence what can be seen.',
        ),
    ),
    "IMG-UNREADABLE": error(
        since="0.1.0",
        message=(
            "Das Bild »{value}« ist beschädigt oder kein Bild.",
            'The picture "{value}" is damaged or not a picture.',
        ),
        cause=(
            "Beim Kopieren oder Herunterladen ist ein Teil verloren gegangen, oder eine andere "
            "Datei wurde nur umbenannt.",
            "A part was lost when it was copied or downloaded, or another file was merely renamed.",
        ),
        remedy=(
            "Das Bild in einem Bildprogramm öffnen und neu speichern, als JPEG, PNG oder WebP.",
            "Open the picture in an image program and save it again, as JPEG, PNG or WebP.",
        ),
    ),
    "IMG-LARGE": error(
        since="0.1.0",
        message=(
            "Das Bild »{value}« ist zu groß: {width} x {height} Bildpunkte, {size} MB.",
            'The picture "{value}" is too large: {width} x {height} pixels, {size} MB.',
        ),
        cause=(
            "Mehr als 24 Millionen Bildpunkte zeigt kein Bildschirm, und sehr große Bilder "
            "können das Programm lahmlegen. Ein sehr langes Bildschirmfoto liest auf einer Seite "
            "niemand.",
            "No screen shows more than 24 million pixels, and very large pictures can bring "
            "the program to a halt. Nobody reads a very long screenshot on a page.",
        ),
        remedy=(
            "Das Bild in einem Bildprogramm verkleinern, etwa auf 2000 Bildpunkte Breite, oder "
            "einen Ausschnitt nehmen; erlaubt sind 12 MB, 24 Millionen Bildpunkte (WebP: "
            "6 Millionen, »progressive« JPEG: 10 Millionen) und 16383 auf jeder Seite.",
            "Make it smaller in an image program, to a width of 2,000 pixels for instance, or "
            "take a part of it; allowed are 12 MB, 24 million pixels (WebP: 6 million, "
            "progressive JPEG: 10 million) and 16,383 on each side.",
        ),
    ),
    "IMG-TYPE": error(
        since="0.1.0",
        message=(
            "Das Bild »{value}« ist in Wirklichkeit ein anderes Format, als sein Name sagt: "
            "{found}.",
            'The picture "{value}" is really of another format than its name says: {found}.',
        ),
        cause=(
            "Es wurde umbenannt, statt neu gespeichert zu werden. Manche Programme zeigen es "
            "dann nicht.",
            "It was renamed instead of being saved again. Some programs do not show it then.",
        ),
        remedy=(
            "Das Bild in einem Bildprogramm öffnen und neu speichern, als JPEG, PNG oder WebP.",
            "Open the picture in an image program and save it again, as JPEG, PNG or WebP.",
        ),
    ),
    "IMG-UNUSED": warning(
        since="0.1.0",
        message=(
            "Kein Eintrag nennt dieses Bild; es wird nicht veröffentlicht.",
            "No entry names this picture; it is not published.",
        ),
        cause=(
            "Vielleicht ist sein Name in einem Eintrag vertippt. Sonst braucht es nur Platz.",
            "Perhaps its name is mistyped in an entry. Otherwise it only takes up room.",
        ),
        remedy=(
            "Das Bild löschen, oder es in einem Eintrag bei »logo:« oder »images:« nennen.",
            'Delete the picture, or name it in an entry at "logo:" or "images:".',
        ),
    ),
}
