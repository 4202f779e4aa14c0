"""What changes between two routers.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._records import Record

Cause = Literal[
    "expert",
    "competence",
    "substitute",
    "subject",
    "active",
    "territory",
    "activities",
    "opco",
    "criteria",
    "answers",
]
"""What made the difference."""

ChangeKind = Literal[
    "gained",
    "lost",
]
"""Whether a need gains or loses the expert."""


@dataclass(frozen=True)
class Change(Record):
    """An expert whom a need gains or loses."""

    expert: str
    """The id of the expert."""
    institution: str
    """The id of the expert's institution."""
    kind: ChangeKind
    """Gained or lost."""
    cause: Cause
    """What made the difference."""


@dataclass(frozen=True)
class ChangeCount(Record):
    """How often an institution's experts are gained and lost on a subject."""

    institution: str
    """The id of the institution."""
    subject: str
    """The id of the subject."""
    gained: int
    """Experts gained, added up over the needs."""
    lost: int
    """Experts lost, added up over the needs."""


@dataclass(frozen=True)
class Refusal(Record):
    """A need that only one of the routers can answer."""

    by_second: bool
    """Whether it is the second router that refuses."""
    code: str
    """The stable code of the error."""
    message: str
    """The error in words."""


@dataclass(frozen=True)
class Difference(Record):
    """A need whose experts differ."""

    position: int
    """The position of the need, from 0."""
    need: Optional[str] = None
    """The need's id, if it has one."""
    changes: tuple[Change, ...] = ()
    """Who is gained or lost, by id."""
    refusal: Optional[Refusal] = None
    """What the first router refuses and the second does not, or the other way round."""


@dataclass(frozen=True)
class Comparison(Record):
    """What changes for some needs between two routers."""

    needs: int
    """How many needs were routed through both."""
    differences: tuple[Difference, ...] = ()
    """The needs whose experts differ, in the order of the needs."""
    summary: tuple[ChangeCount, ...] = ()
    """The changes counted by institution and subject."""
