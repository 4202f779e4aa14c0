"""What a message in French says.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._records import Record
from .directory import Subject

ContactKind = Literal[
    "phone",
    "email",
]
"""A way to reach somebody."""

FlagReason = Literal[
    "distress",
    "too_short",
    "no_need",
    "employee",
    "private_person",
    "creation",
    "intermediary",
    "insult",
    "other_language",
]
"""Why an adviser should look at a message first."""

Offsets = Literal[
    "bytes",
    "characters",
    "utf16",
]
"""What a language counts when it slices its strings."""

OutOfScopeKind = Literal[
    "too_vague",
    "off_topic",
    "employee",
    "job_seeker",
    "private_person",
    "consumer",
    "creation",
    "local_authority",
    "canvassing",
    "student",
    "insult",
    "other_language",
    "intermediary",
]
"""What a message is that is about no need of a company."""

PlaceKind = Literal[
    "postal_code",
    "name",
]
"""How a place is named."""


@dataclass(frozen=True)
class OutOfScope(Record):
    """That a message is probably about none of the subjects: for a person to judge, never a refusal.

    It is told by weights that were learned from messages, so that no phrase of the message need say so;
    `Flag`s are told by phrases, which they quote. Only directories whose subjects are all of the
    default taxonomy have it: what is out of its scope may be within another one's.
    """

    kind: OutOfScopeKind
    """What it is most likely instead."""
    label: str
    """What users read, in French."""
    probability: float
    """How likely the message is out of scope, of whichever kind: from 0.5 to 1."""


@dataclass(frozen=True)
class PlaceCommune(Record):
    """A commune that a place may mean."""

    code: str
    """The INSEE code, as a need takes it."""
    name: str
    """The name."""


@dataclass(frozen=True)
class Span(Record):
    """A part of the text that was read."""

    start: int
    """Where it begins: in bytes, unless the answer was put into another unit."""
    end: int
    """Where it ends; the unit at this place is no longer part of it."""
    text: str
    """The part as it was written."""


@dataclass(frozen=True)
class DecidingWord(Record):
    """A word that speaks for a subject."""

    span: Span
    """Where it stands."""
    weight: float
    """Its part of the evidence for the subject, from 0 to 1."""
    meant: Optional[str] = None
    """The word as which it was read, where it seems to hold a typing fault."""


@dataclass(frozen=True)
class Flag(Record):
    """A remark on a message, for a person to judge."""

    reason: FlagReason
    """What it is about."""
    message: str
    """A sentence for the adviser, in French."""
    words: tuple[Span, ...] = ()
    """The words that decided, where words did."""


@dataclass(frozen=True)
class FoundAmount(Record):
    """An amount."""

    span: Span
    """Where it stands."""
    euros: float
    """The amount in euros."""


@dataclass(frozen=True)
class FoundContact(Record):
    """A phone number or an e-mail address."""

    span: Span
    """Where it stands."""
    kind: ContactKind
    """What it is."""


@dataclass(frozen=True)
class FoundHeadcount(Record):
    """A headcount."""

    span: Span
    """Where it stands."""
    headcount: int
    """The number of people. A fraction is rounded down (`4,5 ETP` are 4), as thresholds are reached by
    whole posts.
    """
    includes_writer: bool
    """Whether who writes is counted too (`on est trois`): criteria count employees."""


@dataclass(frozen=True)
class FoundSiret(Record):
    """A SIRET."""

    span: Span
    """Where it stands."""
    siret: str
    """Its 14 digits."""


@dataclass(frozen=True)
class Place(Record):
    """A postal code, or the name of a commune, and which communes may be meant."""

    span: Span
    """Where it stands."""
    kind: PlaceKind
    """What it is."""
    communes: tuple[PlaceCommune, ...] = ()
    """The communes that it may mean, the most populous first; at least one, at most ten."""


@dataclass(frozen=True)
class Extract(Record):
    """The facts found in a message; each list is in the order of the text."""

    truncated: bool
    """Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at."""
    places: tuple[Place, ...] = ()
    """Postal codes and names of communes."""
    sirets: tuple[FoundSiret, ...] = ()
    """SIRETs with a right key."""
    headcounts: tuple[FoundHeadcount, ...] = ()
    """How many people the company says it has; those of a range, or of a change, are both its ends."""
    amounts: tuple[FoundAmount, ...] = ()
    """Amounts in euros; those of a range are both its ends."""
    contacts: tuple[FoundContact, ...] = ()
    """Phone numbers and e-mail addresses, for a host that masks them."""


@dataclass(frozen=True)
class Screening(Record):
    """What there is to remark on a message."""

    truncated: bool
    """Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at."""
    flags: tuple[Flag, ...] = ()
    """In the order of `FlagReason`; none where there is nothing to remark."""
    out_of_scope: Optional[OutOfScope] = None
    """What the message is instead, where it is probably about none of the subjects: the same as
    `Suggestions::out_of_scope`.
    """


@dataclass(frozen=True)
class Suggestion(Record):
    """One subject that a message may be about."""

    subject: Subject
    """The id of the subject."""
    label: str
    """What users read."""
    score: float
    """From 0 to 1: about the share of suggestions with this score that are right."""
    sure: bool
    """Whether the message may be taken to ask for it: the first if its score reaches `SURE`, then the
    others if theirs reach `ALSO_SURE`. Several are sure in a message with several needs.
    """
    words: tuple[DecidingWord, ...] = ()
    """The words that decided, in the order of the text."""


@dataclass(frozen=True)
class Suggestions(Record):
    """What a message may be about."""

    sure: bool
    """Whether the first may be taken. Where not, let the writer or an adviser choose. Never beside a
    `Flag` of `Router::screen`, nor where the message is out of scope.
    """
    truncated: bool
    """Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at."""
    subjects: tuple[Suggestion, ...] = ()
    """The best first; none where no word of the message belongs to any subject."""
    out_of_scope: Optional[OutOfScope] = None
    """What the message is instead, where it is probably about none of the subjects."""
