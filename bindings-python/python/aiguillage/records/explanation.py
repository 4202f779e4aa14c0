"""Why each competent expert matches a need or does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .. import html
from .base import Record
from .directory import Antenne, Criterion, Expert, Institution, Subject


@dataclass(frozen=True)
class RuleVerdict(Record):
    """What one rule says of one expert, and through what."""

    rule: str
    holds: bool
    sentence: str
    """All that in French."""
    undetermined: bool = False
    """Whether it rejects only because facts are not known."""
    remarkable: bool = False
    """Whether the sentence tells more than that all is well."""
    owner: Optional[str] = None
    """Whose data decided: ``theme``, ``subject``, ``institution``, ``antenne``, ``expert``,
    ``competence``."""
    criterion: Optional[Criterion] = None
    fields: tuple[str, ...] = ()
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
    rules: tuple[RuleVerdict, ...]

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
    experts: tuple[ExpertVerdict, ...]
    funnel: tuple[FunnelStep, ...]
    missing: tuple[MissingFact, ...]
    nearest: tuple[NearMiss, ...]

    @property
    def matching(self) -> list[ExpertVerdict]:
        """The experts who match, by id."""
        return [verdict for verdict in self.experts if verdict.matches]

    def _repr_html_(self) -> str:
        return html.explanation(self)
