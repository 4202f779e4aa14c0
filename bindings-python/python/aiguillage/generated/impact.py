"""Figures of what became of needs.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Optional

from .._methods import QueryMethods, ReportMethods
from .._records import Record, Stored
from .deposits import ClosureReason, RequestEvent, TrackedRequest
from .follow_up import Referral, RefusalReason, TrackedNeed
from .reminders import ReminderPolicy
from .surveys import Survey, SurveyEvent, SurveyOutcome

ColumnKind = Literal[
    "text",
    "count",
    "number",
]
"""What a column holds."""

Dimension = Literal[
    "theme",
    "subject",
    "institution",
    "antenne",
    "expert",
    "commune",
    "ept",
    "epci",
    "departement",
    "region",
    "adviser",
    "origin",
    "headcount",
    "section",
]
"""By what figures are grouped.

Each need is in exactly one group, but by institution, antenne and expert, where a need is in the
group of each that got it, with what became of it there.
"""

Period = Literal[
    "month",
    "quarter",
    "year",
]
"""The length of periods, by the day on which needs were deposited."""


@dataclass(frozen=True)
class ClosureCount(Record):
    """How often a reason was given for closing."""

    label: str
    """What users read, in French."""
    count: int
    """How many requests."""
    reason: Optional[ClosureReason] = None
    """The reason; nothing where none is known."""


@dataclass(frozen=True)
class Funnel(Record):
    """What became of needs: one funnel with one denominator, in which everything is counted once.

    A need is in the deepest stage that it reached, and in exactly one part of it:

    - `deposited` = `nobody_found` + `not_sent` + `matched`
    - `matched` = `waiting` + `abandoned` + `answered`
    - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
    - `exchanged` = `no_help` + `helped`
    """

    deposited: int
    """Needs that companies deposited."""
    nobody_found: int
    """Lost: no expert was found, and none was chosen by hand."""
    not_sent: int
    """Open: experts were found, and nothing was sent yet."""
    matched: int
    """Needs that were sent to at least one expert."""
    waiting: int
    """Open: nobody has answered, for less than `abandoned` days."""
    abandoned: int
    """Lost: nobody has answered for `abandoned` days or more."""
    answered: int
    """Needs on which at least one expert took position, refusals included."""
    pending: int
    """Open: some have refused, others may still answer."""
    expired: int
    """Lost: some have refused, and the others have let `abandoned` days pass."""
    refused: int
    """Lost: everybody has refused."""
    unreachable: int
    """Lost: the company could not be reached."""
    in_progress: int
    """Open: somebody takes care of it."""
    exchanged: int
    """Needs on which an expert and the company have spoken (`done` or `done_no_help`)."""
    no_help: int
    """Lost: there was no help for it."""
    helped: int
    """Needs on which the company was helped (`done`)."""


@dataclass(frozen=True)
class ImpactChange(Record):
    """How a figure changed from one report to another."""

    label: str
    """What users read: `Total` for the total."""
    figure: str
    """The name of the figure, as a column of `ImpactReport::table`."""
    small: bool
    """Whether one of the two is a share of too few to mean much."""
    group: Optional[str] = None
    """The id of the group; nothing for the total, or for needs that have none."""
    before: Optional[float] = None
    """Its value before."""
    after: Optional[float] = None
    """Its value after."""
    difference: Optional[float] = None
    """The difference, where there are both."""


@dataclass(frozen=True)
class ImpactColumn(Record):
    """A column of a table: exactly one of the three lists holds its cells."""

    name: str
    """Its name, such as `helped` or `positioning_rate`."""
    label: str
    """What users read, in the language that was asked for."""
    kind: ColumnKind
    """What it holds."""
    texts: tuple[Optional[str], ...] = ()
    """The cells of a column of texts."""
    counts: tuple[Optional[int], ...] = ()
    """The cells of a column of counts."""
    numbers: tuple[Optional[float], ...] = ()
    """The cells of a column of other numbers."""


@dataclass(frozen=True)
class ImpactFault(Record):
    """Something that could not be counted, or only without some of its facts."""

    code: str
    """A code of `ReferralError`."""
    message: str
    """What is wrong, and what was probably meant."""
    left_out: bool
    """Whether it was left out of every figure; else it counts, without the fact at fault."""
    line: Optional[int] = None
    """The line of the file that it comes from, where it comes from one."""
    need: Optional[str] = None
    """The need."""
    referral: Optional[str] = None
    """The referral."""
    request: Optional[str] = None
    """The request."""
    field: Optional[str] = None
    """The field at fault."""


@dataclass(frozen=True)
class ImpactQuery(QueryMethods, Stored):
    """What to report, and on what needs. Every figure is of the same needs: those deposited from `from`
    until `until` that the lists let through; an empty list lets everything through.
    """

    _reader = ("read_impact_query", "query")
    on: date
    """The day of looking: what is still open and what is abandoned is seen from here, and needs deposited
    later do not exist yet.
    """
    from_: Optional[date] = None
    """The first day of deposit."""
    until: Optional[date] = None
    """The last day of deposit."""
    by: Optional[Dimension] = None
    """How to group."""
    period: Optional[Period] = None
    """How to cut time; with `by`, each group in each period."""
    themes: tuple[str, ...] = ()
    """Only these themes."""
    subjects: tuple[str, ...] = ()
    """Only these subjects."""
    institutions: tuple[str, ...] = ()
    """Only needs that one of these institutions got, and what became of them there."""
    antennes: tuple[str, ...] = ()
    """Only needs that one of these antennes got, and what became of them there."""
    zones: tuple[str, ...] = ()
    """Only needs in one of these zones, such as `departement:59`; they are also the territory over which
    equity is measured.
    """
    advisers: tuple[str, ...] = ()
    """Only needs that one of these advisers follows."""
    origins: tuple[str, ...] = ()
    """Only needs from these campaigns or sites."""
    abandoned: Optional[int] = None
    """After how many days of silence a need is abandoned, where that is another number here than that of
    the policy. The report's query holds the number that was used.
    """
    policy: Optional[ReminderPolicy] = None
    """The host's policy of reminders: a need is abandoned by the same clock here and there."""
    small: int = 10
    """Shares of fewer than this are flagged as small: 10."""
    least: Optional[int] = None
    """Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as
    many larger ones as it takes for two groups and this number, what is in no group among them: so that
    what is published tells nothing of a single company. A period alone is no group, nor is the total:
    who lets others choose the needs refuses a selection that is smaller, as the command line does. 0:
    every group is shown.
    """


