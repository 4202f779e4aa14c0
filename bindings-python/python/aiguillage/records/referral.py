"""Referrals and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional

from .base import Record, Stored


@dataclass(frozen=True)
class PastExpert(Record):
    """An expert who had a referral before it was given to another."""

    expert: str
    institution: str
    sent_on: date
    until: date
    state: str
    antenne: Optional[str] = None
    closed_on: Optional[date] = None
    reason: Optional[str] = None
    author: Optional[str] = None


@dataclass(frozen=True)
class Referral(Stored):
    """One need with one expert, as it stands: a match that was sent. Days are civil days."""

    id: str
    need: str
    expert: str
    """Who has it now."""
    institution: str
    sent_on: date
    """The day it was sent to that expert."""
    state: str = "waiting"
    """One of ``aiguillage.referrals.STATES``."""
    antenne: Optional[str] = None
    by_hand: bool = False
    """Whether a person chose the expert, rather than the router."""
    reopened_on: Optional[date] = None
    taken_on: Optional[date] = None
    closed_on: Optional[date] = None
    reason: Optional[str] = None
    """Why the expert refused: one of ``aiguillage.referrals.REASONS``."""
    author: Optional[str] = None
    moved_on: Optional[date] = None
    seq: int = 0
    """How many events it is made of."""
    past: tuple[PastExpert, ...] = ()


@dataclass(frozen=True)
class ReferralEvent(Stored):
    """One thing that happened to a referral: a row of a table to which rows are only added."""

    referral: str
    on: date
    need: str
    kind: str
    """``sent``, ``moved`` or ``reassigned``."""
    to: str
    """Where the referral stands since."""
    seq: int = 0
    """Which event of its referral it is, from 1."""
    reason: Optional[str] = None
    author: Optional[str] = None
    expert: Optional[str] = None
    antenne: Optional[str] = None
    institution: Optional[str] = None
    by_hand: bool = False


@dataclass(frozen=True)
class Changes(Record):
    """The events to keep, and the referrals that changed, as they stand now."""

    events: tuple[ReferralEvent, ...] = ()
    referrals: tuple[Referral, ...] = ()


@dataclass(frozen=True)
class IgnoredEvent(Record):
    """An event that cannot have happened, and why."""

    event: ReferralEvent
    code: str
    message: str


@dataclass(frozen=True)
class Folded(Record):
    """What events amount to."""

    referrals: tuple[Referral, ...] = ()
    ignored: tuple[IgnoredEvent, ...] = ()


@dataclass(frozen=True)
class NeedReminder(Record):
    """A need that somebody should look at."""

    need: str
    kind: str
    """``poke``, ``last_chance``, ``abandoned`` or ``refused``."""
    since: date
    days: int
    referrals: tuple[str, ...] = ()
    experts: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    """Experts of the same institutions who closed theirs because another one took the need."""


@dataclass(frozen=True)
class PendingExpert(Record):
    """An expert with referrals that wait."""

    expert: str
    waiting: int
    old: int
    expired: int
    oldest: Optional[date] = None
    many: bool = False


@dataclass(frozen=True)
class Reminders(Record):
    """Everything that a day calls for."""

    needs: tuple[NeedReminder, ...] = ()
    expired: tuple[str, ...] = ()
    to_archive: tuple[str, ...] = ()
    experts: tuple[PendingExpert, ...] = ()


@dataclass(frozen=True)
class Request(Stored):
    """A request as it came in, with the host's pseudonym of the company."""

    id: str
    subject: str
    at: datetime
    """The instant, with its zone."""
    company: Optional[str] = None
    open: bool = False
    """Whether its need is still being handled."""


@dataclass(frozen=True)
class RequestVerdict(Record):
    """Whether a request is new."""

    kind: str
    """``new``, ``reminder`` or ``duplicate``."""
    of: Optional[str] = None
    """The earlier request."""


@dataclass(frozen=True)
class TrackedNeed(Stored):
    """A need as the figures see it: nothing of it names a person."""

    id: str
    subject: str
    deposited_on: date
    first_subject: Optional[str] = None
    """The subject that was chosen first, where another one was right."""
    commune: Optional[str] = None
    found: Optional[int] = None
    """How many experts the router found."""
    company: Optional[str] = None
    """The host's pseudonym of the company."""
    new_company: Optional[bool] = None
    adviser: Optional[str] = None
    origin: Optional[str] = None
    naf: Optional[str] = None
    naf_2025: Optional[str] = None
    headcount: Optional[int] = None
    headcount_band: Optional[str] = None
    anonymised_on: Optional[date] = None


@dataclass(frozen=True)
class RetentionDue(Record):
    """A need that is due for anonymisation."""

    need: str
    last_activity: date
    since: date


@dataclass(frozen=True)
class Message(Record):
    """A message to be sent by the host."""

    subject: str
    text: str
    html: str
