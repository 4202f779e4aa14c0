// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Zone } from './geography';
import type { Day, DayInput } from './days';

/** A nature of activity, as the guichet unique names them. */
export type Activity = string;

/** An answer to a question: true or false, the id of one of its choices, or a list of them. */
export type Answer = boolean | string | readonly string[];

/** The number of a collective agreement (IDCC): four digits. */
export type Idcc = string;

/** A legal form, or a level above legal forms: INSEE's one, two or four digits. */
export type LegalFormEntry = string;

/** A zone, or a territory of the directory: `territory:` and its id. */
export type ListedZone = Zone | `territory:${string}`;

/** An activity code, or a level above codes: section, division, group or class; of NAF 2025 after `2025:`. */
export type NafEntry = string;

/** A code of the craft nomenclature, or the beginning of some. */
export type NafaEntry = string;

/** The kind of a finding. Its text form is stable; programs may rely on it. */
export type DiagnosticCode =
  | 'unreadable_file'
  | 'unknown_file'
  | 'empty_file'
  | 'malformed_json'
  | 'malformed_csv'
  | 'unknown_field'
  | 'duplicate_field'
  | 'missing_field'
  | 'invalid_value'
  | 'invalid_id'
  | 'duplicate_id'
  | 'unknown_theme'
  | 'unknown_subject'
  | 'unknown_question'
  | 'unknown_institution'
  | 'unknown_antenne'
  | 'unknown_expert'
  | 'unknown_criterion'
  | 'unknown_territory'
  | 'conflicting_records'
  | 'invalid_zone'
  | 'unknown_zone'
  | 'empty_range'
  | 'empty_group'
  | 'substitute_circle'
  | 'not_an_opco'
  | 'former_code'
  | 'former_code_is_postal_code'
  | 'former_zone'
  | 'lost_zero'
  | 'repaired_cell'
  | 'digits_lost'
  | 'invalid_phone'
  | 'contradicting_rows'
  | 'institution_alias'
  | 'expert_never_matches'
  | 'period_ended'
  | 'period_ends_soon'
  | 'subject_unhandled'
  | 'criteria_unused'
  | 'contradicting_criteria'
  | 'useless_criterion'
  | 'headcount_cuts_band'
  | 'duplicate_value'
  | 'no_address'
  | 'postal_code_likely'
  | 'unknown_sheet'
  | 'several_sheets'
  | 'uncomputed_formula'
  | 'spreadsheet_error'
  | 'sheet_chosen'
  | 'title_line'
  | 'territory_kept'
  | 'read_as_no'
  | 'naf_split'
  | 'stray_quote'
  | 'great_capacity'
  | 'shared_address'
  | 'nearly_whole_zone'
  | 'weak_seed'
  | 'unused_file';

/**
 * A language in which people read labels, messages and explanations.
 *
 * It is written as its ISO 639-1 code. Parsing also takes a language tag or the name of a locale, of which the
 * language alone counts.
 */
export type Language = 'fr' | 'en';

/** How far an antenne reaches, narrow to wide. Only `national` changes what matches: it covers everything. */
export type Level = 'local' | 'regional' | 'national';

/** The lists of a directory whose records are known by an id. */
export type RecordList = 'territories' | 'themes' | 'subjects' | 'institutions' | 'antennes' | 'experts';

/**
 * How the criteria of an expert, its antenne and its institution compose: a version of the rules, which every
 * answer quotes and under which a directory can be replayed.
 */
export type RulesVersion = 'every' | 'any-in-level';

/** How grave a finding is. */
export type Severity = 'remark' | 'warning' | 'error';

/** What a partner's sheet lists. */
export type SheetKind = 'antennes' | 'experts';

/** What becomes of a condition whose fact the need does not carry. */
export type WhenUnknown = 'reject' | 'accept';

/** A time away, first and last day included. */
export interface Absence {
  /** The first day away. */
  readonly from: Day;
  /** The last day away. */
  readonly until: Day;
  /** The id of the expert who receives the needs meanwhile, on every subject. */
  readonly substitute?: string;
}

