/** Whom the library says to write to, and whether anybody can. */

import { recipients, sendReferral, type Directory, type Expert, type Recipient, type Referral, type ReferralEvent } from 'aiguillage';

/** Whom an event concerns. Its need is not looked at: who the company is, this service knows, and the adviser's id. */
export function recipientsOf(directory: Directory, event: ReferralEvent, referrals: readonly Referral[], adviser?: string): Recipient[] {
  const need = { id: event.need, subject: '-', depositedOn: event.on, commune: '75056', ...(adviser && { adviser }) };
  return recipients(event, need, referrals, directory);
}

/** Whether a need that is sent to an expert reaches an address of theirs or of their team. */
function hasAddress(directory: Directory, expert: Expert): boolean {
  const institution = directory.antenne(expert.antenne)?.institution ?? '';
  const sending = { referral: 'r', need: 'n', expert: expert.id, antenne: expert.antenne, institution, on: '2026-01-01' };
  const { events, referrals } = sendReferral([], sending);
  const told = events.flatMap((event) => recipientsOf(directory, event, referrals));
  return told.some(({ role, email }) => email !== undefined && (role === 'expert' || role === 'member'));
}

/** Whether nobody can write to an expert who is in service. */
export const isUnreachable = (directory: Directory, expert: Expert): boolean => expert.active && !hasAddress(directory, expert);
