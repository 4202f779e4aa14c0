"""Referrals and what follows from them.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Optional

from .._records import Record, Stored

EventKind = Literal[
    "sent",
    "moved",
    "reassigned",
    "transferred",
    "comment",
]
"""What kind of thing happened."""

NeedStatus = Literal[
    "not_sent",
    "done",
    "done_no_help",
    "done_not_reachable",
    "taken_in_charge",
    "waiting",
    "not_for_me",
]
"""Where a need stands, by its referrals."""

ReferralState = Literal[
    "waiting",
    "taken_in_charge",
    "done",
    "done_no_help",
    "done_not_reachable",
    "not_for_me",
    "taken_by_sibling",
]
"""Where a referral stands."""

RefusalReason = Literal[
    "subject",
    "territory",
    "criteria",
    "capacity",
    "already_helped",
    "not_a_need",
    "other",
]
"""Why an expert refused."""

RequestKind = Literal[
    "new",
    "reminder",
    "duplicate",
]
"""What a request is."""


@dataclass(frozen=True)
class Move(Record):
    """A move from one state to another."""

    referral: str
    """The id of the referral."""
    to: ReferralState
    """Where it goes."""
    on: date
    """The day."""
    reason: Optional[RefusalReason] = None
    """Why, where the expert refuses."""
    author: Optional[str] = None
    """The host's id of who moves it."""


@dataclass(frozen=True)
class PastExpert(Record):
    """An expert who had a referral before it was given to another."""

    expert: str
    """Their id."""
    institution: str
    """Their institution, at that time."""
    sent_on: date
    """The day it was sent to them, or came to them."""
    until: date
    """The day it was given to another."""
    state: ReferralState
    """Where it stood then: `not_for_me` if they had refused."""
    antenne: Optional[str] = None
    """Their antenne, at that time."""
    closed_on: Optional[date] = None
    """The day they refused, if they had."""
    reason: Optional[RefusalReason] = None
    """Why they had refused."""
    author: Optional[str] = None
    """The host's id of who gave it to another."""


@dataclass(frozen=True)
class Reassignment(Record):
    """A referral to be given to another expert."""

    referral: str
    """The id of the referral."""
    expert: str
    """To whom."""
    institution: str
    """Their institution."""
    on: date
    """The day."""
    antenne: Optional[str] = None
    """Their antenne."""
    author: Optional[str] = None
    """The host's id of who gives it to another."""


@dataclass(frozen=True)
class Referral(Stored):
    """One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.

    Days are civil days, as the host's calendar shows them: a delay is the difference of two dates,
    which neither a change of clock nor the hour can move. A host that has instants takes their date in
    its own legal time.
    """

    _reader = ("read_referral", "referral")
    id: str
    """What the host calls it; unique among all referrals."""
    need: str
    """The id of the need."""
    expert: str
    """The id of the expert who has it now."""
    institution: str
    """The institution of that expert, at that time."""
    sent_on: date
    """The day it was sent to that expert; where it was transferred to them, to whoever had it before."""
    state: ReferralState
    """Where it stands."""
    antenne: Optional[str] = None
    """The antenne of that expert, at that time."""
    by_hand: bool = False
    """Whether a person chose the expert, rather than the router."""
    reopened_on: Optional[date] = None
    """The day it came back to waiting, where it did: reminders count from there."""
    taken_on: Optional[date] = None
    """The day it was taken in charge, or closed at once with a done state."""
    closed_on: Optional[date] = None
    """The day it was closed."""
    reason: Optional[RefusalReason] = None
    """Why the expert refused."""
    author: Optional[str] = None
    """The host's id of who made the last move."""
    moved_on: Optional[date] = None
    """The day of the last move."""
    seq: int = 0
    """How many events it is made of."""
    past: tuple[PastExpert, ...] = ()
    """The experts who had it before, in order."""


@dataclass(frozen=True)
class ReferralEvent(Stored):
    """One thing that happened to a referral. Events are only ever added; what a referral is follows from
    them (`fold`).

    It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution`
    belong to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal.
    A `comment` changes nothing, and has no number.
    """

    _reader = ("read_event", "event")
    referral: str
    """The id of the referral."""
    on: date
    """The day it happened: with `seq`, what orders events, whenever they arrive."""
    need: str
    """The id of the need."""
    kind: EventKind
    """What happened."""
    to: ReferralState
    """Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of
    a transfer and a comment.
    """
    seq: int = 0
    """Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count
    them: then those of a day have the order of their states.
    """
    reason: Optional[RefusalReason] = None
    """Why the expert refused."""
    author: Optional[str] = None
    """The host's id of who did it; nobody for what follows by itself."""
    expert: Optional[str] = None
    """The expert to whom it was sent."""
    antenne: Optional[str] = None
    """Their antenne."""
    institution: Optional[str] = None
    """Their institution."""
    by_hand: bool = False
    """Whether a person chose the expert, rather than the router."""


