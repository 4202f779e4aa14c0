"""What hosts give as dictionaries or keywords, for type checkers: every field may be left out.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Optional, TypedDict, Union

from . import (
    AdviserCard,
    AnswerCard,
    Antenne,
    Candidate,
    ClosureCount,
    ClosureReason,
    CompanyOpco,
    ContactCard,
    DemandBy,
    DemandChangeKind,
    Dimension,
    Equity,
    EventKind,
    Expert,
    ExpertCard,
    FacilityCard,
    FactSource,
    Figures,
    Finding,
    FindingCode,
    Funnel,
    HoldReason,
    ImpactFault,
    ImpactQuery,
    ImpactRow,
    ImpactSurveys,
    Institution,
    Language,
    Links,
    NeedCard,
    OpcoCertainty,
    OutcomeCount,
    PastExpert,
    Period,
    ReasonCount,
    ReferralCounts,
    ReferralState,
    RefusalReason,
    Register,
    ReminderPolicy,
    RequestEventKind,
    RequestFigures,
    RequestState,
    Role,
    Service,
    Severity,
    Share,
    ShareAmong,
    SurveyEventKind,
    SurveyOutcome,
    TerritoryEquity,
    WhenUnavailable,
)

if TYPE_CHECKING:
    from typing_extensions import Required

Day = Union[date, str, None]
"""A date, or its text: ``2026-11-23``."""
Instant = Union[datetime, str, None]
"""An instant with its zone, or its text."""


class ActorFields(TypedDict, total=False):
    """Somebody who wants to see or do something, as far as permissions go."""

    role: Required[Optional[Role]]
    """As what they act."""
    expert: Union[str, Expert, None]
    """The id of the expert, or of the team of a member."""
    antennes: Optional[Iterable[Optional[str]]]
    """The ids of the antennes of a manager's perimeter: those that `perimeter` lists."""
    adviser: Optional[str]
    """The host's id of an adviser."""
    origins: Optional[Iterable[Optional[str]]]
    """The sites and campaigns of a cooperation."""


class AdviserCardFields(TypedDict, total=False):
    """An adviser, as messages show them."""

    name: Optional[str]
    """Their name."""


class AnswerCardFields(TypedDict, total=False):
    """A question and its answer."""

    question: Required[Optional[str]]
    """The label of the question."""
    answer: Required[Union[bool, str, Iterable[str], None]]
    """The answer; choices by their labels."""


class CandidateFields(TypedDict, total=False):
    """An expert to whom a need could go."""

    expert: Union[str, Expert, None]
    """The id of the expert."""
    antenne: Union[str, Antenne, None]
    """The id of their antenne."""
    institution: Union[str, Institution, None]
    """The id of their institution."""
    instead_of: Optional[str]
    """The id of the absent expert whose place this one takes."""
    absent_until: Day
    """The last day of their absence, of those who are away."""
    full: Optional[bool]
    """Whether they have as many needs as they can take."""


class CandidatesFields(TypedDict, total=False):
    """Whom a need could go to on a day."""

    matched: Optional[Iterable[Union[Candidate, CandidateFields, None]]]
    """Those who match, in their order."""
    outside: Optional[Iterable[Union[Candidate, CandidateFields, None]]]
    """Those whom their territory alone stops, the nearest first."""


class ClosureCountFields(TypedDict, total=False):
    """How often a reason was given for closing."""

    reason: Optional[ClosureReason]
    """The reason; nothing where none is known."""
    label: Optional[str]
    """What users read, in French."""
    count: Optional[int]
    """How many requests."""


class ComeBackPolicyFields(TypedDict, total=False):
    """When to invite a company to come back."""

    after_exchange_months: Optional[int]
    """How many months after an expert has closed its last need, having spoken with it: 4."""
    after_deposit_months: Optional[int]
    """How many months after it asked, where nobody has spoken with it: 5."""
    within_days: Optional[int]
    """For how many days it is due; those who were forgotten for longer are left in peace: 30."""


class CommentFields(TypedDict, total=False):
    """That somebody says something about a referral."""

    referral: Required[Optional[str]]
    """The id of the referral."""
    on: Required[Day]
    """The day."""
    author: Optional[str]
    """The host's id of who says it."""


class CompanyFields(TypedDict, total=False):
    """What public registers know of a company and of one facility of it."""

    siren: Optional[str]
    """The company's number."""
    siret: Optional[str]
    """The facility's number."""
    name: Optional[str]
    """The name of the company."""
    commune: Optional[str]
    """INSEE's code of the facility's commune or municipal arrondissement, as it is today."""
    naf: Optional[str]
    """The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity
    of it.
    """
    naf_2025: Optional[str]
    """The same activity in NAF 2025."""
    nafa_codes: Optional[Iterable[Optional[str]]]
    """The facility's craft codes."""
    headcount_band: Optional[str]
    """INSEE's band of the facility's headcount; the company's where the answer has no facility."""
    headcount_year: Optional[int]
    """The year of that band, which lags two years or three."""
    company_headcount_band: Optional[str]
    """INSEE's band of the company's headcount."""
    company_headcount_year: Optional[int]
    """The year of the company's band."""
    employer: Optional[bool]
    """Whether the facility employs; the company where the answer has no facility."""
    legal_form: Optional[str]
    """The company's legal form."""
    created_on: Day
    """The day the company was created."""
    activities: Optional[Iterable[Optional[str]]]
    """The natures of the activity, such as `COMMERCIALE`; unknown if empty."""
    idcc: Optional[Iterable[Optional[str]]]
    """The facility's collective agreements; the company's where the facility has none."""
    opco: Union[CompanyOpco, CompanyOpcoFields, None]
    """The OPCO to which the collective agreements lead."""
    qualities: Optional[Mapping[str, Optional[bool]]]
    """Labels and statuses such as `ess` or `rge`; what is not there is not known."""
    turnover: Optional[int]
    """The company's turnover in the last closed year that has one, in whole euros."""
    turnover_year: Optional[int]
    """The year of the turnover."""
    micro_entrepreneur: Optional[bool]
    """Whether the company is a micro-entrepreneur's."""
    closed: Optional[bool]
    """Whether the facility is closed or the company has ceased."""
    foreign: Optional[bool]
    """Whether the facility is abroad."""
    not_diffusible: Optional[bool]
    """Whether the register hides a part of what it knows, at the wish of the company."""
    sources: Optional[Mapping[str, Union[FactSource, FactSourceFields, None]]]
    """Where each fact that is known comes from, by the name of its field."""
    findings: Optional[Iterable[Union[Finding, FindingFields, None]]]
    """What is odd about the answer."""


