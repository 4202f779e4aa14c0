"""To whom a need goes next.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional

from .._records import Record

PassedOverReason = Literal[
    "has_it",
    "refused",
    "had_it",
    "absent",
    "full",
    "later",
]
"""Why a candidate is not alerted."""

WaveCause = Literal[
    "first",
    "silent",
    "away",
    "refused",
    "pending",
    "answered",
]
"""Why a wave is due, or is not."""

WaveStep = Literal[
    "matched",
    "outside",
    "fallback",
    "unavailable",
    "nobody_left",
    "wait",
    "settled",
]
"""What a wave is made of, in the order in which waves follow each other, or why there is none."""


@dataclass(frozen=True)
class Candidate(Record):
    """An expert to whom a need could go."""

    expert: str
    """The id of the expert."""
    institution: str
    """The id of their institution."""
    antenne: Optional[str] = None
    """The id of their antenne."""
    instead_of: Optional[str] = None
    """The id of the absent expert whose place this one takes."""
    absent_until: Optional[date] = None
    """The last day of their absence, of those who are away."""
    full: bool = False
    """Whether they have as many needs as they can take."""


@dataclass(frozen=True)
class Candidates(Record):
    """Whom a need could go to on a day."""

    matched: tuple[Candidate, ...] = ()
    """Those who match, in their order."""
    outside: tuple[Candidate, ...] = ()
    """Those whom their territory alone stops, the nearest first."""


@dataclass(frozen=True)
class PassedOver(Record):
    """A candidate who is not alerted now."""

    expert: str
    """The id of the expert."""
    reason: PassedOverReason
    """Why."""
    until: Optional[date] = None
    """The last day of the absence, of those who are away."""


@dataclass(frozen=True)
class Wave(Record):
    """Whom to alert now."""

    step: WaveStep
    """What it is made of, or why there is none."""
    cause: WaveCause
    """Why."""
    number: int
    """Which wave it is, from 1: one more than the days on which the need was sent. Where there is none
    now, the one that would be next.
    """
    tell_company: bool
    """Whether to tell the company and its adviser that nobody is left."""
    sentence: str
    """All this in words."""
    since: Optional[date] = None
    """Since when it is due; while those before may still answer, when it will be. Nothing for a first wave
    and where somebody takes care of the need.
    """
    alert: tuple[Candidate, ...] = ()
    """Whom to alert, in order."""
    passed_over: tuple[PassedOver, ...] = ()
    """The other candidates, and why they are not alerted."""


@dataclass(frozen=True)
class WavePolicy(Record):
    """How waves follow each other."""

    size: int = 3
    """How many experts a wave alerts at most: 3."""
    days: int = 5
    """For how many days the experts of a wave may stay silent before the next one: 5."""
    outside: int = 3
    """How many experts outside their territory are alerted in all: 3."""
    fallback: tuple[Candidate, ...] = ()
    """Whom the host names for needs that nobody else is left for, in order: nobody."""
