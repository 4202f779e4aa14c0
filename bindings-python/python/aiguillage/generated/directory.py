"""What a directory holds, and what is found wrong with it.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Optional, Union

from .._methods import DiagnosticMethods
from .._records import Entity, Record

DiagnosticCode = Literal[
    "unreadable_file",
    "unknown_file",
    "empty_file",
    "malformed_json",
    "malformed_csv",
    "unknown_field",
    "duplicate_field",
    "missing_field",
    "invalid_value",
    "invalid_id",
    "duplicate_id",
    "unknown_theme",
    "unknown_subject",
    "unknown_question",
    "unknown_institution",
    "unknown_antenne",
    "unknown_expert",
    "unknown_criterion",
    "unknown_territory",
    "conflicting_records",
    "invalid_zone",
    "unknown_zone",
    "empty_range",
    "empty_group",
    "substitute_circle",
    "not_an_opco",
    "former_code",
    "former_code_is_postal_code",
    "former_zone",
    "lost_zero",
    "repaired_cell",
    "digits_lost",
    "invalid_phone",
    "contradicting_rows",
    "institution_alias",
    "expert_never_matches",
    "period_ended",
    "period_ends_soon",
    "subject_unhandled",
    "criteria_unused",
    "contradicting_criteria",
    "useless_criterion",
    "headcount_cuts_band",
    "duplicate_value",
    "no_address",
    "postal_code_likely",
    "unknown_sheet",
    "several_sheets",
    "uncomputed_formula",
    "spreadsheet_error",
    "sheet_chosen",
    "title_line",
    "territory_kept",
    "read_as_no",
    "naf_split",
    "stray_quote",
    "great_capacity",
    "shared_address",
    "nearly_whole_zone",
    "weak_seed",
    "unused_file",
]
"""The kind of a finding. Its text form is stable; programs may rely on it."""

Language = Literal[
    "fr",
    "en",
]
"""A language in which people read labels, messages and explanations.

It is written as its ISO 639-1 code. Parsing also takes a language tag or the name of a locale, of
which the language alone counts.
"""

Level = Literal[
    "local",
    "regional",
    "national",
]
"""How far an antenne reaches, narrow to wide. Only `national` changes what matches: it covers
everything.
"""

RecordList = Literal[
    "territories",
    "themes",
    "subjects",
    "institutions",
    "antennes",
    "experts",
]
"""The lists of a directory whose records are known by an id."""

RulesVersion = Literal[
    "every",
    "any-in-level",
]
"""How the criteria of an expert, its antenne and its institution compose: a version of the rules,
which every answer quotes and under which a directory can be replayed.
"""

Severity = Literal[
    "remark",
    "warning",
    "error",
]
"""How grave a finding is."""

SheetKind = Literal[
    "antennes",
    "experts",
]
"""What a partner's sheet lists."""

WhenUnknown = Literal[
    "reject",
    "accept",
]
"""What becomes of a condition whose fact the need does not carry."""


@dataclass(frozen=True)
class Absence(Record):
    """A time away, first and last day included."""

    from_: date
    """The first day away."""
    until: date
    """The last day away."""
    substitute: Optional[str] = None
    """The id of the expert who receives the needs meanwhile, on every subject."""


@dataclass(frozen=True)
class Alternative(Record):
    """One of several sets of conditions of which a criterion asks for one."""

    min_years: Optional[int] = None
    """The company is at least so many full years old."""
    below_years: Optional[int] = None
    """The company is less than so many full years old."""
    min_headcount: Optional[int] = None
    """At least so many employees."""
    below_headcount: Optional[int] = None
    """Fewer than so many employees."""
    accepted_naf: tuple[str, ...] = ()
    """The activity is one of these, or below one of them."""
    excluded_naf: tuple[str, ...] = ()
    """The activity is none of these, nor below one of them."""
    accepted_legal_forms: tuple[str, ...] = ()
    """The legal form is one of these, or below one of them."""
    excluded_legal_forms: tuple[str, ...] = ()
    """The legal form is none of these, nor below one of them."""
    excluded_zones: tuple[str, ...] = ()
    """The facility lies in none of these."""
    origins: tuple[str, ...] = ()
    """The need comes from one of these campaigns or sites."""
    min_turnover: Optional[int] = None
    """At least so many euros of turnover in the last closed year."""
    below_turnover: Optional[int] = None
    """Less than so many euros of turnover in the last closed year."""
    min_balance_sheet: Optional[int] = None
    """The balance sheet of the last closed year adds up to at least so many euros."""
    below_balance_sheet: Optional[int] = None
    """The balance sheet of the last closed year adds up to less than so many euros."""
    accepted_activities: tuple[str, ...] = ()
    """The facility has one of these natures of activity; craft codes count as `ARTISANALE`."""
    excluded_activities: tuple[str, ...] = ()
    """The facility has none of these natures of activity."""
    accepted_nafa: tuple[str, ...] = ()
    """The facility has one of these craft codes, or one that begins so."""
    excluded_nafa: tuple[str, ...] = ()
    """The facility has none of these craft codes, nor one that begins so."""
    accepted_idcc: tuple[str, ...] = ()
    """The facility applies one of these collective agreements."""
    excluded_idcc: tuple[str, ...] = ()
    """The facility applies none of these collective agreements."""
    micro_entrepreneur: Optional[bool] = None
    """Whether the company is run under the scheme of micro-entrepreneurs."""
    qualities: dict[str, bool] = field(default_factory=dict, hash=False)
    """What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
    `procedure-collective` and others.
    """


