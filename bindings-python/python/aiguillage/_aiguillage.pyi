from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike

from typing import Any, Final, Literal, Protocol, TypedDict, Union, final, overload, type_check_only

from typing_extensions import CapsuleType, Self, Unpack

from .errors import NeedError
from .records import (
    Antenne,
    Commune,
    Comparison,
    Coverage,
    Diagnostic,
    Example,
    Expert,
    Explanation,
    Extract,
    Institution,
    Message,
    Screening,
    Subject,
    Suggestions,
    Theme,
)

__all__ = [
    "Directory",
    "Geography",
    "Match",
    "Matches",
    "Need",
    "Router",
    "Table",
    "Templates",
    "__version__",
    "_call",
    "_default_templates",
    "_impact_table",
    "_previous",
    "_read",
    "_read_csv",
    "_words",
]

__version__: Final[str]

_Path = Union[str, PathLike[str]]
_Kind = Literal["commune", "ept", "epci", "departement", "region"]

# A date, or its text: `2026-11-23`.
_Day = Union[date, str, None]

@type_check_only
class _Facts(TypedDict, total=False):
    id: str | None
    on: _Day
    siret: str | None
    naf: str | None
    naf_2025: str | None
    nafa_codes: Iterable[str] | None
    headcount: int | None
    headcount_band: str | None
    legal_form: str | None
    created_on: _Day
    activities: Iterable[str] | None
    opco: str | None
    origin: str | None
    answers: Mapping[str, bool | None] | None

@type_check_only
class _Fields(_Facts, total=False):
    subject: str | None
    commune: str | None

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

_NeedLike = Union[Need, Mapping[str, Any]]

@final
class Need:
    def __new__(
        cls, subject: str | None = None, commune: str | None = None, **fields: Unpack[_Facts]
    ) -> Self: ...
    @staticmethod
    def from_dict(fields: _NeedLike) -> Need: ...
    @staticmethod
    def from_json(text: str) -> Need: ...
    @staticmethod
    def from_cells(cells: Mapping[str, str]) -> Need: ...
    @staticmethod
    def read_csv(data: bytes) -> list[tuple[int, Need | NeedError]]: ...
    @property
    def id(self) -> str | None: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def commune(self) -> str | None: ...
    @property
    def on(self) -> date | None: ...
    @property
    def siret(self) -> str | None: ...
    @property
    def naf(self) -> str | None: ...
    @property
    def naf_2025(self) -> str | None: ...
    @property
    def nafa_codes(self) -> list[str]: ...
    @property
    def headcount(self) -> int | None: ...
    @property
    def headcount_band(self) -> str | None: ...
    @property
    def legal_form(self) -> str | None: ...
    @property
    def created_on(self) -> date | None: ...
    @property
    def activities(self) -> list[str]: ...
    @property
    def opco(self) -> str | None: ...
    @property
    def origin(self) -> str | None: ...
    @property
    def answers(self) -> dict[str, bool]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def replace(self, **fields: Unpack[_Fields]) -> Need: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Match:
    @property
    def expert(self) -> Expert: ...
    @property
    def antenne(self) -> Antenne: ...
    @property
    def institution(self) -> Institution: ...
    @property
    def subject(self) -> Subject: ...
    @property
    def zone(self) -> str: ...
    @property
    def zone_owner(self) -> Literal["competence", "expert", "antenne"]: ...
    @property
    def note(self) -> str | None: ...
    @property
    def absent_until(self) -> date | None: ...
    @property
    def unverified(self) -> list[str]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Matches:
    @property
    def need(self) -> Need: ...
    @property
    def rules(self) -> str: ...
    def to_dicts(self) -> list[dict[str, Any]]: ...
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
class Table:
    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    def to_pyarrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType: ...

