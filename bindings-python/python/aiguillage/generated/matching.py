"""Needs and their matches.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Optional

from .._records import Record
from .directory import (
    Antenne,
    Expert,
    Institution,
    RulesVersion,
    Subject,
)
from .errors import BoundaryError

HeadcountBand = Literal[
    "NN",
    "00",
    "01",
    "02",
    "03",
    "11",
    "12",
    "21",
    "22",
    "31",
    "32",
    "41",
    "42",
    "51",
    "52",
    "53",
]
"""A band of INSEE (tranche d'effectif salarié)."""

NeedField = Literal[
    "id",
    "subject",
    "commune",
    "on",
    "siret",
    "naf",
    "naf_2025",
    "nafa_codes",
    "headcount",
    "headcount_band",
    "legal_form",
    "created_on",
    "activities",
    "turnover",
    "opco",
    "origin",
    "answers",
]
"""The fields of a need."""

ZoneOwner = Literal[
    "competence",
    "expert",
    "antenne",
]
"""Whose zone covers the commune."""


@dataclass(frozen=True)
class Match(Record):
    """One expert found for one need, and why.

    It serializes with the ids of `expert`, `antenne`, `institution` and `subject`; `note`,
    `absent_until` and `unverified` only where there are any.
    """

    expert: Expert
    """The expert."""
    antenne: Antenne
    """The expert's antenne."""
    institution: Institution
    """The antenne's institution."""
    subject: Subject
    """The subject of the need."""
    zone: str
    """The narrowest zone that covers the need's commune."""
    zone_owner: ZoneOwner
    """Whose zone that is."""
    note: Optional[str] = None
    """What the expert offers on the subject there."""
    absent_until: Optional[date] = None
    """The last day of the expert's absence, if the expert is absent on the day of the need."""
    unverified: tuple[NeedField, ...] = ()
    """The fields of the need that criteria would have looked at, and that it does not carry."""


@dataclass(frozen=True)
class MatchAnswer(Record):
    """The matches of one need, in order."""

    on: date
    """The day for which they were found: that of the need, else today."""
    rules: RulesVersion
    """The version of the rules under which they were found."""
    matches: tuple[Match, ...]
    """The matches, in order."""


@dataclass(frozen=True)
class MatchOptions(Record):
    """What is wanted of the matches of a need. Without any option every match is returned. """

    limit: Optional[int] = None
    """At most so many matches, the first ones."""
    per_institution: Optional[int] = None
    """At most so many matches of each institution, the first ones."""
    load: Optional[dict[str, float]] = None
    """The open referrals of experts, by id; 0 for those it does not name. The full come last, and the less
    loaded per capacity first.
    """


@dataclass(frozen=True)
class MatchRow(Record):
    """What became of one need among many: it was routed, or it was refused."""

    found: Optional[MatchAnswer] = None
    """Its matches."""
    error: Optional[BoundaryError] = None
    """Why it cannot be routed as it is."""


@dataclass(frozen=True)
class MatchBatchAnswer(Record):
    """What became of many needs."""

    rows: tuple[MatchRow, ...]
    """One row a need, in their order."""


@dataclass(frozen=True)
class Need(Record):
    """One need of one facility, about one subject."""

    id: Optional[str] = None
    """What the host calls it. Equals share needs by it, so that the same need always goes the same way."""
    subject: Optional[str] = None
    """The id of the subject."""
    commune: Optional[str] = None
    """INSEE's code of the facility's commune or municipal arrondissement; not a postal code."""
    on: Optional[date] = None
    """The day of the need, from which ages and absences are counted; today if it is not given."""
    siret: Optional[str] = None
    """The facility's number."""
    naf: Optional[str] = None
    """The activity in NAF rév. 2."""
    naf_2025: Optional[str] = None
    """The activity in NAF 2025."""
    nafa_codes: tuple[str, ...] = ()
    """The facility's craft codes."""
    headcount: Optional[int] = None
    """The facility's number of employees, where it is known exactly."""
    headcount_band: Optional[HeadcountBand] = None
    """INSEE's band of it, such as `02`, where it is not."""
    legal_form: Optional[str] = None
    """The company's legal form."""
    created_on: Optional[date] = None
    """The day the company was created."""
    activities: tuple[str, ...] = ()
    """The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if
    empty.
    """
    turnover: Optional[int] = None
    """The company's turnover in the last closed year, in whole euros."""
    opco: Optional[str] = None
    """The id or alias of the facility's OPCO."""
    origin: Optional[str] = None
    """The campaign or site that the need comes from."""
    answers: dict[str, bool] = field(default_factory=dict, hash=False)
    """Answers to the subject's questions, by the question's id."""
