"""What the library gives to look at: frozen dataclasses, one for each type of the core.

They compare by value, hash, pickle, and become dicts with ``to_dict``. Dates are
``datetime.date``, zones text such as ``departement:80``.
"""

from .base import Entity, Record, load
from .comparison import Change, ChangeCount, Comparison, Difference, Refusal
from .coverage import Area, Coverage, Overlap, SubjectCoverage, ZoneSummary
from .directory import (
    Absence,
    AnswerGroup,
    Antenne,
    Competence,
    Criterion,
    Diagnostic,
    Expert,
    Institution,
    Question,
    Subject,
    Theme,
)
from .explanation import ExpertVerdict, Explanation, FunnelStep, MissingFact, NearMiss, RuleVerdict
from .geography import Commune

__all__ = [
    "Absence",
    "AnswerGroup",
    "Antenne",
    "Area",
    "Change",
    "ChangeCount",
    "Commune",
    "Comparison",
    "Competence",
    "Coverage",
    "Criterion",
    "Diagnostic",
    "Difference",
    "Entity",
    "Expert",
    "ExpertVerdict",
    "Explanation",
    "FunnelStep",
    "Institution",
    "MissingFact",
    "NearMiss",
    "Overlap",
    "Question",
    "Record",
    "Refusal",
    "RuleVerdict",
    "Subject",
    "SubjectCoverage",
    "Theme",
    "ZoneSummary",
    "load",
]