@final
class Geography:
    @staticmethod
    def embedded() -> Geography: ...
    @staticmethod
    def open(path: _Path) -> Geography: ...
    @staticmethod
    def from_bytes(data: bytes) -> Geography: ...
    @property
    def year(self) -> int: ...
    @property
    def source(self) -> str: ...
    def commune(self, code: str) -> Commune | None: ...
    def resolve(self, code: str) -> str | None: ...
    def by_postal_code(self, code: str) -> list[Commune]: ...
    def search(self, name: str, limit: int = 10) -> list[Commune]: ...
    def zones_containing(self, code: str) -> list[str]: ...
    def communes_of(self, zone: str) -> list[Commune]: ...
    def zones(self, kind: _Kind) -> list[str]: ...
    def zone_name(self, zone: str) -> str | None: ...
    def population(self, zone: str) -> int | None: ...

@final
class Directory:
    @staticmethod
    def open(path: _Path, *, lenient: bool = False, geography: Geography | None = None) -> Directory: ...
    @staticmethod
    def from_json(
        text: str, *, lenient: bool = False, geography: Geography | None = None
    ) -> Directory: ...
    @staticmethod
    def check(path: _Path) -> list[Diagnostic]: ...
    def import_sheets(
        self,
        *,
        antennes: Sequence[tuple[str, bytes]] | None = None,
        experts: Sequence[tuple[str, bytes]] | None = None,
        lenient: bool = False,
    ) -> Directory: ...
    def to_json(self) -> str: ...
    def save_csv(self, folder: _Path) -> None: ...
    def with_rules(self, rules: Literal["every", "any-in-level"]) -> Directory: ...
    @property
    def rules(self) -> str: ...
    @property
    def diagnostics(self) -> list[Diagnostic]: ...
    @property
    def geography(self) -> Geography: ...
    @property
    def examples(self) -> tuple[Example, ...]: ...
    @property
    def themes(self) -> tuple[Theme, ...]: ...
    @property
    def subjects(self) -> tuple[Subject, ...]: ...
    @property
    def institutions(self) -> tuple[Institution, ...]: ...
    @property
    def antennes(self) -> tuple[Antenne, ...]: ...
    @property
    def experts(self) -> tuple[Expert, ...]: ...
    def theme(self, id: str) -> Theme | None: ...
    def subject(self, id: str) -> Subject | None: ...
    def institution(self, id: str) -> Institution | None: ...
    def antenne(self, id: str) -> Antenne | None: ...
    def expert(self, id: str) -> Expert | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]

