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
    expert: Union[str, Expert, None]
    antennes: Optional[Iterable[Optional[str]]]
    adviser: Optional[str]
    origins: Optional[Iterable[Optional[str]]]


class AdviserCardFields(TypedDict, total=False):
    """An adviser, as messages show them."""

    name: Optional[str]


class AnswerCardFields(TypedDict, total=False):
    """A question and its answer."""

    question: Required[Optional[str]]
    answer: Required[Union[bool, str, Iterable[str], None]]


class CandidateFields(TypedDict, total=False):
    """An expert to whom a need could go."""

    expert: Union[str, Expert, None]
    antenne: Union[str, Antenne, None]
    institution: Union[str, Institution, None]
    instead_of: Optional[str]
    absent_until: Day
    full: Optional[bool]


class CandidatesFields(TypedDict, total=False):
    """Whom a need could go to on a day."""

    matched: Optional[Iterable[Union[Candidate, CandidateFields, None]]]
    outside: Optional[Iterable[Union[Candidate, CandidateFields, None]]]


class ClosureCountFields(TypedDict, total=False):
    """How often a reason was given for closing."""

    reason: Optional[ClosureReason]
    label: Optional[str]
    count: Optional[int]


class ComeBackPolicyFields(TypedDict, total=False):
    """When to invite a company to come back."""

    after_exchange_months: Optional[int]
    after_deposit_months: Optional[int]
    within_days: Optional[int]


class CommentFields(TypedDict, total=False):
    """That somebody says something about a referral."""

    referral: Required[Optional[str]]
    on: Required[Day]
    author: Optional[str]


class CompanyFields(TypedDict, total=False):
    """What public registers know of a company and of one facility of it."""

    siren: Optional[str]
    siret: Optional[str]
    name: Optional[str]
    commune: Optional[str]
    naf: Optional[str]
    naf_2025: Optional[str]
    nafa_codes: Optional[Iterable[Optional[str]]]
    headcount_band: Optional[str]
    headcount_year: Optional[int]
    company_headcount_band: Optional[str]
    company_headcount_year: Optional[int]
    employer: Optional[bool]
    legal_form: Optional[str]
    created_on: Day
    activities: Optional[Iterable[Optional[str]]]
    idcc: Optional[Iterable[Optional[str]]]
    opco: Union[CompanyOpco, CompanyOpcoFields, None]
    qualities: Optional[Mapping[str, Optional[bool]]]
    turnover: Optional[int]
    turnover_year: Optional[int]
    micro_entrepreneur: Optional[bool]
    closed: Optional[bool]
    foreign: Optional[bool]
    not_diffusible: Optional[bool]
    sources: Optional[Mapping[str, Union[FactSource, FactSourceFields, None]]]
    findings: Optional[Iterable[Union[Finding, FindingFields, None]]]


class CompanyOpcoFields(TypedDict, total=False):
    """The OPCO to which the collective agreements of a facility lead."""

    certainty: Optional[OpcoCertainty]
    ids: Optional[Iterable[Optional[str]]]


class ContactCardFields(TypedDict, total=False):
    """A person of the company."""

    name: Optional[str]
    phone: Optional[str]
    email: Optional[str]


class DemandQueryFields(TypedDict, total=False):
    """What the report is asked for. Without any field: a row an institution, with ten of the changes that
    would bring it most, at most three of each kind.
    """

    by: Optional[DemandBy]
    institutions: Optional[Iterable[Optional[str]]]
    subjects: Optional[Iterable[Optional[str]]]
    kinds: Optional[Iterable[Optional[DemandChangeKind]]]
    changes: Optional[int]
    of_kind: Optional[int]
    language: Optional[Language]


class DepartureFields(TypedDict, total=False):
    """Somebody who leaves, and who takes over from them."""

    expert: Required[Union[str, Expert, None]]
    successor: Required[Optional[str]]
    antenne: Union[str, Antenne, None]
    institution: Required[Union[str, Institution, None]]
    on: Required[Day]
    author: Optional[str]