@dataclass(frozen=True)
class ImpactTable(Record):
    """A table: named columns, each with a cell a row."""

    columns: tuple[ImpactColumn, ...] = ()
    """The columns, all of the same length."""


@dataclass(frozen=True)
class OutcomeCount(Record):
    """How many companies an exchange allowed to do something."""

    outcome: SurveyOutcome
    """What."""
    label: str
    """What users read, in French."""
    count: int
    """How many."""


@dataclass(frozen=True)
class ReasonCount(Record):
    """How often a reason was given for refusing."""

    label: str
    """What users read, in French."""
    count: int
    """How many refusals."""
    reason: Optional[RefusalReason] = None
    """The reason; nothing where none was given."""


@dataclass(frozen=True)
class ReferralCounts(Record):
    """Referrals by where they stand. A referral that was given to another expert counts once for each who
    had it. `sent` is the sum of the others.
    """

    sent: int
    """All of them."""
    waiting: int
    """Waiting for an answer, or expired without one."""
    taken_in_charge: int
    """Taken in charge."""
    done: int
    """Closed with help."""
    done_no_help: int
    """Closed, there was no help."""
    done_not_reachable: int
    """Closed, the company could not be reached."""
    refused: int
    """Refused."""
    taken_by_sibling: int
    """Closed because a colleague of the network took the need: in no rate."""
    withdrawn: int
    """Given to another expert before any refusal: in no rate."""


@dataclass(frozen=True)
class ReferralFile(Record):
    """Needs and referrals of a file.

    A row is a referral with the facts of its need; a need without referral is a row that has nothing in
    the referral's columns. Facts of a need may be left blank in its further rows. An expert who had a
    referral before is a row of its own, before the referral's row, with `until`. Columns may stand in
    any order, and those that are not needed may be missing.
    """

    needs: tuple[TrackedNeed, ...] = ()
    """The needs, each once."""
    need_lines: tuple[int, ...] = ()
    """The line on which each of them begins."""
    referrals: tuple[Referral, ...] = ()
    """The referrals."""
    referral_lines: tuple[int, ...] = ()
    """The line on which each of them stands."""
    faults: tuple[ImpactFault, ...] = ()
    """Rows that are left out, or that contradict others, with their lines."""


