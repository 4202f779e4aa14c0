# The native half of the package. Written from `native.pyi.jinja` and the declarations of the core by
# `make generate`: not to be edited here.

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike

from typing import Any, Final, Optional, Protocol, TypedDict, Union, final, overload, type_check_only

from typing_extensions import Self, Unpack

from ._table import Table
from .errors import NeedError
from .generated import (
    Antenne,
    Commune,
    Company,
    Comparison,
    CompletedNeed,
    Coverage,
    DemandBy,
    DemandChangeKind,
    DemandReport,
    Diagnostic,
    DirectoryDifference,
    DirectoryUpdate,
    Example,
    Expert,
    Explanation,
    Extract,
    FoundCommune,
    Institution,
    Language,
    Location,
    Message,
    NeedField,
    NotificationKind,
    Referral,
    RulesVersion,
    Screening,
    ShareAmong,
    Subject,
    Suggestions,
    Territory,
    Theme,
    WhenUnavailable,
    ZoneKind,
    ZoneOwner,
)
from .generated.arguments import Day, NeedFields, NotificationDataFields

__all__ = [
    "Directory",
    "Geography",
    "Match",
    "Matches",
    "Need",
    "Router",
    "Templates",
    "__version__",
    "_call",
    "_impact_table",
    "_impact_workbook",
    "_read_csv",
    "_read_requests_csv",
    "_read_surveys_csv",
]

__version__: Final[str]

_Path = Union[str, PathLike[str]]

@type_check_only
class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

@type_check_only
class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object = None) -> object: ...

@type_check_only
class _Removed(TypedDict, total=False):
    experts: Iterable[str]
    antennes: Iterable[str]
    institutions: Iterable[str]

_NeedLike = Union[Need, NeedFields, Mapping[str, Any]]