class CompanyOpcoFields(TypedDict, total=False):
    """The OPCO to which the collective agreements of a facility lead."""

    certainty: Optional[OpcoCertainty]
    """How surely."""
    ids: Optional[Iterable[Optional[str]]]
    """The OPCO by their stable ids, such as `akto`."""


class ContactCardFields(TypedDict, total=False):
    """A person of the company."""

    name: Optional[str]
    """Their name."""
    phone: Optional[str]
    """Where to call."""
    email: Optional[str]
    """Where to write."""


class DemandQueryFields(TypedDict, total=False):
    """What the report is asked for. Without any field: a row an institution, with ten of the changes that
    would bring it most, at most three of each kind.
    """

    by: Optional[DemandBy]
    """By what needs are counted."""
    institutions: Optional[Iterable[Optional[str]]]
    """The ids or aliases of the institutions that are looked at; all if empty."""
    subjects: Optional[Iterable[Optional[str]]]
    """The ids of the subjects whose needs count; all if empty."""
    kinds: Optional[Iterable[Optional[DemandChangeKind]]]
    """The kinds of changes that are looked for; all if empty."""
    changes: Optional[int]
    """How many changes each row tells at most."""
    of_kind: Optional[int]
    """How many of them are of one kind at most, so that one kind leaves room for others."""
    language: Optional[Language]
    """The language of the sentences."""


class DepartureFields(TypedDict, total=False):
    """Somebody who leaves, and who takes over from them."""

    expert: Required[Union[str, Expert, None]]
    """The id of the expert who leaves."""
    successor: Required[Optional[str]]
    """Who takes over."""
    antenne: Union[str, Antenne, None]
    """Their antenne."""
    institution: Required[Union[str, Institution, None]]
    """Their institution."""
    on: Required[Day]
    """The day."""
    author: Optional[str]
    """The host's id of who transfers."""


class EquityFields(TypedDict, total=False):
    """How evenly needs reach territories and institutions.

    The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is
    that of needs an inhabitant, each territory weighing as much as its inhabitants; over institutions
    and experts, that of needs each of them got.
    """

    by: Optional[Dimension]
    """What the territories are; nothing without a geography."""
    territories: Optional[Iterable[Union[TerritoryEquity, TerritoryEquityFields, None]]]
    """Each of them, those with no need included."""
    territories_gini: Optional[float]
    """Over all needs."""
    helped_gini: Optional[float]
    """Over needs that were helped."""
    institutions: Optional[int]
    """How many institutions there are to get needs: the active ones of the directory and those of the
    referrals.
    """
    institutions_gini: Optional[float]
    """Over them."""
    experts: Optional[int]
    """How many experts there are to get needs: the active ones of the directory and those of the
    referrals.
    """
    experts_gini: Optional[float]
    """Over them. Where it is far above that of institutions, some experts have what their colleagues might
    have: compare their capacities, and see what `check` says of them.
    """
    nobody_found: Union[Share, ShareFields, None]
    """Needs that nobody covers."""


class ExpertAbsenceFields(TypedDict, total=False):
    """A time in which an expert is away."""

    expert: Required[Union[str, Expert, None]]
    """The id of the expert."""
    from_: Required[Day]
    """The first day away."""
    until: Required[Day]
    """The last day away. Where it is before the first, no day is meant."""


class ExpertCardFields(TypedDict, total=False):
    """An expert, as messages show them."""

    name: Optional[str]
    """Their name."""
    institution: Union[str, Institution, None]
    """The name of their institution."""
    phone: Optional[str]
    """Where to call."""
    email: Optional[str]
    """Where to write."""


class FacilityCardFields(TypedDict, total=False):
    """A facility, as messages show it."""

    name: Optional[str]
    """The company's name."""
    siret: Optional[str]
    """Its number."""
    commune: Optional[str]
    """The name of its commune."""
    activity: Optional[str]
    """What it does, in words."""
    headcount: Optional[str]
    """How many work there, in words."""


class FactSourceFields(TypedDict, total=False):
    """Where a fact comes from, and of which day it is."""

    register: Optional[Register]
    """The register."""
    field: Optional[str]
    """The field of its answer, such as `siege.commune`, or the column of its file."""
    on: Day
    """The day on which the register last treated what it says there, where it tells."""


