"""What a message in French says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .base import Record
from .directory import Subject


@dataclass(frozen=True)
class Span(Record):
    """A part of a text: ``text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class DecidingWord(Record):
    """A word that speaks for a subject."""

    span: Span
    weight: float
    """Its part of the evidence, from 0 to 1."""
    meant: Optional[str] = None
    """The word as which it was read, where it seems to hold a typing fault."""


@dataclass(frozen=True)
class Suggestion(Record):
    """One subject that a message may be about."""

    subject: Subject
    score: float
    """From 0 to 1: about the share of suggestions with this score that are right."""
    sure: bool
    """Whether that is enough to take it without asking."""
    words: tuple[DecidingWord, ...] = ()


@dataclass(frozen=True)
class Suggestions(Record):
    """What a message may be about, the best first."""

    subjects: tuple[Suggestion, ...]
    sure: bool
    """Whether the first may be taken; where not, let somebody choose."""
    truncated: bool = False
    """Whether only the beginning of the text was looked at."""


@dataclass(frozen=True)
class Flag(Record):
    """Something that a person should look at."""

    reason: str
    """``too_short``, ``no_need``, ``employee``, ``private_person``, ``creation``,
    ``intermediary``, ``insult`` or ``other_language``."""
    message: str
    """All that in French."""
    words: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Screening(Record):
    """What to know before a message goes on; no flag where there is nothing to remark."""

    flags: tuple[Flag, ...] = ()
    truncated: bool = False


@dataclass(frozen=True)
class PlaceCommune(Record):
    """A commune that a place may be."""

    code: str
    """INSEE's code, as ``Need.commune`` takes it."""
    name: str


@dataclass(frozen=True)
class Place(Record):
    """A postal code or the name of a commune."""

    span: Span
    kind: str
    """``postal_code`` or ``name``."""
    communes: tuple[PlaceCommune, ...]
    """The likeliest first."""


@dataclass(frozen=True)
class FoundSiret(Record):
    """A SIRET whose key is right."""

    span: Span
    siret: str


@dataclass(frozen=True)
class FoundHeadcount(Record):
    """A number of employees."""

    span: Span
    headcount: int


@dataclass(frozen=True)
class FoundAmount(Record):
    """An amount of money."""

    span: Span
    euros: float


@dataclass(frozen=True)
class Extract(Record):
    """The facts that a message gives away, each in the order of the text."""

    places: tuple[Place, ...] = ()
    sirets: tuple[FoundSiret, ...] = ()
    headcounts: tuple[FoundHeadcount, ...] = ()
    amounts: tuple[FoundAmount, ...] = ()
    truncated: bool = False
