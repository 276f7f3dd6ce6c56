"""What a page of text may call of the settings: `[[office.email]]`, written in Markdown."""

from collections.abc import Mapping

from plugins.catalogue.figures import Figure
from plugins.catalogue.phones import PhoneNumber
from plugins.catalogue.settings import Site
from plugins.rendering.attributes import host_of, mail_to


def setting_texts(site: Site, unknown: str, nobody: str) -> Mapping[str, Figure | str]:
    """The settings by the names of SETTING_NAMES, but for what depends on the page.

    `unknown` stands for what is not set, `nobody` for a body of enforcement that is not.
    """
    office, statement = site.office, site.statement
    office_phone, statement_phone = site.phones()
    return {
        "site.name": site.name,
        "site.city": site.city,
        "site.address": f"[{site.url.partition('://')[2]}]({site.url})",
        "office.name": office.name,
        "office.email": _mail(office.email),
        "office.phone": _phone(office_phone) or unknown,
        "inbox.days": site.inbox_days,
        "statement.assessed": statement.assessed or unknown,
        "statement.body": statement.body or nobody,
        "statement.email": _mail(statement.email) or unknown,
        "statement.phone": _phone(statement_phone) or unknown,
        "statement.website": _page(statement.website) or unknown,
    }


def _page(address: str) -> str:
    return f"[{host_of(address)}]({address})" if address else ""


def _mail(address: str) -> str:
    return f"[{address}]({mail_to(address)})" if address else ""


def _phone(number: PhoneNumber | None) -> str:
    return f"[{number.shown}]({number.uri})" if number else ""
