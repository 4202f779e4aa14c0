"""Figures of what became of needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Optional

from .. import html
from .base import Record, Stored, call, load, native
from .referral import Referral, TrackedNeed

if TYPE_CHECKING:
    from .._aiguillage import Table


@dataclass(frozen=True)
class ImpactQuery(Stored):
    """Which needs to count, and by what."""

    on: date
    """The day as of which things are judged."""
    from_: Optional[date] = None
    until: Optional[date] = None
    by: Optional[str] = None
    """``theme``, ``subject``, ``institution``, ``antenne``, ``commune``, ``ept``, ``epci``,
    ``departement``, ``region``, ``adviser`` or ``origin``."""
    period: Optional[str] = None
    """``month``, ``quarter`` or ``year``."""
    themes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    antennes: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    advisers: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    abandoned: int = 45
    """After how many days without an answer a need counts as abandoned."""
    small: int = 10
    """Below which number a share is flagged as small."""

    def previous(self) -> Optional[ImpactQuery]:
        """The same for the period before, of the same length; none where it has no beginning or end."""
        previous: Optional[ImpactQuery] = load("ImpactQuery", native()._previous(self))
        return previous


@dataclass(frozen=True)
class Share(Record):
    """A part of a whole. ``value`` is none where the whole is 0."""

    count: int
    of: int
    value: Optional[float] = None
    small: bool = False
    """Whether the whole is too small for the share to mean much."""


@dataclass(frozen=True)
class Funnel(Record):
    """Where needs are. ``deposited = nobody_found + not_sent + matched``, ``matched = waiting +
    abandoned + answered``, ``answered = pending + expired + refused + unreachable + in_progress +
    exchanged``, ``exchanged = no_help + helped``."""

    deposited: int
    nobody_found: int
    not_sent: int
    matched: int
    waiting: int
    abandoned: int
    answered: int
    pending: int
    expired: int
    refused: int
    unreachable: int
    in_progress: int
    exchanged: int
    no_help: int
    helped: int


@dataclass(frozen=True)
class ReferralCounts(Record):
    """Where referrals stand; ``sent`` is the sum of the others."""

    sent: int
    waiting: int
    taken_in_charge: int
    done: int
    done_no_help: int
    done_not_reachable: int
    refused: int
    taken_by_sibling: int
    withdrawn: int


@dataclass(frozen=True)
class ReasonCount(Record):
    """How often experts refused for a reason."""

    label: str
    count: int
    reason: Optional[str] = None


@dataclass(frozen=True)
class Figures(Record):
    """All figures of some needs; ``crate::impact`` of the core defines each."""

    funnel: Funnel
    referrals: ReferralCounts
    refusals: tuple[ReasonCount, ...]
    companies: int
    companies_helped: int
    without_company: int
    matched: Share
    answered: Share
    exchanged: Share
    helped: Share
    helped_of_deposited: Share
    nobody_found: Share
    abandoned: Share
    requalified: Share
    new_companies: Share
    positioning: Share
    taken: Share
    refusal: Share
    taken_within_3_days: Share
    taken_within_5_days: Share
    exchanged_within_3_days: Share
    exchanged_within_5_days: Share
    median_days_to_answer: Optional[float] = None
    median_days_to_take: Optional[float] = None
    median_days_to_close: Optional[float] = None


@dataclass(frozen=True)
class ImpactRow(Record):
    """The figures of one group, of one period."""

    label: str
    figures: Figures
    group: Optional[str] = None
    period: Optional[str] = None
    population: Optional[int] = None


@dataclass(frozen=True)
class Territory(Record):
    """The needs of a territory beside its population."""

    zone: str
    label: str
    population: int
    needs: int
    helped: int
    needs_per_thousand: Optional[float] = None
    helped_per_thousand: Optional[float] = None


@dataclass(frozen=True)
class Equity(Record):
    """How needs are spread over territories and institutions: a Gini index of 0 is evenly."""

    territories: tuple[Territory, ...]
    institutions: int
    nobody_found: Share
    by: Optional[str] = None
    territories_gini: Optional[float] = None
    helped_gini: Optional[float] = None
    institutions_gini: Optional[float] = None


@dataclass(frozen=True)
class ImpactFault(Record):
    """Something in the data that is wrong."""

    code: str
    message: str
    left_out: bool
    """Whether it was therefore not counted."""
    line: Optional[int] = None
    need: Optional[str] = None
    referral: Optional[str] = None
    field: Optional[str] = None


@dataclass(frozen=True)
class ImpactChange(Record):
    """A figure in two reports."""

    label: str
    figure: str
    group: Optional[str] = None
    before: Optional[float] = None
    after: Optional[float] = None
    difference: Optional[float] = None
    small: bool = False


@dataclass(frozen=True)
class ImpactReport(Record):
    """What became of needs."""

    query: ImpactQuery
    total: Figures
    rows: tuple[ImpactRow, ...]
    adds_up: bool
    """Whether the rows count every need once, so that they add up to the total."""
    equity: Equity
    faults: tuple[ImpactFault, ...] = ()

    def to_table(self) -> Table:
        """The rows as an Arrow table with a column a figure; the total as its only row where there are none."""
        table: Table = native()._impact_table(self)
        return table

    def to_csv(self) -> str:
        """The same as the text of a CSV file."""
        text: str = call("impact_csv", {"report": self})
        return text

    def _repr_html_(self) -> str:
        return html.impact(self)


@dataclass(frozen=True)
class ReferralFile(Record):
    """The needs and referrals of a CSV file, and what is wrong with its rows."""

    needs: tuple[TrackedNeed, ...] = ()
    referrals: tuple[Referral, ...] = ()
    faults: tuple[ImpactFault, ...] = ()
