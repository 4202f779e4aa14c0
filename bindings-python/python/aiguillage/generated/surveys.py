"""What companies say of the help that they got.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional

from .._records import Record, Stored
from .follow_up import UnknownEvent

SurveyEventKind = Literal[
    "asked",
    "answered",
]
"""What kind of thing happened to a survey."""

SurveyOutcome = Literal[
    "offer_discovered",
    "actions_started",
    "choice_made",
    "other",
]
"""What an exchange with an expert allowed the company to do."""


@dataclass(frozen=True)
class Survey(Stored):
    """What a company was asked about a need, and what it answered."""

    _reader = ("read_survey", "survey")
    need: str
    """The id of the need. A need has one survey."""
    asked_on: date
    """The day the company was asked."""
    answered_on: Optional[date] = None
    """The day it answered."""
    called_back: Optional[bool] = None
    """Whether somebody called it back."""
    useful: Optional[bool] = None
    """Whether the exchange was useful; not known where nobody asked that."""
    outcomes: tuple[SurveyOutcome, ...] = ()
    """What the exchange allowed it to do, each once."""


@dataclass(frozen=True)
class SurveyAnswer(Record):
    """What a company answers."""

    need: str
    """The id of the need."""
    on: date
    """The day."""
    called_back: bool
    """Whether somebody called it back."""
    useful: Optional[bool] = None
    """Whether the exchange was useful."""
    outcomes: tuple[SurveyOutcome, ...] = ()
    """What the exchange allowed it to do."""


@dataclass(frozen=True)
class SurveyDue(Record):
    """A need whose company is to be asked."""

    need: str
    """Its id."""
    helped_on: date
    """The day the first expert helped."""
    since: date
    """Since when the company is to be asked."""
    until: date
    """The last day on which it is."""
    experts: tuple[str, ...] = ()
    """The experts who helped, in the order in which they did: those to whom the answer is shown."""


@dataclass(frozen=True)
class SurveyEvent(Stored):
    """One thing that happened to the survey of a need. Events are only ever added; what a survey is
    follows from them (`fold_surveys`).
    """

    _reader = ("read_survey_event", "event")
    need: str
    """The id of the need."""
    on: date
    """The day it happened."""
    kind: SurveyEventKind
    """What happened."""
    called_back: Optional[bool] = None
    """Whether somebody called the company back; an answer says so."""
    useful: Optional[bool] = None
    """Whether the exchange was useful."""
    outcomes: tuple[SurveyOutcome, ...] = ()
    """What the exchange allowed the company to do."""


@dataclass(frozen=True)
class IgnoredSurveyEvent(Record):
    """An event of a survey that changed nothing, and why."""

    event: SurveyEvent
    """The event."""
    code: str
    """A code of `ReferralError`: `already_asked`, `already_answered`, `unknown_need` for an answer that
    nobody asked for, `missing_field`, `invalid_value`.
    """
    message: str
    """What is wrong."""
    field: Optional[str] = None
    """The field at fault."""


@dataclass(frozen=True)
class FoldedSurveys(Record):
    """What events make."""

    surveys: tuple[Survey, ...] = ()
    """The surveys as they stand, in the order of their needs."""
    ignored: tuple[IgnoredSurveyEvent, ...] = ()
    """The events that could not happen where their date puts them; a repeated event is not one of them."""
    unknown: tuple[UnknownEvent, ...] = ()
    """The events of kinds that this version does not know, each once."""


@dataclass(frozen=True)
class SurveyChanges(Record):
    """What changed: the events to keep, and the surveys that changed, as they stand now."""

    events: tuple[SurveyEvent, ...] = ()
    """In the order in which they happened."""
    surveys: tuple[Survey, ...] = ()
    """Only those that changed."""


@dataclass(frozen=True)
class SurveyPolicy(Record):
    """When to ask a company."""

    after_days: int = 10
    """How many days after the first help: 10."""
    within_months: int = 3
    """For how many months after the need was first sent: 3."""
