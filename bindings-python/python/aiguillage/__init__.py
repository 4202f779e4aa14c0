"""Routes a small company's need to the public experts who can help.

>>> from aiguillage import Router
>>> router = Router.open("examples/hauts-de-france")
>>> matches = router.match_experts(id="b-17", subject="recruter", commune="80021", headcount=3)
>>> matches[0].institution.name, matches[0].zone
('Missions locales', 'epci:248000531')
"""

from . import access, generated, html, notifications, referrals, surveys, waves
from ._aiguillage import Directory, Geography, Match, Matches, Need, Router, __version__
from ._table import Table
from .errors import CompanyError, DirectoryError, GeographyError, NeedError, ReferralError, SnapshotError
from .generated import *
from .generated.arguments import NeedFields as NeedDict
from .impacts import compare_impact, impact
from .nomenclatures import diagnostic_code, naf, opco_of_agreements

__all__ = [
    "CompanyError",
    "Directory",
    "DirectoryError",
    "Geography",
    "GeographyError",
    "Match",
    "Matches",
    "Need",
    "NeedDict",
    "NeedError",
    "ReferralError",
    "Router",
    "SnapshotError",
    "Table",
    "access",
    "compare_impact",
    "html",
    "impact",
    "diagnostic_code",
    "naf",
    "notifications",
    "opco_of_agreements",
    "referrals",
    "surveys",
    "waves",
    "__version__",
]
__all__ += generated.__all__
