import type { NeedInput } from './generated/matching';

/**
 * A company that has a need, without the need: facts that criteria look at. A field that is
 * `undefined`, `null` or blank is not known.
 */
export interface Company extends Omit<NeedInput, 'subject' | 'commune'> {}

/** What is routed: a subject, a commune, and facts about the company. Nothing in it is personal. */
export interface Need extends Company {
  /** The id of the subject. */
  subject: string;
  /** INSEE's code of the facility's commune or municipal arrondissement; not a postal code. */
  commune: string;
}