class EquityFields(TypedDict, total=False):
    """How evenly needs reach territories and institutions.

    The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is
    that of needs an inhabitant, each territory weighing as much as its inhabitants; over institutions
    and experts, that of needs each of them got.
    """

    by: Optional[Dimension]
    territories: Optional[Iterable[Union[TerritoryEquity, TerritoryEquityFields, None]]]
    territories_gini: Optional[float]
    helped_gini: Optional[float]
    institutions: Optional[int]
    institutions_gini: Optional[float]
    experts: Optional[int]
    experts_gini: Optional[float]
    nobody_found: Union[Share, ShareFields, None]


class ExpertAbsenceFields(TypedDict, total=False):
    """A time in which an expert is away."""

    expert: Required[Union[str, Expert, None]]
    from_: Required[Day]
    until: Required[Day]


class ExpertCardFields(TypedDict, total=False):
    """An expert, as messages show them."""

    name: Optional[str]
    institution: Union[str, Institution, None]
    phone: Optional[str]
    email: Optional[str]


class FacilityCardFields(TypedDict, total=False):
    """A facility, as messages show it."""

    name: Optional[str]
    siret: Optional[str]
    commune: Optional[str]
    activity: Optional[str]
    headcount: Optional[str]


class FactSourceFields(TypedDict, total=False):
    """Where a fact comes from, and of which day it is."""

    register: Optional[Register]
    field: Optional[str]
    on: Day


class FiguresFields(TypedDict, total=False):
    """Figures of some needs and of their referrals."""

    requests: Union[RequestFigures, RequestFiguresFields, None]
    funnel: Union[Funnel, FunnelFields, None]
    referrals: Union[ReferralCounts, ReferralCountsFields, None]
    refusals: Optional[Iterable[Union[ReasonCount, ReasonCountFields, None]]]
    surveys: Union[ImpactSurveys, ImpactSurveysFields, None]
    companies: Optional[int]
    companies_helped: Optional[int]
    without_company: Optional[int]
    matched: Union[Share, ShareFields, None]
    answered: Union[Share, ShareFields, None]
    exchanged: Union[Share, ShareFields, None]
    helped: Union[Share, ShareFields, None]
    helped_of_deposited: Union[Share, ShareFields, None]
    nobody_found: Union[Share, ShareFields, None]
    abandoned: Union[Share, ShareFields, None]
    requalified: Union[Share, ShareFields, None]
    requalified_in: Optional[int]
    requalified_out: Optional[int]
    new_companies: Union[Share, ShareFields, None]
    positioning: Union[Share, ShareFields, None]
    taken: Union[Share, ShareFields, None]
    refusal: Union[Share, ShareFields, None]
    taken_within_3_days: Union[Share, ShareFields, None]
    taken_within_5_days: Union[Share, ShareFields, None]
    exchanged_within_3_days: Union[Share, ShareFields, None]
    exchanged_within_5_days: Union[Share, ShareFields, None]
    median_days_to_answer: Optional[float]
    median_days_to_take: Optional[float]
    median_days_to_close: Optional[float]


class FindingFields(TypedDict, total=False):
    """What is odd about the answer of a register, or about a need beside it."""

    severity: Optional[Severity]
    code: Optional[FindingCode]
    text: Optional[str]
    message: Optional[str]
    field: Optional[str]
    taken: Optional[str]
    open: Optional[Iterable[Optional[str]]]


