/** What this service asks the package about: facts of a facility, needs, and whom they go to. */

import { CompanyError, needWithCompany, type Answer, type NeedInput } from 'aiguillage';

/**
 * What is known of a facility: the facts of a need, without the need and without the company's name or number. They
 * come from forms and registers as text: the library says what is wrong with them.
 */
export interface Facts {
  commune: string;
  naf?: string;
  naf2025?: string;
  headcount?: number;
  headcountBand?: string;
  legalForm?: string;
  createdOn?: string;
  activities?: string[];
  opco?: string;
}

/** Whether a text is a SIREN whose key is right. */
export function isSiren(text: string): boolean {
  try {
    needWithCompany({} as NeedInput, { siren: text });
    return true;
  } catch (error) {
    if (error instanceof CompanyError) return false;
    throw error;
  }
}

/** Answers to the questions of a subject, by the id of the question. */
export type Answers = Readonly<Record<string, Answer>>;

/** A need as this service asks about it. */
export interface AskedNeed extends Facts {
  id?: string;
  subject: string;
  siret?: string;
  on: string;
  origin?: string;
  answers?: Answers;
}

/** How experts who match are chosen among. */
export interface Choice {
  perInstitution?: number | undefined;
  load?: Record<string, number>;
}

/** A need that goes to an expert. */
export interface Sent {
  referral: string;
  need: string;
  on: string;
  byHand?: boolean;
  author?: string;
}
