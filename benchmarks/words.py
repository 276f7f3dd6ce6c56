"""The words that the corpus is made of: German sentences with gaps, and names in five scripts."""

from collections.abc import Mapping
from random import Random
from string import Formatter

GAPS: Mapping[str, tuple[str, ...]] = {
    "wer": tuple(
        "Familien|Jugendliche|Nachbarinnen und Nachbarn|Seniorinnen und Senioren|Frauen|"
        "neu Zugezogene|Ehrenamtliche|Eltern mit kleinen Kindern|Studierende|Musikbegeisterte|"
        "Menschen aus vielen Ländern|Großeltern und Enkel|Auszubildende|Lernpatinnen".split("|")
    ),
    "was": tuple(
        "gemeinsam kochen|alte Lieder singen|Deutsch üben|Fahrräder reparieren|Schach spielen|"
        "Formulare ausfüllen|Theater proben|Märchen vorlesen|im Garten arbeiten|nähen und sticken|"
        "für Prüfungen lernen|tanzen|Anträge schreiben|Ausflüge planen|Tischtennis spielen|"
        "über die Nachrichten reden|die Sprache der Großeltern lernen|ein Fest vorbereiten".split(
            "|"
        )
    ),
    "wann": tuple(
        "Jeden Dienstag|Am ersten Samstag im Monat|Freitags nach der Arbeit|In den Ferien|"
        "Mittwochs um sechs|Sonntags nach dem Mittagessen|Alle zwei Wochen|Im Winterhalbjahr|"
        "Zweimal in der Woche|Donnerstags am Vormittag|Von April bis Oktober".split("|")
    ),
    "wo": tuple(
        "im großen Saal|in der alten Werkstatt|im Bürgerhaus|am Kai|im Gemeindezentrum|"
        "hinter der Schule am Nordring|in der Stadtbücherei|im Hof der Mühle|im Vereinsheim|"
        "in der Turnhalle|im Café neben dem Rathaus|in zwei hellen Räumen unter dem Dach".split("|")
    ),
    "mit": tuple(
        "einer Kanne Tee|viel Geduld|Instrumenten aus drei Erdteilen|selbst gebackenem Brot|"
        "erfahrenen Trainerinnen|einer Dolmetscherin|Bildern statt Grammatik|wenig Geld und "
        "guten Ideen|Unterstützung der Stadt|Büchern in acht Sprachen".split("|")
    ),
    "wozu": tuple(
        "damit niemand allein anfängt|weil es zusammen leichter geht|damit die Kinder mitkommen|"
        "ohne dass jemand etwas beweisen muss|und niemand fragt nach einem Ausweis|"
        "bis alle nach Hause müssen|und am Ende bleibt immer etwas übrig|"
        "damit aus Bekannten Freunde werden|auch wenn es regnet".split("|")
    ),
    "zahl": tuple("zwölf|fünfzehn|zwanzig|dreißig|vierzig|sechzig|achtzig|hundert".split("|")),
    "ding": tuple(
        "Ein Anruf am Vortag|Eine kurze Nachricht|Gute Laune|Ein Paar feste Schuhe|"
        "Wer mag, ein Gericht von zu Hause|Das eigene Instrument|Ein wörtlicher Gruß in der "
        "eigenen Sprache|Die Neugier auf andere".split("|")
    ),
    "kurs": tuple(
        "Sprachkurs|Gitarrenkurs|Schwimmkurs|Lesekreis|Nähtreff|Chor|Elternabend|Computerkurs|"
        "Erzählabend|Kochabend|Lauftreff|Spielenachmittag|Malkurs|Gesprächskreis".split("|")
    ),
    "jahr": tuple("1974|1983|1991|1998|2004|2009|2013|2015|2017".split("|")),
}

