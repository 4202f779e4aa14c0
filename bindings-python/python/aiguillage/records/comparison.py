"""What changes between two routers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .base import Record


@dataclass(frozen=True)
class Change(Record):
    """An expert whom a need gains or loses."""

    expert: str
    institution: str
    kind: str
    cause: str


@dataclass(frozen=True)
class Refusal(Record):
    """A need that only one of two routers can answer."""

    by_second: bool
    code: str
    message: str


@dataclass(frozen=True)
class Difference(Record):
    """A need whose experts differ."""

    position: int
    need: Optional[str] = None
    changes: tuple[Change, ...] = ()
    refusal: Optional[Refusal] = None


@dataclass(frozen=True)
class ChangeCount(Record):
    """How often an institution's experts are gained and lost on a subject."""

    institution: str
    subject: str
    gained: int
    lost: int


@dataclass(frozen=True)
class Comparison(Record):
    """What changes for some needs between two routers."""

    needs: int
    differences: tuple[Difference, ...]
    summary: tuple[ChangeCount, ...]