class FiguresFields(TypedDict, total=False):
    """Figures of some needs and of their referrals."""

    requests: Union[RequestFigures, RequestFiguresFields, None]
    """What became of requests, before they were needs; noughts where none were given."""
    funnel: Union[Funnel, FunnelFields, None]
    """What became of the needs."""
    referrals: Union[ReferralCounts, ReferralCountsFields, None]
    """Where their referrals stand."""
    refusals: Optional[Iterable[Union[ReasonCount, ReasonCountFields, None]]]
    """Refusals by reason, the most frequent first; they add up to `referrals.refused`."""
    surveys: Union[ImpactSurveys, ImpactSurveysFields, None]
    """What the companies said of the help that they got; noughts where no surveys were given."""
    companies: Optional[int]
    """Companies that deposited them, each once; of the needs that say which company."""
    companies_helped: Optional[int]
    """Companies that were helped, each once; of the needs that say which company."""
    without_company: Optional[int]
    """Needs that do not say which company, so that they are in neither."""
    matched: Union[Share, ShareFields, None]
    """`matched` / `deposited`."""
    answered: Union[Share, ShareFields, None]
    """`answered` / `matched`."""
    exchanged: Union[Share, ShareFields, None]
    """Needs with an exchange: `exchanged` / `matched`."""
    helped: Union[Share, ShareFields, None]
    """`helped` / `matched`."""
    helped_of_deposited: Union[Share, ShareFields, None]
    """`helped` / `deposited`: from one end to the other."""
    nobody_found: Union[Share, ShareFields, None]
    """Needs that nobody covers: `nobody_found` / `deposited`."""
    abandoned: Union[Share, ShareFields, None]
    """Needs that ever went `abandoned` days after their first sending without any answer, even if one came
    later / `matched`.
    """
    requalified: Union[Share, ShareFields, None]
    """Needs whose subject was changed after the company chose it / `deposited`."""
    requalified_in: Optional[int]
    """Needs whose subject was changed to one of this group, from one of another: by theme where themes are
    asked for, else by subject. Added up over the groups, as many as went out.
    """
    requalified_out: Optional[int]
    """Needs whose company had chosen a subject of this group, which was changed to one of another; of the
    needs that the query lets through.
    """
    new_companies: Union[Share, ShareFields, None]
    """Helped needs that were their company's first / helped needs for which that is known."""
    positioning: Union[Share, ShareFields, None]
    """Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and
    `withdrawn` in either.
    """
    taken: Union[Share, ShareFields, None]
    """Referrals taken in charge (now, or closed since) / the same referrals."""
    refusal: Union[Share, ShareFields, None]
    """Referrals refused / the same referrals."""
    taken_within_3_days: Union[Share, ShareFields, None]
    """Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs
    of which one was taken in charge.
    """
    taken_within_5_days: Union[Share, ShareFields, None]
    """The same in fewer than 5."""
    exchanged_within_3_days: Union[Share, ShareFields, None]
    """The same among needs with an exchange, in fewer than 3: as the national service publishes it."""
    exchanged_within_5_days: Union[Share, ShareFields, None]
    """The same in fewer than 5."""
    median_days_to_answer: Optional[float]
    """Median over needs of the days from the first sending to the first answer, a refusal included."""
    median_days_to_take: Optional[float]
    """Median over needs taken in charge of the days from sending to taking, of their quickest referral."""
    median_days_to_close: Optional[float]
    """Median over needs with an exchange of the days from deposit to the first closing with an exchange."""


class FindingFields(TypedDict, total=False):
    """What is odd about the answer of a register, or about a need beside it."""

    severity: Optional[Severity]
    """How grave it is."""
    code: Optional[FindingCode]
    """Its kind."""
    text: Optional[str]
    """The text that was found, cut after 120 characters."""
    message: Optional[str]
    """What is wrong, in one sentence in English."""
    field: Optional[str]
    """The field where it stands: of the answer, or of the need beside it."""
    taken: Optional[str]
    """What was taken in place of the text, or stands beside it."""
    open: Optional[Iterable[Optional[str]]]
    """The open facilities of the company that the answer has, where its own is closed."""


class FunnelFields(TypedDict, total=False):
    """What became of needs: one funnel with one denominator, in which everything is counted once.

    A need is in the deepest stage that it reached, and in exactly one part of it:

    - `deposited` = `nobody_found` + `not_sent` + `matched`
    - `matched` = `waiting` + `abandoned` + `answered`
    - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
    - `exchanged` = `no_help` + `helped`
    """

    deposited: Optional[int]
    """Needs that companies deposited."""
    nobody_found: Optional[int]
    """Lost: no expert was found, and none was chosen by hand."""
    not_sent: Optional[int]
    """Open: experts were found, and nothing was sent yet."""
    matched: Optional[int]
    """Needs that were sent to at least one expert."""
    waiting: Optional[int]
    """Open: nobody has answered, for less than `abandoned` days."""
    abandoned: Optional[int]
    """Lost: nobody has answered for `abandoned` days or more."""
    answered: Optional[int]
    """Needs on which at least one expert took position, refusals included."""
    pending: Optional[int]
    """Open: some have refused, others may still answer."""
    expired: Optional[int]
    """Lost: some have refused, and the others have let `abandoned` days pass."""
    refused: Optional[int]
    """Lost: everybody has refused."""
    unreachable: Optional[int]
    """Lost: the company could not be reached."""
    in_progress: Optional[int]
    """Open: somebody takes care of it."""
    exchanged: Optional[int]
    """Needs on which an expert and the company have spoken (`done` or `done_no_help`)."""
    no_help: Optional[int]
    """Lost: there was no help for it."""
    helped: Optional[int]
    """Needs on which the company was helped (`done`)."""


