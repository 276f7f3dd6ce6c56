"""EASY: what can be counted about texts in Leichte Sprache (easy German).

After BITV 2.0, Anlage 2, Teil 2, the rules of Netzwerk Leichte Sprache, and DIN SPEC 33429:2025-03;
each rule in plugins/validation/rules/easy_*.py names what it is taken from.
"""

from plugins.catalogue.codes._code import notice

CODES = {
    "EASY-SENTENCE": notice(
        since="0.1.0",
        message=(
            "Dieser Satz hat {count} Wörter, in Leichter Sprache höchstens {most}: {value}",
            "This sentence has {count} words, in easy language at most {most}: {value}",
        ),
        cause=(
            "Wer langsam liest, weiß am Ende von einem langen Satz den Anfang nicht mehr.",
            "Whoever reads slowly has forgotten the beginning at the end of a long sentence.",
        ),
        remedy=(
            "Zwei kurze Sätze schreiben, jeden in eine eigene Zeile.",
            "Write two short sentences, each on a line of its own.",
        ),
    ),
    "EASY-COMMA": notice(
        since="0.1.0",
        message=(
            "In diesem Satz stehen {count} Kommas: {value}",
            "There are {count} commas in this sentence: {value}",
        ),
        cause=(
            "In Leichter Sprache sagt jeder Satz nur eine Sache. Mehrere Kommas zeigen, dass es "
            "mehr sind.",
            "In easy language each sentence says one thing only. Several commas show that there "
            "are more.",
        ),
        remedy=(
            "Mehrere Sätze schreiben. Wird etwas aufgezählt: eine Liste, jede Zeile mit einem "
            "Strich am Anfang.",
            "Write several sentences. If things are listed: a list, each line with a dash at its "
            "beginning.",
        ),
    ),
    "EASY-CLAUSE": notice(
        since="0.1.0",
        message=(
            "Mit »{value}« hängt hier ein zweiter Satz am ersten.",
            'With "{value}" a second sentence hangs on the first.',
        ),
        cause=(
            "Nebensätze muss man im Ganzen verstehen. Zwei Sätze nacheinander sind leichter.",
            "A clause must be understood as part of the whole. Two sentences, one after the other, "
            "are easier.",
        ),
        remedy=(
            "Zwei Sätze schreiben: statt »Rufen Sie an, wenn Sie Fragen haben.« besser »Haben Sie "
            "Fragen? Dann rufen Sie an.«.",
            'Write two sentences: instead of "Call us if you have questions." rather "Do you have '
            'questions? Then call us.".',
        ),
    ),
    "EASY-WORD": notice(
        since="0.1.0",
        message=(
            "In diesem Wort stehen {count} Buchstaben am Stück, in Leichter Sprache höchstens "
            "{most}: {value}",
            "In this word {count} letters stand together, in easy language at most {most}: {value}",
        ),
        cause=(
            "Lange Wörter liest man leichter, wenn man sieht, woraus sie bestehen.",
            "Long words are easier to read when one sees what they are made of.",
        ),
        remedy=(
            "Ein kürzeres Wort nehmen oder das lange mit einem Strich teilen, zum Beispiel "
            "Eltern-Abend.",
            "Take a shorter word, or part the long one by a hyphen, for instance Eltern-Abend.",
        ),
    ),
    "EASY-PASSIVE": notice(
        since="0.1.0",
        message=(
            "Hier steht nicht, wer etwas tut: {value}",
            "It does not say who does something here: {value}",
        ),
        cause=(
            "Mit »wird« und »wurde« bleibt offen, wer handelt. In Leichter Sprache tut immer "
            "jemand etwas.",
            'With "wird" and "wurde" it stays open who acts. In easy language there is always '
            "somebody who does something.",
        ),
        remedy=(
            "Sagen, wer es tut: statt »Der Antrag wird geprüft.« besser »Wir prüfen den Antrag.«.",
            'Say who does it: instead of "Der Antrag wird geprüft." rather "Wir prüfen den '
            'Antrag.".',
        ),
    ),
    "EASY-GENITIVE": notice(
        since="0.1.0",
        message=(
            "In Leichter Sprache gibt es keinen Wes-Fall (Genitiv): {value}",
            "Easy language has no genitive: {value}",
        ),
        cause=(
            "Viele Menschen sprechen so nie und verstehen es deshalb schlecht.",
            "Many people never speak like that, and so find it hard to understand.",
        ),
        remedy=(
            "Mit »von« schreiben: statt »das Haus des Vereins« besser »das Haus vom Verein«, statt "
            "»wegen des Regens« besser »weil es regnet«.",
            'Write it with "von": instead of "das Haus des Vereins" rather "das Haus vom Verein", '
            'instead of "wegen des Regens" rather "weil es regnet".',
        ),
    ),
    "EASY-SHORT": notice(
        since="0.1.0",
        message=(
            "In Leichter Sprache gibt es keine Abkürzungen: {value}",
            "Easy language has no abbreviations: {value}",
        ),
        cause=(
            "Wer Abkürzungen nicht kennt, kann sie weder verstehen noch nachschlagen. Auch "
            "Vorlese-Programme lesen sie oft falsch.",
            "Whoever does not know abbreviations can neither understand them nor look them up. "
            "Programs that read aloud often misread them too.",
        ),
        remedy=(
            "Das Wort ausschreiben.",
            "Spell the word out.",
        ),
    ),
    "EASY-ROMAN": notice(
        since="0.1.0",
        message=(
            "Das sieht aus wie eine römische Zahl: {value}",
            "This looks like a Roman numeral: {value}",
        ),
        cause=(
            "Römische Zahlen kennen viele Menschen nicht.",
            "Many people do not know Roman numerals.",
        ),
        remedy=(
            "Die Zahl mit den üblichen Ziffern schreiben.",
            "Write the number in the usual figures.",
        ),
    ),
    "EASY-SIGN": notice(
        since="0.1.0",
        message=(
            "Dieses Zeichen gibt es in Leichter Sprache nicht: {value}",
            "Easy language does not have this sign: {value}",
        ),
        cause=(
            "Viele Menschen kennen nur Punkt, Fragezeichen, Doppelpunkt und Komma. Klammern "
            "schieben einen Satz in einen anderen.",
            "Many people know only the full stop, the question mark, the colon and the comma. "
            "Brackets push one sentence into another.",
        ),
        remedy=(
            "Ein Wort dafür schreiben. Was in Klammern steht, wird ein eigener Satz.",
            "Write a word for it. What is in brackets becomes a sentence of its own.",
        ),
    ),
    "EASY-NUMBER": notice(
        since="0.1.0",
        message=(
            "Diese Zahl ist in Buchstaben schwer zu lesen: {value}",
            "This number is hard to read in letters: {value}",
        ),
        cause=(
            "Ziffern erkennt man auf einen Blick, auch wenn man wenig liest.",
            "Figures are seen at a glance, even by those who read little.",
        ),
        remedy=(
            "Die Zahl mit Ziffern schreiben.",
            "Write the number in figures.",
        ),
    ),
    "EASY-DECIMAL": notice(
        since="0.1.0",
        message=(
            "Zahlen mit Komma sind schwer zu verstehen: {value}",
            "Numbers with a decimal point are hard to understand: {value}",
        ),
        cause=(
            "Meistens reicht eine runde Zahl. Bei Geld sind Euro und Cent zwei Zahlen.",
            "Mostly a round number will do. Of money, euros and cents are two numbers.",
        ),
        remedy=(
            "Eine runde Zahl nehmen, zum Beispiel »ungefähr 3«.",
            'Take a round number, for instance "ungefähr 3".',
        ),
    ),
    "EASY-PASSAGE": notice(
        since="0.1.0",
        message=(
            "Hier stehen {count} Sätze ohne Pause, in Leichter Sprache höchstens {most}.",
            "There are {count} sentences without a break here, in easy language at most {most}.",
        ),
        cause=(
            "Abstände zeigen, was zusammengehört, und geben Zeit zum Nachdenken.",
            "Space shows what belongs together, and gives time to think.",
        ),
        remedy=(
            "Vor diesem Satz eine Zeile leer lassen, am besten mit einer neuen Überschrift.",
            "Leave a line empty before this sentence, best with a new heading.",
        ),
    ),
}