SENTENCES = (
    "{wann} treffen wir uns {wo}: {wer}, die {was} wollen.",
    "{wer} kommen bei uns zusammen, {wozu}.",
    "Angefangen hat es {jahr} mit {zahl} Leuten und {mit}.",
    "Beim {kurs} sind noch Plätze frei; {wer} sind besonders willkommen.",
    "{wann} gibt es {wo} einen {kurs}, mit {mit}.",
    "Wir können {wo} {was}, {wozu}.",
    "{ding} genügt, alles andere ist vorhanden.",
    "Wer noch nie dabei war, schaut am besten beim {kurs} vorbei.",
    "Inzwischen sind wir mehr als {zahl}, und {wer} haben die Leitung übernommen.",
    "Der Zugang ist ebenerdig, eine Begleitperson kann kostenlos mitkommen.",
    "Was wir einnehmen, geht in den nächsten {kurs}.",
    "An manchen Abenden wollen {zahl} Gäste auf einmal {was}, dann wird es {wo} eng.",
    "Die Jüngsten sind sechs, die Ältesten über achtzig, und alle wollen {was}.",
    "Das Büro für Integration hat uns geholfen, die Räume zu finden, {wozu}.",
    "Wir suchen {wer}, die {wann_klein} Zeit haben.",
    "Vorkenntnisse braucht niemand, denn gelernt wird {wo} mit {mit}.",
    "Nach den Ferien beginnt ein neuer {kurs}, wieder {wo}.",
    "Übersetzt wird, wo es nötig ist, {wozu}.",
    "Ein Beitrag ist willkommen, aber keine Bedingung: {zahl} Cent sind auch ein Beitrag.",
    "{wer} erzählen, wie es war, hier anzukommen und {wo} zum ersten Mal mitzumachen.",
)

HEADINGS = (
    "Was wir anbieten",
    "Wie man mitmacht",
    "Wann und wo",
    "Gut zu wissen",
    "Was Sie erwartet",
    "Wer wir sind",
)

ITEMS = (
    "ein {kurs} für Anfänger",
    "**{kurs}**, {wann_klein}",
    "Hilfe für alle, die {was} möchten",
    "Treffen {wo}",
    "einmal im Jahr ein Fest mit {zahl} Gästen",
    "Beratung, *kostenlos und vertraulich*",
)

GREETINGS = (
    "Καλώς ήρθατε! Η πόρτα μας είναι ανοιχτή για όλους.",
    "Ласкаво просимо! Ми раді кожному, хто хоче долучитися.",
    "Добро пожаловать! Приходите всей семьёй.",
    "أهلا وسهلا بكم! الدعوة عامة والدخول مجاني.",
    "خوش آمدید! منتظر دیدار شما هستیم.",
    "Hoş geldiniz! Çayımız her zaman hazır.",
    "Welcome! No registration needed for your first visit.",
)