@dataclass(frozen=True)
class AnswerGroup(Record):
    """One combination of answers for which an institution, an antenne or an expert can help on a subject."""

    subject: str
    """The subject whose questions are answered."""
    answers: dict[str, Union[bool, str, list[str]]] = field(hash=False)
    """The answers by question, at least one."""


@dataclass(frozen=True)
class Choice(Record):
    """One of the answers that a question offers."""

    id: str
    """Unique among the choices of the question."""
    label: str
    """What users read."""


@dataclass(frozen=True)
class Diagnostic(DiagnosticMethods, Record):
    """One finding about a directory."""

    severity: Severity
    """How grave it is."""
    code: DiagnosticCode
    """Its kind."""
    text: str
    """The offending text, cut after 120 characters."""
    message: str
    """What is wrong, in one sentence without its place."""
    message_fr: str
    """What is wrong, in French."""
    file: Optional[str] = None
    """The file, relative to the directory's folder; `None` for a directory given as text."""
    line: Optional[int] = None
    """The line, the first being 1; in a CSV file, the line where the row begins."""
    column: Optional[int] = None
    """In a CSV file the number of the cell in its row, as a spreadsheet counts columns (1 is A); in JSON
    the number of the character in its line.
    """
    nearest: Optional[str] = None
    """The known value that was probably meant."""


@dataclass(frozen=True)
class DiagnosticCodeTexts(Record):
    """What the code of a finding means, and what to do about it."""

    severity: Severity
    """How grave such findings are."""
    meaning: str
    """What it means, in one sentence."""
    remedy: str
    """What to do about it."""


@dataclass(frozen=True)
class DirectorySummary(Record):
    """What a directory holds, in numbers."""

    rules: RulesVersion
    """The version of the rules under which it matches."""
    seeded: bool
    """Whether it carries a seed, a secret of its keeper that enters the draw by which equals share needs."""
    year: int
    """The year of the geography that its zones refer to."""
    themes: int
    """How many themes it has."""
    subjects: int
    """How many subjects."""
    institutions: int
    """How many institutions."""
    antennes: int
    """How many antennes."""
    experts: int
    """How many experts."""


@dataclass(frozen=True)
class Example(Record):
    """A message as a company wrote it, and the subject it was about. A message with several needs may
    stand under several subjects.
    """

    subject: str
    """The id of the subject."""
    text: str
    """What was written."""


@dataclass(frozen=True)
class FieldChange(Record):
    """A field that changed."""

    field: str
    """The name of the field."""
    before: Optional[str] = None
    """Its value before: a text as it is, everything else as JSON; nothing where it had none."""
    after: Optional[str] = None
    """Its value after."""


@dataclass(frozen=True)
class Member(Record):
    """A person of a team."""

    name: str
    """What users read."""
    email: Optional[str] = None
    """The person's own address."""
    phone: Optional[str] = None
    """As it was given."""


@dataclass(frozen=True)
class Question(Entity):
    """A question that refines a subject: yes or no, or one or several of its choices."""

    id: str
    """Unique among the questions of all subjects."""
    label: str
    """What users read."""
    choices: tuple[Choice, ...] = ()
    """What can be answered; yes or no where there are none."""


@dataclass(frozen=True)
class RecordChange(Record):
    """A record that changed."""

    id: str
    """Its id."""
    fields: tuple[FieldChange, ...] = ()
    """The fields that differ."""


@dataclass(frozen=True)
class ListDifference(Record):
    """What differs between two lists of records that are known by an id."""

    added: tuple[str, ...] = ()
    """The ids that only the second has."""
    changed: tuple[RecordChange, ...] = ()
    """The records that both have, and that differ."""
    removed: tuple[str, ...] = ()
    """The ids that only the first has."""


