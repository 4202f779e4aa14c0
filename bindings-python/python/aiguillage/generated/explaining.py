"""Why each competent expert matches a need or does not.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._methods import ExplanationMethods, VerdictMethods
from .._records import Record
from .directory import (
    Antenne,
    Criterion,
    Expert,
    Institution,
    RulesVersion,
    Subject,
)
from .matching import NeedField

Owner = Literal[
    "theme",
    "subject",
    "institution",
    "antenne",
    "expert",
    "competence",
]
"""Whose data decided a rule."""

Rule = Literal[
    "subject",
    "active",
    "territory",
    "activities",
    "opco",
    "criteria",
    "answers",
]
"""The rules of matching, in their order."""


@dataclass(frozen=True)
class FunnelStep(Record):
    """How many experts are left after a rule and those before it."""

    rule: Rule
    """The rule."""
    left: int
    """How many are left."""


@dataclass(frozen=True)
class MissingFact(Record):
    """A fact that the need does not carry, or not exactly enough, and that rejected somebody."""

    field: NeedField
    """The field of the need. For a headcount known by its band, the exact number."""
    unlocks: int
    """How many experts it could unlock by itself: nothing else stops them."""
    concerns: int
    """How many experts lack it, some of them among other facts: nothing that is known stops them."""


@dataclass(frozen=True)
class NearMiss(Record):
    """An expert whom one rule alone stops."""

    expert: Expert
    """The expert."""
    stopped_by: Rule
    """The only rule that does not hold."""
    shared: str
    """The narrowest zone that holds both the need's commune and a part of the expert's territory: the
    commune itself where the territory covers it, else their EPT, EPCI, département or région.
    """
    sentence: str
    """Why, in French."""


@dataclass(frozen=True)
class RuleVerdict(Record):
    """The verdict of one rule on one expert, and what decided it."""

    rule: Rule
    """The rule."""
    holds: bool
    """Whether it holds."""
    sentence: str
    """All that in French."""
    undetermined: bool = False
    """Whether it rejects only because facts are not known: more facts might make it hold."""
    remarkable: bool = False
    """Whether the sentence tells more than that all is well: the rule stops the expert, or the directory
    has something that it looked at, such as a territory, criteria, or answers that the institution
    waits for. What is not remarkable, such as « Aucun filtre sur ce sujet. », can be left out where
    room is short.
    """
    owner: Optional[Owner] = None
    """Whose data decided."""
    criterion: Optional[Criterion] = None
    """The criterion that rejects."""
    alternative: Optional[int] = None
    """Of the criterion's alternatives, where these reject, the position of the one that came nearest, from
    0.
    """
    fields: tuple[NeedField, ...] = ()
    """The facts of the need that decided, or are not known."""
    zone: Optional[str] = None
    """The zone that covers the commune."""
    question: Optional[str] = None
    """The question whose answer contradicts."""


@dataclass(frozen=True)
class ExpertVerdict(VerdictMethods, Record):
    """What the rules say of one competent expert."""

    expert: Expert
    """The expert."""
    antenne: Antenne
    """The expert's antenne."""
    institution: Institution
    """The antenne's institution."""
    matches: bool
    """Whether the expert matches."""
    replaced_by: Optional[Expert] = None
    """Who takes the expert's place on the day of the need, where it matches, is away, and somebody stands
    in.
    """
    rules: tuple[RuleVerdict, ...] = ()
    """One verdict a rule, in the order of the rules."""


@dataclass(frozen=True)
class Explanation(ExplanationMethods, Record):
    """Why each competent expert matches a need or does not."""

    rules: RulesVersion
    """The version of the rules that decided."""
    subject: Subject
    """The subject of the need."""
    commune: str
    """The current commune of the need."""
    commune_is_likely: bool = False
    """Whether the need's postal code and town make that commune likely, not certain."""
    headcount_differs: bool = False
    """Whether the need's exact headcount, which counts, lies outside of the band that it gives too."""
    experts: tuple[ExpertVerdict, ...] = ()
    """Every expert who has the competence, active or not, by id."""
    funnel: tuple[FunnelStep, ...] = ()
    """How many are left after each rule."""
    missing: tuple[MissingFact, ...] = ()
    """The facts whose absence rejected somebody: what to ask the company. The most useful first."""
    nearest: tuple[NearMiss, ...] = ()
    """The experts whom one rule alone stops, the nearest territory first."""
