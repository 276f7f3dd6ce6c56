"""The pages of the service: what is about to be handed in, that it is here, that it is not."""

from dataclasses import dataclass
from typing import Literal

from plugins.rendering.page import Page, ready
from plugins.rendering.urls import Address

Reason = Literal["too much", "unreadable", "gone", "failed"]

_NOWHERE = Address("not_found")
"""What a page that has no address of its own gives as that: languages then lead to their homes."""


@dataclass(frozen=True)
class Offer:
    """What somebody is about to hand in: as data with a token, and as the office will read it.

    `task` is where the browser gets what it has to solve first; empty where it need not.
    """

    form: str
    title: str
    language: str
    action: str
    payload: str
    token: str
    text: str
    task: str = ""
    has_picture: bool = False


@dataclass(frozen=True)
class HandingIn:
    """What is about to be handed in, where it has no page of its own.

    `is_again` says that it could not be kept, `is_unproven` that the task was not solved.
    """

    offer: Offer
    is_again: bool
    is_unproven: bool


@dataclass(frozen=True)
class HandedIn:
    """It is here, under a number; or it is to be confirmed, with what the link in the mail says."""

    form: str = ""
    reference: str = ""
    is_mailed: bool = False
    confirming: bool = False
    action: str = ""
    draft: str = ""
    token: str = ""


@dataclass(frozen=True)
class NotTaken:
    """It is not here, and why."""

    reason: Reason


def handing_in(offer: Offer, *, is_again: bool = False, is_unproven: bool = False) -> Page:
    """The page that shows what is about to be handed in as a text."""
    inputs = (offer, is_again, is_unproven)
    return Page(Address("form", offer.form), "handing_in.html", HandingIn, inputs)


def handed_in(view: HandedIn) -> Page:
    """The page that thanks."""
    address = Address("form", view.form) if view.form else _NOWHERE
    return Page(address, "handed_in.html", ready, (view,))


def not_taken(reason: Reason) -> Page:
    """The page that says why not."""
    return Page(_NOWHERE, "not_taken.html", NotTaken, (reason,))