@final
class Router:
    def __new__(cls, directory: Directory) -> Self: ...
    @staticmethod
    def open(path: _Path, *, lenient: bool = False, geography: Geography | None = None) -> Router: ...
    @staticmethod
    def from_json(text: str, *, lenient: bool = False, geography: Geography | None = None) -> Router: ...
    @staticmethod
    def load(path: _Path, *, geography: Geography | None = None) -> Router: ...
    @staticmethod
    def loads(data: bytes, *, geography: Geography | None = None) -> Router: ...
    def with_changes(
        self,
        *,
        experts: Iterable[Expert | Mapping[str, Any]] | None = None,
        antennes: Iterable[Antenne | Mapping[str, Any]] | None = None,
        institutions: Iterable[Institution | Mapping[str, Any]] | None = None,
        removed: _Removed | None = None,
    ) -> Router: ...
    def save(self, path: _Path) -> None: ...
    def dumps(self) -> bytes: ...
    @property
    def directory(self) -> Directory: ...
    def match_experts(
        self,
        need: _NeedLike | None = None,
        *,
        limit: int | None = None,
        per_institution: int | None = None,
        load: Mapping[str, float] | None = None,
        **fields: Unpack[_Fields],
    ) -> Matches: ...
    def match_batch(
        self,
        needs: Iterable[_NeedLike],
        *,
        limit: int | None = None,
        per_institution: int | None = None,
        load: Mapping[str, float] | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> list[Matches | NeedError]: ...
    def match_table(
        self,
        needs: _ArrowStream | _ArrowArray,
        *,
        limit: int | None = None,
        per_institution: int | None = None,
        load: Mapping[str, float] | None = None,
        columns: Sequence[str] | None = None,
        ignore_unknown: bool = False,
        progress: Callable[[int, int], object] | None = None,
    ) -> Table: ...
    def explain(self, need: _NeedLike | None = None, **fields: Unpack[_Fields]) -> Explanation: ...
    def coverage(
        self,
        subject: str | None = None,
        zones: Iterable[str] | None = None,
        institution: str | None = None,
        profile: _NeedLike | None = None,
        on: _Day = None,
        *,
        by: _Kind = "departement",
    ) -> Coverage: ...
    def suggest_subjects(self, text: str, limit: int | None = None) -> Suggestions: ...
    def screen(self, text: str) -> Screening: ...
    def extract(self, text: str) -> Extract: ...
    def compare(self, other: Router, needs: Iterable[_NeedLike]) -> Comparison: ...

@type_check_only
class _Service(TypedDict, total=False):
    name: str | None
    email: str | None
    phone: str | None

@type_check_only
class _Answer(TypedDict):
    question: str
    answer: bool

@type_check_only
class _NeedCard(TypedDict, total=False):
    subject: str | None
    theme: str | None
    description: str | None
    answers: Sequence[_Answer]
    sent_on: _Day
    days: int | None
    state: str | None
    reason: str | None

@type_check_only
class _Facility(TypedDict, total=False):
    name: str | None
    siret: str | None
    commune: str | None
    activity: str | None
    headcount: str | None

@type_check_only
class _Contact(TypedDict, total=False):
    name: str | None
    phone: str | None
    email: str | None

@type_check_only
class _ExpertCard(TypedDict, total=False):
    name: str | None
    institution: str | None
    phone: str | None
    email: str | None

@type_check_only
class _Adviser(TypedDict, total=False):
    name: str | None

@type_check_only
class _Links(TypedDict, total=False):
    take_charge: str | None
    not_for_me: str | None
    see: str | None
    ask_again: str | None

# What a message shows; `aiguillage.notifications` explains it.
@type_check_only
class _MessageData(TypedDict, total=False):
    service: _Service
    need: _NeedCard
    facility: _Facility
    contact: _Contact
    expert: _ExpertCard
    experts: Sequence[_ExpertCard]
    adviser: _Adviser
    links: _Links

@final
class Templates:
    def __new__(cls, overrides: Mapping[str, str] | None = None) -> Self: ...
    def render(self, kind: str, /, **data: Unpack[_MessageData]) -> Message: ...

# After how many days things happen.
@type_check_only
class _ReminderPolicy(TypedDict, total=False):
    poke: int
    last_chance: int
    abandoned: int
    grace: int
    expired: int
    archive_months: int
    many: int
    old: int
    old_days: int

# What is a duplicate or a reminder.
@type_check_only
class _RequestPolicy(TypedDict, total=False):
    duplicate_hours: int
    duplicate_same_subject: bool
    reminder_days: int

# The fields of an `ImpactQuery`.
@type_check_only
class _QueryFields(TypedDict, total=False):
    on: _Day
    from_: _Day
    until: _Day
    by: str | None
    period: str | None
    themes: Iterable[str]
    subjects: Iterable[str]
    institutions: Iterable[str]
    antennes: Iterable[str]
    zones: Iterable[str]
    advisers: Iterable[str]
    origins: Iterable[str]
    abandoned: int
    small: int

# For the modules of the package: names and JSON.
def _call(function: str, arguments: Mapping[str, Any], directory: Directory | None = None) -> str: ...
def _default_templates() -> dict[str, str]: ...
def _impact_table(report: Any) -> Table: ...
def _previous(query: Any) -> str: ...
def _read(kind: str, value: Any) -> str: ...
def _read_csv(name: str, data: bytes, directory: Directory | None = None) -> str: ...
def _words() -> dict[str, dict[str, str]]: ...