@final
class Need:
    """What is routed: a subject, a commune, and facts about the company. It cannot be changed.

    Every field may be given by keyword; a field that is unknown, or has a value that cannot be read,
    raises `NeedError`. Blank text and `None` are the same as nothing.

    >>> from aiguillage import Need
    >>> need = Need("recruter", "80021", headcount=3)
    >>> need.commune, need.headcount, need.naf
    ('80021', 3, None)
    >>> need.replace(headcount=12).headcount
    12
    >>> Need("recruter", "80021", headcont=3)
    Traceback (most recent call last):
        ...
    aiguillage.errors.NeedError: a need has no field `headcont`: did you mean `headcount`?
    """
    def __new__(
        cls,
        subject: str | None = None,
        commune: str | None = None,
        *,
        id: Optional[str] = None,
        postal_code: Optional[str] = None,
        town: Optional[str] = None,
        on: Day = None,
        siret: Optional[str] = None,
        naf: Optional[str] = None,
        naf_2025: Optional[str] = None,
        nafa_codes: Optional[Iterable[Optional[str]]] = None,
        headcount: Optional[int] = None,
        headcount_band: Optional[str] = None,
        employer: Optional[bool] = None,
        legal_form: Optional[str] = None,
        created_on: Day = None,
        activities: Optional[Iterable[Optional[str]]] = None,
        turnover: Optional[int] = None,
        balance_sheet: Optional[int] = None,
        micro_entrepreneur: Optional[bool] = None,
        qualities: Optional[Mapping[str, Optional[bool]]] = None,
        idcc: Optional[Iterable[Optional[str]]] = None,
        opco: Optional[str] = None,
        origin: Optional[str] = None,
        answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]] = None,
    ) -> Self: ...
    @staticmethod
    def from_dict(fields: _NeedLike) -> Need:
        """A need from a mapping of its fields."""
    @staticmethod
    def from_json(text: str) -> Need:
        """A need from a JSON object of its fields."""
    @staticmethod
    def from_cells(cells: Mapping[str, str]) -> Need:
        """A need from cells of text, each of which stands for whatever its field holds:
        `23/11/2026`, `COMMERCIALE ARTISANALE`, `question=oui other=non`.

        >>> Need.from_cells({"subject": "recruter", "commune": "80021", "headcount": "3"}).headcount
        3
        """
    @staticmethod
    def read_csv(data: bytes) -> list[tuple[int, Need | NeedError]]:
        """The needs of a CSV file, a row each: its headers are the fields of a need, `,` or `;`,
        UTF-8 or Windows-1252. Gives the number of the line of each row, and the need or the
        `NeedError` of the row. Quotes that may hide rows are a `UserWarning`.

        >>> Need.read_csv(b"subject;commune\nrecruter;80021\n")
        [(2, Need(subject='recruter', commune='80021'))]
        """
    @property
    def id(self) -> str | None:
        """What the host calls it. Equals share needs by it, so that the same need always goes the same way."""
    @property
    def subject(self) -> str | None:
        """The id of the subject."""
    @property
    def commune(self) -> str | None:
        """INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a
        field of its own.
        """
    @property
    def postal_code(self) -> str | None:
        """The postal code of the facility, from which, with the town, the commune is found where it is not
        given.
        """
    @property
    def town(self) -> str | None:
        """The town of the facility, as addresses have it: `AMIENS CEDEX 1`."""
    @property
    def on(self) -> date | None:
        """The day of the need, from which ages and absences are counted; today if it is not given."""
    @property
    def siret(self) -> str | None:
        """The facility's number."""
    @property
    def naf(self) -> str | None:
        """The activity in NAF rév. 2."""
    @property
    def naf_2025(self) -> str | None:
        """The activity in NAF 2025."""
    @property
    def nafa_codes(self) -> list[str]:
        """The facility's craft codes."""
    @property
    def headcount(self) -> int | None:
        """The facility's number of employees, where it is known exactly."""
    @property
    def headcount_band(self) -> str | None:
        """INSEE's band of it, such as `02`, where it is not."""
    @property
    def employer(self) -> bool | None:
        """Whether the company employs anybody, where no headcount says so."""
    @property
    def legal_form(self) -> str | None:
        """The company's legal form."""
    @property
    def created_on(self) -> date | None:
        """The day the company was created."""
    @property
    def activities(self) -> list[str]:
        """The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if
        empty.
        """
    @property
    def turnover(self) -> int | None:
        """The company's turnover in the last closed year, in whole euros."""
    @property
    def balance_sheet(self) -> int | None:
        """The total of the company's balance sheet at the end of the last closed year, in whole euros."""
    @property
    def micro_entrepreneur(self) -> bool | None:
        """Whether the company is run under the scheme of micro-entrepreneurs."""
    @property
    def qualities(self) -> dict[str, bool]:
        """What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
        `procedure-collective` and others.
        """
    @property
    def idcc(self) -> list[str]:
        """The collective agreements that the facility applies, by their IDCC of four digits."""
    @property
    def opco(self) -> str | None:
        """The id or alias of the facility's OPCO."""
    @property
    def origin(self) -> str | None:
        """The campaign or site that the need comes from."""
    @property
    def answers(self) -> dict[str, Union[bool, str, list[str]]]:
        """Answers to the subject's questions, by the question's id."""
    def to_dict(self) -> dict[str, Any]:
        """The fields that have a value, as `Need.from_dict` reads them."""
    def replace(
        self,
        *,
        id: Optional[str] = None,
        subject: Optional[str] = None,
        commune: Optional[str] = None,
        postal_code: Optional[str] = None,
        town: Optional[str] = None,
        on: Day = None,
        siret: Optional[str] = None,
        naf: Optional[str] = None,
        naf_2025: Optional[str] = None,
        nafa_codes: Optional[Iterable[Optional[str]]] = None,
        headcount: Optional[int] = None,
        headcount_band: Optional[str] = None,
        employer: Optional[bool] = None,
        legal_form: Optional[str] = None,
        created_on: Day = None,
        activities: Optional[Iterable[Optional[str]]] = None,
        turnover: Optional[int] = None,
        balance_sheet: Optional[int] = None,
        micro_entrepreneur: Optional[bool] = None,
        qualities: Optional[Mapping[str, Optional[bool]]] = None,
        idcc: Optional[Iterable[Optional[str]]] = None,
        opco: Optional[str] = None,
        origin: Optional[str] = None,
        answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]] = None,
    ) -> Need:
        """The same need with other values for some fields."""
    def with_company(self, company: Company | Mapping[str, Any]) -> CompletedNeed:
        """The need with what it leaves open filled by what a register knows of its company, and where
        the two disagree: what the need says stays. The company is a `Company` or a dict of its
        fields; raises `CompanyError` for one that cannot be read.

        >>> from aiguillage import Company, Need
        >>> company = Company.from_row({"siret": "82161143100015", "codeCommuneEtablissement": "80021",
        ...     "trancheEffectifsEtablissement": "02"})
        >>> completed = Need("recruter", "59350").with_company(company)
        >>> completed.need.headcount_band, completed.need.commune
        ('02', '59350')
        >>> [(finding.code, finding.field) for finding in completed.findings]
        [('differs_from_need', 'commune')]
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Match:
    """One expert found for one need, and why."""
    @property
    def expert(self) -> Expert:
        """The expert."""
    @property
    def antenne(self) -> Antenne:
        """The expert's antenne."""
    @property
    def institution(self) -> Institution:
        """The antenne's institution."""
    @property
    def instead_of(self) -> Expert | None:
        """The absent expert whose place this one takes: zone, owner and note are of that place."""
    @property
    def subject(self) -> Subject:
        """The subject of the need."""
    @property
    def zone(self) -> str:
        """The narrowest zone that covers the need's commune, such as `epci:200093201`."""
    @property
    def zone_owner(self) -> ZoneOwner:
        """Whose zone that is: `competence`, `expert` or `antenne`."""
    @property
    def note(self) -> str | None:
        """What the expert offers on the subject there."""
    @property
    def absent_until(self) -> date | None:
        """The last day of the expert's absence, if the expert is away on the day of the need."""
    @property
    def unverified(self) -> list[NeedField]:
        """The fields of the need that criteria would have looked at, and that it does not carry."""
    def to_dict(self) -> dict[str, Any]:
        """The match as a dict, ids instead of objects; what has no value is left out."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Matches:
    """The matches of one need, in order: a sequence of `Match`.

    >>> from aiguillage import Router
    >>> router = Router.open("examples/hauts-de-france")
    >>> matches = router.match_experts(id="b-17", subject="recruter", commune="80021", limit=2)
    >>> len(matches)
    2
    >>> [match.institution.id for match in matches]
    ['missions-locales', 'france-travail']
    """
    @property
    def need(self) -> Need:
        """The need that they are of, with the day for which they were found."""
    @property
    def rules(self) -> RulesVersion:
        """The version of the rules under which they were found."""
    @property
    def commune(self) -> str:
        """INSEE's code of the current commune of the need."""
    @property
    def commune_is_likely(self) -> bool:
        """Whether the need's postal code and town make that commune likely, not certain: somebody should
        have a look at it.

        >>> router = Router.open("examples/hauts-de-france")
        >>> matches = router.match_experts(subject="recruter", postal_code="80001", town="AMIENS CEDEX 1")
        >>> matches.commune, matches.commune_is_likely
        ('80021', True)
        """
    @property
    def headcount_differs(self) -> bool:
        """Whether the need's exact headcount, which counts, lies outside of the band that it gives too."""
    @property
    def seeded(self) -> bool:
        """Whether a secret seed of the directory's keeper entered the draw."""
    def to_dicts(self) -> list[dict[str, Any]]:
        """The matches as dicts, ids instead of objects."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: int, /) -> Match: ...
    @overload
    def __getitem__(self, key: slice, /) -> list[Match]: ...
    def __iter__(self) -> Iterator[Match]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def _repr_html_(self) -> str: ...

@final
class Geography:
    """The communes of France and the zones that contain them.

    >>> from aiguillage import Geography
    >>> geography = Geography.embedded()
    >>> [commune.code for commune in geography.by_postal_code("75012")]
    ['75112']
    >>> geography.zones_containing("80021")
    ['commune:80021', 'epci:248000531', 'departement:80', 'region:32', 'france']
    """
    @staticmethod
    def embedded() -> Geography:
        """The Code officiel géographique that is compiled in."""
    @staticmethod
    def open(path: _Path) -> Geography:
        """Another geography, from a file that `make-cog.mjs` wrote."""
    @staticmethod
    def from_bytes(data: bytes) -> Geography:
        """The same from bytes."""
    @property
    def year(self) -> int:
        """The year of its codes."""
    @property
    def source(self) -> str:
        """Where it comes from, and its licence."""
    def commune(self, code: str) -> Commune | None:
        """The commune or municipal arrondissement that has this INSEE code today."""
    def resolve(self, code: str) -> str | None:
        """The current code of a commune, given that or one of the past; `None` where nothing is known."""
    def by_postal_code(self, code: str) -> list[Commune]:
        """The communes that a postal code serves, the most populous first."""
    def search(self, name: str, limit: int | None = None) -> list[FoundCommune]:
        """The communes whose names are nearest to what was typed, and how each was found; accents, case,
        hyphens and "St" are forgiven. At most `limit` of them, ten if it is not given.
        """
    def locate(
        self,
        *,
        code: str | None = None,
        postal_code: str | None = None,
        town: str | None = None,
        address: str | None = None,
        departement: str | None = None,
    ) -> Location:
        """The commune that is meant by a place as files have it, or those that may be.

        >>> from aiguillage import Geography
        >>> location = Geography.embedded().locate(postal_code="80001", town="AMIENS CEDEX 1")
        >>> location.certainty, location.commune.name
        ('likely', 'Amiens')
        """
    def zones_containing(self, code: str) -> list[str]:
        """The zones that contain a commune, from narrow to wide."""
    def communes_of(self, zone: str) -> list[Commune]:
        """The communes of a zone."""
    def zones(self, kind: ZoneKind) -> list[str]:
        """The zones of a kind: `commune`, `ept`, `epci`, `departement`, `region`."""
    def zone_name(self, zone: str) -> str | None:
        """The name of a zone, where there is such a zone."""
    def population(self, zone: str) -> int | None:
        """The people who live in a zone, where there is such a zone."""

@final
class Directory:
    """A directory that was read and checked: the taxonomy, the institutions, their antennes and experts.

    >>> from aiguillage import Directory
    >>> directory = Directory.open("examples/hauts-de-france")
    >>> directory.rules, directory.themes[0].id
    ('every', 'recrutement-formation')
    """
    @staticmethod
    def open(path: _Path, *, lenient: bool = False, geography: Geography | None = None) -> Directory:
        """Reads a folder of CSV files or a JSON document.

        Raises `DirectoryError` with every finding, if one of them is an error. With `lenient`, what
        is faulty is left out instead, and `diagnostics` tells.
        """
    @staticmethod
    def from_json(
        text: str, *, lenient: bool = False, geography: Geography | None = None
    ) -> Directory:
        """Reads a JSON document."""
    @staticmethod
    def check(path: _Path) -> list[Diagnostic]:
        """Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is."""
    def import_sheets(
        self,
        *,
        antennes: Sequence[tuple[str, bytes]] | None = None,
        experts: Sequence[tuple[str, bytes]] | None = None,
        lenient: bool = False,
        whole: bool = False,
        sheets: Sequence[str] | None = None,
    ) -> Directory:
        """This directory as the antennes and experts of partners' spreadsheets update it: pairs of a name
        and the bytes of a sheet with the headers of the national service. What the directory has already
        is recognised; `update` tells what changed. With `whole`, what the sheets no longer name is taken
        away. `sheets` names those to read of workbooks that hold several.
        """
    @property
    def update(self) -> DirectoryUpdate | None:
        """What the import of sheets changed that the directory came from: what was added, what changed field
        by field, what is the same and what the sheets no longer name. `None` where it came from no import.
        """
    def diff(self, later: Directory) -> DirectoryDifference:
        """What differs between this directory and a later one, record by record and field by field."""
    def merge(self, *others: Directory) -> Directory:
        """This directory and others as one: a record that several have under one id stands once. Raises
        `DirectoryError` with every conflict, if they do not say the same of it.

        >>> directory = Directory.open("examples/hauts-de-france")
        >>> directory.merge(directory) == directory
        True
        """
    def export_antennes(self) -> str:
        """The antennes as the sheet that partners fill, which `import_sheets` reads back."""
    def export_experts(self) -> str:
        """The experts as the sheet that partners fill, which `import_sheets` reads back."""
    def to_json(self) -> str:
        """The directory as one JSON document."""
    def save_csv(self, folder: _Path) -> None:
        """Writes the directory as a folder of CSV files."""
    def with_rules(self, rules: RulesVersion) -> Directory:
        """The same directory under another version of the rules: `every` or `any-in-level`."""
    @property
    def seeded(self) -> bool:
        """Whether it carries a seed: a secret of its keeper that enters the draw by which equals share
        needs.
        """
    @property
    def rules(self) -> RulesVersion:
        """The version of the rules under which it matches."""
    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found while it was read: warnings, and errors if it was read leniently."""
    @property
    def geography(self) -> Geography:
        """The geography that its zones refer to."""
    @property
    def examples(self) -> tuple[Example, ...]:
        """Messages of which the subject is known; they sharpen `Router.suggest_subjects`."""
    @property
    def territories(self) -> tuple[Territory, ...]:
        """The territories: lists of zones that others name, as `territory:` and their id."""
    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes."""
    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects, with their questions."""
    @property
    def institutions(self) -> tuple[Institution, ...]:
        """The institutions."""
    @property
    def antennes(self) -> tuple[Antenne, ...]:
        """The antennes."""
    @property
    def experts(self) -> tuple[Expert, ...]:
        """The experts."""
    def territory(self, id: str) -> Territory | None:
        """The territory of an id; `None` where there is none."""
    def theme(self, id: str) -> Theme | None:
        """The theme of an id; `None` where there is none."""
    def subject(self, id: str) -> Subject | None:
        """The subject of an id; `None` where there is none."""
    def institution(self, id: str) -> Institution | None:
        """The institution of an id; `None` where there is none."""
    def antenne(self, id: str) -> Antenne | None:
        """The antenne of an id; `None` where there is none."""
    def expert(self, id: str) -> Expert | None:
        """The expert of an id; `None` where there is none."""
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]

