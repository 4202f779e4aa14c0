import type { Activity, HeadcountBand } from './codes';

/**
 * A day: `YYYY-MM-DD`, or a `Date`. A `Date` at midnight UTC is that day in UTC, any other its day in
 * the local time zone: so dates read from ISO text, dates of a database and `new Date()` all are the
 * day that was meant.
 */
export type DayInput = string | Date;

/**
 * A company that has a need, without the need: facts that criteria look at. A field that is
 * `undefined`, `null` or blank is not known.
 */
export interface Company {
  /** What the host calls it. Equals share needs by it, so that the same need always goes the same way. */
  id?: string | null | undefined;
  /** The day of the need, from which ages and absences are counted; today if it is not given. */
  on?: DayInput | null | undefined;
  /** The facility's number. */
  siret?: string | null | undefined;
  /** The activity in NAF rév. 2, such as `10.71C`. */
  naf?: string | null | undefined;
  /** The activity in NAF 2025. */
  naf2025?: string | null | undefined;
  /** The facility's craft codes. */
  nafaCodes?: readonly string[] | null | undefined;
  /** The facility's number of employees, where it is known exactly. */
  headcount?: number | null | undefined;
  /** INSEE's band of it, where it is not. */
  headcountBand?: HeadcountBand | 'NR' | '' | null | undefined;
  /** The company's legal form, such as `5710`. */
  legalForm?: string | null | undefined;
  /** The day the company was created. */
  createdOn?: DayInput | null | undefined;
  /** The natures of the activity of the facility and of its company; unknown if empty. */
  activities?: readonly Activity[] | null | undefined;
  /** The id or alias of the facility's OPCO. */
  opco?: string | null | undefined;
  /** The campaign or site that the need comes from. */
  origin?: string | null | undefined;
  /** Answers to the subject's questions. */
  answers?: Readonly<Record<string, boolean | null | undefined>> | null | undefined;
}

/** What is routed: a subject, a commune, and facts about the company. Nothing in it is personal. */
export interface Need extends Company {
  /** The id of the subject. */
  subject: string;
  /** INSEE's code of the facility's commune or municipal arrondissement; not a postal code. */
  commune: string;
}

/** What is wanted of the matches of a need. Without any option every match is returned. */
export interface MatchOptions {
  /** At most so many matches, the first ones. */
  limit?: number | null | undefined;
  /** At most so many matches of each institution, the first ones. */
  perInstitution?: number | null | undefined;
  /**
   * The open referrals of experts, by id; 0 for those it does not name. The full come last, and the
   * less loaded per capacity first.
   */
  load?: Readonly<Record<string, number>> | ReadonlyMap<string, number> | null | undefined;
}
