"""Messages to experts, companies and advisers.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional, Union

from .._records import Record
from .follow_up import ReferralState, RefusalReason

NotificationKind = Literal[
    "expert_new_need",
    "expert_reminder",
    "expert_last_chance",
    "company_sent",
    "company_taken",
    "company_abandoned",
    "company_not_taken",
    "company_not_reachable",
    "company_survey",
    "company_come_back",
    "adviser_progress",
    "adviser_refused",
    "adviser_last_chance",
]
"""A message that the library can render."""


@dataclass(frozen=True)
class AdviserCard(Record):
    """An adviser, as messages show them."""

    name: Optional[str] = None
    """Their name."""


@dataclass(frozen=True)
class AnswerCard(Record):
    """A question and its answer."""

    question: str
    """The label of the question."""
    answer: Union[bool, str, list[str]]
    """The answer; choices by their labels."""


@dataclass(frozen=True)
class ContactCard(Record):
    """A person of the company."""

    name: Optional[str] = None
    """Their name."""
    phone: Optional[str] = None
    """Where to call."""
    email: Optional[str] = None
    """Where to write."""


@dataclass(frozen=True)
class ExpertCard(Record):
    """An expert, as messages show them."""

    name: Optional[str] = None
    """Their name."""
    institution: Optional[str] = None
    """The name of their institution."""
    phone: Optional[str] = None
    """Where to call."""
    email: Optional[str] = None
    """Where to write."""


@dataclass(frozen=True)
class FacilityCard(Record):
    """A facility, as messages show it."""

    name: Optional[str] = None
    """The company's name."""
    siret: Optional[str] = None
    """Its number."""
    commune: Optional[str] = None
    """The name of its commune."""
    activity: Optional[str] = None
    """What it does, in words."""
    headcount: Optional[str] = None
    """How many work there, in words."""


@dataclass(frozen=True)
class Links(Record):
    """Where buttons lead: `http`, `https` or `mailto`, made by the host.

    Mail filters follow links before people do: a link should lead to a page with a button, and not
    change anything by itself.
    """

    take_charge: Optional[str] = None
    """“I take charge”."""
    not_for_me: Optional[str] = None
    """“Not for me”."""
    see: Optional[str] = None
    """The need in the host's application."""
    ask_again: Optional[str] = None
    """Asking again, for a company that nobody called."""
    survey: Optional[str] = None
    """The survey, for a company that was helped."""


@dataclass(frozen=True)
class Message(Record):
    """A message to be sent."""

    subject: str
    """One line without control characters."""
    text: str
    """Plain text."""
    html: str
    """A whole HTML document."""


@dataclass(frozen=True)
class NeedCard(Record):
    """A need, as messages show it."""

    subject: Optional[str] = None
    """The label of its subject."""
    theme: Optional[str] = None
    """The label of its theme."""
    description: Optional[str] = None
    """What the company wrote."""
    answers: tuple[AnswerCard, ...] = ()
    """What the company answered."""
    sent_on: Optional[date] = None
    """The day it was sent."""
    days: Optional[int] = None
    """For how many days it has been waiting."""
    state: Optional[ReferralState] = None
    """Where its referral stands: `taken_in_charge`, `done`…"""
    reason: Optional[RefusalReason] = None
    """Why the expert refused."""


@dataclass(frozen=True)
class Service(Record):
    """The service that sends."""

    name: Optional[str] = None
    """Its name, at the head and the foot of every message."""
    email: Optional[str] = None
    """Where to write to a person."""
    phone: Optional[str] = None
    """Where to call."""


@dataclass(frozen=True)
class NotificationData(Record):
    """The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that
    is missing is an error that names it.
    """

    service: Optional[Service] = None
    """Who sends."""
    need: Optional[NeedCard] = None
    """What the company needs."""
    facility: Optional[FacilityCard] = None
    """The company's site."""
    contact: Optional[ContactCard] = None
    """Whom to call in the company."""
    expert: Optional[ExpertCard] = None
    """The expert to whom, or of whom, the message is."""
    experts: tuple[ExpertCard, ...] = ()
    """All experts who got the need."""
    adviser: Optional[AdviserCard] = None
    """The adviser to whom the message is."""
    links: Optional[Links] = None
    """Where buttons lead."""


@dataclass(frozen=True)
class TemplateOverride(Record):
    """A template of the host's instead of ours."""

    template: str
    """Which one: `expert_new_need.html`, `layout.text`… See `template_names`."""
    source: str
    """Its text, in Jinja."""
