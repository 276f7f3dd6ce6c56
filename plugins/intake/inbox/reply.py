"""Answers to the sender, ready to be opened in a mail program, read over and sent."""

import re
from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal, NamedTuple

from plugins.catalogue.characters import without_forbidden
from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.settings import Office
from plugins.intake.submission.submission import Submission

_ADDRESS = re.compile(
    r"([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}))"
)


class ReplyTexts(NamedTuple):
    """What an answer says in one language."""

    ask: str
    """What the mail is about when something is asked."""
    refuse: str
    """Else."""
    hello: str
    asking: str
    refusing: str
    accepting: str
    reason: str
    bye: str


TEXTS: Mapping[str, ReplyTexts] = {
    "de": ReplyTexts(
        "Rückfrage zu Ihrer Einsendung",
        "Zu Ihrer Einsendung",
        "Guten Tag {name},",
        "vielen Dank für Ihre Einsendung: {what}. Bevor wir sie übernehmen, haben wir eine Frage:",
        "vielen Dank für Ihre Einsendung: {what}. Wir können sie leider nicht übernehmen.",
        "vielen Dank für Ihre Einsendung: {what}. "
        "Wir übernehmen sie. In den nächsten Tagen sehen Sie es auf der Website.",
        "Der Grund:",
        "Antworten Sie einfach auf diese Mail.\n\nFreundliche Grüße",
    ),
    "en": ReplyTexts(
        "A question about what you sent us",
        "About what you sent us",
        "Hello {name},",
        "thank you for sending us: {what}. Before we publish it, we have a question:",
        "thank you for sending us: {what}. We are sorry that we cannot publish it.",
        "thank you for sending us: {what}. "
        "We have accepted it. You will see it on the website within the next days.",
        "The reason:",
        "You can simply answer this mail.\n\nKind regards",
    ),
    "de-simple": ReplyTexts(
        "Wir haben eine Frage",
        "Ihre Nachricht an uns",
        "Guten Tag {name},",
        "Sie haben uns etwas geschickt: {what}. Danke! Wir haben noch eine Frage:",
        "Sie haben uns etwas geschickt: {what}. Danke! Wir können es leider nicht zeigen.",
        "Sie haben uns etwas geschickt: {what}. "
        "Danke! Wir nehmen es. Bald sehen Sie es auf der Internet-Seite.",
        "Der Grund ist:",
        "Sie können auf diese Mail antworten.\n\nViele Grüße",
    ),
    "fr": ReplyTexts(
        "Une question sur votre envoi",
        "Votre envoi",
        "Bonjour {name},",
        "merci pour votre envoi : {what}. Avant de le publier, nous avons une question :",
        "merci pour votre envoi : {what}. Nous regrettons de ne pas pouvoir le publier.",
        "merci pour votre envoi : {what}. "
        "Nous le prenons en compte. Vous le verrez sur le site dans les prochains jours.",
        "La raison :",
        "Il suffit de répondre à ce message.\n\nCordialement",
    ),
    "tr": ReplyTexts(
        "Gönderdiğiniz bilgilerle ilgili bir soru",
        "Gönderdiğiniz bilgiler hakkında",
        "Merhaba {name},",
        "gönderdiğiniz için teşekkür ederiz: {what}. Yayımlamadan önce bir sorumuz var:",
        "gönderdiğiniz için teşekkür ederiz: {what}. Ne yazık ki yayımlayamıyoruz.",
        "gönderdiğiniz için teşekkür ederiz: {what}. "
        "Kabul ettik. Önümüzdeki günlerde web sitesinde görebilirsiniz.",
        "Nedeni:",
        "Bu e-postayı yanıtlamanız yeterli.\n\nSaygılarımızla",
    ),
    "ru": ReplyTexts(
        "Вопрос о том, что вы нам прислали",
        "О том, что вы нам прислали",
        "Здравствуйте, {name}!",
        "Спасибо за присланное: {what}. Прежде чем опубликовать, мы хотим спросить:",
        "Спасибо за присланное: {what}. К сожалению, мы не можем это опубликовать.",
        "Спасибо за присланное: {what}. Мы это приняли. В ближайшие дни вы увидите это на сайте.",
        "Причина:",
        "Просто ответьте на это письмо.\n\nС уважением",
    ),
    "uk": ReplyTexts(
        "Запитання про те, що ви нам надіслали",
        "Про те, що ви нам надіслали",
        "Вітаємо, {name}!",
        "Дякуємо за надіслане: {what}. Перш ніж опублікувати, хочемо запитати:",
        "Дякуємо за надіслане: {what}. На жаль, ми не можемо це опублікувати.",
        "Дякуємо за надіслане: {what}. Ми це прийняли. Найближчими днями ви побачите це на сайті.",
        "Причина:",
        "Просто дайте відповідь на цей лист.\n\nЗ повагою",
    ),
    "ar": ReplyTexts(
        "سؤال حول ما أرسلتموه إلينا",
        "بخصوص ما أرسلتموه إلينا",
        "مرحبًا {name}،",
        "شكرًا على ما أرسلتموه: {what}. قبل أن ننشره لدينا سؤال:",
        "شكرًا على ما أرسلتموه: {what}. نأسف لأننا لا نستطيع نشره.",
        "شكرًا على ما أرسلتموه: {what}. لقد قبلناه، وسترونه على الموقع في الأيام القادمة.",
        "السبب:",
        "يمكنكم الرد على هذه الرسالة مباشرة.\n\nمع أطيب التحيات",
    ),
    "it": ReplyTexts(
        "Una domanda su ciò che ci ha inviato",
        "Il Suo invio",
        "Buongiorno {name},",
        "grazie per il Suo invio: {what}. Prima di pubblicarlo abbiamo una domanda:",
        "grazie per il Suo invio: {what}. Purtroppo non possiamo pubblicarlo.",
        "grazie per il Suo invio: {what}. Lo accettiamo. Nei prossimi giorni lo vedrà sul sito.",
        "Il motivo:",
        "Può semplicemente rispondere a questo messaggio.\n\nCordiali saluti",
    ),
    "el": ReplyTexts(
        "Μια ερώτηση για όσα μας στείλατε",
        "Σχετικά με όσα μας στείλατε",
        "Γεια σας {name},",
        "ευχαριστούμε για όσα μας στείλατε: {what}. Πριν τα δημοσιεύσουμε, έχουμε μια ερώτηση:",
        "ευχαριστούμε για όσα μας στείλατε: {what}. Δυστυχώς δεν μπορούμε να τα δημοσιεύσουμε.",
        "ευχαριστούμε για όσα μας στείλατε: {what}. Τα δεχτήκαμε. "
        "Θα τα δείτε στον ιστότοπο τις επόμενες ημέρες.",
        "Ο λόγος:",
        "Μπορείτε απλώς να απαντήσετε σε αυτό το μήνυμα.\n\nΜε φιλικούς χαιρετισμούς",
    ),
    "ro": ReplyTexts(
        "O întrebare despre ce ne-ați trimis",
        "Despre ce ne-ați trimis",
        "Bună ziua {name},",
        "vă mulțumim pentru ce ne-ați trimis: {what}. Înainte de publicare avem o întrebare:",
        "vă mulțumim pentru ce ne-ați trimis: {what}. Din păcate nu putem publica.",
        "vă mulțumim pentru ce ne-ați trimis: {what}. Am acceptat. "
        "În zilele următoare veți vedea pe site.",
        "Motivul:",
        "Puteți răspunde direct la acest mesaj.\n\nCu salutări cordiale",
    ),
    "fa": ReplyTexts(
        "پرسشی دربارهٔ آنچه برای ما فرستادید",
        "دربارهٔ آنچه برای ما فرستادید",
        "سلام {name}،",
        "از آنچه فرستادید سپاسگزاریم: {what}. پیش از انتشار پرسشی داریم:",
        "از آنچه فرستادید سپاسگزاریم: {what}. متأسفانه نمی‌توانیم آن را منتشر کنیم.",
        "از آنچه فرستادید سپاسگزاریم: {what}. "
        "آن را پذیرفتیم. در روزهای آینده آن را در وب‌سایت می‌بینید.",
        "دلیل:",
        "می‌توانید به همین پیام پاسخ دهید.\n\nبا احترام",
    ),
}


