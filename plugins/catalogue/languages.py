"""Which language tags exist: BCP 47, with the primary languages that CLDR 47 has names for.

Kept as plain text, because importing CLDR itself would take longer than a whole `make check`.
"""

import re

SITE_LANGUAGE = "de"
"""The language that entries are written in, and what the templates say by themselves."""

# CLDR's languages, and some that associations speak or sign but CLDR leaves out
# (kmr Kurmanji, prs Dari, aii Assyrian, gsg German Sign Language ...).
_PRIMARY = frozenset(
    """
aa ab ace ach acm ada ady ae aeb af afh agq aii ain ak akk akz ale aln alt am an ang ann anp apc
ar arc arn aro arp arq ars arw ary arz as asa ase asf ast atj av avk awa ay ayl az ba bal ban
bar bas bax bbc bbj be bej bem bew bez bfd bfi bfq bg bgc bgn bho bi bik bin bjn bkm bla blo bm
bn bo bpy bqi br bra brh brx bs bss bua bug bum byn byv ca cad car cay cch ccp ce ceb cgg ch chb
chg chk chm chn cho chp chr chy ckb clc cld co cop cps cr crg crh crj crk crl crm crr crs cs csb
csw cu cv cy da dak dar dav de del den dgr din dje doi dsb dtp dua dum dv dyo dyu dz dzg ebu ee
efi egl egy eka el elx en enm eo es esu et eu ewo ext fa fan fat ff fi fil fit fj fo fon fr frc
frm fro frp frr frs fsl fur fy ga gaa gag gan gay gba gbz gd gez ghm gil gl glk gmh gn goh gon
gor got grb grc gsg gsw gu guc gur guz gv gwi ha hai hak haw hax he hi hif hil hit hmn hno ho hr
hsb hsn ht hu hup hur hy hz ia iba ibb id ie ig ii ik ikt ilo inh io is ise it iu izh ja jam jbo
jgo jmc jpr jrb jut jv ka kaa kab kac kaj kam kaw kbd kbl kcg kde kea ken kfo kg kgp kha kho khq
khw ki kin kiu kj kk kkj kl kln km kmb kmr kn ko koi kok kos kpe kr krc kri krj krl kru ks ksb
ksf ksh ku kum kut kv kw kwk kxv ky la lad lag lah lam lb lez lfn lg li lij lil liv lkt lmo ln
lo lol lou loz lrc lsm lt ltg lu lua lui lun luo lus luy lv lzh lzz mad maf mag mai mak man mas
mde mdf mdr men mer mfe mg mga mgh mgo mh mi mic min mk ml mn mnc mni moe moh mos mr mrj ms mt
mua mus mwl mwr mwv my mye myv mzn na nan nap naq nb nd nds ne new ng nia niu njo nl nmg nn nnh
no nog non nov nqo nr nso nus nv nwc ny nym nyn nyo nzi oc oj ojb ojc ojs ojw oka om or os osa
ota pa pag pal pam pap pau pcd pcm pdc pdt peo pes pfl phn pi pis pl pms pnt pon pqm prg pro prs
ps psr pt qu quc qug raj rap rar rgn rhg rif rm rn ro rof rom rsl rtm ru rue rug rup rw rwk sa
sad sah sam saq sas sat saz sba sbp sc scn sco sd sdc sdh se see seh sei sel ses sg sga sgs sh
shi shn shu si sid sk skr sl slh sli sly sm sma smj smn sms sn snk so sog sq sr srn srr ss ssy
st stq str su suk sus sux sv sw swb swc syc syr szl ta tce tcy te tem teo ter tet tg tgx th tht
ti tig tiv tk tkl tkr tl tlh tli tly tmh tn to tog tok tpi tr tru trv ts tsd tsi tsm tt ttm ttt
tum tvl tw twq ty tyv tzm udm ug uga uk umb ur uz vai ve vec vep vi vls vmf vmw vo vot vro vun
wa wae wal war was wbp wo wuu xal xh xmf xnr xog yao yap yav ybb yi yo yrl yue za zap zbl zea
zen zgh zh zu zun zza
""".split()
)

_TAG = re.compile(
    r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:simple|[a-z0-9]{5,8}))*"
)


MAX_TAG = 35
"""No tag is longer (RFC 5646, section 4.4.1). Tags become the names of folders of the site."""


def is_language(tag: str) -> bool:
    """Whether `tag` is a language in canonical form: language[-Script][-REGION][-variant]."""
    match = _TAG.fullmatch(tag) if len(tag) <= MAX_TAG else None
    return match is not None and match[1] in _PRIMARY


def is_easy(tag: str) -> bool:
    """Whether a tag means easy German: `de` with the registered variant `simple`."""
    primary, *others = tag.split("-")
    return primary == "de" and "simple" in others
