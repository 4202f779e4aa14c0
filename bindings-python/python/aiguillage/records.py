"""What the library gives to look at: frozen dataclasses, one for each type of the core.

They compare by value, pickle, and become dicts with :meth:`Record.to_dict`. Dates are
``datetime.date``, zones text such as ``departement:80``.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Iterator, Optional, Union

from . import html

if TYPE_CHECKING:
    from ._aiguillage import Matches, Need, Router


class Record:
    """What all records share."""

    def to_dict(self) -> dict[str, Any]:
        """The record as a dict, without what has no value; ids instead of experts and the like."""
        return {
            one.name: _plain(value)
            for one in dataclasses.fields(self)  # type: ignore[arg-type]
            if not one.name.startswith("_") and (value := getattr(self, one.name)) not in (None, [], {})
        }


def _plain(value: Any) -> Any:
    if isinstance(value, Entity):
        return value.id
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


class Entity(Record):
    """A record that the directory knows by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


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

    subjects: list[str] = field(default_factory=list)
    min_years: Optional[int] = None
    below_years: Optional[int] = None
    min_headcount: Optional[int] = None
    below_headcount: Optional[int] = None
    accepted_naf: list[str] = field(default_factory=list)
    excluded_naf: list[str] = field(default_factory=list)
    accepted_legal_forms: list[str] = field(default_factory=list)
    excluded_legal_forms: list[str] = field(default_factory=list)
    excluded_zones: list[str] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    when_unknown: str = "reject"


@dataclass(frozen=True)
class AnswerGroup(Record):
    """Answers with which an institution takes a subject."""

    subject: str
    answers: dict[str, bool]


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
    zones: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Subject(Entity):
    """What a need is about."""

    id: str
    theme: str
    label: str
    description: Optional[str] = None
    keywords: list[str] = field(default_factory=list)
    archived: bool = False
    questions: list[Question] = field(default_factory=list)


@dataclass(frozen=True)
class Institution(Entity):
    """An organisation that helps companies."""

    id: str
    name: str
    aliases: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    activities: list[str] = field(default_factory=list)
    active: bool = True
    single_taker: bool = False
    criteria: list[Criterion] = field(default_factory=list)
    answer_groups: list[AnswerGroup] = field(default_factory=list)


@dataclass(frozen=True)
class Antenne(Entity):
    """An institution's local, regional or national office."""

    id: str
    institution: str
    name: str
    level: str = "local"
    zones: list[str] = field(default_factory=list)
    active: bool = True
    criteria: list[Criterion] = field(default_factory=list)


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
    zones: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Expert(Entity):
    """A person or a team of an antenne who receives needs."""

    id: str
    antenne: str
    name: str
    email: Optional[str] = None
    phone: Optional[str] = None
    job: Optional[str] = None
    zones: list[str] = field(default_factory=list)
    active: bool = True
    capacity: float = 1.0
    max_open: Optional[int] = None
    absences: list[Absence] = field(default_factory=list)
    competences: list[Competence] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)


@dataclass(frozen=True)
class Commune(Record):
    """A current commune, or a municipal arrondissement."""

    code: str
    name: str
    population: int
    postal_codes: list[str]
    zones: list[str]
    """The zones that contain it, from narrow to wide."""

    def _zone(self, kind: str) -> Optional[str]:
        return next((zone for zone in self.zones if zone.startswith(f"{kind}:")), None)

    @property
    def epci(self) -> Optional[str]:
        """Its group of communes, where it has one."""
        return self._zone("epci")

    @property
    def departement(self) -> Optional[str]:
        """Its département, or the overseas collectivity that it is in."""
        return self._zone("departement")

    @property
    def region(self) -> Optional[str]:
        """Its région; an overseas collectivity has none."""
        return self._zone("region")


@dataclass(frozen=True)
class RuleVerdict(Record):
    """What one rule says of one expert, and through what."""

    rule: str
    holds: bool
    sentence: str
    """All that in French."""
    undetermined: bool = False
    """Whether it rejects only because facts are not known."""
    owner: Optional[str] = None
    """Whose data decided: ``theme``, ``subject``, ``institution``, ``antenne``, ``expert``,
    ``competence``."""
    criterion: Optional[Criterion] = None
    fields: list[str] = field(default_factory=list)
    """The fields of the need that decided, or are not known."""
    zone: Optional[str] = None
    question: Optional[str] = None


@dataclass(frozen=True)
class ExpertVerdict(Record):
    """What the rules say of one competent expert."""

    expert: Expert
    antenne: Antenne
    institution: Institution
    matches: bool
    rules: list[RuleVerdict]

    @property
    def stopped_by(self) -> list[RuleVerdict]:
        """The rules that stop the expert, in order; none if the expert matches."""
        return [rule for rule in self.rules if not rule.holds]


@dataclass(frozen=True)
class FunnelStep(Record):
    """How many experts are left after a rule and those before it."""

    rule: str
    left: int


@dataclass(frozen=True)
class MissingFact(Record):
    """A fact that the need does not carry, and that rejected somebody."""

    field: str
    unlocks: int
    """How many experts it could unlock by itself."""
    concerns: int
    """How many experts lack it, some of them among other facts."""