@final
class Router:
    """Routes needs to experts. It never changes, and may be shared between threads and processes.

    >>> from aiguillage import Router
    >>> router = Router.open("examples/hauts-de-france")
    >>> matches = router.match_experts(id="b-17", subject="recruter", commune="80021", headcount=3)
    >>> matches[0].institution.name, matches[0].zone
    ('Missions locales', 'epci:248000531')
    >>> router.match_experts(subject="recruter", commune="99999")
    Traceback (most recent call last):
        ...
    aiguillage.errors.NeedError: there is no commune `99999`
    """
    def __new__(cls, directory: Directory) -> Self: ...
    @staticmethod
    def open(path: _Path, *, lenient: bool = False, geography: Geography | None = None) -> Router:
        """Reads and compiles a folder of CSV files or a JSON document.

        Raises `DirectoryError` with every finding, if one of them is an error. With `lenient`, what
        is faulty is left out instead, and `router.directory.diagnostics` tells.
        """
    @staticmethod
    def from_json(text: str, *, lenient: bool = False, geography: Geography | None = None) -> Router:
        """Reads and compiles a JSON document."""
    @staticmethod
    def load(path: _Path, *, geography: Geography | None = None) -> Router:
        """Loads the snapshot that `save` wrote. Raises `SnapshotError` where it is none, is damaged, or
        is of another year than the geography.
        """
    @staticmethod
    def loads(data: bytes, *, geography: Geography | None = None) -> Router:
        """Loads the snapshot that `dumps` gave."""
    def with_changes(
        self,
        *,
        experts: Iterable[Expert | Mapping[str, Any]] | None = None,
        antennes: Iterable[Antenne | Mapping[str, Any]] | None = None,
        institutions: Iterable[Institution | Mapping[str, Any]] | None = None,
        removed: _Removed | None = None,
    ) -> Router:
        """The router of a changed directory, of which only what the change touches is compiled anew.

        `experts`, `antennes` and `institutions` are records or dicts as a directory has them: they take
        the place of those of the same id, or come last. `removed` gives the ids of those that leave,
        such as `{"experts": ["e1"]}`. Raises `DirectoryError` with every finding, if one of them is an
        error. Both routers can be used; the host swaps them when it likes.

        >>> import dataclasses
        >>> router = Router.open("examples/hauts-de-france")
        >>> first = router.match_experts(subject="recruter", commune="80021")[0].expert
        >>> changed = router.with_changes(experts=[dataclasses.replace(first, active=False)])
        >>> first in [match.expert for match in changed.match_experts(subject="recruter", commune="80021")]
        False
        """
    def save(self, path: _Path) -> None:
        """Writes the router's directory to a file, as a snapshot."""
    def dumps(self) -> bytes:
        """The router's directory as the bytes of a snapshot."""
    @property
    def directory(self) -> Directory:
        """The directory that was compiled."""
    def match_experts(
        self,
        need: _NeedLike | None = None,
        *,
        limit: Optional[int] = None,
        per_institution: Optional[int] = None,
        load: Optional[Mapping[str, Optional[float]]] = None,
        share: Optional[ShareAmong] = None,
        received: Optional[Mapping[str, Optional[float]]] = None,
        absent: Optional[WhenUnavailable] = None,
        full: Optional[WhenUnavailable] = None,
        id: Optional[str] = None,
        subject: Optional[str] = None,
        commune: Optional[str] = None,
        postal_code: Optional[str] = None,
        town: Optional[str] = None,
        on: Day = None,
        siret: Optional[str] = None,
        naf: Optional[str] = None,
        naf_2025: Optional[str] = None,
        nafa_codes: Optional[Iterable[Optional[str]]] = None,
        headcount: Optional[int] = None,
        headcount_band: Optional[str] = None,
        employer: Optional[bool] = None,
        legal_form: Optional[str] = None,
        created_on: Day = None,
        activities: Optional[Iterable[Optional[str]]] = None,
        turnover: Optional[int] = None,
        balance_sheet: Optional[int] = None,
        micro_entrepreneur: Optional[bool] = None,
        qualities: Optional[Mapping[str, Optional[bool]]] = None,
        idcc: Optional[Iterable[Optional[str]]] = None,
        opco: Optional[str] = None,
        origin: Optional[str] = None,
        answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]] = None,
    ) -> Matches:
        """Every expert who can help with a need, in order.

        The need is a `Need`, a dict of its fields, or its fields by keyword. `limit` keeps the first
        ones, `per_institution` at most so many of each institution; `load` gives the open referrals
        of experts by id, so that the less loaded come first. Raises `NeedError`.

        `received` gives the needs that experts received in the host's current period, by which those with a
        `max_per_period` are full; `absent` and `full` are `"last"` or `"skip"`.

        `share` says among whom needs are shared equally: `"expert"`, `"antenne"` or `"institution"`.
        """
    def match_batch(
        self,
        needs: Iterable[_NeedLike],
        *,
        limit: Optional[int] = None,
        per_institution: Optional[int] = None,
        load: Optional[Mapping[str, Optional[float]]] = None,
        share: Optional[ShareAmong] = None,
        received: Optional[Mapping[str, Optional[float]]] = None,
        absent: Optional[WhenUnavailable] = None,
        full: Optional[WhenUnavailable] = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> list[Matches | NeedError]:
        """The matches of many needs (`Need` or dicts), on every core: a list with a `Matches` or a
        `NeedError` for each, in their order.

        `progress(done, total)` is called some times a second. Ctrl-C stops.
        """
    def match_table(
        self,
        needs: _ArrowStream | _ArrowArray,
        *,
        limit: Optional[int] = None,
        per_institution: Optional[int] = None,
        load: Optional[Mapping[str, Optional[float]]] = None,
        share: Optional[ShareAmong] = None,
        received: Optional[Mapping[str, Optional[float]]] = None,
        absent: Optional[WhenUnavailable] = None,
        full: Optional[WhenUnavailable] = None,
        columns: Sequence[str] | None = None,
        ignore_unknown: bool = False,
        progress: Callable[[int, int], object] | None = None,
    ) -> Table:
        """The matches of the needs of a table, on every core.

        `needs` is any table that speaks Arrow (pyarrow, polars, pandas, DuckDB…), with a row a need
        and columns named as the fields of `Need`; cells of text are read as those of a CSV file
        (`question=oui`, `23/11/2026`, lists separated by spaces). Gives an Arrow table with a row a
        match, in the order of the needs: `row` (the number of the need, from 0), `expert`,
        `antenne`, `institution`, `subject`, `zone`, `zone_owner`, `note`, `absent_until`,
        `unverified`; and for each bad need one row with `error`, `error_code`, `error_field`.
        `columns` keeps some of them; `ignore_unknown` passes over columns that are no field.

        Columns of INSEE's stock files beside a `siret` or `siren` (`codeCommuneEtablissement`,
        `categorieJuridiqueUniteLegale`…) fill what a need leaves open; `company_findings` has the codes of what is
        odd about the company.
        """
    def explain(
        self,
        need: _NeedLike | None = None,
        *,
        id: Optional[str] = None,
        subject: Optional[str] = None,
        commune: Optional[str] = None,
        postal_code: Optional[str] = None,
        town: Optional[str] = None,
        on: Day = None,
        siret: Optional[str] = None,
        naf: Optional[str] = None,
        naf_2025: Optional[str] = None,
        nafa_codes: Optional[Iterable[Optional[str]]] = None,
        headcount: Optional[int] = None,
        headcount_band: Optional[str] = None,
        employer: Optional[bool] = None,
        legal_form: Optional[str] = None,
        created_on: Day = None,
        activities: Optional[Iterable[Optional[str]]] = None,
        turnover: Optional[int] = None,
        balance_sheet: Optional[int] = None,
        micro_entrepreneur: Optional[bool] = None,
        qualities: Optional[Mapping[str, Optional[bool]]] = None,
        idcc: Optional[Iterable[Optional[str]]] = None,
        opco: Optional[str] = None,
        origin: Optional[str] = None,
        answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]] = None,
    ) -> Explanation:
        """Why each competent expert matches the need or does not. Raises `NeedError`."""
    def coverage(
        self,
        subject: str | None = None,
        zones: Iterable[str] | None = None,
        institution: str | None = None,
        profile: _NeedLike | None = None,
        on: Day = None,
        *,
        by: ZoneKind | None = None,
        all_subjects: bool | None = None,
    ) -> Coverage:
        """How many experts reach each commune of a reference territory, where nobody does, and where an
        institution sends two.

        Without `subject` every subject counts and, of an `institution` (an id or alias), those that it
        handles, unless `all_subjects` is true. `zones` is a list such as `["region:32"]`, France if it is
        not given; `profile` a company (a need without subject and commune), then criteria count too;
        `on` a day, then absences count. `by` is the kind of zone of the summary. Raises `NeedError`.
        """
    def suggest_subjects(self, text: str, limit: int | None = None) -> Suggestions:
        """What a message in French may be about: at most `limit` subjects (three if it is not given), the
        best first, with the words that decided, and whether that is enough to go on without asking.

        >>> router = Router.open("examples/hauts-de-france")
        >>> found = router.suggest_subjects("l’urssaf me réclame 8000 euros, je ne peux pas payer")
        >>> found.sure, found.subjects[0].subject.id
        (True, 'tresorerie')
        """
    def screen(self, text: str) -> Screening:
        """What an adviser should know before a message goes on; no flag where there is nothing to remark.
        A flag is for a person to judge, never a refusal.

        >>> router = Router.open("examples/hauts-de-france")
        >>> [flag.reason for flag in router.screen("Bonjour").flags]
        ['too_short']
        """
    def extract(self, text: str) -> Extract:
        """The places, SIRETs, headcounts and amounts that a message gives away, for a person to confirm.

        >>> router = Router.open("examples/hauts-de-france")
        >>> found = router.extract("On est 3 à Amiens")
        >>> found.headcounts[0].headcount, found.places[0].communes[0].code
        (3, '80021')
        """
    def compare(self, other: Router, needs: Iterable[_NeedLike]) -> Comparison:
        """The needs whose experts differ between this router and another, and why."""
    def demand(
        self,
        needs: Iterable[_NeedLike],
        referrals: Iterable[Referral | Mapping[str, Any]] | None = None,
        *,
        by: DemandBy | None = None,
        institutions: Iterable[str] | None = None,
        subjects: Iterable[str] | None = None,
        kinds: Iterable[DemandChangeKind] | None = None,
        changes: int | None = None,
        of_kind: int | None = None,
        language: Language | None = None,
    ) -> DemandReport:
        """What was asked of each institution, antenne or expert, what it matched, which rule stopped the rest,
        and what one change of the directory would add, greatest first.

        `by` is `institution` (the default), `antenne` or `expert`; `institutions` and `subjects` narrow the
        report, `kinds` the changes, of which each row tells at most `changes` and `of_kind` of one kind. With
        `referrals` the rows say what was sent, answered and helped. A need that cannot be routed is one of the
        `faults`. Raises `NeedError` for an institution or a subject that does not exist.

        >>> router = Router.open("examples/hauts-de-france")
        >>> needs = [{"subject": "recruter", "commune": "80021", "answers": {"recrutement_poste_cadre": False}}]
        >>> report = router.demand(needs, institutions=["apec"])
        >>> report.rows[0].asked, report.rows[0].matched, report.rows[0].changes[0].needs
        (1, 0, 1)
        """

