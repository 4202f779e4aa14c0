import type { NeedInput } from './generated/matching';

/**
 * A company that has a need, without the need: facts that criteria look at. A field that is
 * `undefined`, `null` or blank is not known.
 */
export interface CompanyProfile extends Omit<NeedInput, 'subject' | 'commune' | 'postalCode' | 'town'> {}

/**
 * What is routed: a subject, a place (a commune, or a postal code and a town), and facts about the company.
 * Nothing in it is personal.
 */
export interface Need extends CompanyProfile, Pick<NeedInput, 'commune' | 'postalCode' | 'town'> {
  /** The id of the subject. */
  subject: string;
}
