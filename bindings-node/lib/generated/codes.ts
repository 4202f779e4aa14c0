// Generated from the declarations of the core by `make generate`: not to be edited.

/** The codes of errors of the family `need`. */
export type NeedErrorCode =
  | 'missing_field'
  | 'unknown_field'
  | 'invalid_value'
  | 'unknown_subject'
  | 'unknown_commune'
  | 'ambiguous_commune'
  | 'unknown_question'
  | 'unknown_institution'
  | 'unknown_expert'
  | 'unknown_zone';

/** The codes of errors of the family `directory`. */
export type DirectoryErrorCode =
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
  | 'unused_file'
  | 'unwritable_file';

/** The codes of errors of the family `geography`. */
export type GeographyErrorCode =
  | 'unreadable_file'
  | 'not_a_geography'
  | 'other_format'
  | 'truncated'
  | 'checksum'
  | 'malformed'
  | 'invalid_zone';

/** The codes of errors of the family `company`. */
export type CompanyErrorCode =
  | 'unknown_shape'
  | 'register_error'
  | 'no_company'
  | 'several_companies'
  | 'unknown_code'
  | 'missing_field'
  | 'unknown_field'
  | 'invalid_value';

/** The codes of errors of the family `referral`. */
export type ReferralErrorCode =
  | 'already_answered'
  | 'already_asked'
  | 'already_referred'
  | 'directory_needed'
  | 'duplicate_id'
  | 'forbidden_transition'
  | 'impossible_date'
  | 'invalid_link'
  | 'invalid_template'
  | 'invalid_value'
  | 'missing_field'
  | 'missing_variable'
  | 'unknown_antenne'
  | 'unknown_commune'
  | 'unknown_expert'
  | 'unknown_field'
  | 'unknown_function'
  | 'unknown_institution'
  | 'unknown_kind'
  | 'unknown_need'
  | 'unknown_referral'
  | 'unknown_state'
  | 'unknown_subject'
  | 'unknown_template'
  | 'unknown_theme';

/** The codes of errors of the family `snapshot`. */
export type SnapshotErrorCode =
  | 'unreadable_file'
  | 'unwritable_file'
  | 'unwritable'
  | 'not_a_snapshot'
  | 'newer_format'
  | 'older_format'
  | 'other_year'
  | 'truncated'
  | 'checksum'
  | 'malformed';

/** The codes of errors of the family `request`. */
export type RequestErrorCode =
  | 'unknown_function'
  | 'missing_target'
  | 'missing_field'
  | 'unknown_field'
  | 'invalid_value';
