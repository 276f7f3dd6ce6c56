"""PUB: why nothing was published."""

from plugins.catalogue.codes._code import error

CODES = {
    "PUB-BUILD": error(
        since="0.1.0",
        message=(
            "Nicht veröffentlicht: Der Bau ist gescheitert. Die bisherige Seite bleibt.",
            "Not published: the build failed. The site stays as it was.",
        ),
        cause=(
            "Was nicht ganz gebaut ist, geht nicht hinaus. Darüber steht, woran es lag.",
            "What is not wholly built does not go out. The reason stands above.",
        ),
        remedy=(
            "Was darüber steht, in Ordnung bringen; make site zeigt es auch.",
            "Mend what stands above; make site shows it, too.",
        ),
    ),
    "PUB-AUDIT": error(
        since="0.1.0",
        message=(
            "Nicht veröffentlicht: Die gebaute Seite hat Fehler. Die bisherige Seite bleibt.",
            "Not published: the built site has faults. The site stays as it was.",
        ),
        cause=(
            "Vor dem Veröffentlichen wird nachgesehen, ob alle Links zu etwas führen und nichts "
            "darin ist, was nicht hineingehört.",
            "Before publishing it is made sure that all links lead somewhere and that nothing is "
            "in it that does not belong there.",
        ),
        remedy=(
            "Die Meldungen darüber der Reihe nach beheben.",
            "Mend what is reported above, one by one.",
        ),
    ),
    "PUB-BUSY": error(
        since="0.1.0",
        message=(
            "Nicht veröffentlicht: Eine andere Veröffentlichung läuft gerade.",
            "Not published: another publication is under way.",
        ),
        cause=(
            "Zwei auf einmal könnten eine halbe Seite hinterlassen. Vielleicht ist es der "
            "nächtliche Lauf.",
            "Two at once could leave half a site. Perhaps it is the nightly run.",
        ),
        remedy=("In einigen Minuten noch einmal.", "Try again in some minutes."),
    ),
    "PUB-DAMAGED": error(
        since="0.1.0",
        message=(
            "Nicht veröffentlicht: Was am Ziel ankam, ist nicht, was gebaut wurde. Die bisherige "
            "Seite bleibt.",
            "Not published: what arrived is not what was built. The site stays as it was.",
        ),
        cause=(
            "Jede Datei wird nach dem Übertragen mit der gebauten verglichen.",
            "Every file is compared with the built one once it has been transferred.",
        ),
        remedy=(
            "Noch einmal; bleibt es dabei, ist die Platte des Servers voll oder schadhaft.",
            "Try again; if it stays, the disk of the server is full or failing.",
        ),
    ),
    "PUB-LOSS": error(
        since="0.1.0",
        message=(
            "Nicht veröffentlicht: {gone} Einträge der bisherigen Seite würden fehlen. Die "
            "bisherige Seite bleibt.",
            "Not published: {gone} entries of the present site would be gone. The site stays as "
            "it was.",
        ),
        cause=(
            "Mehr als ein Fünftel aller Einträge, oder alle einer Art: Meist fehlt der halbe "
            "Ordner.",
            "More than a fifth of all entries, or all of a kind: mostly half of the folder is "
            "missing.",
        ),
        remedy=(
            "Ist der Ordner mit den Einträgen ganz da, stimmt CONTENT? Ist es so gewollt: make "
            "publish FORCE=1.",
            "Is the folder with the entries all there, is CONTENT right? If it is meant: make "
            "publish FORCE=1.",
        ),
    ),
    "PUB-FULL": error(
        since="0.1.0",
        message=(
            "Nicht zu Ende veröffentlicht: {path} passt nicht mehr auf den Datenträger.",
            "Not published to the end: the disk is full, {path} does not fit on it.",
        ),
        cause=(
            "Jede Veröffentlichung ist ein ganzer Ordner für sich. Besucher sehen, was sie zuvor "
            "sahen; der angefangene Ordner ist wieder weg.",
            "Each release is a whole folder of its own. Visitors see what they saw before; the "
            "folder that was begun is gone again.",
        ),
        remedy=(
            "Dort Platz schaffen oder weniger frühere aufheben (PUBLISH_KEEP), dann noch einmal.",
            "Make room there, or keep fewer earlier ones (PUBLISH_KEEP), then try again.",
        ),
    ),
    "PUB-FORBIDDEN": error(
        since="0.1.0",
        message=(
            "Nicht zu Ende veröffentlicht: {path} darf nicht geschrieben oder gelöscht werden.",
            "Not published to the end: {path} may not be written or deleted.",
        ),
        cause=(
            "Der Ordner gehört jemand anderem, oder der Datenträger ist nur zum Lesen da. "
            "Besucher sehen weiter eine ganze Seite.",
            "The folder belongs to somebody else, or the disk can only be read. Visitors still "
            "see a whole site.",
        ),
        remedy=(
            "Die Rechte an dem Ordner ändern, oder in PUBLISH_TO einen anderen nennen.",
            "Change the rights of the folder, or name another in PUBLISH_TO.",
        ),
    ),
    "PUB-PLACE": error(
        since="0.1.0",
        message=(
            "Nicht zu Ende veröffentlicht: {path} ist etwas anderes, als dort sein muss.",
            "Not published to the end: {path} is something else than must be there.",
        ),
        cause=(
            "Wo ein Ordner hingehört, liegt eine Datei, oder umgekehrt, oder ein Link, der "
            "woandershin führt. Fremdes wird nicht gelöscht.",
            "Where a folder belongs there is a file, or the other way round, or a link that leads "
            "elsewhere. What is not ours is not deleted.",
        ),
        remedy=(
            "Nachsehen, was es ist, es löschen oder umbenennen, dann noch einmal.",
            "See what it is, delete it or give it another name, then try again.",
        ),
    ),
    "PUB-DISK": error(
        since="0.1.0",
        message=(
            "Nicht zu Ende veröffentlicht: {path} lässt sich nicht lesen oder schreiben.",
            "Not published to the end: {path} cannot be read or written.",
        ),
        cause=(
            "Der Datenträger hat es nicht zugelassen. Besucher sehen weiter eine ganze Seite.",
            "The disk did not allow it. Visitors still see a whole site.",
        ),
        remedy=(
            "Den Datenträger prüfen, dann noch einmal.",
            "Look after the disk, then try again.",
        ),
    ),
    "PUB-NO-EARLIER": error(
        since="0.1.0",
        message=(
            "Es gibt keine frühere Veröffentlichung.",
            "There is no earlier release.",
        ),
        cause=(
            "make rollback zeigt wieder, was vor der jetzigen Fassung zu sehen war. Davor war "
            "nichts, oder es ist schon gelöscht (PUBLISH_KEEP).",
            "make rollback shows again what was there before the present release. There was none, "
            "or it is deleted already (PUBLISH_KEEP).",
        ),
        remedy=(
            "Die Einträge in git auf einen früheren Stand bringen, dann make publish.",
            "Take the entries back to an earlier state in git, then make publish.",
        ),
    ),
}
