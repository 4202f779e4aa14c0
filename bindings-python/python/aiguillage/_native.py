"""The native half, for modules that it knows itself: it connects when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional, Protocol

from ._table import Table


class Native(Protocol):
    """What those modules ask of it."""

    @property
    def Need(self) -> Any: ...
    def _call(
        self, name: str, request: Mapping[str, Any], on: Any = None, *, inside: Optional[str] = None
    ) -> Any: ...
    def _impact_table(self, report: Any) -> Table: ...
    def _impact_workbook(self, report: Any, before: Any = None) -> bytes: ...


_connected: list[Native] = []


def connect(half: Native) -> None:
    """The native half says that it is there."""
    _connected[:] = [half]


def native() -> Native:
    """The native half, which the package loads before anything of it can be used."""
    return _connected[0]