class FunnelFields(TypedDict, total=False):
    """What became of needs: one funnel with one denominator, in which everything is counted once.

    A need is in the deepest stage that it reached, and in exactly one part of it:

    - `deposited` = `nobody_found` + `not_sent` + `matched`
    - `matched` = `waiting` + `abandoned` + `answered`
    - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
    - `exchanged` = `no_help` + `helped`
    """

    deposited: Optional[int]
    nobody_found: Optional[int]
    not_sent: Optional[int]
    matched: Optional[int]
    waiting: Optional[int]
    abandoned: Optional[int]
    answered: Optional[int]
    pending: Optional[int]
    expired: Optional[int]
    refused: Optional[int]
    unreachable: Optional[int]
    in_progress: Optional[int]
    exchanged: Optional[int]
    no_help: Optional[int]
    helped: Optional[int]


class ImpactFaultFields(TypedDict, total=False):
    """Something that could not be counted, or only without some of its facts."""

    line: Optional[int]
    need: Optional[str]
    referral: Optional[str]
    request: Optional[str]
    code: Optional[str]
    field: Optional[str]
    message: Optional[str]
    left_out: Optional[bool]


class ImpactQueryFields(TypedDict, total=False):
    """What to report, and on what needs. Every figure is of the same needs: those deposited from `from`
    until `until` that the lists let through; an empty list lets everything through.
    """

    on: Day
    from_: Day
    until: Day
    by: Optional[Dimension]
    period: Optional[Period]
    themes: Optional[Iterable[Optional[str]]]
    subjects: Optional[Iterable[Optional[str]]]
    institutions: Optional[Iterable[Optional[str]]]
    antennes: Optional[Iterable[Optional[str]]]
    zones: Optional[Iterable[Optional[str]]]
    advisers: Optional[Iterable[Optional[str]]]
    origins: Optional[Iterable[Optional[str]]]
    abandoned: Optional[int]
    policy: Union[ReminderPolicy, ReminderPolicyFields, None]
    small: Optional[int]
    least: Optional[int]


class ImpactReportFields(TypedDict, total=False):
    """What was done for companies, in figures, without naming any of them."""

    query: Union[ImpactQuery, ImpactQueryFields, None]
    total: Union[Figures, FiguresFields, None]
    rows: Optional[Iterable[Union[ImpactRow, ImpactRowFields, None]]]
    adds_up: Optional[bool]
    equity: Union[Equity, EquityFields, None]
    faults: Optional[Iterable[Union[ImpactFault, ImpactFaultFields, None]]]


class ImpactRowFields(TypedDict, total=False):
    """The figures of one group in one period."""

    group: Optional[str]
    label: Optional[str]
    period: Optional[str]
    population: Optional[int]
    figures: Union[Figures, FiguresFields, None]


class ImpactSurveysFields(TypedDict, total=False):
    """What companies said of their needs, as far as they were asked and have answered by the day of
    looking. A need has one survey. It counts for the receivers who helped; one of a need that nobody
    has helped any more is in the row without a group.
    """

    asked: Optional[int]
    answered: Optional[int]
    called_back: Optional[int]
    useful: Optional[int]
    satisfied: Optional[int]
    answers: Union[Share, ShareFields, None]
    satisfaction: Union[Share, ShareFields, None]
    outcomes: Optional[Iterable[Union[OutcomeCount, OutcomeCountFields, None]]]


class LinksFields(TypedDict, total=False):
    """Where buttons lead: `http`, `https` or `mailto`, made by the host.

    Mail filters follow links before people do: a link should lead to a page with a button, and not
    change anything by itself.
    """

    take_charge: Optional[str]
    not_for_me: Optional[str]
    see: Optional[str]
    ask_again: Optional[str]
    survey: Optional[str]


class MatchOptionsFields(TypedDict, total=False):
    """What is wanted of the matches of a need. Without any option every match is returned. """

    limit: Optional[int]
    per_institution: Optional[int]
    load: Optional[Mapping[str, Optional[float]]]
    share: Optional[ShareAmong]
    received: Optional[Mapping[str, Optional[float]]]
    absent: Optional[WhenUnavailable]
    full: Optional[WhenUnavailable]


