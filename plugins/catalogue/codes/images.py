"""IMG: pictures."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "IMG-NAME": error(
        "»{value}« kann kein Bild sein.",
        '"{value}" cannot be a picture.',
        "Die Datei in content/images/ legen; der Name besteht aus a-z, 0-9, - und endet auf "
        ".jpg, .png oder .webp.",
        "Put the file into content/images/; its name is made of a-z, 0-9, - and ends in .jpg, "
        ".png or .webp.",
    ),
    "IMG-MISSING": error(
        "Ein Bild »{value}« liegt nicht in content/images/.",
        'There is no picture "{value}" in content/images/.',
        "Das Bild dort ablegen oder den Namen berichtigen.",
        "Put the picture there, or correct the name.",
    ),
    "IMG-ALT": warning(
        "Das Bild »{value}« hat keine Beschreibung.",
        'The picture "{value}" has no description.',
        "Unter »alt:« in einem Satz sagen, was zu sehen ist.",
        'Say in one sentence under "alt:" what can be seen.',
    ),
    "IMG-UNREADABLE": error(
        "Das Bild »{value}« ist beschädigt oder kein Bild.",
        'The picture "{value}" is damaged or not a picture.',
        "Das Bild neu speichern, als JPEG, PNG oder WebP.",
        "Save the picture again, as JPEG, PNG or WebP.",
    ),
    "IMG-LARGE": error(
        "Das Bild »{value}« ist zu groß: {width} x {height} Punkte, {size} MB.",
        'The picture "{value}" is too large: {width} x {height} pixels, {size} MB.',
        "Das Bild verkleinern: höchstens 24 Millionen Punkte und 12 MB.",
        "Make it smaller: at most 24 million pixels and 12 MB.",
    ),
    "IMG-TYPE": error(
        "Das Bild »{value}« ist nicht von der Art, die seine Endung nennt ({found}).",
        'The picture "{value}" is not of the type that its ending names ({found}).',
        "Das Bild neu speichern, als JPEG, PNG oder WebP.",
        "Save the picture again, as JPEG, PNG or WebP.",
    ),
    "IMG-UNUSED": warning(
        "Kein Eintrag nennt dieses Bild; es wird nicht veröffentlicht.",
        "No entry names this picture; it is not published.",
        "Das Bild löschen oder in einem Eintrag nennen.",
        "Delete the picture, or name it in an entry.",
    ),
}
