// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Activity, Idcc, Severity } from './directory';
import type { HeadcountBand, LegalForm, NafCode, NafaCode, Need, Siret } from './matching';
import type { Day, DayInput } from './days';

/** The number of a company in INSEE's register: nine digits, the last a Luhn key. */
export type Siren = string;

/** The kind of a finding. Its text form is stable; programs may rely on it. */
export type FindingCode =
  | 'old_nomenclature'
  | 'activity_pending'
  | 'closed_facility'
  | 'ceased_company'
  | 'foreign_address'
  | 'not_diffusible'
  | 'former_commune'
  | 'unknown_commune'
  | 'headcount_of_company_differs'
  | 'employer_and_band_differ'
  | 'several_opcos'
  | 'merged_agreement'
  | 'no_agreement'
  | 'date_unknown'
  | 'no_facility'
  | 'several_facilities'
  | 'lost_zero'
  | 'wrong_key'
  | 'numbers_differ'
  | 'unknown_value'
  | 'differs_from_need'
  | 'other_facility';

/** How surely collective agreements tell the OPCO. */
export type OpcoCertainty = 'certain' | 'ambiguous' | 'unknown';

/** A public register that answers what is known of companies. */
export type Register = 'recherche_entreprises' | 'sirene' | 'sirene_stock' | 'rne';

/** What public registers know of a company and of one facility of it. */
export interface Company {
  /** The company's number. */
  readonly siren?: Siren;
  /** The facility's number. */
  readonly siret?: Siret;
  /** The name of the company. */
  readonly name?: string;
  /** INSEE's code of the facility's commune or municipal arrondissement, as it is today. */
  readonly commune?: string;
  /**
   * The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity of
   * it.
   */
  readonly naf?: NafCode;
  /** The same activity in NAF 2025. */
  readonly naf2025?: NafCode;
  /** The facility's craft codes. */
  readonly nafaCodes: readonly NafaCode[];
  /** INSEE's band of the facility's headcount; the company's where the answer has no facility. */
  readonly headcountBand?: HeadcountBand;
  /** The year of that band, which lags two years or three. */
  readonly headcountYear?: number;
  /** INSEE's band of the company's headcount. */
  readonly companyHeadcountBand?: HeadcountBand;
  /** The year of the company's band. */
  readonly companyHeadcountYear?: number;
  /** Whether the facility employs; the company where the answer has no facility. */
  readonly employer?: boolean;
  /** The company's legal form. */
  readonly legalForm?: LegalForm;
  /** The day the company was created. */
  readonly createdOn?: Day;
  /** The natures of the activity, such as `COMMERCIALE`; unknown if empty. */
  readonly activities: readonly Activity[];
  /** The facility's collective agreements; the company's where the facility has none. */
  readonly idcc: readonly Idcc[];
  /** The OPCO to which the collective agreements lead. */
  readonly opco?: CompanyOpco;
  /** Labels and statuses such as `ess` or `rge`; what is not there is not known. */
  readonly qualities: Readonly<Record<string, boolean>>;
  /** The company's turnover in the last closed year that has one, in whole euros. */
  readonly turnover?: number;
  /** The year of the turnover. */
  readonly turnoverYear?: number;
  /** Whether the company is a micro-entrepreneur's. */
  readonly microEntrepreneur?: boolean;
  /** Whether the facility is closed or the company has ceased. */
  readonly closed?: boolean;
  /** Whether the facility is abroad. */
  readonly foreign?: boolean;
  /** Whether the register hides a part of what it knows, at the wish of the company. */
  readonly notDiffusible?: boolean;
  /** Where each fact that is known comes from, by the name of its field. */
  readonly sources: Readonly<Record<string, FactSource>>;
  /** What is odd about the answer. */
  readonly findings: readonly Finding[];
}