@dataclass(frozen=True)
class NearMiss(Record):
    """An expert whom one rule alone stops."""

    expert: Expert
    stopped_by: str
    shared: str
    """The narrowest zone that holds both the commune and a part of the expert's territory."""
    sentence: str


@dataclass(frozen=True)
class Explanation(Record):
    """Why each competent expert matches a need or does not."""

    rules: str
    subject: Subject
    commune: str
    experts: list[ExpertVerdict]
    funnel: list[FunnelStep]
    missing: list[MissingFact]
    nearest: list[NearMiss]

    @property
    def matching(self) -> list[ExpertVerdict]:
        """The experts who match, by id."""
        return [verdict for verdict in self.experts if verdict.matches]

    def _repr_html_(self) -> str:
        return html.explanation(self)


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
    gaps: list[Area]
    """Where nobody is."""
    gap_communes: int
    gap_population: int
    overlaps: list[Overlap]
    """Where an institution has two experts or more."""
    by_zone: list[ZoneSummary]
    """By département, or by the kind of zone that was asked for."""
    _counts: list[int] = field(repr=False)
    _codes: list[str] = field(default_factory=list, repr=False, compare=False)

    @property
    def experts_by_commune(self) -> dict[str, int]:
        """How many experts reach each commune of the reference territory, by code."""
        return dict(zip(self._codes, self._counts))

    def experts_in(self, commune: str) -> Optional[int]:
        """How many experts reach a commune; ``None`` outside of the reference territory."""
        return self.experts_by_commune.get(commune)


@dataclass(frozen=True)
class Coverage(Record):
    """The coverage of a reference territory."""

    zones: list[str]
    communes: int
    population: int
    subjects: list[SubjectCoverage]

    def __iter__(self) -> Iterator[SubjectCoverage]:
        return iter(self.subjects)

    def _repr_html_(self) -> str:
        return html.coverage(self)


@dataclass(frozen=True)
class Change(Record):
    """An expert whom a need gains or loses."""

    expert: str
    institution: str
    kind: str
    cause: str


@dataclass(frozen=True)
class Refusal(Record):
    """A need that only one of two routers can answer."""

    by_second: bool
    code: str
    message: str


@dataclass(frozen=True)
class Difference(Record):
    """A need whose experts differ."""

    position: int
    need: Optional[str] = None
    changes: list[Change] = field(default_factory=list)
    refusal: Optional[Refusal] = None


@dataclass(frozen=True)
class ChangeCount(Record):
    """How often an institution's experts are gained and lost on a subject."""

    institution: str
    subject: str
    gained: int
    lost: int


@dataclass(frozen=True)
class Comparison(Record):
    """What changes for some needs between two routers."""

    needs: int
    differences: list[Difference]
    summary: list[ChangeCount]


def load(kind: str, text: str, router: Optional[Router] = None) -> Any:
    """The record that the native half wrote as JSON; ids become the router's own records."""
    written = json.loads(text)
    made = _made(_KINDS[kind], written, router)
    if isinstance(made, Coverage):
        # Every subject counts the same communes: they share the list of their codes.
        codes = written["codes"]
        shared = [dataclasses.replace(one, _codes=codes) for one in made.subjects]
        made = dataclasses.replace(made, subjects=shared)
    return made


_KINDS: dict[str, Any] = {
    "Antenne": Antenne,
    "Comparison": Comparison,
    "Coverage": Coverage,
    "Expert": Expert,
    "Explanation": Explanation,
    "Institution": Institution,
    "Optional[Commune]": Optional[Commune],
    "Subject": Subject,
    "list[Antenne]": list[Antenne],
    "list[Commune]": list[Commune],
    "list[Diagnostic]": list[Diagnostic],
    "list[Expert]": list[Expert],
    "list[Institution]": list[Institution],
    "list[Subject]": list[Subject],
    "list[Theme]": list[Theme],
}

_HINTS: dict[Any, dict[str, Any]] = {}


def _hints(kind: Any) -> dict[str, Any]:
    """The types of a record's fields, worked out once."""
    if kind not in _HINTS:
        _HINTS[kind] = typing.get_type_hints(kind)
    return _HINTS[kind]


def _made(kind: Any, value: Any, router: Optional[Router]) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(kind)
    if origin is Union:
        return _made(typing.get_args(kind)[0], value, router)
    if origin is list:
        (item,) = typing.get_args(kind)
        return [_made(item, one, router) for one in value] if _is_made(item) else value
    if kind is date:
        return date.fromisoformat(value)
    if not _is_made(kind):
        return value
    if isinstance(value, str) and router is not None:
        return router._record(kind.__name__, value)
    hints = _hints(kind)
    named = ((_NAMES.get(name, name), one) for name, one in value.items())
    return kind(**{name: _made(hints[name], one, router) for name, one in named if name in hints})


_NAMES = {"from": "from_", "counts": "_counts"}
"""Names of the core that Python keeps for itself, or that records keep to themselves."""


def _is_made(kind: Any) -> bool:
    return kind is date or isinstance(kind, type) and issubclass(kind, Record)


def match_again(router: Router, need: Need, options: dict[str, Any]) -> Matches:
    """Matches from their pickle: the same router gives the same need the same answer."""
    return router.match_experts(need, **options)
