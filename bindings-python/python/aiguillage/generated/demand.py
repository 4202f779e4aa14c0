"""What was asked of whom, and what stood in the way.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._records import Record
from .directory import Institution, Language, Subject
from .explaining import Rule

DemandBy = Literal[
    "institution",
    "antenne",
    "expert",
]
"""By what needs are counted, and what is changed."""

DemandChangeKind = Literal[
    "bound",
    "entry",
    "exclusion",
    "unknown",
    "condition",
    "alternatives",
    "criterion",
    "answers",
    "activities",
    "zone",
    "active",
    "period",
    "subject",
]
"""What is changed, from what asks for least to what asks for most."""


@dataclass(frozen=True)
class DemandChange(Record):
    """One change of the directory, and what it adds."""

    kind: DemandChangeKind
    """What is changed."""
    target: DemandBy
    """Whether it is changed in an institution, an antenne or an expert."""
    id: str
    """The id of that institution, antenne or expert."""
    field: str
    """The field that changes: of the criterion where there is one, else of the target."""
    needs: int
    """How many needs the row matches more."""
    sentence: str
    """All that in one sentence."""
    document: str
    """The change as a JSON document that `Router::with_changes` takes: the whole record as it is
    afterwards.
    """
    criterion: Optional[int] = None
    """Of a criterion, its position among those of the target, from 0."""
    before: Optional[str] = None
    """What the field says before; of a list, the entry that is taken out."""
    after: Optional[str] = None
    """What the field says afterwards; of a list, the entry that is added."""
    subject: Optional[Subject] = None
    """The subject that the expert handles afterwards, or to whose questions other answers are taken."""


@dataclass(frozen=True)
class DemandFault(Record):
    """A need that cannot be routed as it is."""

    position: int
    """The position of the need, from 0."""
    code: str
    """The stable code of the error."""
    message: str
    """The error in words."""
    need: Optional[str] = None
    """The need's id, if it has one."""
    field: Optional[str] = None
    """The field at fault."""


@dataclass(frozen=True)
class DemandQuery(Record):
    """What the report is asked for. Without any field: a row an institution, with ten of the changes that
    would bring it most, at most three of each kind.
    """

    by: DemandBy = "institution"
    """By what needs are counted."""
    institutions: tuple[str, ...] = ()
    """The ids or aliases of the institutions that are looked at; all if empty."""
    subjects: tuple[str, ...] = ()
    """The ids of the subjects whose needs count; all if empty."""
    kinds: tuple[DemandChangeKind, ...] = ()
    """The kinds of changes that are looked for; all if empty."""
    changes: int = 10
    """How many changes each row tells at most."""
    of_kind: int = 3
    """How many of them are of one kind at most, so that one kind leaves room for others."""
    language: Language = "fr"
    """The language of the sentences."""


@dataclass(frozen=True)
class DemandReferrals(Record):
    """What became of the needs that were sent: needs are counted, not referrals."""

    sent: int
    """Needs that it received, now or before they were given to another."""
    answered: int
    """Of these, the needs that it answered: taken in charge, closed or refused by itself."""
    helped: int
    """Of these, the needs that it helped."""


@dataclass(frozen=True)
class DemandStop(Record):
    """How many needs a rule stops."""

    rule: Rule
    """The rule."""
    needs: int
    """How many needs."""


@dataclass(frozen=True)
class DemandRow(Record):
    """What was asked of one institution, antenne or expert."""

    id: str
    """The id of the institution, antenne or expert."""
    name: str
    """Its name."""
    institution: Institution
    """The institution that it is, or belongs to."""
    asked: int
    """Needs on its subjects, in its territory."""
    matched: int
    """Of these, the needs that it matches."""
    outside: int
    """Needs on its subjects outside of its territory."""
    stopped: tuple[DemandStop, ...] = ()
    """Of these, the others, by the rule that stops them, in the order of the rules. A need counts once:
    with `matched` they add up to `asked`.
    """
    referrals: Optional[DemandReferrals] = None
    """What became of the needs, where referrals are given."""
    changes: tuple[DemandChange, ...] = ()
    """What one change of the directory would add, the greatest first."""


@dataclass(frozen=True)
class DemandReport(Record):
    """What was asked of each institution, antenne or expert, and what stood in the way."""

    by: DemandBy
    """By what needs are counted."""
    needs: int
    """How many needs count: those that can be routed, on the subjects that were asked for."""
    referrals_elsewhere: int
    """How many referrals of these needs the rows do not count for everybody who had them, now or before:
    the directory does not have the expert, antenne or institution, or it is in no row.
    """
    rows: tuple[DemandRow, ...] = ()
    """One row an institution, antenne or expert, in the order of their ids."""
    faults: tuple[DemandFault, ...] = ()
    """The needs that cannot be routed as they are, and do not count."""
