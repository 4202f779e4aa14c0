"""Routes a small company's need to the public experts who can help.

>>> from aiguillage import Router
>>> router = Router.open("examples/hauts-de-france")
>>> matches = router.match_experts(subject="recruter", commune="80021", headcount=3)
>>> matches[0].institution.name, matches[0].zone
('France Travail', 'epci:248000531')
"""

from ._aiguillage import Directory, Geography, Match, Matches, Need, Router, Table, __version__
from .errors import DirectoryError, NeedError, SnapshotError
from .records import (
    Absence,
    AnswerGroup,
    Antenne,
    Area,
    Change,
    ChangeCount,
    Commune,
    Comparison,
    Competence,
    Coverage,
    Criterion,
    Diagnostic,
    Difference,
    Expert,
    ExpertVerdict,
    Explanation,
    FunnelStep,
    Institution,
    MissingFact,
    NearMiss,
    Overlap,
    Question,
    Refusal,
    RuleVerdict,
    Subject,
    SubjectCoverage,
    Theme,
    ZoneSummary,
)

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
    "Directory",
    "DirectoryError",
    "Expert",
    "ExpertVerdict",
    "Explanation",
    "FunnelStep",
    "Geography",
    "Institution",
    "Match",
    "Matches",
    "MissingFact",
    "NearMiss",
    "Need",
    "NeedError",
    "Overlap",
    "Question",
    "Refusal",
    "Router",
    "RuleVerdict",
    "SnapshotError",
    "Subject",
    "SubjectCoverage",
    "Table",
    "Theme",
    "ZoneSummary",
    "__version__",
]