class MoveFields(TypedDict, total=False):
    """A move from one state to another."""

    referral: Required[Optional[str]]
    to: Required[Optional[ReferralState]]
    on: Required[Day]
    reason: Optional[RefusalReason]
    author: Optional[str]


class NeedFields(TypedDict, total=False):
    """One need of one facility, about one subject."""

    id: Optional[str]
    subject: Optional[str]
    commune: Optional[str]
    postal_code: Optional[str]
    town: Optional[str]
    on: Day
    siret: Optional[str]
    naf: Optional[str]
    naf_2025: Optional[str]
    nafa_codes: Optional[Iterable[Optional[str]]]
    headcount: Optional[int]
    headcount_band: Optional[str]
    employer: Optional[bool]
    legal_form: Optional[str]
    created_on: Day
    activities: Optional[Iterable[Optional[str]]]
    turnover: Optional[int]
    balance_sheet: Optional[int]
    micro_entrepreneur: Optional[bool]
    qualities: Optional[Mapping[str, Optional[bool]]]
    idcc: Optional[Iterable[Optional[str]]]
    opco: Optional[str]
    origin: Optional[str]
    answers: Optional[Mapping[str, Union[bool, str, Iterable[str], None]]]


class NeedCardFields(TypedDict, total=False):
    """A need, as messages show it."""

    subject: Optional[str]
    theme: Optional[str]
    description: Optional[str]
    answers: Optional[Iterable[Union[AnswerCard, AnswerCardFields, None]]]
    sent_on: Day
    days: Optional[int]
    state: Optional[ReferralState]
    reason: Optional[RefusalReason]


class NotificationDataFields(TypedDict, total=False):
    """The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that
    is missing is an error that names it.
    """

    service: Union[Service, ServiceFields, None]
    need: Union[NeedCard, NeedCardFields, None]
    facility: Union[FacilityCard, FacilityCardFields, None]
    contact: Union[ContactCard, ContactCardFields, None]
    expert: Union[ExpertCard, ExpertCardFields, None]
    experts: Optional[Iterable[Union[ExpertCard, ExpertCardFields, None]]]
    adviser: Union[AdviserCard, AdviserCardFields, None]
    links: Union[Links, LinksFields, None]


class OutcomeCountFields(TypedDict, total=False):
    """How many companies an exchange allowed to do something."""

    outcome: Optional[SurveyOutcome]
    label: Optional[str]
    count: Optional[int]


class PastExpertFields(TypedDict, total=False):
    """An expert who had a referral before it was given to another."""

    expert: Union[str, Expert, None]
    antenne: Union[str, Antenne, None]
    institution: Union[str, Institution, None]
    sent_on: Day
    until: Day
    state: Optional[ReferralState]
    closed_on: Day
    reason: Optional[RefusalReason]
    author: Optional[str]


class ReasonCountFields(TypedDict, total=False):
    """How often a reason was given for refusing."""

    reason: Optional[RefusalReason]
    label: Optional[str]
    count: Optional[int]


class ReassignmentFields(TypedDict, total=False):
    """A referral to be given to another expert."""

    referral: Required[Optional[str]]
    expert: Required[Union[str, Expert, None]]
    antenne: Union[str, Antenne, None]
    institution: Required[Union[str, Institution, None]]
    on: Required[Day]
    author: Optional[str]


class ReferralFields(TypedDict, total=False):
    """One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.

    Days are civil days, as the host's calendar shows them: a delay is the difference of two dates,
    which neither a change of clock nor the hour can move. A host that has instants takes their date in
    its own legal time.
    """

    id: Optional[str]
    need: Optional[str]
    expert: Union[str, Expert, None]
    antenne: Union[str, Antenne, None]
    institution: Union[str, Institution, None]
    sent_on: Day
    by_hand: Optional[bool]
    state: Optional[ReferralState]
    reopened_on: Day
    taken_on: Day
    closed_on: Day
    reason: Optional[RefusalReason]
    author: Optional[str]
    moved_on: Day
    seq: Optional[int]
    past: Optional[Iterable[Union[PastExpert, PastExpertFields, None]]]