class ImpactFaultFields(TypedDict, total=False):
    """Something that could not be counted, or only without some of its facts."""

    line: Optional[int]
    """The line of the file that it comes from, where it comes from one."""
    need: Optional[str]
    """The need."""
    referral: Optional[str]
    """The referral."""
    request: Optional[str]
    """The request."""
    code: Optional[str]
    """A code of `ReferralError`."""
    field: Optional[str]
    """The field at fault."""
    message: Optional[str]
    """What is wrong, and what was probably meant."""
    left_out: Optional[bool]
    """Whether it was left out of every figure; else it counts, without the fact at fault."""


class ImpactQueryFields(TypedDict, total=False):
    """What to report, and on what needs. Every figure is of the same needs: those deposited from `from`
    until `until` that the lists let through; an empty list lets everything through.
    """

    on: Day
    """The day of looking: what is still open and what is abandoned is seen from here, and needs deposited
    later do not exist yet.
    """
    from_: Day
    """The first day of deposit."""
    until: Day
    """The last day of deposit."""
    by: Optional[Dimension]
    """How to group."""
    period: Optional[Period]
    """How to cut time; with `by`, each group in each period."""
    themes: Optional[Iterable[Optional[str]]]
    """Only these themes."""
    subjects: Optional[Iterable[Optional[str]]]
    """Only these subjects."""
    institutions: Optional[Iterable[Optional[str]]]
    """Only needs that one of these institutions got, and what became of them there."""
    antennes: Optional[Iterable[Optional[str]]]
    """Only needs that one of these antennes got, and what became of them there."""
    zones: Optional[Iterable[Optional[str]]]
    """Only needs in one of these zones, such as `departement:59`; they are also the territory over which
    equity is measured.
    """
    advisers: Optional[Iterable[Optional[str]]]
    """Only needs that one of these advisers follows."""
    origins: Optional[Iterable[Optional[str]]]
    """Only needs from these campaigns or sites."""
    abandoned: Optional[int]
    """After how many days of silence a need is abandoned, where that is another number here than that of
    the policy. The report's query holds the number that was used.
    """
    policy: Union[ReminderPolicy, ReminderPolicyFields, None]
    """The host's policy of reminders: a need is abandoned by the same clock here and there."""
    small: Optional[int]
    """Shares of fewer than this are flagged as small: 10."""
    least: Optional[int]
    """Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as
    many larger ones as it takes for two groups and this number, what is in no group among them: so that
    what is published tells nothing of a single company. A period alone is no group, nor is the total:
    who lets others choose the needs refuses a selection that is smaller, as the command line does. 0:
    every group is shown.
    """


class ImpactReportFields(TypedDict, total=False):
    """What was done for companies, in figures, without naming any of them."""

    query: Union[ImpactQuery, ImpactQueryFields, None]
    """What was asked."""
    total: Union[Figures, FiguresFields, None]
    """The figures of everything together."""
    rows: Optional[Iterable[Union[ImpactRow, ImpactRowFields, None]]]
    """The figures of each group in each period: groups by their number of needs, periods in order. Empty
    where neither was asked for. Months without a need are there, with noughts.
    """
    adds_up: Optional[bool]
    """Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a
    need is sent to several. Referrals and their refusals add up always; companies and medians never do.
    """
    equity: Union[Equity, EquityFields, None]
    """How evenly needs reach territories and institutions."""
    faults: Optional[Iterable[Union[ImpactFault, ImpactFaultFields, None]]]
    """What was left out or is doubtful, and why."""


class ImpactRowFields(TypedDict, total=False):
    """The figures of one group in one period."""

    group: Optional[str]
    """The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or
    without groups.
    """
    label: Optional[str]
    """What users read."""
    period: Optional[str]
    """The period: `2026-11`, `2026-T4`, `2026`."""
    population: Optional[int]
    """The people who live in the zone that the group is."""
    figures: Union[Figures, FiguresFields, None]
    """The figures."""


class ImpactSurveysFields(TypedDict, total=False):
    """What companies said of their needs, as far as they were asked and have answered by the day of
    looking. A need has one survey. It counts for the receivers who helped; one of a need that nobody
    has helped any more is in the row without a group.
    """

    asked: Optional[int]
    """Surveys that were sent, one for each need: a company with two needs is asked twice."""
    answered: Optional[int]
    """Those that were answered."""
    called_back: Optional[int]
    """Those whose company says that it was called back."""
    useful: Optional[int]
    """Those whose company found the exchange useful."""
    satisfied: Optional[int]
    """Those whose company was called back and found it useful."""
    answers: Union[Share, ShareFields, None]
    """`answered` / `asked`."""
    satisfaction: Union[Share, ShareFields, None]
    """`satisfied` / `answered`."""
    outcomes: Optional[Iterable[Union[OutcomeCount, OutcomeCountFields, None]]]
    """What the exchange allowed companies to do, the most frequent first; a company may name several."""


class LinksFields(TypedDict, total=False):
    """Where buttons lead: `http`, `https` or `mailto`, made by the host.

    Mail filters follow links before people do: a link should lead to a page with a button, and not
    change anything by itself.
    """

    take_charge: Optional[str]
    """“I take charge”."""
    not_for_me: Optional[str]
    """“Not for me”."""
    see: Optional[str]
    """The need in the host's application."""
    ask_again: Optional[str]
    """Asking again, for a company that nobody called."""
    survey: Optional[str]
    """The survey, for a company that was helped."""


