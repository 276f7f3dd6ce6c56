"""Languages that are spoken in associations, by their names; any other goes by its tag.

Only names: which tags exist is known to `plugins.catalogue.languages`.
"""

from plugins.intake.new.words import Words

_NAMES = """
aii Assyrisch,Assyrian
am Amharisch,Amharic
ar Arabisch,Arabic
az Aserbaidschanisch,Azerbaijani
be Belarussisch,Belarusian
bg Bulgarisch,Bulgarian
bn Bengalisch,Bengali
bs Bosnisch,Bosnian
ca Katalanisch,Catalan
ckb Sorani,Sorani
cs Tschechisch,Czech
da Dänisch,Danish
de Deutsch,German
el Griechisch,Greek
en Englisch,English
es Spanisch,Spanish
et Estnisch,Estonian
fa Persisch (Farsi),Persian (Farsi)
fi Finnisch,Finnish
fr Französisch,French
gsg Deutsche Gebärdensprache,German Sign Language
gu Gujarati,Gujarati
ha Haussa,Hausa
he Hebräisch,Hebrew
hi Hindi,Hindi
hr Kroatisch,Croatian
hu Ungarisch,Hungarian
hy Armenisch,Armenian
id Indonesisch,Indonesian
ig Igbo,Igbo
it Italienisch,Italian
ja Japanisch,Japanese
ka Georgisch,Georgian
kk Kasachisch,Kazakh
kmr Kurmandschi,Kurmanji
ko Koreanisch,Korean
ku Kurdisch,Kurdish
lt Litauisch,Lithuanian
lv Lettisch,Latvian
mk Mazedonisch,Macedonian
ml Malayalam,Malayalam
mn Mongolisch,Mongolian
ne Nepalesisch,Nepali
nl Niederländisch,Dutch
no Norwegisch,Norwegian
om Oromo,Oromo
pa Punjabi,Punjabi
pl Polnisch,Polish
prs Dari,Dari
ps Paschtu,Pashto
pt Portugiesisch,Portuguese
ro Rumänisch,Romanian
rom Romani,Romani
ru Russisch,Russian
sk Slowakisch,Slovak
sl Slowenisch,Slovenian
so Somali,Somali
sq Albanisch,Albanian
sr Serbisch,Serbian
sv Schwedisch,Swedish
sw Suaheli,Swahili
ta Tamil,Tamil
te Telugu,Telugu
th Thailändisch,Thai
ti Tigrinya,Tigrinya
tl Tagalog,Tagalog
tr Türkisch,Turkish
tw Twi,Twi
uk Ukrainisch,Ukrainian
ur Urdu,Urdu
uz Usbekisch,Uzbek
vi Vietnamesisch,Vietnamese
wo Wolof,Wolof
yo Yoruba,Yoruba
zh Chinesisch,Chinese
zza Zazaki,Zazaki
"""

LANGUAGES = {
    tag: Words(*names.split(","))
    for tag, _, names in (line.partition(" ") for line in _NAMES.split("\n") if line)
}