/** A time away, first and last day included. */
export interface AbsenceInput {
  /** The first day away. */
  from: DayInput;
  /** The last day away. */
  until: DayInput;
  /** The id of the expert who receives the needs meanwhile, on every subject. */
  substitute?: string | null | undefined;
}

/** One of several sets of conditions of which a criterion asks for one. */
export interface Alternative {
  /** The company is at least so many full years old. */
  readonly minYears?: number;
  /** The company is less than so many full years old. */
  readonly belowYears?: number;
  /** At least so many employees. */
  readonly minHeadcount?: number;
  /** Fewer than so many employees. */
  readonly belowHeadcount?: number;
  /** The activity is one of these, or below one of them. */
  readonly acceptedNaf: readonly NafEntry[];
  /** The activity is none of these, nor below one of them. */
  readonly excludedNaf: readonly NafEntry[];
  /** The legal form is one of these, or below one of them. */
  readonly acceptedLegalForms: readonly LegalFormEntry[];
  /** The legal form is none of these, nor below one of them. */
  readonly excludedLegalForms: readonly LegalFormEntry[];
  /** The facility lies in none of these. */
  readonly excludedZones: readonly ListedZone[];
  /** The need comes from one of these campaigns or sites. */
  readonly origins: readonly string[];
  /** At least so many euros of turnover in the last closed year. */
  readonly minTurnover?: number;
  /** Less than so many euros of turnover in the last closed year. */
  readonly belowTurnover?: number;
  /** The balance sheet of the last closed year adds up to at least so many euros. */
  readonly minBalanceSheet?: number;
  /** The balance sheet of the last closed year adds up to less than so many euros. */
  readonly belowBalanceSheet?: number;
  /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
  readonly acceptedActivities: readonly Activity[];
  /** The facility has none of these natures of activity. */
  readonly excludedActivities: readonly Activity[];
  /** The facility has one of these craft codes, or one that begins so. */
  readonly acceptedNafa: readonly NafaEntry[];
  /** The facility has none of these craft codes, nor one that begins so. */
  readonly excludedNafa: readonly NafaEntry[];
  /** The facility applies one of these collective agreements. */
  readonly acceptedIdcc: readonly Idcc[];
  /** The facility applies none of these collective agreements. */
  readonly excludedIdcc: readonly Idcc[];
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  readonly microEntrepreneur?: boolean;
  /**
   * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  readonly qualities: Readonly<Record<string, boolean>>;
}

/** One of several sets of conditions of which a criterion asks for one. */
export interface AlternativeInput {
  /** The company is at least so many full years old. */
  minYears?: number | null | undefined;
  /** The company is less than so many full years old. */
  belowYears?: number | null | undefined;
  /** At least so many employees. */
  minHeadcount?: number | null | undefined;
  /** Fewer than so many employees. */
  belowHeadcount?: number | null | undefined;
  /** The activity is one of these, or below one of them. */
  acceptedNaf?: readonly NafEntry[] | null | undefined;
  /** The activity is none of these, nor below one of them. */
  excludedNaf?: readonly NafEntry[] | null | undefined;
  /** The legal form is one of these, or below one of them. */
  acceptedLegalForms?: readonly LegalFormEntry[] | null | undefined;
  /** The legal form is none of these, nor below one of them. */
  excludedLegalForms?: readonly LegalFormEntry[] | null | undefined;
  /** The facility lies in none of these. */
  excludedZones?: readonly ListedZone[] | null | undefined;
  /** The need comes from one of these campaigns or sites. */
  origins?: readonly string[] | null | undefined;
  /** At least so many euros of turnover in the last closed year. */
  minTurnover?: number | null | undefined;
  /** Less than so many euros of turnover in the last closed year. */
  belowTurnover?: number | null | undefined;
  /** The balance sheet of the last closed year adds up to at least so many euros. */
  minBalanceSheet?: number | null | undefined;
  /** The balance sheet of the last closed year adds up to less than so many euros. */
  belowBalanceSheet?: number | null | undefined;
  /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
  acceptedActivities?: readonly Activity[] | null | undefined;
  /** The facility has none of these natures of activity. */
  excludedActivities?: readonly Activity[] | null | undefined;
  /** The facility has one of these craft codes, or one that begins so. */
  acceptedNafa?: readonly NafaEntry[] | null | undefined;
  /** The facility has none of these craft codes, nor one that begins so. */
  excludedNafa?: readonly NafaEntry[] | null | undefined;
  /** The facility applies one of these collective agreements. */
  acceptedIdcc?: readonly Idcc[] | null | undefined;
  /** The facility applies none of these collective agreements. */
  excludedIdcc?: readonly Idcc[] | null | undefined;
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  microEntrepreneur?: boolean | null | undefined;
  /**
   * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  qualities?: Readonly<Record<string, boolean | null | undefined>> | ReadonlyMap<string, boolean> | null | undefined;
}

/** One combination of answers for which an institution, an antenne or an expert can help on a subject. */
export interface AnswerGroup {
  /** The subject whose questions are answered. */
  readonly subject: string;
  /** The answers by question, at least one. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** One combination of answers for which an institution, an antenne or an expert can help on a subject. */
export interface AnswerGroupInput {
  /** The subject whose questions are answered. */
  subject: string;
  /** The answers by question, at least one. */
  answers?: Readonly<Record<string, Answer | null | undefined>> | ReadonlyMap<string, Answer> | null | undefined;
}

/** An office of an institution. */
export interface Antenne {
  /** Unique among antennes. */
  readonly id: string;
  /** The id of its institution. */
  readonly institution: string;
  /** What users read. */
  readonly name: string;
  /** How far it reaches. */
  readonly level: Level;
  /** Its territory. */
  readonly zones: readonly ListedZone[];
  /** The experts of an inactive antenne match nothing. */
  readonly active: boolean;
  /** The days on which its experts match; always if it is not given. */
  readonly valid?: Validity;
  /** Conditions on the companies that it helps. */
  readonly criteria: readonly Criterion[];
  /** For a subject, the combinations of answers for which it can help. */
  readonly answerGroups: readonly AnswerGroup[];
}

/** An office of an institution. */
export interface AntenneInput {
  /** Unique among antennes. */
  id: string;
  /** The id of its institution. */
  institution: string;
  /** What users read. */
  name: string;
  /** How far it reaches. */
  level?: Level | null | undefined;
  /** Its territory. */
  zones?: readonly ListedZone[] | null | undefined;
  /** The experts of an inactive antenne match nothing. */
  active?: boolean | null | undefined;
  /** The days on which its experts match; always if it is not given. */
  valid?: ValidityInput | null | undefined;
  /** Conditions on the companies that it helps. */
  criteria?: readonly CriterionInput[] | null | undefined;
  /** For a subject, the combinations of answers for which it can help. */
  answerGroups?: readonly AnswerGroupInput[] | null | undefined;
}

/** One of the answers that a question offers. */
export interface Choice {
  /** Unique among the choices of the question. */
  readonly id: string;
  /** What users read. */
  readonly label: string;
}

/** An expert handles a subject. */
export interface Competence {
  /** The id of the subject. */
  readonly subject: string;
  /** What the expert offers on it, or on which condition. */
  readonly note?: string;
  /** Where: replaces the expert's own zones for this subject, if there is any. */
  readonly zones: readonly ListedZone[];
  /** The days on which the expert handles it; always if it is not given. */
  readonly valid?: Validity;
}

/** An expert handles a subject. */
export interface CompetenceInput {
  /** The id of the subject. */
  subject: string;
  /** What the expert offers on it, or on which condition. */
  note?: string | null | undefined;
  /** Where: replaces the expert's own zones for this subject, if there is any. */
  zones?: readonly ListedZone[] | null | undefined;
  /** The days on which the expert handles it; always if it is not given. */
  valid?: ValidityInput | null | undefined;
}

/** A set of conditions on the company; all that are set must hold. */
export interface Criterion {
  /** The subjects to which it applies; all if empty. */
  readonly subjects: readonly string[];
  /** The company is at least so many full years old. */
  readonly minYears?: number;
  /** The company is less than so many full years old. */
  readonly belowYears?: number;
  /** At least so many employees. */
  readonly minHeadcount?: number;
  /** Fewer than so many employees. */
  readonly belowHeadcount?: number;
  /** The activity is one of these, or below one of them. */
  readonly acceptedNaf: readonly NafEntry[];
  /** The activity is none of these, nor below one of them. */
  readonly excludedNaf: readonly NafEntry[];
  /** The legal form is one of these, or below one of them. */
  readonly acceptedLegalForms: readonly LegalFormEntry[];
  /** The legal form is none of these, nor below one of them. */
  readonly excludedLegalForms: readonly LegalFormEntry[];
  /** The facility lies in none of these. */
  readonly excludedZones: readonly ListedZone[];
  /** The need comes from one of these campaigns or sites. */
  readonly origins: readonly string[];
  /** At least so many euros of turnover in the last closed year. */
  readonly minTurnover?: number;
  /** Less than so many euros of turnover in the last closed year. */
  readonly belowTurnover?: number;
  /** The balance sheet of the last closed year adds up to at least so many euros. */
  readonly minBalanceSheet?: number;
  /** The balance sheet of the last closed year adds up to less than so many euros. */
  readonly belowBalanceSheet?: number;
  /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
  readonly acceptedActivities: readonly Activity[];
  /** The facility has none of these natures of activity. */
  readonly excludedActivities: readonly Activity[];
  /** The facility has one of these craft codes, or one that begins so. */
  readonly acceptedNafa: readonly NafaEntry[];
  /** The facility has none of these craft codes, nor one that begins so. */
  readonly excludedNafa: readonly NafaEntry[];
  /** The facility applies one of these collective agreements. */
  readonly acceptedIdcc: readonly Idcc[];
  /** The facility applies none of these collective agreements. */
  readonly excludedIdcc: readonly Idcc[];
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  readonly microEntrepreneur?: boolean;
  /**
   * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  readonly qualities: Readonly<Record<string, boolean>>;
  /**
   * What becomes of a condition whose fact the need does not carry. Conditions that exclude accept in any
   * case.
   */
  readonly whenUnknown: WhenUnknown;
  /** The days on which it counts; always if it is not given. */
  readonly valid?: Validity;
  /** Alternatives, of which one must hold besides; none if empty. */
  readonly anyOf: readonly Alternative[];
}

/** A set of conditions on the company; all that are set must hold. */
export interface CriterionInput {
  /** The subjects to which it applies; all if empty. */
  subjects?: readonly string[] | null | undefined;
  /** The company is at least so many full years old. */
  minYears?: number | null | undefined;
  /** The company is less than so many full years old. */
  belowYears?: number | null | undefined;
  /** At least so many employees. */
  minHeadcount?: number | null | undefined;
  /** Fewer than so many employees. */
  belowHeadcount?: number | null | undefined;
  /** The activity is one of these, or below one of them. */
  acceptedNaf?: readonly NafEntry[] | null | undefined;
  /** The activity is none of these, nor below one of them. */
  excludedNaf?: readonly NafEntry[] | null | undefined;
  /** The legal form is one of these, or below one of them. */
  acceptedLegalForms?: readonly LegalFormEntry[] | null | undefined;
  /** The legal form is none of these, nor below one of them. */
  excludedLegalForms?: readonly LegalFormEntry[] | null | undefined;
  /** The facility lies in none of these. */
  excludedZones?: readonly ListedZone[] | null | undefined;
  /** The need comes from one of these campaigns or sites. */
  origins?: readonly string[] | null | undefined;
  /** At least so many euros of turnover in the last closed year. */
  minTurnover?: number | null | undefined;
  /** Less than so many euros of turnover in the last closed year. */
  belowTurnover?: number | null | undefined;
  /** The balance sheet of the last closed year adds up to at least so many euros. */
  minBalanceSheet?: number | null | undefined;
  /** The balance sheet of the last closed year adds up to less than so many euros. */
  belowBalanceSheet?: number | null | undefined;
  /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
  acceptedActivities?: readonly Activity[] | null | undefined;
  /** The facility has none of these natures of activity. */
  excludedActivities?: readonly Activity[] | null | undefined;
  /** The facility has one of these craft codes, or one that begins so. */
  acceptedNafa?: readonly NafaEntry[] | null | undefined;
  /** The facility has none of these craft codes, nor one that begins so. */
  excludedNafa?: readonly NafaEntry[] | null | undefined;
  /** The facility applies one of these collective agreements. */
  acceptedIdcc?: readonly Idcc[] | null | undefined;
  /** The facility applies none of these collective agreements. */
  excludedIdcc?: readonly Idcc[] | null | undefined;
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  microEntrepreneur?: boolean | null | undefined;
  /**
   * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  qualities?: Readonly<Record<string, boolean | null | undefined>> | ReadonlyMap<string, boolean> | null | undefined;
  /**
   * What becomes of a condition whose fact the need does not carry. Conditions that exclude accept in any
   * case.
   */
  whenUnknown?: WhenUnknown | null | undefined;
  /** The days on which it counts; always if it is not given. */
  valid?: ValidityInput | null | undefined;
  /** Alternatives, of which one must hold besides; none if empty. */
  anyOf?: readonly AlternativeInput[] | null | undefined;
}

/** One finding about a directory. */
export interface Diagnostic {
  /** How grave it is. */
  readonly severity: Severity;
  /** Its kind. */
  readonly code: DiagnosticCode;
  /** The file, relative to the directory's folder; `None` for a directory given as text. */
  readonly file?: string;
  /** The line, the first being 1; in a CSV file, the line where the row begins. */
  readonly line?: number;
  /**
   * In a CSV file the number of the cell in its row, as a spreadsheet counts columns (1 is A); in JSON the
   * number of the character in its line.
   */
  readonly column?: number;
  /** The offending text, cut after 120 characters. */
  readonly text: string;
  /** What is wrong, in one sentence without its place. */
  readonly message: string;
  /** The known value that was probably meant. */
  readonly nearest?: string;
  /** What is wrong, in French. */
  readonly messageFr: string;
}

/** What the code of a finding means, and what to do about it. */
export interface DiagnosticCodeTexts {
  /** How grave such findings are. */
  readonly severity: Severity;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** What differs between two directories: see `Directory::diff`. */
export interface DirectoryDifference {
  /** Territories. */
  readonly territories: ListDifference;
  /** Themes. */
  readonly themes: ListDifference;
  /** Subjects, with their questions. */
  readonly subjects: ListDifference;
  /** Institutions, with their criteria and answer groups. */
  readonly institutions: ListDifference;
  /** Antennes, with their criteria. */
  readonly antennes: ListDifference;
  /** Experts, with their competences, absences, members and criteria. */
  readonly experts: ListDifference;
  /**
   * The fields of the directory itself that differ: lists without ids, the version of the rules, and the seed,
   * of which only whether there is one is shown.
   */
  readonly fields: readonly FieldChange[];
}

/** What a directory holds, in numbers. */
export interface DirectorySummary {
  /** The version of the rules under which it matches. */
  readonly rules: RulesVersion;
  /** Whether it carries a seed, a secret of its keeper that enters the draw by which equals share needs. */
  readonly seeded: boolean;
  /** The year of the geography that its zones refer to. */
  readonly year: number;
  /** How many themes it has. */
  readonly themes: number;
  /** How many subjects. */
  readonly subjects: number;
  /** How many institutions. */
  readonly institutions: number;
  /** How many antennes. */
  readonly antennes: number;
  /** How many experts. */
  readonly experts: number;
}

/** What an import changed: see `Directory::update`. */
export interface DirectoryUpdate {
  /** What the sheets of antennes changed. */
  readonly antennes: ListUpdate;
  /** What the sheets of experts changed. */
  readonly experts: ListUpdate;
}

/**
 * A message as a company wrote it, and the subject it was about. A message with several needs may stand under
 * several subjects.
 */
export interface Example {
  /** The id of the subject. */
  readonly subject: string;
  /** What was written. */
  readonly text: string;
}

/** A person or a team of an antenne who receives needs: the fields of an `Expert`. */
export interface Expert {
  /** Unique among experts. */
  readonly id: string;
  /** The id of the antenne. */
  readonly antenne: string;
  /** What users read. */
  readonly name: string;
  /** Where needs are sent. */
  readonly email?: string;
  /** As it was given. */
  readonly phone?: string;
  /** What the person does there. */
  readonly job?: string;
  /** The expert's own territory: where there is any, it replaces the antenne's. */
  readonly zones: readonly ListedZone[];
  /** An inactive expert matches nothing. */
  readonly active: boolean;
  /**
   * The expert's weight where equals share needs: twice the capacity, twice the share. It counts up to ten
   * times the median of the experts who handle the same subject for the same institution.
   */
  readonly capacity: number;
  /** The number of open referrals from which the expert counts as full. */
  readonly maxOpen?: number;
  /** The number of needs received in the host's current period from which the expert counts as full. */
  readonly maxPerPeriod?: number;
  /** The days on which the expert matches; always if it is not given. */
  readonly valid?: Validity;
  /** When the expert is away. An absent expert still matches, last. */
  readonly absences: readonly Absence[];
  /** The subjects that the expert handles. */
  readonly competences: readonly Competence[];
  /** Conditions on the companies that the expert helps. */
  readonly criteria: readonly Criterion[];
  /** The people of a team, each of whom hears of what the team receives. */
  readonly members: readonly Member[];
  /** For a subject, the combinations of answers for which the expert can help. */
  readonly answerGroups: readonly AnswerGroup[];
}

/** A person or a team of an antenne who receives needs: the fields of an `Expert`. */
export interface ExpertInput {
  /** Unique among experts. */
  id: string;
  /** The id of the antenne. */
  antenne: string;
  /** What users read. */
  name: string;
  /** Where needs are sent. */
  email?: string | null | undefined;
  /** As it was given. */
  phone?: string | null | undefined;
  /** What the person does there. */
  job?: string | null | undefined;
  /** The expert's own territory: where there is any, it replaces the antenne's. */
  zones?: readonly ListedZone[] | null | undefined;
  /** An inactive expert matches nothing. */
  active?: boolean | null | undefined;
  /**
   * The expert's weight where equals share needs: twice the capacity, twice the share. It counts up to ten
   * times the median of the experts who handle the same subject for the same institution.
   */
  capacity?: number | null | undefined;
  /** The number of open referrals from which the expert counts as full. */
  maxOpen?: number | null | undefined;
  /** The number of needs received in the host's current period from which the expert counts as full. */
  maxPerPeriod?: number | null | undefined;
  /** The days on which the expert matches; always if it is not given. */
  valid?: ValidityInput | null | undefined;
  /** When the expert is away. An absent expert still matches, last. */
  absences?: readonly AbsenceInput[] | null | undefined;
  /** The subjects that the expert handles. */
  competences?: readonly CompetenceInput[] | null | undefined;
  /** Conditions on the companies that the expert helps. */
  criteria?: readonly CriterionInput[] | null | undefined;
  /** The people of a team, each of whom hears of what the team receives. */
  members?: readonly MemberInput[] | null | undefined;
  /** For a subject, the combinations of answers for which the expert can help. */
  answerGroups?: readonly AnswerGroupInput[] | null | undefined;
}

/** A field that changed. */
export interface FieldChange {
  /** The name of the field. */
  readonly field: string;
  /** Its value before: a text as it is, everything else as JSON; nothing where it had none. */
  readonly before?: string;
  /** Its value after. */
  readonly after?: string;
}

/** An organisation: a chamber, an agency, a region. */
export interface Institution {
  /** Unique among institutions, aliases included. */
  readonly id: string;
  /** What users read. */
  readonly name: string;
  /** Former names and ids, by which it may be named too. */
  readonly aliases: readonly string[];
  /** What kind of institution it is. `OPCO` has a rule of its own; others are for the host. */
  readonly categories: readonly string[];
  /** The natures of activity that it serves; all if empty. */
  readonly activities: readonly Activity[];
  /** An inactive institution matches nothing. */
  readonly active: boolean;
  /** Where one of its experts takes a need in charge, its others need not. */
  readonly singleTaker: boolean;
  /** Conditions on the companies that it helps. */
  readonly criteria: readonly Criterion[];
  /** For a subject, the combinations of answers for which it can help. */
  readonly answerGroups: readonly AnswerGroup[];
}

/** An organisation: a chamber, an agency, a region. */
export interface InstitutionInput {
  /** Unique among institutions, aliases included. */
  id: string;
  /** What users read. */
  name: string;
  /** Former names and ids, by which it may be named too. */
  aliases?: readonly string[] | null | undefined;
  /** What kind of institution it is. `OPCO` has a rule of its own; others are for the host. */
  categories?: readonly string[] | null | undefined;
  /** The natures of activity that it serves; all if empty. */
  activities?: readonly Activity[] | null | undefined;
  /** An inactive institution matches nothing. */
  active?: boolean | null | undefined;
  /** Where one of its experts takes a need in charge, its others need not. */
  singleTaker?: boolean | null | undefined;
  /** Conditions on the companies that it helps. */
  criteria?: readonly CriterionInput[] | null | undefined;
  /** For a subject, the combinations of answers for which it can help. */
  answerGroups?: readonly AnswerGroupInput[] | null | undefined;
}

/** What differs between two lists of records that are known by an id. */
export interface ListDifference {
  /** The ids that only the second has. */
  readonly added: readonly string[];
  /** The records that both have, and that differ. */
  readonly changed: readonly RecordChange[];
  /** The ids that only the first has. */
  readonly removed: readonly string[];
}

/** What sheets changed in a list of records. */
export interface ListUpdate {
  /** The ids that are new. */
  readonly added: readonly string[];
  /** The records that changed, field by field. */
  readonly changed: readonly RecordChange[];
  /** The ids of which the sheets said what the directory said. */
  readonly same: readonly string[];
  /**
   * The ids that stand in the directory and no longer in the sheets: experts of the antennes that the sheets
   * of experts name, antennes of the institutions that the sheets of antennes name. They are kept, unless the
   * import is `whole`.
   */
  readonly gone: readonly string[];
}

/** A person of a team. */
export interface Member {
  /** What users read. */
  readonly name: string;
  /** The person's own address. */
  readonly email?: string;
  /** As it was given. */
  readonly phone?: string;
}

/** A person of a team. */
export interface MemberInput {
  /** What users read. */
  name: string;
  /** The person's own address. */
  email?: string | null | undefined;
  /** As it was given. */
  phone?: string | null | undefined;
}

/** A question that refines a subject: yes or no, or one or several of its choices. */
export interface Question {
  /** Unique among the questions of all subjects. */
  readonly id: string;
  /** What users read. */
  readonly label: string;
  /** What can be answered; yes or no where there are none. */
  readonly choices: readonly Choice[];
}

/** A record that changed. */
export interface RecordChange {
  /** Its id. */
  readonly id: string;
  /** The fields that differ. */
  readonly fields: readonly FieldChange[];
}

/** What a need can be about. */
export interface Subject {
  /** Unique among subjects. */
  readonly id: string;
  /** The id of its theme. */
  readonly theme: string;
  /** What users read. */
  readonly label: string;
  /** What the subject includes, in a sentence or two. */
  readonly description?: string;
  /** Words and phrases by which companies name it. */
  readonly keywords: readonly string[];
  /** An archived subject is known, and matches nobody. */
  readonly archived: boolean;
  /** The questions that refine it. */
  readonly questions: readonly Question[];
}

/**
 * A list of zones under a name, such as a bassin or a zone d'emploi: `territory:` and its id stand for them
 * wherever zones stand.
 */
export interface Territory {
  /** Unique among territories. */
  readonly id: string;
  /** What users read. */
  readonly label: string;
  /** What it holds: no other territory. */
  readonly zones: readonly Zone[];
}

/** A group of subjects, such as recruitment and training. */
export interface Theme {
  /** Unique among themes. */
  readonly id: string;
  /** What users read. */
  readonly label: string;
  /** Where the theme is offered; everywhere if empty. */
  readonly zones: readonly ListedZone[];
}

/** The days on which something counts, the first and the last included; one of them at least is given.  */
export interface Validity {
  /** The first day; any day up to the last where it is not given. */
  readonly from?: Day;
  /** The last day; any day from the first on where it is not given. */
  readonly until?: Day;
}

/** The days on which something counts, the first and the last included; one of them at least is given.  */
export interface ValidityInput {
  /** The first day; any day up to the last where it is not given. */
  from?: DayInput | null | undefined;
  /** The last day; any day from the first on where it is not given. */
  until?: DayInput | null | undefined;
}