class ReferralCountsFields(TypedDict, total=False):
    """Referrals by where they stand. A referral that was given to another expert counts once for each who
    had it. `sent` is the sum of the others.
    """

    sent: Optional[int]
    waiting: Optional[int]
    taken_in_charge: Optional[int]
    done: Optional[int]
    done_no_help: Optional[int]
    done_not_reachable: Optional[int]
    refused: Optional[int]
    taken_by_sibling: Optional[int]
    withdrawn: Optional[int]


class ReferralEventFields(TypedDict, total=False):
    """One thing that happened to a referral. Events are only ever added; what a referral is follows from
    them (`fold`).

    It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution`
    belong to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal.
    A `comment` changes nothing, and has no number.
    """

    referral: Optional[str]
    on: Day
    seq: Optional[int]
    need: Optional[str]
    kind: Optional[EventKind]
    to: Optional[ReferralState]
    reason: Optional[RefusalReason]
    author: Optional[str]
    expert: Union[str, Expert, None]
    antenne: Union[str, Antenne, None]
    institution: Union[str, Institution, None]
    by_hand: Optional[bool]


class ReminderPolicyFields(TypedDict, total=False):
    """When to remind. All numbers are days, but for `archive_months` and the counts of referrals."""

    poke: Optional[int]
    last_chance: Optional[int]
    abandoned: Optional[int]
    grace: Optional[int]
    expired: Optional[int]
    archive_months: Optional[int]
    many: Optional[int]
    old: Optional[int]
    old_days: Optional[int]


class RequestFields(TypedDict, total=False):
    """A request of a company, as it comes in or as it came in before."""

    id: Optional[str]
    company: Optional[str]
    subject: Optional[str]
    at: Instant
    open: Optional[bool]


class RequestEventFields(TypedDict, total=False):
    """One thing that happened to a request. Events are only ever added; what a request is follows from
    them (`fold_requests`).

    It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune`
    belong to `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to
    `transmitted`, `held_for` to `held`, `closed_for` to `closed`.
    """

    request: Optional[str]
    on: Day
    seq: Optional[int]
    at: Instant
    kind: Optional[RequestEventKind]
    origin: Optional[str]
    company: Optional[str]
    commune: Optional[str]
    subject: Optional[str]
    from_: Optional[str]
    needs: Optional[Iterable[Optional[str]]]
    held_for: Optional[HoldReason]
    closed_for: Optional[ClosureReason]
    author: Optional[str]


class RequestFiguresFields(TypedDict, total=False):
    """What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` +
    `closed`.

    A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so
    that by institution, antenne, expert and adviser all requests are in the row without a group. They
    add up in every report.
    """

    deposited: Optional[int]
    to_read: Optional[int]
    held: Optional[int]
    transmitted: Optional[int]
    closed: Optional[int]
    closures: Optional[Iterable[Union[ClosureCount, ClosureCountFields, None]]]
    transmitted_share: Union[Share, ShareFields, None]
    transmitted_in_time: Union[Share, ShareFields, None]
    requalified: Union[Share, ShareFields, None]


class RequestPolicyFields(TypedDict, total=False):
    """How far back to look."""

    duplicate_hours: Optional[int]
    duplicate_same_subject: Optional[bool]
    reminder_days: Optional[int]


class RetentionPolicyFields(TypedDict, total=False):
    """How long a need keeps what leads to persons."""

    months: Optional[int]


class SendingFields(TypedDict, total=False):
    """A referral to be sent."""

    referral: Required[Optional[str]]
    need: Required[Optional[str]]
    expert: Required[Union[str, Expert, None]]
    antenne: Union[str, Antenne, None]
    institution: Required[Union[str, Institution, None]]
    on: Required[Day]
    by_hand: Optional[bool]
    author: Optional[str]