@dataclass(frozen=True)
class Changes(Record):
    """What changed: the events to keep, and the referrals that changed, as they stand now."""

    events: tuple[ReferralEvent, ...] = ()
    """In the order in which they happened."""
    referrals: tuple[Referral, ...] = ()
    """Only those that changed."""


@dataclass(frozen=True)
class IgnoredEvent(Record):
    """An event that changed nothing, and why."""

    event: ReferralEvent
    """The event."""
    code: str
    """A code of `ReferralError`."""
    message: str
    """What is wrong, with what can be done."""
    field: Optional[str] = None
    """The field at fault."""


@dataclass(frozen=True)
class Request(Stored):
    """A request of a company, as it comes in or as it came in before."""

    _reader = ("read_request", "request")
    id: str
    """What the host calls it."""
    subject: str
    """The id of the subject."""
    at: datetime
    """When it came in."""
    company: Optional[str] = None
    """Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without
    one, and the request is new.
    """
    open: bool = False
    """Whether its need is still open; it does not matter for the one that comes in."""


@dataclass(frozen=True)
class RequestPolicy(Record):
    """How far back to look."""

    duplicate_hours: int = 4
    """Within how many hours a second request of a company is a duplicate: 4."""
    duplicate_same_subject: bool = False
    """Whether that is so for the same subject only: no. Companies often send one need under several
    subjects within minutes.
    """
    reminder_days: int = 21
    """Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21."""


@dataclass(frozen=True)
class RequestVerdict(Record):
    """What a request is, and of which earlier one."""

    kind: RequestKind
    """What it is."""
    of: Optional[str] = None
    """The id of the request that it repeats: the latest of those."""


@dataclass(frozen=True)
class RetentionDue(Record):
    """A need that is due for anonymisation."""

    need: str
    """Its id."""
    last_activity: date
    """The last day on which something happened to it."""
    since: date
    """Since when it is due."""


@dataclass(frozen=True)
class RetentionPolicy(Record):
    """How long a need keeps what leads to persons."""

    months: int = 36
    """For how many months after the last thing that happened: 36."""


@dataclass(frozen=True)
class Sending(Record):
    """A referral to be sent."""

    referral: str
    """What the host calls the referral."""
    need: str
    """The id of the need."""
    expert: str
    """To whom."""
    institution: str
    """Their institution."""
    on: date
    """The day it is sent."""
    antenne: Optional[str] = None
    """Their antenne."""
    by_hand: bool = False
    """Whether a person chose the expert, rather than the router."""
    author: Optional[str] = None
    """The host's id of who sends it."""


@dataclass(frozen=True)
class TrackedNeed(Stored):
    """A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with
    the host, under the ids given here.
    """

    _reader = ("read_tracked_need", "need")
    id: str
    """What the host calls it; unique among all needs."""
    subject: str
    """The id of the subject under which it was sent."""
    deposited_on: date
    """The day the company asked."""
    first_subject: Optional[str] = None
    """The subject that the company chose, where somebody changed it afterwards."""
    commune: Optional[str] = None
    """INSEE's code of the facility's commune or municipal arrondissement."""
    found: Optional[int] = None
    """How many experts the router found; unknown if not given."""
    company: Optional[str] = None
    """What tells companies apart: a SIREN, or an id of the host's."""
    new_company: Optional[bool] = None
    """Whether it is the company's first need; unknown if not given."""
    adviser: Optional[str] = None
    """The host's id of the adviser who follows it."""
    origin: Optional[str] = None
    """The campaign or site that it comes from."""
    naf: Optional[str] = None
    """The activity in NAF rév. 2."""
    naf_2025: Optional[str] = None
    """The activity in NAF 2025."""
    headcount: Optional[int] = None
    """The facility's number of employees, where it is known exactly."""
    headcount_band: Optional[str] = None
    """INSEE's band of it, where it is not."""
    anonymised_on: Optional[date] = None
    """The day it was anonymised, where it was."""


@dataclass(frozen=True)
class UnknownEvent(Record):
    """An event of a kind that this version of the library does not know: one that a later version wrote,
    or a word that was mistyped. It is left out of what the others make, and told; one of a known kind
    that cannot be read is an error, since nothing later could have written it.
    """

    kind: str
    """Its kind."""
    code: str
    """`unknown_kind`."""
    message: str
    """What is wrong, with the kind that was probably meant."""
    of: Optional[str] = None
    """The id of its referral or request, else of its need."""
    on: Optional[str] = None
    """The day it happened, as it was written."""


@dataclass(frozen=True)
class Folded(Record):
    """What events make."""

    referrals: tuple[Referral, ...] = ()
    """The referrals as they stand, in the order of their ids."""
    ignored: tuple[IgnoredEvent, ...] = ()
    """The events that could not happen where their date puts them, in the order of their referrals; a
    repeated event is not one of them.
    """
    unknown: tuple[UnknownEvent, ...] = ()
    """The events of kinds that this version does not know, each once: none where they were read as
    `ReferralEvent`s already.
    """
