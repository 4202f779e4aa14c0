"""What referrals call for at a date.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional

from .._records import Record

ReminderKind = Literal[
    "poke",
    "last_chance",
    "abandoned",
    "refused",
]
"""What a need calls for."""


@dataclass(frozen=True)
class ComeBackDue(Record):
    """A company to invite."""

    need: str
    """The id of its last need."""
    since: date
    """Since when it is to be invited: a host that looks every day acts on those that are new since it last
    looked.
    """


@dataclass(frozen=True)
class ComeBackPolicy(Record):
    """When to invite a company to come back."""

    after_exchange_months: int = 4
    """How many months after an expert has closed its last need, having spoken with it: 4."""
    after_deposit_months: int = 5
    """How many months after it asked, where nobody has spoken with it: 5."""
    within_days: int = 30
    """For how many days it is due; those who were forgotten for longer are left in peace: 30."""


@dataclass(frozen=True)
class ExpertAbsence(Record):
    """A time in which an expert is away."""

    expert: str
    """The id of the expert."""
    from_: date
    """The first day away."""
    until: date
    """The last day away. Where it is before the first, no day is meant."""


@dataclass(frozen=True)
class NeedReminder(Record):
    """A need that calls for something."""

    need: str
    """The id of the need."""
    kind: ReminderKind
    """What it calls for."""
    since: date
    """Since when: a host that looks every day acts on those that are new since it last looked."""
    days: int
    """For how many days it has been waiting, or has been refused."""
    referrals: tuple[str, ...] = ()
    """The referrals concerned: those to remind, without those whose experts are away; for `abandoned`
    those that never moved; for `refused` those that were refused.
    """
    experts: tuple[str, ...] = ()
    """Their experts, in the same order."""
    siblings: tuple[str, ...] = ()
    """Referrals that closed because a colleague took the need: where it is refused, the first who may be
    asked again.
    """
    away: tuple[str, ...] = ()
    """The experts who would be reminded, were they not away."""


@dataclass(frozen=True)
class PendingExpert(Record):
    """An expert with many waiting referrals, or old ones."""

    expert: str
    """Their id."""
    waiting: int
    """How many referrals wait for them and have not expired."""
    old: int
    """How many of these are old."""
    expired: int
    """How many have expired and are not archived yet."""
    many: bool
    """Whether they are many, rather than few and old."""
    oldest: Optional[date] = None
    """Since when the oldest of those that have not expired waits."""


@dataclass(frozen=True)
class ReminderPolicy(Record):
    """When to remind. All numbers are days, but for `archive_months` and the counts of referrals."""

    poke: int = 9
    """After how many days a need is poked: 9."""
    last_chance: int = 21
    """After how many it gets its last chance: 21."""
    abandoned: int = 45
    """After how many it is abandoned, and the company told: 45."""
    grace: int = 3
    """For how many days an expert who was just sent a need is left in peace: 3."""
    expired: int = 45
    """After how many days a referral that waits has expired: 45."""
    archive_months: int = 6
    """After how many months a referral that has expired is archived: 6."""
    many: int = 6
    """From how many waiting referrals an expert has many: 6."""
    old: int = 2
    """From how many of them being old an expert has fallen behind: 2."""
    old_days: int = 15
    """From how many days a waiting referral is old: 15."""


@dataclass(frozen=True)
class Reminders(Record):
    """What referrals call for at a date."""

    needs: tuple[NeedReminder, ...] = ()
    """Needs, those that have waited longest first."""
    expired: tuple[str, ...] = ()
    """Ids of the referrals that have expired and are not archived yet."""
    to_archive: tuple[str, ...] = ()
    """Ids of the referrals to archive."""
    experts: tuple[PendingExpert, ...] = ()
    """Experts who have fallen behind, those with most first."""
    suspended: tuple[str, ...] = ()
    """Ids of the needs that nobody takes care of and that are suspended that day."""


@dataclass(frozen=True)
class Suspension(Record):
    """A time in which a need calls for no reminder: the company asked to wait, say."""

    need: str
    """The id of the need."""
    from_: date
    """The first day without reminders."""
    until: Optional[date] = None
    """The last one; until further notice if it is not given. Where it is before the first, no day is
    meant.
    """
