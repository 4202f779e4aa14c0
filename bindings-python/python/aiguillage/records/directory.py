"""What a directory holds, and what is found wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

from .base import Entity, Record


@dataclass(frozen=True)
class Diagnostic(Record):
    """A finding about a directory: what, where, and what was probably meant."""

    severity: str
    """``error`` or ``warning``."""
    code: str
    """The stable code, such as ``unknown_commune``."""
    message: str
    """What is wrong, in one sentence without its place."""
    file: Optional[str] = None
    line: Optional[int] = None
    """The line, the first being 1."""
    column: Optional[int] = None
    """In a CSV file the number of the cell; in JSON the number of the character."""
    text: str = ""
    """The offending text."""
    nearest: Optional[str] = None
    """The known value that was probably meant."""


@dataclass(frozen=True)
class Criterion(Record):
    """Conditions on a company."""

    subjects: tuple[str, ...] = ()
    min_years: Optional[int] = None
    below_years: Optional[int] = None
    min_headcount: Optional[int] = None
    below_headcount: Optional[int] = None
    accepted_naf: tuple[str, ...] = ()
    excluded_naf: tuple[str, ...] = ()
    accepted_legal_forms: tuple[str, ...] = ()
    excluded_legal_forms: tuple[str, ...] = ()
    excluded_zones: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    when_unknown: str = "reject"


@dataclass(frozen=True)
class AnswerGroup(Record):
    """Answers with which an institution takes a subject."""

    subject: str
    answers: dict[str, bool] = field(hash=False)


@dataclass(frozen=True)
class Question(Entity):
    """A yes/no question that refines a subject."""

    id: str
    label: str


@dataclass(frozen=True)
class Theme(Entity):
    """A group of subjects."""

    id: str
    label: str
    zones: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject(Entity):
    """What a need is about."""

    id: str
    theme: str
    label: str
    description: Optional[str] = None
    keywords: tuple[str, ...] = ()
    archived: bool = False
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Example(Record):
    """A message of which the subject is known."""

    subject: str
    text: str


@dataclass(frozen=True)
class Institution(Entity):
    """An organisation that helps companies."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    active: bool = True
    single_taker: bool = False
    criteria: tuple[Criterion, ...] = ()
    answer_groups: tuple[AnswerGroup, ...] = ()


@dataclass(frozen=True)
class Antenne(Entity):
    """An institution's local, regional or national office."""

    id: str
    institution: str
    name: str
    level: str = "local"
    zones: tuple[str, ...] = ()
    active: bool = True
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Absence(Record):
    """A time away, first and last day included."""

    from_: date
    until: date

    def to_dict(self) -> dict[str, Any]:
        return {"from": self.from_, "until": self.until}


@dataclass(frozen=True)
class Competence(Record):
    """An expert handles a subject."""

    subject: str
    note: Optional[str] = None
    zones: tuple[str, ...] = ()


@dataclass(frozen=True)
class Expert(Entity):
    """A person or a team of an antenne who receives needs."""

    id: str
    antenne: str
    name: str
    email: Optional[str] = None
    phone: Optional[str] = None
    job: Optional[str] = None
    zones: tuple[str, ...] = ()
    active: bool = True
    capacity: float = 1.0
    max_open: Optional[int] = None
    absences: tuple[Absence, ...] = ()
    competences: tuple[Competence, ...] = ()
    criteria: tuple[Criterion, ...] = ()