class MatchOptionsFields(TypedDict, total=False):
    """What is wanted of the matches of a need. Without any option every match is returned. """

    limit: Optional[int]
    """At most so many matches, the first ones."""
    per_institution: Optional[int]
    """At most so many matches of each institution, the first ones."""
    load: Optional[Mapping[str, Optional[float]]]
    """The open referrals of experts, by id; 0 for those it does not name. The full come last, and the less
    loaded per capacity first.
    """
    share: Optional[ShareAmong]
    """Among whom needs are shared equally: `expert` where it is not given. With `antenne` or
    `institution`, houses draw first, and take turns: the first expert of each, then the second of each.
    """
    received: Optional[Mapping[str, Optional[float]]]
    """The needs that experts received in the host's current period, by id; 0 for those it does not name.
    Those who have as many as their `max_per_period` are full.
    """
    absent: Optional[WhenUnavailable]
    """What becomes of the absent for whom nobody stands in: `last` where it is not given."""
    full: Optional[WhenUnavailable]
    """What becomes of the full: `last` where it is not given. Where somebody stands in for an absent
    expert, `load` and `received` are those of the absent one, whose place it is.
    """


class MoveFields(TypedDict, total=False):
    """A move from one state to another."""

    referral: Required[Optional[str]]
    """The id of the referral."""
    to: Required[Optional[ReferralState]]
    """Where it goes."""
    on: Required[Day]
    """The day."""
    reason: Optional[RefusalReason]
    """Why, where the expert refuses."""
    author: Optional[str]
    """The host's id of who moves it."""


class NeedFields(TypedDict, total=False):
    """One need of one facility, about one subject."""

    id: Optional[str]
    """What the host calls it. Equals share needs by it, so that the same need always goes the same way."""
    subject: Optional[str]
    """The id of the subject."""
    commune: Optional[str]
    """INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a
    field of its own.
    """
    postal_code: Optional[str]
    """The postal code of the facility, from which, with the town, the commune is found where it is not
    given.
    """
    town: Optional[str]
    """The town of the facility, as addresses have it: `AMIENS CEDEX 1`."""
    on: Day
    """The day of the need, from which ages and absences are counted; today if it is not given."""
    siret: Optional[str]
    """The facility's number."""
    naf: Optional[str]
    """The activity in NAF rév. 2."""
    naf_2025: Optional[str]
    """The activity in NAF 2025."""
    nafa_codes: Optional[Iterable[Optional[str]]]
    """The facility's craft codes."""
    headcount: Optional[int]
    """The facility's number of employees, where it is known exactly."""
    headcount_band: Optional[str]
    """INSEE's band of it, such as `02`, where it is not."""
    employer: Optional[bool]
    """Whether the company employs anybody, where no headcount says so."""
    legal_form: Optional[str]
    """The company's legal form."""
    created_on: Day
    """The day the company was created."""
    activities: Optional[Iterable[Optional[str]]]
    """The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if
    empty.
    """
    turnover: Optional[int]
    """The company's turnover in the last closed year, in whole euros."""
    balance_sheet: Optional[int]
    """The total of the company's balance sheet at the end of the last closed year, in whole euros."""
    micro_entrepreneur: Optional[bool]
    """Whether the company is run under the scheme of micro-entrepreneurs."""
    qualities: Optional[Mapping[str, Optional[bool]]]
    """What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
    `procedure-collective` and others.
    """
    idcc: Optional[Iterable[Optional[str]]]
    """The collective agreements that the facility applies, by their IDCC of four digits."""
    opco: Optional[str]
    """The id or alias of the facility's OPCO."""
    origin: Optional[str]
    """The campaign or site that the need comes from."""
    answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]]
    """Answers to the subject's questions, by the question's id."""


class NeedCardFields(TypedDict, total=False):
    """A need, as messages show it."""

    subject: Optional[str]
    """The label of its subject."""
    theme: Optional[str]
    """The label of its theme."""
    description: Optional[str]
    """What the company wrote."""
    answers: Optional[Iterable[Union[AnswerCard, AnswerCardFields, None]]]
    """What the company answered."""
    sent_on: Day
    """The day it was sent."""
    days: Optional[int]
    """For how many days it has been waiting."""
    state: Optional[ReferralState]
    """Where its referral stands: `taken_in_charge`, `done`…"""
    reason: Optional[RefusalReason]
    """Why the expert refused."""


class NotificationDataFields(TypedDict, total=False):
    """The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that
    is missing is an error that names it.
    """

    service: Union[Service, ServiceFields, None]
    """Who sends."""
    need: Union[NeedCard, NeedCardFields, None]
    """What the company needs."""
    facility: Union[FacilityCard, FacilityCardFields, None]
    """The company's site."""
    contact: Union[ContactCard, ContactCardFields, None]
    """Whom to call in the company."""
    expert: Union[ExpertCard, ExpertCardFields, None]
    """The expert to whom, or of whom, the message is."""
    experts: Optional[Iterable[Union[ExpertCard, ExpertCardFields, None]]]
    """All experts who got the need."""
    adviser: Union[AdviserCard, AdviserCardFields, None]
    """The adviser to whom the message is."""
    links: Union[Links, LinksFields, None]
    """Where buttons lead."""


class OutcomeCountFields(TypedDict, total=False):
    """How many companies an exchange allowed to do something."""

    outcome: Optional[SurveyOutcome]
    """What."""
    label: Optional[str]
    """What users read, in French."""
    count: Optional[int]
    """How many."""


class PastExpertFields(TypedDict, total=False):
    """An expert who had a referral before it was given to another."""

    expert: Union[str, Expert, None]
    """Their id."""
    antenne: Union[str, Antenne, None]
    """Their antenne, at that time."""
    institution: Union[str, Institution, None]
    """Their institution, at that time."""
    sent_on: Day
    """The day it was sent to them, or came to them."""
    until: Day
    """The day it was given to another."""
    state: Optional[ReferralState]
    """Where it stood then: `not_for_me` if they had refused."""
    closed_on: Day
    """The day they refused, if they had."""
    reason: Optional[RefusalReason]
    """Why they had refused."""
    author: Optional[str]
    """The host's id of who gave it to another."""


