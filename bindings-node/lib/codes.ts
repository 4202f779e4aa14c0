// The words of the core, as types. A test holds each list to the core's own.

/** The fields of a need. */
export const NEED_FIELDS = [
  'id',
  'subject',
  'commune',
  'on',
  'siret',
  'naf',
  'naf2025',
  'nafaCodes',
  'headcount',
  'headcountBand',
  'legalForm',
  'createdOn',
  'activities',
  'opco',
  'origin',
  'answers',
] as const;
/** A field of a need. */
export type NeedField = (typeof NEED_FIELDS)[number];

/** The codes of findings about a directory. */
export const DIAGNOSTIC_CODES = [
  'unreadable_file',
  'unknown_file',
  'empty_file',
  'malformed_json',
  'malformed_csv',
  'unknown_field',
  'duplicate_field',
  'missing_field',
  'invalid_value',
  'invalid_id',
  'duplicate_id',
  'unknown_theme',
  'unknown_subject',
  'unknown_question',
  'unknown_institution',
  'unknown_antenne',
  'unknown_expert',
  'invalid_zone',
  'unknown_zone',
  'empty_range',
  'empty_group',
  'not_an_opco',
  'former_code',
  'former_code_is_postal_code',
  'lost_zero',
  'institution_alias',
  'expert_never_matches',
  'subject_unhandled',
  'criteria_unused',
  'headcount_cuts_band',
  'duplicate_value',
  'stray_quote',
  'unused_file',
] as const;
/** The kind of a finding about a directory. */
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Why a need, or a request about one, cannot be answered. */
export type NeedErrorCode =
  | 'missing_field'
  | 'unknown_field'
  | 'invalid_value'
  | 'unknown_subject'
  | 'unknown_commune'
  | 'unknown_question'
  | 'unknown_institution'
  | 'unknown_expert'
  | 'unknown_zone';

/** Why bytes are no snapshot that can be loaded, or it cannot be written. */
export type SnapshotErrorCode =
  | 'unreadable_file'
  | 'unwritable_file'
  | 'not_a_snapshot'
  | 'newer_format'
  | 'older_format'
  | 'other_year'
  | 'truncated'
  | 'checksum'
  | 'malformed';

/** Why a geography cannot be read, or a zone is written wrongly. */
export type GeographyErrorCode =
  | 'unreadable_file'
  | 'not_a_geography'
  | 'other_format'
  | 'truncated'
  | 'checksum'
  | 'malformed'
  | 'invalid_zone';

/** Why a referral, event or request cannot be worked with. */
export const REFERRAL_ERROR_CODES = [
  'already_referred',
  'directory_needed',
  'duplicate_id',
  'forbidden_transition',
  'impossible_date',
  'invalid_link',
  'invalid_template',
  'invalid_value',
  'missing_field',
  'missing_variable',
  'unknown_antenne',
  'unknown_commune',
  'unknown_expert',
  'unknown_field',
  'unknown_function',
  'unknown_institution',
  'unknown_need',
  'unknown_referral',
  'unknown_state',
  'unknown_subject',
  'unknown_template',
  'unknown_theme',
] as const;
/** Why a referral, event or request cannot be worked with. */
export type ReferralErrorCode = (typeof REFERRAL_ERROR_CODES)[number];

/** INSEE's bands of headcounts. */
export type HeadcountBand =
  | 'NN' | '00' | '01' | '02' | '03' | '11' | '12' | '21'
  | '22' | '31' | '32' | '41' | '42' | '51' | '52' | '53'; // prettier-ignore

/** The natures of an activity; others are read too. */
export type Activity =
  | 'COMMERCIALE'
  | 'AGENT_COMMERCIAL'
  | 'ARTISANALE'
  | 'ARTISANALE_REGLEMENTEE'
  | 'LIBERALE_REGLEMENTEE'
  | 'LIBERALE_NON_REGLEMENTEE'
  | 'INDEPENDANTE'
  | 'GESTION_DE_BIENS'
  | (string & {});

/** What a zone is, from narrow to wide. */
export type ZoneKind = 'commune' | 'ept' | 'epci' | 'departement' | 'region' | 'france';

/** A piece of territory, such as `commune:59350`, `epci:200093201` or `france`. */
export type Zone = `${Exclude<ZoneKind, 'france'>}:${string}` | 'france';

/** Whose zone covers the commune. */
export type ZoneOwner = 'competence' | 'expert' | 'antenne';

/** How far an antenne reaches. */
export type Level = 'local' | 'regional' | 'national';

/** How the criteria of an expert, its antenne and its institution compose. */
export type Rules = 'every' | 'any-in-level';

/** The rules of matching, in their order. */
export type Rule = 'subject' | 'active' | 'territory' | 'activities' | 'opco' | 'criteria' | 'answers';

/** Whose data decided a rule. */
export type Owner = 'theme' | 'subject' | 'institution' | 'antenne' | 'expert' | 'competence';

/** A day, as `YYYY-MM-DD`. */
export type Day = string;