@dataclass(frozen=True)
class DirectoryDifference(Record):
    """What differs between two directories: see `Directory::diff`."""

    territories: ListDifference
    """Territories."""
    themes: ListDifference
    """Themes."""
    subjects: ListDifference
    """Subjects, with their questions."""
    institutions: ListDifference
    """Institutions, with their criteria and answer groups."""
    antennes: ListDifference
    """Antennes, with their criteria."""
    experts: ListDifference
    """Experts, with their competences, absences, members and criteria."""
    fields: tuple[FieldChange, ...] = ()
    """The fields of the directory itself that differ: lists without ids, the version of the rules, and the
    seed, of which only whether there is one is shown.
    """


@dataclass(frozen=True)
class ListUpdate(Record):
    """What sheets changed in a list of records."""

    added: tuple[str, ...] = ()
    """The ids that are new."""
    changed: tuple[RecordChange, ...] = ()
    """The records that changed, field by field."""
    same: tuple[str, ...] = ()
    """The ids of which the sheets said what the directory said."""
    gone: tuple[str, ...] = ()
    """The ids that stand in the directory and no longer in the sheets: experts of the antennes that the
    sheets of experts name, antennes of the institutions that the sheets of antennes name. They are
    kept, unless the import is `whole`.
    """


@dataclass(frozen=True)
class DirectoryUpdate(Record):
    """What an import changed: see `Directory::update`."""

    antennes: ListUpdate
    """What the sheets of antennes changed."""
    experts: ListUpdate
    """What the sheets of experts changed."""


@dataclass(frozen=True)
class Subject(Entity):
    """What a need can be about."""

    id: str
    """Unique among subjects."""
    theme: str
    """The id of its theme."""
    label: str
    """What users read."""
    description: Optional[str] = None
    """What the subject includes, in a sentence or two."""
    keywords: tuple[str, ...] = ()
    """Words and phrases by which companies name it."""
    archived: bool = False
    """An archived subject is known, and matches nobody."""
    questions: tuple[Question, ...] = ()
    """The questions that refine it."""


@dataclass(frozen=True)
class Territory(Entity):
    """A list of zones under a name, such as a bassin or a zone d'emploi: `territory:` and its id stand for
    them wherever zones stand.
    """

    id: str
    """Unique among territories."""
    label: str
    """What users read."""
    zones: tuple[str, ...] = ()
    """What it holds: no other territory."""


@dataclass(frozen=True)
class Theme(Entity):
    """A group of subjects, such as recruitment and training."""

    id: str
    """Unique among themes."""
    label: str
    """What users read."""
    zones: tuple[str, ...] = ()
    """Where the theme is offered; everywhere if empty."""


@dataclass(frozen=True)
class Validity(Record):
    """The days on which something counts, the first and the last included; one of them at least is given. """

    from_: Optional[date] = None
    """The first day; any day up to the last where it is not given."""
    until: Optional[date] = None
    """The last day; any day from the first on where it is not given."""


@dataclass(frozen=True)
class Competence(Record):
    """An expert handles a subject."""

    subject: str
    """The id of the subject."""
    note: Optional[str] = None
    """What the expert offers on it, or on which condition."""
    zones: tuple[str, ...] = ()
    """Where: replaces the expert's own zones for this subject, if there is any."""
    valid: Optional[Validity] = None
    """The days on which the expert handles it; always if it is not given."""