class ReasonCountFields(TypedDict, total=False):
    """How often a reason was given for refusing."""

    reason: Optional[RefusalReason]
    """The reason; nothing where none was given."""
    label: Optional[str]
    """What users read, in French."""
    count: Optional[int]
    """How many refusals."""


class ReassignmentFields(TypedDict, total=False):
    """A referral to be given to another expert."""

    referral: Required[Optional[str]]
    """The id of the referral."""
    expert: Required[Union[str, Expert, None]]
    """To whom."""
    antenne: Union[str, Antenne, None]
    """Their antenne."""
    institution: Required[Union[str, Institution, None]]
    """Their institution."""
    on: Required[Day]
    """The day."""
    author: Optional[str]
    """The host's id of who gives it to another."""


class ReferralFields(TypedDict, total=False):
    """One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.

    Days are civil days, as the host's calendar shows them: a delay is the difference of two dates,
    which neither a change of clock nor the hour can move. A host that has instants takes their date in
    its own legal time.
    """

    id: Optional[str]
    """What the host calls it; unique among all referrals."""
    need: Optional[str]
    """The id of the need."""
    expert: Union[str, Expert, None]
    """The id of the expert who has it now."""
    antenne: Union[str, Antenne, None]
    """The antenne of that expert, at that time."""
    institution: Union[str, Institution, None]
    """The institution of that expert, at that time."""
    sent_on: Day
    """The day it was sent to that expert; where it was transferred to them, to whoever had it before."""
    by_hand: Optional[bool]
    """Whether a person chose the expert, rather than the router."""
    state: Optional[ReferralState]
    """Where it stands."""
    reopened_on: Day
    """The day it came back to waiting, where it did: reminders count from there."""
    taken_on: Day
    """The day it was taken in charge, or closed at once with a done state."""
    closed_on: Day
    """The day it was closed."""
    reason: Optional[RefusalReason]
    """Why the expert refused."""
    author: Optional[str]
    """The host's id of who made the last move."""
    moved_on: Day
    """The day of the last move."""
    seq: Optional[int]
    """How many events it is made of."""
    past: Optional[Iterable[Union[PastExpert, PastExpertFields, None]]]
    """The experts who had it before, in order."""


class ReferralCountsFields(TypedDict, total=False):
    """Referrals by where they stand. A referral that was given to another expert counts once for each who
    had it. `sent` is the sum of the others.
    """

    sent: Optional[int]
    """All of them."""
    waiting: Optional[int]
    """Waiting for an answer, or expired without one."""
    taken_in_charge: Optional[int]
    """Taken in charge."""
    done: Optional[int]
    """Closed with help."""
    done_no_help: Optional[int]
    """Closed, there was no help."""
    done_not_reachable: Optional[int]
    """Closed, the company could not be reached."""
    refused: Optional[int]
    """Refused."""
    taken_by_sibling: Optional[int]
    """Closed because a colleague of the network took the need: in no rate."""
    withdrawn: Optional[int]
    """Given to another expert before any refusal: in no rate."""


class ReferralEventFields(TypedDict, total=False):
    """One thing that happened to a referral. Events are only ever added; what a referral is follows from
    them (`fold`).

    It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution`
    belong to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal.
    A `comment` changes nothing, and has no number.
    """

    referral: Optional[str]
    """The id of the referral."""
    on: Day
    """The day it happened: with `seq`, what orders events, whenever they arrive."""
    seq: Optional[int]
    """Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count
    them: then those of a day have the order of their states.
    """
    need: Optional[str]
    """The id of the need."""
    kind: Optional[EventKind]
    """What happened."""
    to: Optional[ReferralState]
    """Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of
    a transfer and a comment.
    """
    reason: Optional[RefusalReason]
    """Why the expert refused."""
    author: Optional[str]
    """The host's id of who did it; nobody for what follows by itself."""
    expert: Union[str, Expert, None]
    """The expert to whom it was sent."""
    antenne: Union[str, Antenne, None]
    """Their antenne."""
    institution: Union[str, Institution, None]
    """Their institution."""
    by_hand: Optional[bool]
    """Whether a person chose the expert, rather than the router."""


class ReminderPolicyFields(TypedDict, total=False):
    """When to remind. All numbers are days, but for `archive_months` and the counts of referrals."""

    poke: Optional[int]
    """After how many days a need is poked: 9."""
    last_chance: Optional[int]
    """After how many it gets its last chance: 21."""
    abandoned: Optional[int]
    """After how many it is abandoned, and the company told: 45."""
    grace: Optional[int]
    """For how many days an expert who was just sent a need is left in peace: 3."""
    expired: Optional[int]
    """After how many days a referral that waits has expired: 45."""
    archive_months: Optional[int]
    """After how many months a referral that has expired is archived: 6."""
    many: Optional[int]
    """From how many waiting referrals an expert has many: 6."""
    old: Optional[int]
    """From how many of them being old an expert has fallen behind: 2."""
    old_days: Optional[int]
    """From how many days a waiting referral is old: 15."""


class RequestFields(TypedDict, total=False):
    """A request of a company, as it comes in or as it came in before."""

    id: Optional[str]
    """What the host calls it."""
    company: Optional[str]
    """Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without
    one, and the request is new.
    """
    subject: Optional[str]
    """The id of the subject."""
    at: Instant
    """When it came in."""
    open: Optional[bool]
    """Whether its need is still open; it does not matter for the one that comes in."""


