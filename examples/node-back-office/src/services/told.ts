/** Who is told of a need that goes to an expert: whom the library names, as far as there is an address. */

import type { AskedNeed, Expert, Library, Recipient, Referral, ReferralEvent } from '../library.js';

export interface Addressee {
  name: string;
  email: string;
  /** Whoever stands in for the expert, by their id: their link opens what they were told of, and nothing else. */
  substitute?: string;
}

/** Roles that are written to where a need is sent, by the expert's own link. */
const TO_EXPERTS = new Set<Recipient['role']>(['expert', 'member', 'substitute']);

/** Who is written to for an expert's referral, each address once. */
export function addressees(library: Library, event: ReferralEvent, referrals: readonly Referral[]): Addressee[] {
  const found = library.recipients(event, referrals).filter(({ role }) => TO_EXPERTS.has(role));
  const byAddress = new Map<string, Addressee>();
  for (const { role, id, name = '', email } of found) {
    if (!email || byAddress.has(email.toLowerCase())) continue;
    byAddress.set(email.toLowerCase(), { name, email, ...(role === 'substitute' && id && { substitute: id }) });
  }
  return [...byAddress.values()];
}

/** The same before anything is sent. */
export function wouldBeTold(library: Library, expert: Expert, on: string): Addressee[] {
  const { events, referrals } = library.sending(expert, { referral: 'r', need: 'n', on });
  return events.flatMap((event) => addressees(library, event, referrals));
}

/** What came of sending, counted from the messages that were written. */
export interface Told {
  /** Experts for whom a message was written. */
  experts: number;
  /** Messages that were written for them: a team has several addresses. */
  messages: number;
  /** The names of experts whom nobody can write to. */
  unreached: string[];
  /** Messages to the company. */
  company: number;
}

export const nobodyTold = (): Told => ({ experts: 0, messages: 0, unreached: [], company: 0 });

/** How many experts match who can be written to, and how many who cannot. */
export function reach(library: Library, need: AskedNeed): { reachable: number; unreachable: number } {
  const found = library.match(need).map((match) => match.expert.id);
  const reachable = library.matchReachable(need).length;
  return { reachable, unreachable: found.filter((id) => !library.isReachable(id)).length };
}