@dataclass(frozen=True)
class RequestFile(Record):
    """The requests of a file of events, a row an event.

    Columns may stand in any order, and those that are not needed may be missing. `needs` holds ids with
    a bar between them.
    """

    events: tuple[RequestEvent, ...] = ()
    """The events that count, in the order of the file."""
    requests: tuple[TrackedRequest, ...] = ()
    """What they make."""
    faults: tuple[ImpactFault, ...] = ()
    """Rows that could not be read, and events that cannot have happened, with their lines."""


@dataclass(frozen=True)
class Share(Record):
    """A part of a whole, with both, so that nobody has to guess what a percentage is of."""

    count: int
    """The part."""
    of: int
    """The whole."""
    small: bool
    """Whether the whole is too small for the value to mean much."""
    value: Optional[float] = None
    """One by the other, from 0 to 1; nothing where the whole is 0."""


@dataclass(frozen=True)
class ImpactSurveys(Record):
    """What companies said of their needs, as far as they were asked and have answered by the day of
    looking. A need has one survey. It counts for the receivers who helped; one of a need that nobody
    has helped any more is in the row without a group.
    """

    asked: int
    """Surveys that were sent, one for each need: a company with two needs is asked twice."""
    answered: int
    """Those that were answered."""
    called_back: int
    """Those whose company says that it was called back."""
    useful: int
    """Those whose company found the exchange useful."""
    satisfied: int
    """Those whose company was called back and found it useful."""
    answers: Share
    """`answered` / `asked`."""
    satisfaction: Share
    """`satisfied` / `answered`."""
    outcomes: tuple[OutcomeCount, ...]
    """What the exchange allowed companies to do, the most frequent first; a company may name several."""


@dataclass(frozen=True)
class RequestFigures(Record):
    """What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` +
    `closed`.

    A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so
    that by institution, antenne, expert and adviser all requests are in the row without a group. They
    add up in every report.
    """

    deposited: int
    """Requests that companies deposited."""
    to_read: int
    """Open: nobody has read them."""
    held: int
    """Open: held for an adviser."""
    transmitted: int
    """Those that became needs."""
    closed: int
    """Those that go no further."""
    closures: tuple[ClosureCount, ...]
    """Closed ones by reason, the most frequent first; they add up to `closed`."""
    transmitted_share: Share
    """`transmitted` / `deposited`."""
    transmitted_in_time: Share
    """Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
    instants where both are known, else in fewer than 3 whole days.
    """
    requalified: Share
    """Requests whose subject was changed after the company chose it / those of which it chose one."""


@dataclass(frozen=True)
class Figures(Record):
    """Figures of some needs and of their referrals."""

    requests: RequestFigures
    """What became of requests, before they were needs; noughts where none were given."""
    funnel: Funnel
    """What became of the needs."""
    referrals: ReferralCounts
    """Where their referrals stand."""
    refusals: tuple[ReasonCount, ...]
    """Refusals by reason, the most frequent first; they add up to `referrals.refused`."""
    surveys: ImpactSurveys
    """What the companies said of the help that they got; noughts where no surveys were given."""
    companies: int
    """Companies that deposited them, each once; of the needs that say which company."""
    companies_helped: int
    """Companies that were helped, each once; of the needs that say which company."""
    without_company: int
    """Needs that do not say which company, so that they are in neither."""
    matched: Share
    """`matched` / `deposited`."""
    answered: Share
    """`answered` / `matched`."""
    exchanged: Share
    """Needs with an exchange: `exchanged` / `matched`."""
    helped: Share
    """`helped` / `matched`."""
    helped_of_deposited: Share
    """`helped` / `deposited`: from one end to the other."""
    nobody_found: Share
    """Needs that nobody covers: `nobody_found` / `deposited`."""
    abandoned: Share
    """Needs that ever went `abandoned` days after their first sending without any answer, even if one came
    later / `matched`.
    """
    requalified: Share
    """Needs whose subject was changed after the company chose it / `deposited`."""
    new_companies: Share
    """Helped needs that were their company's first / helped needs for which that is known."""
    positioning: Share
    """Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and
    `withdrawn` in either.
    """
    taken: Share
    """Referrals taken in charge (now, or closed since) / the same referrals."""
    refusal: Share
    """Referrals refused / the same referrals."""
    taken_within_3_days: Share
    """Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs
    of which one was taken in charge.
    """
    taken_within_5_days: Share
    """The same in fewer than 5."""
    exchanged_within_3_days: Share
    """The same among needs with an exchange, in fewer than 3: as the national service publishes it."""
    exchanged_within_5_days: Share
    """The same in fewer than 5."""
    requalified_in: int = 0
    """Needs whose subject was changed to one of this group, from one of another: by theme where themes are
    asked for, else by subject. Added up over the groups, as many as went out.
    """
    requalified_out: int = 0
    """Needs whose company had chosen a subject of this group, which was changed to one of another; of the
    needs that the query lets through.
    """
    median_days_to_answer: Optional[float] = None
    """Median over needs of the days from the first sending to the first answer, a refusal included."""
    median_days_to_take: Optional[float] = None
    """Median over needs taken in charge of the days from sending to taking, of their quickest referral."""
    median_days_to_close: Optional[float] = None
    """Median over needs with an exchange of the days from deposit to the first closing with an exchange."""