class ServiceFields(TypedDict, total=False):
    """The service that sends."""

    name: Optional[str]
    email: Optional[str]
    phone: Optional[str]


class ShareFields(TypedDict, total=False):
    """A part of a whole, with both, so that nobody has to guess what a percentage is of."""

    count: Optional[int]
    of: Optional[int]
    value: Optional[float]
    small: Optional[bool]


class SurveyFields(TypedDict, total=False):
    """What a company was asked about a need, and what it answered."""

    need: Optional[str]
    asked_on: Day
    answered_on: Day
    called_back: Optional[bool]
    useful: Optional[bool]
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]


class SurveyAnswerFields(TypedDict, total=False):
    """What a company answers."""

    need: Required[Optional[str]]
    on: Required[Day]
    called_back: Required[Optional[bool]]
    useful: Optional[bool]
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]


class SurveyEventFields(TypedDict, total=False):
    """One thing that happened to the survey of a need. Events are only ever added; what a survey is
    follows from them (`fold_surveys`).
    """

    need: Optional[str]
    on: Day
    kind: Optional[SurveyEventKind]
    called_back: Optional[bool]
    useful: Optional[bool]
    outcomes: Optional[Iterable[Optional[SurveyOutcome]]]


class SurveyPolicyFields(TypedDict, total=False):
    """When to ask a company."""

    after_days: Optional[int]
    within_months: Optional[int]


class SuspensionFields(TypedDict, total=False):
    """A time in which a need calls for no reminder: the company asked to wait, say."""

    need: Required[Optional[str]]
    from_: Required[Day]
    until: Day


class TemplateOverrideFields(TypedDict, total=False):
    """A template of the host's instead of ours."""

    template: Required[Optional[str]]
    source: Required[Optional[str]]


class TerritoryEquityFields(TypedDict, total=False):
    """What a territory got."""

    zone: Optional[str]
    label: Optional[str]
    population: Optional[int]
    needs: Optional[int]
    helped: Optional[int]
    needs_per_thousand: Optional[float]
    helped_per_thousand: Optional[float]


class TrackedNeedFields(TypedDict, total=False):
    """A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with
    the host, under the ids given here.
    """

    id: Optional[str]
    subject: Optional[str]
    first_subject: Optional[str]
    commune: Optional[str]
    deposited_on: Day
    found: Optional[int]
    company: Optional[str]
    new_company: Optional[bool]
    adviser: Optional[str]
    origin: Optional[str]
    naf: Optional[str]
    naf_2025: Optional[str]
    headcount: Optional[int]
    headcount_band: Optional[str]
    anonymised_on: Day


class TrackedRequestFields(TypedDict, total=False):
    """A request as it stands. It names nobody: who the company is stays with the host, under the ids given
    here.
    """

    id: Optional[str]
    deposited_on: Day
    deposited_at: Instant
    origin: Optional[str]
    company: Optional[str]
    commune: Optional[str]
    subject: Optional[str]
    chosen_subject: Optional[str]
    state: Optional[RequestState]
    held_on: Day
    held_for: Optional[HoldReason]
    transmitted_on: Day
    transmitted_at: Instant
    needs: Optional[Iterable[Optional[str]]]
    closed_on: Day
    closed_for: Optional[ClosureReason]
    author: Optional[str]
    moved_on: Day
    seq: Optional[int]


class TransferFields(TypedDict, total=False):
    """A referral that another expert takes over."""

    referral: Required[Optional[str]]
    expert: Required[Union[str, Expert, None]]
    antenne: Union[str, Antenne, None]
    institution: Required[Union[str, Institution, None]]
    on: Required[Day]
    author: Optional[str]


class WavePolicyFields(TypedDict, total=False):
    """How waves follow each other."""

    size: Optional[int]
    days: Optional[int]
    outside: Optional[int]
    fallback: Optional[Iterable[Union[Candidate, CandidateFields, None]]]