ORIGINS = tuple(
    "Afghanischer Albanischer Anatolischer Armenischer Bosnischer Brasilianischer Bulgarischer "
    "Chilenischer Eritreischer Georgischer Ghanaischer Griechischer Indischer Iranischer "
    "Italienischer Kamerunischer Kroatischer Kurdischer Libanesischer Marokkanischer Persischer "
    "Polnischer Portugiesischer Rumänischer Serbischer Spanischer Syrischer Tamilischer Türkischer "
    "Ukrainischer Ungarischer Vietnamesischer Internationaler Offener Interkultureller".split()
)
CLUBS = tuple(
    "Kulturverein|Chor|Sportclub|Elternverein|Frauenkreis|Jugendtreff|Theaterverein|Tanzkreis|"
    "Musikverein|Gartenverein|Schachclub|Lesekreis|Bildungsverein|Freundeskreis|Förderverein|"
    "Seniorentreff|Filmclub|Kunstverein|Wanderverein|Kochclub|Sprachverein|Nachbarschaftsverein".split(
        "|"
    )
)
CALLED = tuple(
    "Horon Aryana Orpheus Morgenstern Brücke Regenbogen Anadolu Horizont Kalina Sakura Dialog "
    "Ararat Balkan Mosaik Iskra Olive Polonia Lusitania Samba Nouruz Newroz Zeytin Delta Atlas "
    "Aurora Kompass Ankerplatz Lindenhof Zukunft Wurzeln Flügel Sonnenblume Mandala Baobab "
    "Karawane Leuchtturm "
    "Quelle Harmonie Concordia Esperanza Amistad Merhaba Salam Shalom Mozaik".split()
)
TURKISH = tuple(
    "Işık Kültür Derneği|Çağdaş Yaşam Ocağı|Gönül Köprüsü|Şiir ve Müzik Evi|Öğrenci Birliği|"
    "Güneş Kadınlar Derneği|Doğa Dostları|İnsan Hakları Çalışma Grubu".split("|")
)
SCRIPTS = (
    TURKISH,
    tuple(
        "جمعية الأمل الثقافية|بيت الصداقة|نادي الشباب العربي|مدرسة الياسمين|ملتقى النساء|"
        "انجمن فرهنگی آریانا|کتابخانه مهر|گروه موسیقی باران".split("|")
    ),
    tuple(
        "Українська громада|Хор «Калина»|Суботня школа|Русский литературный клуб|Театр «Маска»|"
        "Клуб «Дружба»|Српско културно друштво|Българско училище".split("|")
    ),
    tuple(
        "Ελληνική Κοινότητα|Σύλλογος Ορφέας|Χορευτικός Όμιλος|Φίλοι του Θεάτρου|"
        "Ποντιακή Εστία|Ένωση Γυναικών|Κρητικός Σύλλογος|Λέσχη Ανάγνωσης".split("|")
    ),
)
STREETS = tuple(
    "Nordring Schlossstraße Hafenkai Mühlenweg Bahnhofstraße Lindenallee Marktplatz Werkstraße "
    "Gartenweg Sonnenbergring Kirchgasse Stadionstraße".split()
)
VENUES = tuple(
    "Kulturzentrum|Bürgerhaus|Haus der Begegnung|Stadtbücherei|Alte Mühle|Turnhalle am Nordring|"
    "Rathaus, Saal 2|Volkshochschule|Gemeindezentrum|Café am Kai".split("|")
)
NAMES = tuple(
    "Elif Yılmaz|Dimitra Papadopoulou|Oksana Koval|Samir Haddad|Thị Lan Nguyễn|Maria Kowalska|"
    "Amina Diallo|Jürgen Weiß|Rojda Demir|Łukasz Żak|Ana Horvat|Yusuf Öztürk|Лариса Бондар|"
    "Γιώργος Νικολάου|ليلى منصور".split("|")
)
REASONS = (
    "Die Referentin ist erkrankt",
    "Der Saal wird an diesem Abend für eine Sitzung gebraucht",
    "Zu wenige Anmeldungen",
    "Wegen der Bauarbeiten im Haus",
    "Wegen der Unwetterwarnung",
)
WANTED = (
    "Raum für {kurs}",
    "Hilfe beim {kurs}",
    "{zahl} Stühle",
    "Zeit für einen {kurs}",
    "Übersetzung für den {kurs}",
    "Kleinbus für {zahl} Kilometer",
    "Tische und Bänke für {zahl} Gäste",
    "Leitung für den {kurs}",
)
TITLES = (
    "{kurs} {wo}",
    "{wer} laden ein: {kurs}",
    "{kurs} für alle, die {was} möchten",
    "Offener {kurs}",
    "{kurs}: {was}",
    "{wann}: {kurs}",
)


def fill(template: str, random: Random) -> str:
    """The template with every gap filled by a word that fits."""
    gaps = {name: _word(name, random) for _, name, _, _ in Formatter().parse(template) if name}
    text = template.format(**gaps)
    return text[0].upper() + text[1:]


def _word(name: str, random: Random) -> str:
    """A word for one gap; `wann_klein` is one of `wann` in lower case."""
    base, _, form = name.partition("_")
    word = random.choice(GAPS[base])
    return word[0].lower() + word[1:] if form == "klein" else word


def text(random: Random, size: int) -> str:
    """Markdown of about `size` bytes: paragraphs, now and then a list, a heading, a greeting."""
    parts = [_paragraph(random)]
    while sum(len(part.encode()) + 2 for part in parts) < size - 150:
        parts.append(_part(random))
    return "\n\n".join(parts)


def _part(random: Random) -> str:
    """What follows the first paragraph."""
    dice = random.random()
    if dice < 0.15:
        items = "\n".join(f"- {fill(item, random)}" for item in random.sample(ITEMS, 3))
        return f"## {random.choice(HEADINGS)}\n\n{items}"
    if dice < 0.22:
        return random.choice(GREETINGS)
    if dice < 0.30:
        return "Mehr steht unter [Mitmachen](/mitmachen/). " + _paragraph(random)
    return _paragraph(random)


def _paragraph(random: Random) -> str:
    sentences = random.sample(SENTENCES, random.randint(2, 4))
    return " ".join(fill(sentence, random) for sentence in sentences)