@dataclass(frozen=True)
class Criterion(Record):
    """A set of conditions on the company; all that are set must hold."""

    subjects: tuple[str, ...] = ()
    """The subjects to which it applies; all if empty."""
    min_years: Optional[int] = None
    """The company is at least so many full years old."""
    below_years: Optional[int] = None
    """The company is less than so many full years old."""
    min_headcount: Optional[int] = None
    """At least so many employees."""
    below_headcount: Optional[int] = None
    """Fewer than so many employees."""
    accepted_naf: tuple[str, ...] = ()
    """The activity is one of these, or below one of them."""
    excluded_naf: tuple[str, ...] = ()
    """The activity is none of these, nor below one of them."""
    accepted_legal_forms: tuple[str, ...] = ()
    """The legal form is one of these, or below one of them."""
    excluded_legal_forms: tuple[str, ...] = ()
    """The legal form is none of these, nor below one of them."""
    excluded_zones: tuple[str, ...] = ()
    """The facility lies in none of these."""
    origins: tuple[str, ...] = ()
    """The need comes from one of these campaigns or sites."""
    min_turnover: Optional[int] = None
    """At least so many euros of turnover in the last closed year."""
    below_turnover: Optional[int] = None
    """Less than so many euros of turnover in the last closed year."""
    min_balance_sheet: Optional[int] = None
    """The balance sheet of the last closed year adds up to at least so many euros."""
    below_balance_sheet: Optional[int] = None
    """The balance sheet of the last closed year adds up to less than so many euros."""
    accepted_activities: tuple[str, ...] = ()
    """The facility has one of these natures of activity; craft codes count as `ARTISANALE`."""
    excluded_activities: tuple[str, ...] = ()
    """The facility has none of these natures of activity."""
    accepted_nafa: tuple[str, ...] = ()
    """The facility has one of these craft codes, or one that begins so."""
    excluded_nafa: tuple[str, ...] = ()
    """The facility has none of these craft codes, nor one that begins so."""
    accepted_idcc: tuple[str, ...] = ()
    """The facility applies one of these collective agreements."""
    excluded_idcc: tuple[str, ...] = ()
    """The facility applies none of these collective agreements."""
    micro_entrepreneur: Optional[bool] = None
    """Whether the company is run under the scheme of micro-entrepreneurs."""
    qualities: dict[str, bool] = field(default_factory=dict, hash=False)
    """What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
    `procedure-collective` and others.
    """
    when_unknown: WhenUnknown = "reject"
    """What becomes of a condition whose fact the need does not carry. Conditions that exclude accept in
    any case.
    """
    valid: Optional[Validity] = None
    """The days on which it counts; always if it is not given."""
    any_of: tuple[Alternative, ...] = ()
    """Alternatives, of which one must hold besides; none if empty."""


@dataclass(frozen=True)
class Antenne(Entity):
    """An office of an institution."""

    id: str
    """Unique among antennes."""
    institution: str
    """The id of its institution."""
    name: str
    """What users read."""
    level: Level = "local"
    """How far it reaches."""
    zones: tuple[str, ...] = ()
    """Its territory."""
    active: bool = True
    """The experts of an inactive antenne match nothing."""
    valid: Optional[Validity] = None
    """The days on which its experts match; always if it is not given."""
    criteria: tuple[Criterion, ...] = ()
    """Conditions on the companies that it helps."""
    answer_groups: tuple[AnswerGroup, ...] = ()
    """For a subject, the combinations of answers for which it can help."""


@dataclass(frozen=True)
class Expert(Entity):
    """A person or a team of an antenne who receives needs: the fields of an `Expert`."""

    id: str
    """Unique among experts."""
    antenne: str
    """The id of the antenne."""
    name: str
    """What users read."""
    email: Optional[str] = None
    """Where needs are sent."""
    phone: Optional[str] = None
    """As it was given."""
    job: Optional[str] = None
    """What the person does there."""
    zones: tuple[str, ...] = ()
    """The expert's own territory: where there is any, it replaces the antenne's."""
    active: bool = True
    """An inactive expert matches nothing."""
    capacity: float = 1.0
    """The expert's weight where equals share needs: twice the capacity, twice the share. It counts up to
    ten times the median of the experts who handle the same subject for the same institution.
    """
    max_open: Optional[int] = None
    """The number of open referrals from which the expert counts as full."""
    max_per_period: Optional[int] = None
    """The number of needs received in the host's current period from which the expert counts as full."""
    valid: Optional[Validity] = None
    """The days on which the expert matches; always if it is not given."""
    absences: tuple[Absence, ...] = ()
    """When the expert is away. An absent expert still matches, last."""
    competences: tuple[Competence, ...] = ()
    """The subjects that the expert handles."""
    criteria: tuple[Criterion, ...] = ()
    """Conditions on the companies that the expert helps."""
    members: tuple[Member, ...] = ()
    """The people of a team, each of whom hears of what the team receives."""
    answer_groups: tuple[AnswerGroup, ...] = ()
    """For a subject, the combinations of answers for which the expert can help."""


@dataclass(frozen=True)
class Institution(Entity):
    """An organisation: a chamber, an agency, a region."""

    id: str
    """Unique among institutions, aliases included."""
    name: str
    """What users read."""
    aliases: tuple[str, ...] = ()
    """Former names and ids, by which it may be named too."""
    categories: tuple[str, ...] = ()
    """What kind of institution it is. `OPCO` has a rule of its own; others are for the host."""
    activities: tuple[str, ...] = ()
    """The natures of activity that it serves; all if empty."""
    active: bool = True
    """An inactive institution matches nothing."""
    single_taker: bool = False
    """Where one of its experts takes a need in charge, its others need not."""
    criteria: tuple[Criterion, ...] = ()
    """Conditions on the companies that it helps."""
    answer_groups: tuple[AnswerGroup, ...] = ()
    """For a subject, the combinations of answers for which it can help."""
