"""What languages are called, and which tag somebody means who writes another word or code.

Only names: which tags exist is known to `languages.py`.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from plugins.catalogue import cldr
from plugins.catalogue.languages import is_easy, is_language
from plugins.catalogue.text import fold

OFFERED = tuple(
    "de en tr ar uk ru fa prs pl ro bg fr es it el sq sr bs hr kmr so ti ta vi zh pt gsg".split()
)
"""Languages that editors and forms offer by name, in the forms' order; any other is as welcome."""

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
man Mandinka,Mandinka
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

NAMES: Mapping[str, tuple[str, ...]] = {
    tag: tuple(names.split(","))
    for tag, _, names in (line.partition(" ") for line in _NAMES.strip().split("\n"))
}
"""Languages that are spoken in associations, by tag: in German, then in English."""

_OTHER_NAMES = """
ar العربية,al-arabiyya,Hocharabisch
bs bosanski,BKS
bg български
de Hochdeutsch
de-simple Leichte Sprache,Einfache Sprache,Leichtes Deutsch
el ελληνικά
es español,Kastilisch,Castellano
fa فارسی,Farsi,Persisch,Iranisch,Hazaragi
fr français
gsg DGS,Gebärdensprache
hr hrvatski
it italiano
kmr Kurmanci,Kurmancî,Nordkurdisch
ku kurdî
man Mandinko,Malinke
pl polski
prs دری
ps Pashto,پښتو
pt português,Brasilianisch
ro română,Moldauisch,Moldawisch
rom Romanes,Sinti,Sintitikes,Roma
ru русский
sh Serbokroatisch
sq shqip
sr srpski,српски
ti ትግርኛ
tr türkçe
uk українська
ur اردو
vi tiếng Việt
zh 中文,Mandarin,Hochchinesisch
zza Zaza,Dimli
"""

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    tag: tuple(names.split(","))
    for tag, _, names in (line.partition(" ") for line in _OTHER_NAMES.strip().split("\n"))
}
"""Other names of theirs, and what their speakers call them."""

# The codes of ISO 639-2 for languages that have one of two letters, which BCP 47 wants.
_LONG = """
aze az bel be ben bn bos bs bul bg cat ca ces cs cze cs dan da deu de ger de ell el gre el eng en
est et fas fa per fa fin fi fra fr fre fr guj gu hau ha heb he hin hi hrv hr hun hu hye hy arm hy
ibo ig ind id ita it jpn ja kat ka geo ka kaz kk kor ko kur ku lit lt lav lv mkd mk mac mk mal ml
mon mn msa ms nep ne nld nl dut nl nor no orm om pan pa pol pl por pt pus ps ron ro rum ro rus ru
slk sk slo sk slv sl som so spa es sqi sq alb sq srp sr swa sw swe sv tam ta tel te tgl tl tha th
tir ti tur tr twi tw ukr uk urd ur uzb uz vie vi wol wo yor yo zho zh chi zh ara ar amh am
""".split()

