"""The nomenclatures that companies are described by, looked up: activities and OPCO."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ._aiguillage import _call
from .generated import AgreementOpcos, DiagnosticCodeTexts, NafDetails

__all__ = ["diagnostic_code", "naf", "opco_of_agreements"]


def diagnostic_code(code: str, language: Literal["fr", "en"] = "fr") -> DiagnosticCodeTexts:
    """What the code of a finding means and what to do about it, in French or in English. Raises `DirectoryError`
    for a code that findings do not have.

    >>> from aiguillage import diagnostic_code
    >>> diagnostic_code("sheet_chosen", "en").remedy
    'Nothing has to be done, if that is the sheet that was meant.'
    """
    texts: DiagnosticCodeTexts = _call("diagnostic_code", {"code": code, "language": language})
    return texts


def naf(code: str) -> NafDetails:
    """What is known of an activity: its label, the levels above it, the codes below it and its correspondents
    in the other version. The code is one of NAF rév. 2 (``10.71C``, ``10.7``, ``C``) or of NAF 2025
    (``2025:10.71G``). Raises `CompanyError` for one that its nomenclature does not have.

    >>> from aiguillage import CompanyError, naf
    >>> baker = naf("10.71C")
    >>> baker.label, [level.entry for level in baker.levels], baker.correspondents[0].entry
    ('Boulangerie et boulangerie-pâtisserie', ['C', '10', '10.7', '10.71'], '2025:10.71H')
    >>> try:
    ...     naf("10.71G")
    ... except CompanyError as error:
    ...     print(error.code, "-", error.hint)
    unknown_code - did you mean `2025:10.71G`?
    """
    details: NafDetails = _call("naf", {"code": code})
    return details


def opco_of_agreements(idcc: Iterable[str]) -> AgreementOpcos:
    """The OPCO to which collective agreements lead, by France compétences' table: certain, ambiguous or unknown.

    >>> from aiguillage import opco_of_agreements
    >>> found = opco_of_agreements(["1486"])
    >>> found.certainty, found.opcos
    ('certain', (NamedOpco(id='atlas', name='Atlas'),))
    >>> [opco.id for opco in opco_of_agreements(["8241"]).opcos]
    ['akto', 'ocapiat']
    """
    opcos: AgreementOpcos = _call("opco_of_agreements", {"idcc": list(idcc)})
    return opcos