class RequestEventFields(TypedDict, total=False):
    """One thing that happened to a request. Events are only ever added; what a request is follows from
    them (`fold_requests`).

    It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune`
    belong to `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to
    `transmitted`, `held_for` to `held`, `closed_for` to `closed`.
    """

    request: Optional[str]
    """The id of the request."""
    on: Day
    """The day it happened, in the host's own place: with `seq`, what orders events, whenever they arrive."""
    seq: Optional[int]
    """Which event of its request it is, from 1; it orders those of a day. 0 where the host does not count
    them: then those of a day have the order of their instants, and of their kinds.
    """
    at: Instant
    """The instant it happened, where it is known: what "within 72 hours" is counted by."""
    kind: Optional[RequestEventKind]
    """What happened."""
    origin: Optional[str]
    """The campaign, site or partner from which it came."""
    company: Optional[str]
    """What tells companies apart: a SIREN, or an id of the host's."""
    commune: Optional[str]
    """INSEE's code of the facility's commune or municipal arrondissement."""
    subject: Optional[str]
    """The subject that the company chose, if it chose any; or the one that it is requalified to."""
    from_: Optional[str]
    """The subject before a requalification, where the host says so: it must be the one that the request
    has there.
    """
    needs: Optional[Iterable[Optional[str]]]
    """The ids of the needs that it became."""
    held_for: Optional[HoldReason]
    """Why it is held."""
    closed_for: Optional[ClosureReason]
    """Why it goes no further."""
    author: Optional[str]
    """The host's id of who did it; nobody for the company itself, and for what follows by itself."""


class RequestFiguresFields(TypedDict, total=False):
    """What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` +
    `closed`.

    A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so
    that by institution, antenne, expert and adviser all requests are in the row without a group. They
    add up in every report.
    """

    deposited: Optional[int]
    """Requests that companies deposited."""
    to_read: Optional[int]
    """Open: nobody has read them."""
    held: Optional[int]
    """Open: held for an adviser."""
    transmitted: Optional[int]
    """Those that became needs."""
    closed: Optional[int]
    """Those that go no further."""
    closures: Optional[Iterable[Union[ClosureCount, ClosureCountFields, None]]]
    """Closed ones by reason, the most frequent first; they add up to `closed`."""
    transmitted_share: Union[Share, ShareFields, None]
    """`transmitted` / `deposited`."""
    transmitted_in_time: Union[Share, ShareFields, None]
    """Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
    instants where both are known, else in fewer than 3 whole days.
    """
    requalified: Union[Share, ShareFields, None]
    """Requests whose subject was changed after the company chose it / those of which it chose one."""


class RequestPolicyFields(TypedDict, total=False):
    """How far back to look."""

    duplicate_hours: Optional[int]
    """Within how many hours a second request of a company is a duplicate: 4."""
    duplicate_same_subject: Optional[bool]
    """Whether that is so for the same subject only: no. Companies often send one need under several
    subjects within minutes.
    """
    reminder_days: Optional[int]
    """Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21."""


class RetentionPolicyFields(TypedDict, total=False):
    """How long a need keeps what leads to persons."""

    months: Optional[int]
    """For how many months after the last thing that happened: 36."""


class SendingFields(TypedDict, total=False):
    """A referral to be sent."""

    referral: Required[Optional[str]]
    """What the host calls the referral."""
    need: Required[Optional[str]]
    """The id of the need."""
    expert: Required[Union[str, Expert, None]]
    """To whom."""
    antenne: Union[str, Antenne, None]
    """Their antenne."""
    institution: Required[Union[str, Institution, None]]
    """Their institution."""
    on: Required[Day]
    """The day it is sent."""
    by_hand: Optional[bool]
    """Whether a person chose the expert, rather than the router."""
    author: Optional[str]
    """The host's id of who sends it."""


class ServiceFields(TypedDict, total=False):
    """The service that sends."""

    name: Optional[str]
    """Its name, at the head and the foot of every message."""
    email: Optional[str]
    """Where to write to a person."""
    phone: Optional[str]
    """Where to call."""


class ShareFields(TypedDict, total=False):
    """A part of a whole, with both, so that nobody has to guess what a percentage is of."""

    count: Optional[int]
    """The part."""
    of: Optional[int]
    """The whole."""
    value: Optional[float]
    """One by the other, from 0 to 1; nothing where the whole is 0."""
    small: Optional[bool]
    """Whether the whole is too small for the value to mean much."""


class SurveyFields(TypedDict, total=False):
    """What a company was asked about a need, and what it answered."""

    need: Optional[str]
    """The id of the need. A need has one survey."""
    asked_on: Day
    """The day the company was asked."""
    answered_on: Day
    """The day it answered."""
    called_back: Optional[bool]
    """Whether somebody called it back."""
    useful: Optional[bool]
    """Whether the exchange was useful; not known where nobody asked that."""
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]
    """What the exchange allowed it to do, each once."""


class SurveyAnswerFields(TypedDict, total=False):
    """What a company answers."""

    need: Required[Optional[str]]
    """The id of the need."""
    on: Required[Day]
    """The day."""
    called_back: Required[Optional[bool]]
    """Whether somebody called it back."""
    useful: Optional[bool]
    """Whether the exchange was useful."""
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]
    """What the exchange allowed it to do."""


