// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Zone } from './geography';
import type { Activity, Answer, Antenne, Expert, Idcc, Institution, RulesVersion, Subject } from './directory';
import type { BoundaryError } from './errors';
import type { Day, DayInput } from './days';

/** A band of INSEE (tranche d'effectif salarié). */
export type HeadcountBand =
  | 'NN'
  | '00'
  | '01'
  | '02'
  | '03'
  | '11'
  | '12'
  | '21'
  | '22'
  | '31'
  | '32'
  | '41'
  | '42'
  | '51'
  | '52'
  | '53';

/** The legal form of a company: INSEE's four digits. */
export type LegalForm = string;

/** The activity code of a company: four digits and a letter. */
export type NafCode = string;

/** A code of the craft nomenclature: a NAF code, then a letter for the craft. */
export type NafaCode = string;

/** The number of a facility in INSEE's register: fourteen digits, the last a Luhn key. */
export type Siret = string;

/** The fields of a need. */
export type NeedField =
  | 'id'
  | 'subject'
  | 'commune'
  | 'postalCode'
  | 'town'
  | 'on'
  | 'siret'
  | 'naf'
  | 'naf2025'
  | 'nafaCodes'
  | 'headcount'
  | 'headcountBand'
  | 'employer'
  | 'legalForm'
  | 'createdOn'
  | 'activities'
  | 'turnover'
  | 'balanceSheet'
  | 'microEntrepreneur'
  | 'qualities'
  | 'idcc'
  | 'opco'
  | 'origin'
  | 'answers';

/** Among whom needs are shared equally, where nothing else decides on the order. */
export type ShareAmong = 'expert' | 'antenne' | 'institution';

/** What becomes of experts who are absent, or full, as long as somebody else remains. */
export type WhenUnavailable = 'last' | 'skip';

/** Whose zone covers the commune. */
export type ZoneOwner = 'competence' | 'expert' | 'antenne';

/**
 * One expert found for one need, and why.
 *
 * It serializes with the ids of `expert`, `antenne`, `institution` and `subject`; `instead_of`, `note`,
 * `absent_until` and `unverified` only where there are any.
 */
export interface Match {
  /** The expert. */
  readonly expert: Expert;
  /** The expert's antenne. */
  readonly antenne: Antenne;
  /** The antenne's institution. */
  readonly institution: Institution;
  /** The absent expert whose place this one takes: zone, owner and note are of that place. */
  readonly insteadOf?: Expert;
  /** The subject of the need. */
  readonly subject: Subject;
  /** The narrowest zone that covers the need's commune. */
  readonly zone: Zone;
  /** Whose zone that is. */
  readonly zoneOwner: ZoneOwner;
  /** What the expert offers on the subject there. */
  readonly note?: string;
  /** The last day of the expert's absence, if the expert is absent on the day of the need. */
  readonly absentUntil?: Day;
  /** The fields of the need that criteria would have looked at, and that it does not carry. */
  readonly unverified: readonly NeedField[];
}

/** The matches of one need, in order. */
export interface MatchAnswer {
  /** The day for which they were found: that of the need, else today. */
  readonly on: Day;
  /** The version of the rules under which they were found. */
  readonly rules: RulesVersion;
  /** Whether a secret seed of the directory's keeper entered the draw. */
  readonly seeded: boolean;
  /** INSEE's code of the current commune of the need. */
  readonly commune: string;
  /** Whether the need's postal code and town make that commune likely, not certain. */
  readonly communeIsLikely: boolean;
  /** Whether the need's exact headcount, which counts, lies outside of the band that it gives too. */
  readonly headcountDiffers: boolean;
  /** The matches, in order. */
  readonly matches: readonly Match[];
}

/** What became of many needs. */
export interface MatchBatchAnswer {
  /** One row a need, in their order. */
  readonly rows: readonly MatchRow[];
}

/** What is wanted of the matches of a need. Without any option every match is returned.  */
export interface MatchOptions {
  /** At most so many matches, the first ones. */
  limit?: number | null | undefined;
  /** At most so many matches of each institution, the first ones. */
  perInstitution?: number | null | undefined;
  /**
   * The open referrals of experts, by id; 0 for those it does not name. The full come last, and the less
   * loaded per capacity first.
   */
  load?: Readonly<Record<string, number | null | undefined>> | ReadonlyMap<string, number> | null | undefined;
  /**
   * Among whom needs are shared equally: `expert` where it is not given. With `antenne` or `institution`,
   * houses draw first, and take turns: the first expert of each, then the second of each.
   */
  share?: ShareAmong | null | undefined;
  /**
   * The needs that experts received in the host's current period, by id; 0 for those it does not name. Those
   * who have as many as their `max_per_period` are full.
   */
  received?: Readonly<Record<string, number | null | undefined>> | ReadonlyMap<string, number> | null | undefined;
  /** What becomes of the absent for whom nobody stands in: `last` where it is not given. */
  absent?: WhenUnavailable | null | undefined;
  /**
   * What becomes of the full: `last` where it is not given. Where somebody stands in for an absent expert,
   * `load` and `received` are those of the absent one, whose place it is.
   */
  full?: WhenUnavailable | null | undefined;
}

