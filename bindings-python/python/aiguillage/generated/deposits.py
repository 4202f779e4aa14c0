"""Requests of companies, before they are needs.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Optional

from .._records import Record, Stored
from .follow_up import UnknownEvent

ClosureReason = Literal[
    "spam",
    "out_of_scope",
    "employee",
    "private_person",
    "creation",
    "intermediary",
    "unclear",
    "no_expert",
    "duplicate",
    "withdrawn",
    "unconfirmed",
    "test",
    "other",
]
"""Why a request goes no further."""

HoldReason = Literal[
    "to_confirm",
    "unclear",
    "scope",
    "company",
    "place",
    "duplicate",
    "no_expert",
    "other",
]
"""Why a request is held."""

RequestEventKind = Literal[
    "deposited",
    "held",
    "requalified",
    "reopened",
    "transmitted",
    "closed",
]
"""What kind of thing happened to a request. Those of one day that no number orders have this order."""

RequestFate = Literal[
    "waiting",
    "transmitted",
    "closed",
]
"""What became of a request: every one has exactly one fate at any date."""

RequestState = Literal[
    "to_read",
    "held",
    "transmitted",
    "closed",
]
"""Where a request stands."""


@dataclass(frozen=True)
class RequestEvent(Stored):
    """One thing that happened to a request. Events are only ever added; what a request is follows from
    them (`fold_requests`).

    It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune`
    belong to `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to
    `transmitted`, `held_for` to `held`, `closed_for` to `closed`.
    """

    _reader = ("read_request_event", "event")
    request: str
    """The id of the request."""
    on: date
    """The day it happened, in the host's own place: with `seq`, what orders events, whenever they arrive."""
    kind: RequestEventKind
    """What happened."""
    seq: int = 0
    """Which event of its request it is, from 1; it orders those of a day. 0 where the host does not count
    them: then those of a day have the order of their instants, and of their kinds.
    """
    at: Optional[datetime] = None
    """The instant it happened, where it is known: what "within 72 hours" is counted by."""
    origin: Optional[str] = None
    """The campaign, site or partner from which it came."""
    company: Optional[str] = None
    """What tells companies apart: a SIREN, or an id of the host's."""
    commune: Optional[str] = None
    """INSEE's code of the facility's commune or municipal arrondissement."""
    subject: Optional[str] = None
    """The subject that the company chose, if it chose any; or the one that it is requalified to."""
    from_: Optional[str] = None
    """The subject before a requalification, where the host says so: it must be the one that the request
    has there.
    """
    needs: tuple[str, ...] = ()
    """The ids of the needs that it became."""
    held_for: Optional[HoldReason] = None
    """Why it is held."""
    closed_for: Optional[ClosureReason] = None
    """Why it goes no further."""
    author: Optional[str] = None
    """The host's id of who did it; nobody for the company itself, and for what follows by itself."""


@dataclass(frozen=True)
class IgnoredRequestEvent(Record):
    """An event that changed nothing, and why."""

    event: RequestEvent
    """The event."""
    code: str
    """A code of `ReferralError`."""
    message: str
    """What is wrong, with what can be done."""
    field: Optional[str] = None
    """The field at fault."""


@dataclass(frozen=True)
class TrackedRequest(Stored):
    """A request as it stands. It names nobody: who the company is stays with the host, under the ids given
    here.
    """

    _reader = ("read_tracked_request", "request")
    id: str
    """What the host calls it; unique among all requests."""
    deposited_on: date
    """The day the company asked."""
    state: RequestState
    """Where it stands."""
    deposited_at: Optional[datetime] = None
    """The instant it asked, where that is known."""
    origin: Optional[str] = None
    """The campaign, site or partner from which it came."""
    company: Optional[str] = None
    """What tells companies apart: a SIREN, or an id of the host's."""
    commune: Optional[str] = None
    """INSEE's code of the facility's commune or municipal arrondissement."""
    subject: Optional[str] = None
    """The subject as it stands; nothing where neither the company nor anybody else chose one."""
    chosen_subject: Optional[str] = None
    """The subject that the company chose, if it chose any: however often it is changed, this stays."""
    held_on: Optional[date] = None
    """The day since when it is held."""
    held_for: Optional[HoldReason] = None
    """Why it is held."""
    transmitted_on: Optional[date] = None
    """The day it first became needs."""
    transmitted_at: Optional[datetime] = None
    """The instant of that, where it is known."""
    needs: tuple[str, ...] = ()
    """The ids of the needs that it became, in the order in which it did."""
    closed_on: Optional[date] = None
    """The day it was closed."""
    closed_for: Optional[ClosureReason] = None
    """Why it goes no further."""
    author: Optional[str] = None
    """The host's id of who moved it last."""
    moved_on: Optional[date] = None
    """The day of the last thing that happened after the deposit."""
    seq: int = 0
    """How many events it has had, or the number of the last."""


@dataclass(frozen=True)
class FoldedRequests(Record):
    """What events make."""

    requests: tuple[TrackedRequest, ...] = ()
    """The requests as they stand, in the order of their ids."""
    ignored: tuple[IgnoredRequestEvent, ...] = ()
    """The events that could not happen where their date puts them, in the order of their requests; a
    repeated event is not one of them.
    """
    unknown: tuple[UnknownEvent, ...] = ()
    """The events of kinds that this version does not know, in their own order and each once: nothing where
    events are typed, as they are in Rust.
    """