class SurveyEventFields(TypedDict, total=False):
    """One thing that happened to the survey of a need. Events are only ever added; what a survey is
    follows from them (`fold_surveys`).
    """

    need: Optional[str]
    """The id of the need."""
    on: Day
    """The day it happened."""
    kind: Optional[SurveyEventKind]
    """What happened."""
    called_back: Optional[bool]
    """Whether somebody called the company back; an answer says so."""
    useful: Optional[bool]
    """Whether the exchange was useful."""
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]
    """What the exchange allowed the company to do."""


class SurveyPolicyFields(TypedDict, total=False):
    """When to ask a company."""

    after_days: Optional[int]
    """How many days after the first help: 10."""
    within_months: Optional[int]
    """For how many months after the need was first sent: 3."""


class SuspensionFields(TypedDict, total=False):
    """A time in which a need calls for no reminder: the company asked to wait, say."""

    need: Required[Optional[str]]
    """The id of the need."""
    from_: Required[Day]
    """The first day without reminders."""
    until: Day
    """The last one; until further notice if it is not given. Where it is before the first, no day is
    meant.
    """


class TemplateOverrideFields(TypedDict, total=False):
    """A template of the host's instead of ours."""

    template: Required[Optional[str]]
    """Which one: `expert_new_need.html`, `layout.text`… See `template_names`."""
    source: Required[Optional[str]]
    """Its text, in Jinja."""


class TerritoryEquityFields(TypedDict, total=False):
    """What a territory got."""

    zone: Optional[str]
    """Such as `departement:59`."""
    label: Optional[str]
    """Its name."""
    population: Optional[int]
    """The people who live there."""
    needs: Optional[int]
    """Needs deposited."""
    helped: Optional[int]
    """Needs helped."""
    needs_per_thousand: Optional[float]
    """Needs deposited for a thousand inhabitants; nothing where nobody lives."""
    helped_per_thousand: Optional[float]
    """Needs helped for a thousand inhabitants."""


class TrackedNeedFields(TypedDict, total=False):
    """A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with
    the host, under the ids given here.
    """

    id: Optional[str]
    """What the host calls it; unique among all needs."""
    subject: Optional[str]
    """The id of the subject under which it was sent."""
    first_subject: Optional[str]
    """The subject that the company chose, where somebody changed it afterwards."""
    commune: Optional[str]
    """INSEE's code of the facility's commune or municipal arrondissement."""
    deposited_on: Day
    """The day the company asked."""
    found: Optional[int]
    """How many experts the router found; unknown if not given."""
    company: Optional[str]
    """What tells companies apart: a SIREN, or an id of the host's."""
    new_company: Optional[bool]
    """Whether it is the company's first need; unknown if not given."""
    adviser: Optional[str]
    """The host's id of the adviser who follows it."""
    origin: Optional[str]
    """The campaign or site that it comes from."""
    naf: Optional[str]
    """The activity in NAF rév. 2."""
    naf_2025: Optional[str]
    """The activity in NAF 2025."""
    headcount: Optional[int]
    """The facility's number of employees, where it is known exactly."""
    headcount_band: Optional[str]
    """INSEE's band of it, where it is not."""
    anonymised_on: Day
    """The day it was anonymised, where it was."""


class TrackedRequestFields(TypedDict, total=False):
    """A request as it stands. It names nobody: who the company is stays with the host, under the ids given
    here.
    """

    id: Optional[str]
    """What the host calls it; unique among all requests."""
    deposited_on: Day
    """The day the company asked."""
    deposited_at: Instant
    """The instant it asked, where that is known."""
    origin: Optional[str]
    """The campaign, site or partner from which it came."""
    company: Optional[str]
    """What tells companies apart: a SIREN, or an id of the host's."""
    commune: Optional[str]
    """INSEE's code of the facility's commune or municipal arrondissement."""
    subject: Optional[str]
    """The subject as it stands; nothing where neither the company nor anybody else chose one."""
    chosen_subject: Optional[str]
    """The subject that the company chose, if it chose any: however often it is changed, this stays."""
    state: Optional[RequestState]
    """Where it stands."""
    held_on: Day
    """The day since when it is held."""
    held_for: Optional[HoldReason]
    """Why it is held."""
    transmitted_on: Day
    """The day it first became needs."""
    transmitted_at: Instant
    """The instant of that, where it is known."""
    needs: Optional[Iterable[Optional[str]]]
    """The ids of the needs that it became, in the order in which it did."""
    closed_on: Day
    """The day it was closed."""
    closed_for: Optional[ClosureReason]
    """Why it goes no further."""
    author: Optional[str]
    """The host's id of who moved it last."""
    moved_on: Day
    """The day of the last thing that happened after the deposit."""
    seq: Optional[int]
    """How many events it has had, or the number of the last."""


class TransferFields(TypedDict, total=False):
    """A referral that another expert takes over."""

    referral: Required[Optional[str]]
    """The id of the referral."""
    expert: Required[Union[str, Expert, None]]
    """Who takes it over."""
    antenne: Union[str, Antenne, None]
    """Their antenne."""
    institution: Required[Union[str, Institution, None]]
    """Their institution."""
    on: Required[Day]
    """The day."""
    author: Optional[str]
    """The host's id of who transfers it."""


class WavePolicyFields(TypedDict, total=False):
    """How waves follow each other."""

    size: Optional[int]
    """How many experts a wave alerts at most: 3."""
    days: Optional[int]
    """For how many days the experts of a wave may stay silent before the next one: 5."""
    outside: Optional[int]
    """How many experts outside their territory are alerted in all: 3."""
    fallback: Optional[Iterable[Union[Candidate, CandidateFields, None]]]
    """Whom the host names for needs that nobody else is left for, in order: nobody."""
