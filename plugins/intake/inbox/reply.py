"""Answers to the sender, ready to be opened in a mail program, read over and sent."""

import re
from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

from plugins.catalogue.descriptions.forms import FORMS
from plugins.catalogue.settings import Office
from plugins.catalogue.source import without_forbidden
from plugins.intake.submission.submission import Submission

_ADDRESS = re.compile(
    r"([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}))"
)


class Texts(NamedTuple):
    """What an answer says in one language."""

    ask: str
    """What the mail is about when something is asked."""
    refuse: str
    hello: str
    asking: str
    refusing: str
    reason: str
    bye: str


TEXTS: Mapping[str, Texts] = {
    "de": Texts(
        "Rückfrage zu Ihrer Einsendung",
        "Zu Ihrer Einsendung",
        "Guten Tag {name},",
        "vielen Dank für Ihre Einsendung: {what}. Bevor wir sie übernehmen, haben wir eine Frage:",
        "vielen Dank für Ihre Einsendung: {what}. Wir können sie leider nicht übernehmen.",
        "Der Grund:",
        "Antworten Sie einfach auf diese Mail.\n\nFreundliche Grüße",
    ),
    "en": Texts(
        "A question about what you sent us",
        "About what you sent us",
        "Hello {name},",
        "thank you for sending us: {what}. Before we publish it, we have a question:",
        "thank you for sending us: {what}. We are sorry that we cannot publish it.",
        "The reason:",
        "You can simply answer this mail.\n\nKind regards",
    ),
    "de-simple": Texts(
        "Wir haben eine Frage",
        "Ihre Nachricht an uns",
        "Guten Tag {name},",
        "Sie haben uns etwas geschickt: {what}. Danke! Wir haben noch eine Frage:",
        "Sie haben uns etwas geschickt: {what}. Danke! Wir können es leider nicht zeigen.",
        "Der Grund ist:",
        "Sie können auf diese Mail antworten.\n\nViele Grüße",
    ),
    "fr": Texts(
        "Une question sur votre envoi",
        "Votre envoi",
        "Bonjour {name},",
        "merci pour votre envoi : {what}. Avant de le publier, nous avons une question :",
        "merci pour votre envoi : {what}. Nous regrettons de ne pas pouvoir le publier.",
        "La raison :",
        "Il suffit de répondre à ce message.\n\nCordialement",
    ),
    "tr": Texts(
        "Gönderdiğiniz bilgilerle ilgili bir soru",
        "Gönderdiğiniz bilgiler hakkında",
        "Merhaba {name},",
        "gönderdiğiniz için teşekkür ederiz: {what}. Yayımlamadan önce bir sorumuz var:",
        "gönderdiğiniz için teşekkür ederiz: {what}. Ne yazık ki yayımlayamıyoruz.",
        "Nedeni:",
        "Bu e-postayı yanıtlamanız yeterli.\n\nSaygılarımızla",
    ),
    "ru": Texts(
        "Вопрос о том, что вы нам прислали",
        "О том, что вы нам прислали",
        "Здравствуйте, {name}!",
        "Спасибо за присланное: {what}. Прежде чем опубликовать, мы хотим спросить:",
        "Спасибо за присланное: {what}. К сожалению, мы не можем это опубликовать.",
        "Причина:",
        "Просто ответьте на это письмо.\n\nС уважением",
    ),
    "uk": Texts(
        "Запитання про те, що ви нам надіслали",
        "Про те, що ви нам надіслали",
        "Вітаємо, {name}!",
        "Дякуємо за надіслане: {what}. Перш ніж опублікувати, хочемо запитати:",
        "Дякуємо за надіслане: {what}. На жаль, ми не можемо це опублікувати.",
        "Причина:",
        "Просто дайте відповідь на цей лист.\n\nЗ повагою",
    ),
    "ar": Texts(
        "سؤال حول ما أرسلتموه إلينا",
        "بخصوص ما أرسلتموه إلينا",
        "مرحبًا {name}،",
        "شكرًا على ما أرسلتموه: {what}. قبل أن ننشره لدينا سؤال:",
        "شكرًا على ما أرسلتموه: {what}. نأسف لأننا لا نستطيع نشره.",
        "السبب:",
        "يمكنكم الرد على هذه الرسالة مباشرة.\n\nمع أطيب التحيات",
    ),
}


def spoken(language: str) -> str:
    """The language of answers to whoever writes in `language`: that, or the nearest, or German."""
    known = (tag for tag in (language, language.partition("-")[0]) if tag in TEXTS)
    return next(known, "de")


def texts_for(language: str) -> Texts:
    """What is said in a language, or in the nearest one that there is; else in German."""
    return TEXTS[spoken(language)]


def body(submission: Submission, office: Office, said: str, *, refuse: bool) -> str:
    """The words of an answer: a question, or that it was refused and perhaps why."""
    texts = texts_for(submission.language)
    name = without_forbidden(submission.sender.name)
    hello = texts.hello.format(name=name) if name else re.sub(r"[ ,،]*\{name\}", "", texts.hello)
    opening = (texts.refusing if refuse else texts.asking).format(what=what(submission))
    reason = (texts.reason,) if refuse and said else ()
    parts = (hello, opening, *reason, said, f"{texts.bye}\n{office.name}")
    return "\n\n".join(filter(None, parts)) + "\n"


def what(submission: Submission) -> str:
    """What was handed in, so that the sender knows it: its name, else its form."""
    for path in ("name", "title"):
        if values := submission.fields.get(path):
            return f"»{values[0]}«"
    return submission.entry or FORMS[submission.form].title


def mail(submission: Submission, office: Office, said: str, *, refuse: bool) -> bytes | None:
    """The answer as a mail that nobody has sent yet; `None` where no address is known."""
    match = _ADDRESS.fullmatch(submission.sender.email)
    if match is None:
        return None
    texts = texts_for(submission.language)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = texts.refuse if refuse else texts.ask
    message["From"] = Address(office.name, addr_spec=office.email)
    message["To"] = Address(without_forbidden(submission.sender.name)[:100], match[1], match[2])
    message.set_content(without_forbidden(body(submission, office, said, refuse=refuse)))
    return message.as_bytes()