@dataclass(frozen=True)
class ImpactRow(Record):
    """The figures of one group in one period."""

    label: str
    """What users read."""
    figures: Figures
    """The figures."""
    group: Optional[str] = None
    """The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or
    without groups.
    """
    period: Optional[str] = None
    """The period: `2026-11`, `2026-T4`, `2026`."""
    population: Optional[int] = None
    """The people who live in the zone that the group is."""


@dataclass(frozen=True)
class SurveyFile(Record):
    """The surveys of a file of events, a row an event.

    Columns may stand in any order, and those that are not needed may be missing. `called_back` and
    `useful` say yes or no (`oui`, `non`), `outcomes` holds words with a bar between them.
    """

    events: tuple[SurveyEvent, ...] = ()
    """The events that count, in the order of the file."""
    surveys: tuple[Survey, ...] = ()
    """What they make."""
    faults: tuple[ImpactFault, ...] = ()
    """Rows that could not be read, and events that cannot have happened, with their lines."""


@dataclass(frozen=True)
class TerritoryEquity(Record):
    """What a territory got."""

    zone: str
    """Such as `departement:59`."""
    label: str
    """Its name."""
    population: int
    """The people who live there."""
    needs: int
    """Needs deposited."""
    helped: int
    """Needs helped."""
    needs_per_thousand: Optional[float] = None
    """Needs deposited for a thousand inhabitants; nothing where nobody lives."""
    helped_per_thousand: Optional[float] = None
    """Needs helped for a thousand inhabitants."""


@dataclass(frozen=True)
class Equity(Record):
    """How evenly needs reach territories and institutions.

    The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is
    that of needs an inhabitant, each territory weighing as much as its inhabitants; over institutions
    and experts, that of needs each of them got.
    """

    territories: tuple[TerritoryEquity, ...]
    """Each of them, those with no need included."""
    institutions: int
    """How many institutions there are to get needs: the active ones of the directory and those of the
    referrals.
    """
    nobody_found: Share
    """Needs that nobody covers."""
    by: Optional[Dimension] = None
    """What the territories are; nothing without a geography."""
    territories_gini: Optional[float] = None
    """Over all needs."""
    helped_gini: Optional[float] = None
    """Over needs that were helped."""
    institutions_gini: Optional[float] = None
    """Over them."""
    experts: int = 0
    """How many experts there are to get needs: the active ones of the directory and those of the
    referrals.
    """
    experts_gini: Optional[float] = None
    """Over them. Where it is far above that of institutions, some experts have what their colleagues might
    have: compare their capacities, and see what `check` says of them.
    """


@dataclass(frozen=True)
class ImpactReport(ReportMethods, Record):
    """What was done for companies, in figures, without naming any of them."""

    query: ImpactQuery
    """What was asked."""
    total: Figures
    """The figures of everything together."""
    rows: tuple[ImpactRow, ...]
    """The figures of each group in each period: groups by their number of needs, periods in order. Empty
    where neither was asked for. Months without a need are there, with noughts.
    """
    adds_up: bool
    """Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a
    need is sent to several. Referrals and their refusals add up always; companies and medians never do.
    """
    equity: Equity
    """How evenly needs reach territories and institutions."""
    faults: tuple[ImpactFault, ...]
    """What was left out or is doubtful, and why."""
