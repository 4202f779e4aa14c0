"""Methods of records, which the records themselves are generated without."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Optional, Protocol, TypeVar, Union

from ._native import native
from ._page import Shown
from ._table import Table

if TYPE_CHECKING:
    from typing_extensions import Self

Item = TypeVar("Item", covariant=True)
Holding = TypeVar("Holding", bound="_Holding")
Matching = TypeVar("Matching", bound="_Matching")
Query = TypeVar("Query")


class _Zoned(Protocol):
    @property
    def zones(self) -> tuple[str, ...]: ...


def _zone(commune: _Zoned, kind: str) -> Optional[str]:
    return next((zone for zone in commune.zones if zone.startswith(f"{kind}:")), None)


class CommuneMethods:
    """The zones of a commune."""

    @property
    def epci(self: _Zoned) -> Optional[str]:
        """Its group of communes, where it has one."""
        return _zone(self, "epci")

    @property
    def departement(self: _Zoned) -> Optional[str]:
        """Its département, or the overseas collectivity that it is in."""
        return _zone(self, "departement")

    @property
    def region(self: _Zoned) -> Optional[str]:
        """Its région; an overseas collectivity has none."""
        return _zone(self, "region")


class _Holding(Protocol):
    @property
    def holds(self) -> bool: ...


class _Ruled(Protocol[Item]):
    @property
    def rules(self) -> tuple[Item, ...]: ...


class CompanyMethods:
    """What gives a company."""

    @classmethod
    def from_json(
        cls, answer: Union[str, bytes, Mapping[str, Any], list[Any]], siret: Optional[str] = None
    ) -> Self:
        """What is known of a company, from what a public register answered: the text or bytes, or what
        ``response.json()`` made of them. API Recherche d'entreprises, INSEE's Sirene and the RNE are known; the
        SIRET tells the facility where the answer has several companies. Raises `CompanyError`.

        >>> from aiguillage import Company
        >>> company = Company.from_json({"results": [{"siren": "821611431", "nom_complet": "ATELIER",
        ...     "siege": {"siret": "82161143100015", "commune": "80021", "activite_principale": "10.71C"}}]})
        >>> company.commune, company.naf, company.sources["naf"].field
        ('80021', '10.71C', 'siege.activite_principale')
        """
        if isinstance(answer, bytes):
            text = answer.decode("utf-8", "replace")
        else:
            text = answer if isinstance(answer, str) else json.dumps(answer)
        company: Self = native()._call("read_company", {"answer": text, "siret": siret})
        return company

    @classmethod
    def from_row(cls, row: Mapping[str, Optional[str]]) -> Self:
        """What is known of a company, from a row of INSEE's stock files (StockEtablissement, StockUniteLegale, or
        both joined): texts by the names of the columns, as `csv.DictReader` gives them. Other columns, blank
        texts and ``None`` say nothing. Raises `CompanyError`.

        >>> from aiguillage import Company
        >>> Company.from_row({"siret": "82161143100015", "codeCommuneEtablissement": "80021"}).commune
        '80021'
        """
        company: Self = native()._call("read_company_row", {"row": row}, inside="row")
        return company


class _Spoken(Protocol):
    @property
    def message(self) -> str: ...
    @property
    def message_fr(self) -> str: ...


class DiagnosticMethods:
    """What is wrong with a directory."""

    def message_in(self: _Spoken, language: Literal["fr", "en"] = "fr") -> str:
        """What is wrong, in one sentence without its place, in French or in English.

        >>> from aiguillage import Directory, DirectoryError
        >>> try:
        ...     Directory.from_json('{"subjects": [{"id": "s", "theme": "t", "label": "S"}]}')
        ... except DirectoryError as error:
        ...     print(error.diagnostics[0].message_in("en"))
        there is no theme `t`
        """
        return self.message_fr if language == "fr" else self.message


class FindingMethods:
    """What a finding says."""

    def message_in(self, language: Literal["fr", "en"] = "fr") -> str:
        """What is wrong, in one sentence in French or in English.

        >>> from aiguillage import Company
        >>> company = Company.from_row({"siret": "82161143100015", "codeCommuneEtablissement": "59298"})
        >>> company.findings[0].message_in("fr")
        '`59298` est le code d’une ancienne commune ; sa commune actuelle `59350` est prise'
        """
        message: str = native()._call("finding_message", {"finding": self, "language": language})
        return message


class VerdictMethods:
    """What stops an expert."""

    @property
    def stopped_by(self: _Ruled[Holding]) -> list[Holding]:
        """The rules that stop the expert, in order; none if the expert matches."""
        return [rule for rule in self.rules if not rule.holds]


class _Matching(Protocol):
    @property
    def matches(self) -> bool: ...


class _Explained(Protocol[Item]):
    @property
    def experts(self) -> tuple[Item, ...]: ...


class ExplanationMethods(Shown):
    """Who matches."""

    @property
    def matching(self: _Explained[Matching]) -> list[Matching]:
        """The experts who match, by id."""
        return [verdict for verdict in self.experts if verdict.matches]


class SubjectCoverageMethods:
    """How many experts reach a commune."""

    _counts: tuple[int, ...]
    _positions: Mapping[str, int] = {}
    """Where in the counts each commune stands."""

    @property
    def experts_by_commune(self) -> dict[str, int]:
        """How many experts reach each commune of the reference territory, by code."""
        return {code: self._counts[position] for code, position in self._positions.items()}

    def experts_in(self, commune: str) -> Optional[int]:
        """How many experts reach a commune; ``None`` outside of the reference territory."""
        position = self._positions.get(commune)
        return None if position is None else self._counts[position]


class _Covered(Protocol[Item]):
    @property
    def subjects(self) -> tuple[Item, ...]: ...
    @property
    def _codes(self) -> tuple[str, ...]: ...


class CoverageMethods(Shown):
    """The subjects of a coverage."""

    def __post_init__(self: _Covered[object]) -> None:
        # Every subject counts the same communes: they share where each stands.
        positions = {code: position for position, code in enumerate(self._codes)}
        for one in self.subjects:
            object.__setattr__(one, "_positions", positions)

    def __iter__(self: _Covered[Item]) -> Iterator[Item]:
        return iter(self.subjects)


class QueryMethods:
    """The period of a query."""

    def previous(self: Query) -> Optional[Query]:
        """The same for the period before, of the same length; none where it has no beginning or end."""
        before: Optional[Query] = native()._call("previous_impact_query", {"query": self})
        return before


class ReportMethods(Shown):
    """A report in other forms."""

    def to_table(self) -> Table:
        """The rows as an Arrow table with a column a figure; the total as its only row where there are none."""
        return native()._impact_table(self)

    def to_csv(self) -> str:
        """The same as the text of a CSV file."""
        text: str = native()._call("impact_csv", {"report": self})
        return text

    def to_workbook(self, before: Optional[ReportMethods] = None) -> bytes:
        """The report as the bytes of an .xlsx file in French: a reading guide, the whole, and the rows; with the
        report of the period before (``report.query.previous()``) beside each figure."""
        return native()._impact_workbook(self, before)
