"""DUP: what is there twice, or looks like something else."""

from plugins.catalogue.codes._code import notice, warning

CODES = {
    "DUP-NAME": warning(
        since="0.1.0",
        message=(
            "Denselben Namen trägt auch {other}.",
            "{other} has the same name.",
        ),
        cause=(
            "Entweder ist der Verein zweimal eingetragen, oder jemand benutzt den Namen eines "
            "anderen.",
            "Either the association is entered twice, or somebody uses the name of another.",
        ),
        remedy=(
            "Ist es derselbe Verein, einen der Einträge löschen. Sonst den Namen ergänzen, "
            "etwa um den Stadtteil.",
            "If it is the same association, delete one of the entries. Otherwise add to the "
            "name, the district for instance.",
        ),
    ),
    "DUP-LIKELY": notice(
        since="0.1.0",
        message=(
            "Vielleicht derselbe Verein wie »{name}« ({other}): Gleich ist {value}.",
            'Perhaps the same association as "{name}" ({other}): {value} is the same.',
        ),
        cause=(
            "Derselbe Verein stünde zweimal im Verzeichnis und zählte in Berichten doppelt. "
            "Namen gelten auch in anderer Schreibweise oder Schrift als gleich.",
            "The same association would be in the directory twice, and be counted twice in "
            "reports. Names count as the same in another spelling or script, too.",
        ),
        remedy=(
            "Ist es derselbe, einen der Einträge löschen. Gehören zwei zusammen, etwa Dachverband "
            "und Gruppe, dürfen sie sich Telefon, E-Mail und Website teilen: Dafür genügt es, wenn "
            "einer der beiden Texte den anderen Verein nennt.",
            "If it is the same, delete one of the entries. Where two belong together, such as an "
            "umbrella association and its group, they may share phone, e-mail and website: for "
            "that it is enough that one of the two texts names the other association.",
        ),
    ),
    "DUP-EVENT": warning(
        since="0.1.0",
        message=(
            "Dieselbe Veranstaltung zur selben Zeit steht auch in {other}.",
            "The same event at the same time is also in {other}.",
        ),
        cause=(
            "Im Kalender erschiene sie zweimal. Meist wurde der Eintrag kopiert, oder zwei "
            "Vereine haben dasselbe gemeinsame Fest eingetragen.",
            "It would be in the calendar twice. Mostly it was copied, or two associations have "
            "entered the same joint celebration.",
        ),
        remedy=(
            "Einen der beiden Einträge löschen und im anderen unter »organisers« alle Vereine "
            "nennen.",
            'Delete one of the two entries and name all associations under "organisers" in the '
            "other.",
        ),
    ),
    "DUP-POSTING": warning(
        since="0.1.0",
        message=(
            "Denselben Aushang desselben Vereins gibt es auch in {other}.",
            "The same posting of the same association is also in {other}.",
        ),
        cause=(
            "Auf der Übersicht stünde er zweimal. Meist wurde ein alter Aushang kopiert statt "
            "verlängert.",
            "It would be in the overview twice. Mostly an old posting was copied instead of "
            "renewed.",
        ),
        remedy=(
            "Einen der beiden löschen; zum Verlängern genügt ein späterer Tag bei »expires«.",
            'Delete one of the two; to renew a posting a later day at "expires" is enough.',
        ),
    ),
    "DUP-SCRIPT": warning(
        since="0.1.0",
        message=(
            "Im Wort »{value}« sind Buchstaben verschiedener Schriften gemischt.",
            'The word "{value}" mixes letters of different scripts.',
        ),
        cause=(
            "Manche Buchstaben sehen in zwei Schriften gleich aus. So kann sich jemand für "
            "einen anderen Verein ausgeben, und die Suche findet das Wort nicht.",
            "Some letters look the same in two scripts. This is how somebody may pose as "
            "another association, and searching does not find the word.",
        ),
        remedy=(
            "Das Wort löschen und neu tippen, nicht neu einfügen.",
            "Delete the word and type it again; do not paste it.",
        ),
    ),
}
