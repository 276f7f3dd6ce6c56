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