# Languages that CLDR has no name for, under the macrolanguage that it has one for (the IANA
# registry of language subtags); and Hazaragi, which counts as a kind of Persian.
_MEMBERS = """
ar: aao abh abv acq acw acx acy adf aec afb ajp apd arb auz avl ayh ayn ayp bbz pga ssh
ay: ayc ayr
az: azb azj
bal: bcc bgp
bik: bcl bhk bln bto cts fbl lbl rbl ubl
bua: bxm bxr bxu
chm: mhr
cr: cwd
del: umu unm
den: scs xsl
din: dib dik dip diw dks
doi: dgo
et: ekk
fa: haz
ff: ffm fub fuc fue fuf fuh fui fuq fuv
gba: bdt gbp gbq gmm gso gya
gn: gnw gug gui gun nhd
gon: esg gno wsg
grb: gbo gec grj grv gry
hai: hdn
hmn: cqd hea hma hmc hmd hme hmg hmh hmi hmj hml hmm hmp hmq hms hmw hmy hmz hnj hrm huj mmr muq
    mww sfm
ik: esi esk
iu: ike
jrb: ajt aju jye yhd yud
kg: kng kwy ldi
kln: enb eyo niq oki pko sgc spy tec tuy
kok: gom knn
kpe: gkp xpe
kr: kby knc krt
kv: kpv
lah: hnd jat phr pmu pnb xhe
luy: bxk ida lkb lko lks lri lrm lto lts lwg nle nyd rag
lv: lvs
man: emk mku mlq mnk msc mwk myq
mg: bhr bjq bmm bzc msh plt skg tdx tkg txy xmv xmw
mn: khk mvf
ms: btj bve bvu coa dup hji in jak jax kvb kvr kxd lce lcf liw max meo mfa mfb mqg msi mui orn
    ors pel pse tmw urk vkk vkt xmm zlm zmi zsm
mwr: dhd mtr mve rwr swv wry
ne: dty npi
oj: ciw ojg otw
om: gax gaz hae orc
or: ory spv
ps: pbt pbu pst
qu: cqu qub qud quf quh quk qul qup qur qus quw qux quy quz qva qvc qve qvh qvi qvj qvl qvm qvn
    qvo qvp qvs qvw qvz qwa qwc qwh qws qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw
raj: bgq gda gju hoj mup wbr
rom: rmc rmf rml rmn rmo rmw rmy
sa: cls vsn
sc: sdn src sro
sh: cnr
sq: aae aat als
sw: swh
tmh: taq thv thz ttq
uz: uzn uzs
yi: ydd yih
za: zch zeh zgb zgm zgn zhd zhn zlj zln zlq zqe zyb zyg zyj zyn zzj
zap: zaa zab zac zad zae zaf zai zam zao zaq zar zas zat zav zaw zax zca zcd zoo zpa zpb zpc zpd
    zpe zpf zpg zph zpi zpj zpk zpl zpm zpn zpo zpp zpq zpr zps zpt zpu zpv zpw zpx zpy zpz zsr
    zte ztg ztl ztm ztn ztp ztq zts ztt ztu ztx zty
zh: cdo cjy cmn cnp cpx csp czh czo mnp
zza: diq
"""


def called(tag: str, *, english: bool = False) -> str:
    """What a language is called, in German or English; the tag itself where it has no name here."""
    if is_easy(tag):
        return _EASY[english]
    return NAMES.get(tag.partition("-")[0], (tag, tag))[english]


_EASY = "Leichte Sprache", "Easy German"


def named(written: str) -> str:
    """The tag of a language by one of its names, else nothing.

    In German, English, its own language, or one that the site speaks.
    """
    known = _words().get(_folded(written), "")
    return known or cldr.languages(tuple(NAMES)).get(cldr.word(written), "")


def meant(written: str) -> str:
    """The tag that is probably meant by a name, or by a code that has no name here; else nothing.

    `Kurdisch`, `tuerkisch`, `mnk` and `TR` give `ku`, `tr`, `man` and `tr`.
    """
    lowered = written.strip().lower().replace("_", "-")
    if is_language(lowered):
        return lowered
    primary, _, rest = lowered.partition("-")
    for tag in (primary, _codes().get(primary, "")):
        canonical = "-".join([tag, *map(_cased, rest.split("-"))]) if rest else tag
        if is_language(canonical):
            return canonical
    close = get_close_matches(_folded(written)[:40], _words(), 1, 0.85)
    return named(written) or (_words()[close[0]] if close else "")


def _cased(subtag: str) -> str:
    """A subtag as it is written after the first one: Hant, DE, simple (RFC 5646, 2.1.1)."""
    if not subtag.isalpha():
        return subtag
    return {2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    members = (family.split(": ") for family in re.split(r"\n(?! )", _MEMBERS.strip()))
    codes = {code: family for family, some in members for code in some.split()}
    return codes | dict(zip(_LONG[::2], _LONG[1::2], strict=True))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    """Tags by the folded names of their languages."""
    names = [*NAMES.items(), *OTHER_NAMES.items()]
    return {_folded(name): tag for tag, all_of in names for name in all_of}


def _folded(name: str) -> str:
    """A name as it is compared: without case, accents and blanks; umlauts in either spelling."""
    return re.sub("(?<=[aou])e|[^\\w]", "", fold(name))