def spoken(language: str) -> str:
    """The language of answers to whoever writes in `language`: that, or the nearest, or German."""
    known = (tag for tag in (language, language.partition("-")[0]) if tag in TEXTS)
    return next(known, "de")


def texts_for(language: str) -> ReplyTexts:
    """What is said in a language, or in the nearest one that there is; else in German."""
    return TEXTS[spoken(language)]


ReplyKind = Literal["ask", "refuse", "accept"]
"""What an answer says: a question, that it was refused and perhaps why, or that it was accepted."""


def body(
    submission: Submission, office: Office, said: str, kind: ReplyKind, called: str = ""
) -> str:
    """The words of an answer; `called` is the name of the entry that the submission is about."""
    texts = texts_for(submission.language)
    name = without_forbidden(submission.sender.name)
    hello = texts.hello.format(name=name) if name else re.sub(r"[ ,،]*\{name\}", "", texts.hello)
    openings = {"ask": texts.asking, "refuse": texts.refusing, "accept": texts.accepting}
    opening = openings[kind].format(what=what(submission, called))
    reason = (texts.reason,) if kind == "refuse" and said else ()
    parts = (hello, opening, *reason, said, f"{texts.bye}\n{office.name}")
    return "\n\n".join(filter(None, parts)) + "\n"


def subject(language: str, kind: ReplyKind) -> str:
    """What an answer is about."""
    texts = texts_for(language)
    return texts.ask if kind == "ask" else texts.refuse


def what(submission: Submission, called: str = "") -> str:
    """What was handed in, so that the sender knows it: its name, else its form."""
    for path in ("name", "title"):
        if values := submission.fields.get(path):
            return f"»{values[0]}«"
    return f"»{called}«" if called else submission.entry or FORMS[submission.form].title


def mail(
    submission: Submission, office: Office, said: str, kind: ReplyKind, called: str = ""
) -> bytes | None:
    """The answer as a mail that nobody has sent yet; `None` where no address is known."""
    match = _ADDRESS.fullmatch(submission.sender.email)
    if match is None:
        return None
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject(submission.language, kind)
    message["From"] = Address(office.name, addr_spec=office.email)
    message["To"] = Address(without_forbidden(submission.sender.name)[:100], match[1], match[2])
    message.set_content(without_forbidden(body(submission, office, said, kind, called)))
    return message.as_bytes()
