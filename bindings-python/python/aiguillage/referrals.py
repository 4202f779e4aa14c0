"""After the match: referrals and their life, what they call for, and when to forget.

A referral is a match that was sent. The host stores referrals as they stand, or the events that made
them, or both; each function takes what there is and a day, and gives what changed. Nothing here reads
a clock, stores or sends. Referrals, events and needs are records or dicts with the same fields; what
is wrong with them raises :class:`~aiguillage.ReferralError` with its place.

>>> from aiguillage import referrals
>>> sent = referrals.send([], referral="r1", need="b-17", expert="recrutement", institution="cci", on="2026-11-02")
>>> done = referrals.move(sent.referrals, referral="r1", to="done", on="2026-11-05", author="agent-7")
>>> done.referrals[0].state, str(done.referrals[0].closed_on)
('done', '2026-11-05')
>>> referrals.fold([*done.events, *sent.events, *sent.events]).referrals == done.referrals
True
>>> referrals.move(done.referrals, referral="r1", to="taken_in_charge", on="2026-11-06")
Traceback (most recent call last):
    ...
aiguillage.errors.ReferralError: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Optional, TypeVar, Union, cast

from ._aiguillage import Directory, _call, _read_csv, _read_requests_csv
from ._words import LABELS
from .generated import (
    Changes,
    ClosureReason,
    ComeBackDue,
    DepartureChanges,
    ExpertAbsence,
    Folded,
    FoldedRequests,
    HoldReason,
    NeedReminder,
    NeedStatus,
    Occasion,
    Recipient,
    RecipientRole,
    RecipientRule,
    Referral,
    ReferralEvent,
    ReferralFile,
    ReferralState,
    RefusalReason,
    ReminderKind,
    Reminders,
    Request,
    RequestEvent,
    RequestFate,
    RequestFile,
    RequestKind,
    RequestState,
    RequestVerdict,
    RetentionDue,
    Suspension,
    TrackedNeed,
    TrackedRequest,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .generated.arguments import (
        ComeBackPolicyFields,
        CommentFields,
        DepartureFields,
        MoveFields,
        ReassignmentFields,
        ReminderPolicyFields,
        RequestPolicyFields,
        RetentionPolicyFields,
        SendingFields,
        TransferFields,
    )

__all__ = [
    "CLOSURE_REASONS",
    "HOLD_REASONS",
    "NEED_STATUSES",
    "OCCASIONS",
    "REASONS",
    "RECIPIENTS",
    "REMINDERS",
    "REQUESTS",
    "REQUEST_FATES",
    "REQUEST_STATES",
    "STATES",
    "anonymise",
    "anonymise_request",
    "apply",
    "apply_request_event",
    "check",
    "check_request",
    "classify_request",
    "come_backs_due",
    "comment",
    "due_for_anonymisation",
    "fold",
    "fold_requests",
    "move",
    "need_reminder",
    "need_status",
    "read_csv",
    "read_requests_csv",
    "reassign",
    "recipient_rules",
    "recipients",
    "reminders",
    "request_fate",
    "send",
    "transfer",
    "transfer_all",
]

Record = TypeVar("Record")
Like = Union[Record, Mapping[str, Any]]
"""A record, or a dict of its fields."""
Day = Union[date, str]
"""A date, or its text: ``2026-11-23``."""

STATES = cast("dict[ReferralState, str]", LABELS["ReferralState"])
"""The states of a referral, and what users read."""
NEED_STATUSES = cast("dict[NeedStatus, str]", LABELS["NeedStatus"])
"""The statuses of a need, and what users read."""
REASONS = cast("dict[RefusalReason, str]", LABELS["RefusalReason"])
"""Why experts refuse, and what users read."""
REMINDERS = cast("dict[ReminderKind, str]", LABELS["ReminderKind"])
"""The kinds of reminders, and what users read."""
REQUESTS = cast("dict[RequestKind, str]", LABELS["RequestKind"])
"""The kinds of requests, and what users read."""
REQUEST_STATES = cast("dict[RequestState, str]", LABELS["RequestState"])
"""Where a request stands before it is needs, and what users read."""
REQUEST_FATES = cast("dict[RequestFate, str]", LABELS["RequestFate"])
"""What becomes of requests, and what users read."""
HOLD_REASONS = cast("dict[HoldReason, str]", LABELS["HoldReason"])
"""Why requests are held, and what users read."""
CLOSURE_REASONS = cast("dict[ClosureReason, str]", LABELS["ClosureReason"])
"""Why requests go no further, and what users read."""
OCCASIONS = cast("dict[Occasion, str]", LABELS["Occasion"])
"""What happens that people are told of, and what users read."""
RECIPIENTS = cast("dict[RecipientRole, str]", LABELS["RecipientRole"])
"""As what people are told, and what users read."""


def send(referrals: Iterable[Like[Referral]], **sending: Unpack[SendingFields]) -> Changes:
    """Sends a need to an expert; ``referrals`` are those that the need has already.

    The keywords are the fields of a `Sending`: ``referral`` (its id), ``need``, ``expert``, ``antenne``,
    ``institution``, ``on``, ``by_hand``, ``author``. Expert, antenne and institution may be those of a
    match: ``expert=match.expert``.
    """
    changes: Changes = _call("send", {"referrals": list(referrals), "sending": sending})
    return changes


def move(
    referrals: Iterable[Like[Referral]],
    *,
    single_takers: Iterable[str] = (),
    directory: Optional[Directory] = None,
    **move: Unpack[MoveFields],
) -> Changes:
    """Moves a referral to another state; ``referrals`` are all those of its need.

    The other keywords are the fields of a `Move`: ``referral`` (its id), ``to``, ``on``, ``reason``,
    ``author``. Where it is taken in charge, those of the same institution are closed if that is a single
    taker: one of ``single_takers``, or marked so in the directory. Moving to where it stands changes
    nothing.
    """
    arguments = {"referrals": list(referrals), "move": move, "single_takers": list(single_takers)}
    changes: Changes = _call("move_referral", arguments, directory)
    return changes


def reassign(
    referrals: Iterable[Like[Referral]], **reassignment: Unpack[ReassignmentFields]
) -> Changes:
    """Gives a referral to another expert, and keeps in ``past`` who had it.

    The keywords are the fields of a `Reassignment`: ``referral`` (its id), ``expert``, ``antenne``,
    ``institution``, ``on``, ``author``.
    """
    changes: Changes = _call("reassign", {"referrals": list(referrals), "reassignment": reassignment})
    return changes


def transfer(referrals: Iterable[Like[Referral]], **transfer: Unpack[TransferFields]) -> Changes:
    """Another expert takes a referral over as it stands: its state and dates stay; ``past`` keeps who had it.

    The keywords are the fields of a `Transfer`: ``referral`` (its id), ``expert``, ``antenne``,
    ``institution``, ``on``, ``author``.
    """
    changes: Changes = _call("transfer", {"referrals": list(referrals), "transfer": transfer})
    return changes


def transfer_all(
    referrals: Iterable[Like[Referral]], **departure: Unpack[DepartureFields]
) -> DepartureChanges:
    """All open referrals of somebody who leaves go over to a successor; those that cannot are in ``kept``.

    The keywords are the fields of a `Departure`: ``expert`` (who leaves), ``successor``, ``antenne``,
    ``institution``, ``on``, ``author``.
    """
    arguments = {"referrals": list(referrals), "departure": departure}
    changes: DepartureChanges = _call("transfer_all", arguments)
    return changes


def comment(referrals: Iterable[Like[Referral]], **comment: Unpack[CommentFields]) -> Changes:
    """The event of a comment on a referral, which changes nothing. The text is the host's.

    The keywords are the fields of a `Comment`: ``referral`` (its id), ``on``, ``author``.
    """
    changes: Changes = _call("comment", {"referrals": list(referrals), "comment": comment})
    return changes


def recipients(
    event: Like[ReferralEvent],
    need: Like[TrackedNeed],
    referrals: Iterable[Like[Referral]],
    directory: Optional[Directory] = None,
) -> list[Recipient]:
    """Whom an event concerns, each once and without its author; ``referrals`` are those of the need after it.
    The directory knows members of teams, substitutes, names and addresses."""
    arguments = {"event": event, "need": need, "referrals": list(referrals)}
    told: list[Recipient] = _call("recipients", arguments, directory)
    return told


def recipient_rules() -> list[RecipientRule]:
    """Who is told of what, as one table."""
    rules: list[RecipientRule] = _call("recipient_rules", {})
    return rules


def apply(referral: Like[Referral], event: Like[ReferralEvent]) -> Referral:
    """A referral after one more event; one that it has already, by its number (``seq``), changes nothing."""
    after: Referral = _call("apply", {"referral": referral, "event": event})
    return after


def fold(events: Iterable[Like[ReferralEvent]], on: Optional[Day] = None) -> Folded:
    """The referrals that events amount to, in whatever order and however often they arrived; with
    ``on`` as they stood that day. Events that cannot have happened are ignored, and told."""
    folded: Folded = _call("fold", {"events": list(events), "on": on})
    return folded


def check(referral: Like[Referral]) -> None:
    """Raises `ReferralError` where the dates of a referral cannot be true, or do not go with its state."""
    _call("check", {"referral": referral})


def need_status(states: Iterable[ReferralState]) -> NeedStatus:
    """The status of a need whose referrals have these states.

    >>> need_status(["waiting", "done_no_help"])
    'done_no_help'
    """
    status: NeedStatus = _call("need_status", {"states": list(states)})
    return status


def reminders(
    referrals: Iterable[Like[Referral]],
    on: Day,
    *,
    directory: Optional[Directory] = None,
    absences: Iterable[Like[ExpertAbsence]] = (),
    suspensions: Iterable[Like[Suspension]] = (),
    **policy: Unpack[ReminderPolicyFields],
) -> Reminders:
    """Everything that a day calls for: whom to poke, last chances, needs that are abandoned or refused
    by all, referrals that are expired or to archive, experts with many that wait.

    The policy, in days if nothing else is said: ``poke`` 9, ``last_chance`` 21, ``abandoned`` 45,
    ``grace`` 3, ``expired`` 45, ``archive_months`` 6; an expert has ``many`` from 6 that wait, of which
    ``old`` 2 for ``old_days`` 15.

    Whoever is away, by the directory or by ``absences``, is not reminded, and what waits for them does not
    grow old meanwhile. A need of ``suspensions`` calls for nothing, and its clock stands still.
    """
    arguments = {
        "referrals": list(referrals),
        "on": on,
        "policy": policy,
        "absences": list(absences),
        "suspensions": list(suspensions),
    }
    due: Reminders = _call("reminders", arguments, directory)
    return due


def need_reminder(
    referrals: Iterable[Like[Referral]],
    on: Day,
    *,
    directory: Optional[Directory] = None,
    absences: Iterable[Like[ExpertAbsence]] = (),
    suspensions: Iterable[Like[Suspension]] = (),
    **policy: Unpack[ReminderPolicyFields],
) -> Optional[NeedReminder]:
    """What a day calls for, for the one need of these referrals; see `reminders`."""
    arguments = {
        "referrals": list(referrals),
        "on": on,
        "policy": policy,
        "absences": list(absences),
        "suspensions": list(suspensions),
    }
    due: Optional[NeedReminder] = _call("need_reminder", arguments, directory)
    return due


def come_backs_due(
    needs: Iterable[Like[TrackedNeed]],
    referrals: Iterable[Like[Referral]],
    on: Day,
    **policy: Unpack[ComeBackPolicyFields],
) -> list[ComeBackDue]:
    """The companies to invite on a day to come back, each by its last need; nobody who has an open one.

    The policy: ``after_exchange_months`` 4, ``after_deposit_months`` 5 where nobody has spoken with the company,
    ``within_days`` 30.
    """
    arguments = {"needs": list(needs), "referrals": list(referrals), "on": on, "policy": policy}
    due: list[ComeBackDue] = _call("come_backs_due", arguments)
    return due


def classify_request(
    request: Like[Request], earlier: Iterable[Like[Request]], **policy: Unpack[RequestPolicyFields]
) -> RequestVerdict:
    """Whether a request is new, a reminder of a need that is open, or a duplicate within hours.

    The policy: ``duplicate_hours`` 4, ``duplicate_same_subject`` false (another subject of the same
    company within these hours is a duplicate too), ``reminder_days`` 21.

    >>> first = {"id": "a", "company": "c1", "subject": "recruter", "at": "2026-11-02T09:00:00+01:00", "open": True}
    >>> classify_request({**first, "id": "b", "at": "2026-11-09T09:00:00+01:00"}, [first])
    RequestVerdict(kind='reminder', of='a')
    """
    arguments = {"request": request, "earlier": list(earlier), "policy": policy}
    verdict: RequestVerdict = _call("classify_request", arguments)
    return verdict


def fold_requests(events: Iterable[Like[RequestEvent]], on: Optional[Day] = None) -> FoldedRequests:
    """The requests that events amount to, in whatever order and however often they arrived; with ``on``
    as they stood that day. Events that cannot have happened are ``ignored``, and those of a kind that
    this version does not know are ``unknown``: both are told, and sink nothing.

    >>> folded = fold_requests([
    ...     {"request": "d-17", "on": "2026-11-04", "kind": "transmitted", "needs": ["b-17"]},
    ...     {"request": "d-17", "on": "2026-11-02", "kind": "deposited", "subject": "recruter"},
    ... ])
    >>> folded.requests[0].state, folded.requests[0].needs
    ('transmitted', ('b-17',))
    """
    folded: FoldedRequests = _call("fold_requests", {"events": list(events), "on": on})
    return folded


def apply_request_event(request: Optional[Like[TrackedRequest]], event: Like[RequestEvent]) -> TrackedRequest:
    """A request after one more event; without a request, the one that a deposit begins. An event that it
    has already, by its number (``seq``), changes nothing."""
    after: TrackedRequest = _call("apply_request_event", {"request": request, "event": event})
    return after


def request_fate(state: RequestState) -> RequestFate:
    """What became of a request in a state: ``waiting``, ``transmitted`` or ``closed``.

    >>> request_fate("held")
    'waiting'
    """
    fate: RequestFate = _call("request_fate", {"state": state})
    return fate


def check_request(request: Like[TrackedRequest]) -> None:
    """Raises `ReferralError` where the dates of a request cannot be true, or do not go with its state."""
    _call("check_request", {"request": request})


def anonymise_request(request: Like[TrackedRequest]) -> TrackedRequest:
    """What stays of a request for statistics."""
    kept: TrackedRequest = _call("anonymise_request", {"request": request})
    return kept


def due_for_anonymisation(
    needs: Iterable[Like[TrackedNeed]],
    referrals: Iterable[Like[Referral]],
    on: Day,
    **policy: Unpack[RetentionPolicyFields],
) -> list[RetentionDue]:
    """The needs that nothing has happened to for so many ``months`` (36 if nothing else is said), and
    since when they are due."""
    arguments = {"needs": list(needs), "referrals": list(referrals), "on": on, "policy": policy}
    due: list[RetentionDue] = _call("due_for_anonymisation", arguments)
    return due


def anonymise(need: Like[TrackedNeed], on: Day) -> TrackedNeed:
    """What stays of a need for statistics."""
    kept: TrackedNeed = _call("anonymise", {"need": need, "on": on})
    return kept


def read_csv(data: bytes, directory: Optional[Directory] = None, *, name: str = "referrals.csv") -> ReferralFile:
    """The needs and referrals of a CSV file with a row a referral, and what is wrong with its rows."""
    file: ReferralFile = _read_csv(name, data, directory)
    return file


def read_requests_csv(data: bytes, *, name: str = "requests.csv") -> RequestFile:
    """The requests of a CSV file with a row an event, and what is wrong with its rows."""
    file: RequestFile = _read_requests_csv(name, data)
    return file
