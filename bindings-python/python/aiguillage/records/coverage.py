"""Where experts are, and where they are missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, Optional

from .. import html
from .base import Record
from .directory import Institution, Subject


@dataclass(frozen=True)
class Area(Record):
    """A whole zone, and what it is made of."""

    zone: str
    name: str
    communes: int
    population: int


@dataclass(frozen=True)
class Overlap(Area):
    """A whole zone where an institution has two experts or more on a subject."""

    institution: Institution


@dataclass(frozen=True)
class ZoneSummary(Record):
    """The coverage of one zone of the reference territory."""

    zone: str
    communes: int
    gap_communes: int
    population: int
    gap_population: int
    fewest: int
    most: int


@dataclass(frozen=True)
class SubjectCoverage(Record):
    """The coverage of one subject."""

    subject: Subject
    gaps: tuple[Area, ...]
    """Where nobody is."""
    gap_communes: int
    gap_population: int
    overlaps: tuple[Overlap, ...]
    """Where an institution has two experts or more."""
    by_zone: tuple[ZoneSummary, ...]
    """By département, or by the kind of zone that was asked for."""
    _counts: tuple[int, ...] = field(repr=False)
    _positions: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """Where in the counts each commune stands."""

    @property
    def experts_by_commune(self) -> dict[str, int]:
        """How many experts reach each commune of the reference territory, by code."""
        return {code: self._counts[position] for code, position in self._positions.items()}

    def experts_in(self, commune: str) -> Optional[int]:
        """How many experts reach a commune; ``None`` outside of the reference territory."""
        position = self._positions.get(commune)
        return None if position is None else self._counts[position]


@dataclass(frozen=True)
class Coverage(Record):
    """The coverage of a reference territory."""

    zones: tuple[str, ...]
    communes: int
    population: int
    subjects: tuple[SubjectCoverage, ...]
    _codes: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        # Every subject counts the same communes: they share where each stands.
        positions = {code: position for position, code in enumerate(self._codes)}
        for one in self.subjects:
            object.__setattr__(one, "_positions", positions)

    def __iter__(self) -> Iterator[SubjectCoverage]:
        return iter(self.subjects)

    def _repr_html_(self) -> str:
        return html.coverage(self)
