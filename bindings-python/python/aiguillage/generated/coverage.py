"""Where experts are, and where they are missing.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .._methods import CoverageMethods, SubjectCoverageMethods
from .._records import Record
from .directory import Institution, Subject

ZoneKind = Literal[
    "commune",
    "ept",
    "epci",
    "departement",
    "region",
    "france",
]
"""What a zone is, from narrow to wide."""


@dataclass(frozen=True)
class Area(Record):
    """A whole zone, and what it is made of."""

    zone: str
    """The zone."""
    name: str
    """Its name."""
    communes: int
    """Its communes."""
    population: int
    """Its inhabitants."""


@dataclass(frozen=True)
class Overlap(Record):
    """A whole zone where an institution has two experts or more on a subject."""

    institution: Institution
    """The institution."""
    zone: str
    """The zone."""
    name: str
    """Its name."""
    communes: int
    """Its communes."""
    population: int
    """Its inhabitants."""


@dataclass(frozen=True)
class ZoneSummary(Record):
    """The coverage of one zone of the reference territory, such as a département."""

    zone: str
    """The zone."""
    communes: int
    """Its communes that belong to the reference territory and to the theme's zones."""
    gap_communes: int
    """Those where nobody is."""
    population: int
    """The inhabitants of the communes."""
    gap_population: int
    """The inhabitants of those where nobody is."""
    fewest: int
    """The fewest experts that a commune has."""
    most: int
    """The most experts that a commune has."""


@dataclass(frozen=True)
class SubjectCoverage(SubjectCoverageMethods, Record):
    """The coverage of one subject."""

    subject: Subject
    """The id of the subject."""
    gap_communes: int
    """How many communes that is."""
    gap_population: int
    """How many inhabitants."""
    gaps: tuple[Area, ...] = ()
    """Where nobody is. Outside of the theme's own zones there is no gap."""
    overlaps: tuple[Overlap, ...] = ()
    """Where an institution has two experts or more."""
    by_zone: tuple[ZoneSummary, ...] = ()
    """The coverage of each zone of the kind that was asked for."""
    _counts: tuple[int, ...] = field(default=(), repr=False)
    """How many experts reach each commune, in the order of the codes of the coverage."""


@dataclass(frozen=True)
class Coverage(CoverageMethods, Record):
    """The coverage of a reference territory."""

    communes: int
    """How many communes it has, arrondissements instead of Paris, Lyon and Marseille."""
    population: int
    """How many inhabitants."""
    zones: tuple[str, ...] = ()
    """The reference territory."""
    _codes: tuple[str, ...] = field(default=(), repr=False)
    """The codes of its communes, in the order of the counts of its subjects; Paris, Lyon and Marseille
    stand beside their arrondissements.
    """
    subjects: tuple[SubjectCoverage, ...] = ()
    """One entry a subject, in the order of the directory."""