/** What public registers know of a company and of one facility of it. */
export interface CompanyInput {
  /** The company's number. */
  siren?: Siren | null | undefined;
  /** The facility's number. */
  siret?: Siret | null | undefined;
  /** The name of the company. */
  name?: string | null | undefined;
  /** INSEE's code of the facility's commune or municipal arrondissement, as it is today. */
  commune?: string | null | undefined;
  /**
   * The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity of
   * it.
   */
  naf?: NafCode | null | undefined;
  /** The same activity in NAF 2025. */
  naf2025?: NafCode | null | undefined;
  /** The facility's craft codes. */
  nafaCodes?: readonly NafaCode[] | null | undefined;
  /** INSEE's band of the facility's headcount; the company's where the answer has no facility. */
  headcountBand?: HeadcountBand | 'NR' | '' | null | undefined;
  /** The year of that band, which lags two years or three. */
  headcountYear?: number | null | undefined;
  /** INSEE's band of the company's headcount. */
  companyHeadcountBand?: HeadcountBand | 'NR' | '' | null | undefined;
  /** The year of the company's band. */
  companyHeadcountYear?: number | null | undefined;
  /** Whether the facility employs; the company where the answer has no facility. */
  employer?: boolean | null | undefined;
  /** The company's legal form. */
  legalForm?: LegalForm | null | undefined;
  /** The day the company was created. */
  createdOn?: DayInput | null | undefined;
  /** The natures of the activity, such as `COMMERCIALE`; unknown if empty. */
  activities?: readonly Activity[] | null | undefined;
  /** The facility's collective agreements; the company's where the facility has none. */
  idcc?: readonly Idcc[] | null | undefined;
  /** The OPCO to which the collective agreements lead. */
  opco?: CompanyOpcoInput | null | undefined;
  /** Labels and statuses such as `ess` or `rge`; what is not there is not known. */
  qualities?: Readonly<Record<string, boolean | null | undefined>> | ReadonlyMap<string, boolean> | null | undefined;
  /** The company's turnover in the last closed year that has one, in whole euros. */
  turnover?: number | null | undefined;
  /** The year of the turnover. */
  turnoverYear?: number | null | undefined;
  /** Whether the company is a micro-entrepreneur's. */
  microEntrepreneur?: boolean | null | undefined;
  /** Whether the facility is closed or the company has ceased. */
  closed?: boolean | null | undefined;
  /** Whether the facility is abroad. */
  foreign?: boolean | null | undefined;
  /** Whether the register hides a part of what it knows, at the wish of the company. */
  notDiffusible?: boolean | null | undefined;
  /** Where each fact that is known comes from, by the name of its field. */
  sources?: Readonly<Record<string, FactSourceInput | null | undefined>> | ReadonlyMap<string, FactSourceInput> | null | undefined;
  /** What is odd about the answer. */
  findings?: readonly FindingInput[] | null | undefined;
}

/** The OPCO to which the collective agreements of a facility lead. */
export interface CompanyOpco {
  /** How surely. */
  readonly certainty: OpcoCertainty;
  /** The OPCO by their stable ids, such as `akto`. */
  readonly ids: readonly string[];
}

/** The OPCO to which the collective agreements of a facility lead. */
export interface CompanyOpcoInput {
  /** How surely. */
  certainty: OpcoCertainty;
  /** The OPCO by their stable ids, such as `akto`. */
  ids?: readonly string[] | null | undefined;
}

/** A need that was completed by what a register knows of its company. */
export interface CompletedNeed {
  /** The need with what the register added. */
  readonly need: Need;
  /**
   * Where the need and the register disagree; what is odd about the answer itself is among the findings of the
   * company.
   */
  readonly findings: readonly Finding[];
}

/** Where a fact comes from, and of which day it is. */
export interface FactSource {
  /** The register. */
  readonly register: Register;
  /** The field of its answer, such as `siege.commune`, or the column of its file. */
  readonly field: string;
  /** The day on which the register last treated what it says there, where it tells. */
  readonly on?: Day;
}

/** Where a fact comes from, and of which day it is. */
export interface FactSourceInput {
  /** The register. */
  register: Register;
  /** The field of its answer, such as `siege.commune`, or the column of its file. */
  field: string;
  /** The day on which the register last treated what it says there, where it tells. */
  on?: DayInput | null | undefined;
}

/** What is odd about the answer of a register, or about a need beside it. */
export interface Finding {
  /** How grave it is. */
  readonly severity: Severity;
  /** Its kind. */
  readonly code: FindingCode;
  /** The text that was found, cut after 120 characters. */
  readonly text: string;
  /** What is wrong, in one sentence in English. */
  readonly message: string;
  /** The field where it stands: of the answer, or of the need beside it. */
  readonly field?: string;
  /** What was taken in place of the text, or stands beside it. */
  readonly taken?: string;
  /** The open facilities of the company that the answer has, where its own is closed. */
  readonly open: readonly Siret[];
}

/** What is odd about the answer of a register, or about a need beside it. */
export interface FindingInput {
  /** How grave it is. */
  severity: Severity;
  /** Its kind. */
  code: FindingCode;
  /** The text that was found, cut after 120 characters. */
  text: string;
  /** What is wrong, in one sentence in English. */
  message: string;
  /** The field where it stands: of the answer, or of the need beside it. */
  field?: string | null | undefined;
  /** What was taken in place of the text, or stands beside it. */
  taken?: string | null | undefined;
  /** The open facilities of the company that the answer has, where its own is closed. */
  open?: readonly Siret[] | null | undefined;
}
