"""Arrow tables that the core wrote."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, final

if TYPE_CHECKING:
    from typing_extensions import CapsuleType


class Batches(Protocol):
    """What the native half makes: the batches of a table."""

    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType: ...


@final
class Table:
    """An Arrow table: whatever speaks Arrow's C interface reads it without a copy.

    >>> import polars
    >>> from aiguillage import Router
    >>> router = Router.open("examples/hauts-de-france")
    >>> needs = polars.DataFrame({"id": ["b-17", "b-18"], "subject": "recruter", "commune": ["80021", "99999"]})
    >>> table = router.match_table(needs, limit=1)
    >>> polars.DataFrame(table).select("row", "institution", "error_code").rows()
    [(0, 'missions-locales', None), (1, None, 'unknown_commune')]
    """

    __slots__ = ("_batches",)

    def __init__(self, batches: Batches) -> None:
        self._batches = batches

    @property
    def num_rows(self) -> int:
        """The number of rows."""
        return self._batches.num_rows

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
        return self._batches.column_names

    def to_pyarrow(self) -> Any:
        """The table as one of pyarrow, which must be installed."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """The table as a data frame of pandas, which must be installed, with pyarrow."""
        return self.to_pyarrow().to_pandas()

    def to_polars(self) -> Any:
        """The table as a data frame of polars, which must be installed."""
        return import_module("polars").DataFrame(self)

    def __len__(self) -> int:
        return self.num_rows

    def __repr__(self) -> str:
        return f"<aiguillage.Table of {self.num_rows} rows: {', '.join(self.column_names)}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType:
        """Arrow's PyCapsule interface."""
        return self._batches.__arrow_c_stream__(requested_schema)