/** What became of one need among many: it was routed, or it was refused. */
export interface MatchRow {
  /** Its matches. */
  readonly found?: MatchAnswer;
  /** Why it cannot be routed as it is. */
  readonly error?: BoundaryError;
}

/** One need of one facility, about one subject. */
export interface Need {
  /** What the host calls it. Equals share needs by it, so that the same need always goes the same way. */
  readonly id?: string;
  /** The id of the subject. */
  readonly subject?: string;
  /**
   * INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a field
   * of its own.
   */
  readonly commune?: string;
  /** The postal code of the facility, from which, with the town, the commune is found where it is not given. */
  readonly postalCode?: string;
  /** The town of the facility, as addresses have it: `AMIENS CEDEX 1`. */
  readonly town?: string;
  /** The day of the need, from which ages and absences are counted; today if it is not given. */
  readonly on?: Day;
  /** The facility's number. */
  readonly siret?: Siret;
  /** The activity in NAF rév. 2. */
  readonly naf?: NafCode;
  /** The activity in NAF 2025. */
  readonly naf2025?: NafCode;
  /** The facility's craft codes. */
  readonly nafaCodes: readonly NafaCode[];
  /** The facility's number of employees, where it is known exactly. */
  readonly headcount?: number;
  /** INSEE's band of it, such as `02`, where it is not. */
  readonly headcountBand?: HeadcountBand;
  /** Whether the company employs anybody, where no headcount says so. */
  readonly employer?: boolean;
  /** The company's legal form. */
  readonly legalForm?: LegalForm;
  /** The day the company was created. */
  readonly createdOn?: Day;
  /** The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if empty. */
  readonly activities: readonly Activity[];
  /** The company's turnover in the last closed year, in whole euros. */
  readonly turnover?: number;
  /** The total of the company's balance sheet at the end of the last closed year, in whole euros. */
  readonly balanceSheet?: number;
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  readonly microEntrepreneur?: boolean;
  /**
   * What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  readonly qualities: Readonly<Record<string, boolean>>;
  /** The collective agreements that the facility applies, by their IDCC of four digits. */
  readonly idcc: readonly Idcc[];
  /** The id or alias of the facility's OPCO. */
  readonly opco?: string;
  /** The campaign or site that the need comes from. */
  readonly origin?: string;
  /** Answers to the subject's questions, by the question's id. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** One need of one facility, about one subject. */
export interface NeedInput {
  /** What the host calls it. Equals share needs by it, so that the same need always goes the same way. */
  id?: string | null | undefined;
  /** The id of the subject. */
  subject?: string | null | undefined;
  /**
   * INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a field
   * of its own.
   */
  commune?: string | null | undefined;
  /** The postal code of the facility, from which, with the town, the commune is found where it is not given. */
  postalCode?: string | null | undefined;
  /** The town of the facility, as addresses have it: `AMIENS CEDEX 1`. */
  town?: string | null | undefined;
  /** The day of the need, from which ages and absences are counted; today if it is not given. */
  on?: DayInput | null | undefined;
  /** The facility's number. */
  siret?: Siret | null | undefined;
  /** The activity in NAF rév. 2. */
  naf?: NafCode | null | undefined;
  /** The activity in NAF 2025. */
  naf2025?: NafCode | null | undefined;
  /** The facility's craft codes. */
  nafaCodes?: readonly NafaCode[] | null | undefined;
  /** The facility's number of employees, where it is known exactly. */
  headcount?: number | null | undefined;
  /** INSEE's band of it, such as `02`, where it is not. */
  headcountBand?: HeadcountBand | 'NR' | '' | null | undefined;
  /** Whether the company employs anybody, where no headcount says so. */
  employer?: boolean | null | undefined;
  /** The company's legal form. */
  legalForm?: LegalForm | null | undefined;
  /** The day the company was created. */
  createdOn?: DayInput | null | undefined;
  /** The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if empty. */
  activities?: readonly Activity[] | null | undefined;
  /** The company's turnover in the last closed year, in whole euros. */
  turnover?: number | null | undefined;
  /** The total of the company's balance sheet at the end of the last closed year, in whole euros. */
  balanceSheet?: number | null | undefined;
  /** Whether the company is run under the scheme of micro-entrepreneurs. */
  microEntrepreneur?: boolean | null | undefined;
  /**
   * What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
   * `procedure-collective` and others.
   */
  qualities?: Readonly<Record<string, boolean | null | undefined>> | ReadonlyMap<string, boolean> | null | undefined;
  /** The collective agreements that the facility applies, by their IDCC of four digits. */
  idcc?: readonly Idcc[] | null | undefined;
  /** The id or alias of the facility's OPCO. */
  opco?: string | null | undefined;
  /** The campaign or site that the need comes from. */
  origin?: string | null | undefined;
  /** Answers to the subject's questions, by the question's id. */
  answers?: Readonly<Record<string, Answer | null | undefined>> | ReadonlyMap<string, Answer> | null | undefined;
}
