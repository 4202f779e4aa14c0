"""Comments, transfers, and whom events concern.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional

from .._records import Record
from .follow_up import Referral, ReferralEvent

Occasion = Literal[
    "sent",
    "taken_in_charge",
    "done",
    "done_no_help",
    "done_not_reachable",
    "refused",
    "taken_by_sibling",
    "reopened",
    "reassigned",
    "transferred",
    "comment",
]
"""What happened, as far as it matters to people."""

RecipientRole = Literal[
    "expert",
    "member",
    "substitute",
    "former",
    "sibling",
    "company",
    "adviser",
    "manager",
]
"""As what somebody is told."""


@dataclass(frozen=True)
class Comment(Record):
    """That somebody says something about a referral."""

    referral: str
    """The id of the referral."""
    on: date
    """The day."""
    author: Optional[str] = None
    """The host's id of who says it."""


@dataclass(frozen=True)
class Departure(Record):
    """Somebody who leaves, and who takes over from them."""

    expert: str
    """The id of the expert who leaves."""
    successor: str
    """Who takes over."""
    institution: str
    """Their institution."""
    on: date
    """The day."""
    antenne: Optional[str] = None
    """Their antenne."""
    author: Optional[str] = None
    """The host's id of who transfers."""


@dataclass(frozen=True)
class KeptReferral(Record):
    """A referral that could not go over."""

    referral: str
    """Its id."""
    code: str
    """A code of `ReferralError`: `already_referred` where the successor has the need too,
    `impossible_date` where something happened after that day.
    """
    message: str
    """What is wrong."""


@dataclass(frozen=True)
class DepartureChanges(Record):
    """What changed when somebody left."""

    events: tuple[ReferralEvent, ...] = ()
    """The events to keep, in the order of the referrals."""
    referrals: tuple[Referral, ...] = ()
    """The referrals that went over, as they stand now."""
    kept: tuple[KeptReferral, ...] = ()
    """The open ones that could not go over, and stay with who leaves."""


@dataclass(frozen=True)
class Recipient(Record):
    """Somebody whom an event concerns."""

    role: RecipientRole
    """As what they are told."""
    id: Optional[str] = None
    """The id of the expert (of whose team it is, for a member), the antenne (for its managers), the
    adviser or the company; nothing where the host alone knows it.
    """
    name: Optional[str] = None
    """The name of the expert, member or antenne, where a directory knows it."""
    email: Optional[str] = None
    """Where to write to an expert or member, where a directory knows it."""


@dataclass(frozen=True)
class RecipientRule(Record):
    """A row of the table: who is told on an occasion."""

    occasion: Occasion
    """What happened."""
    roles: tuple[RecipientRole, ...] = ()
    """Who is told, whoever made it happen excepted."""


@dataclass(frozen=True)
class Transfer(Record):
    """A referral that another expert takes over."""

    referral: str
    """The id of the referral."""
    expert: str
    """Who takes it over."""
    institution: str
    """Their institution."""
    on: date
    """The day."""
    antenne: Optional[str] = None
    """Their antenne."""
    author: Optional[str] = None
    """The host's id of who transfers it."""