@final
class Templates:
    """The templates of the messages, those of the library or the host's own; compiled once.

    `overrides` gives sources by the names of templates (`expert_new_need.subject`, `.text`, `.html`,
    `layout.html`…), in the language of Jinja. What a template shows is escaped. Raises
    `ReferralError` for a name or a source that is none.

    >>> from aiguillage.notifications import Templates
    >>> templates = Templates({"company_taken.subject": "{{ service.name }} : {{ need.subject }}"})
    >>> templates.render("company_taken", service={"name": "Entraide"}, need={"subject": "Recruter"},
    ...                  expert={"name": "Conseil recrutement"}).subject
    'Entraide : Recruter'
    """
    def __new__(cls, overrides: Mapping[str, str] | None = None) -> Self: ...
    def render(self, kind: NotificationKind, /, **data: Unpack[NotificationDataFields]) -> Message:
        """The message of a kind: `subject`, `text`, `html`. Everything that it shows is given here, and
        stays with the host; `aiguillage.notifications` says what each kind needs.
        """

# For the modules of the package: a call of the core, with its request as a dict; what it answers, as
# records. Places of faults are told from within the argument `inside`.
def _call(
    name: str, request: Mapping[str, Any], on: Any = None, *, inside: str | None = None
) -> Any: ...
def _impact_table(report: Any) -> Table: ...
def _impact_workbook(report: Any, before: Any = None) -> bytes: ...
def _read_csv(name: str, data: bytes, directory: Directory | None = None) -> Any: ...
def _read_requests_csv(name: str, data: bytes) -> Any: ...
def _read_surveys_csv(name: str, data: bytes) -> Any: ...
