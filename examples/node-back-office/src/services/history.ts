/** What happened to needs, told in order, for whoever may see them. */

import { REASON_LABELS, STATE_LABELS } from '../library.js';
import { eventsOf, referralsOf, type DatedEvent, type ReferralRow } from '../store/referrals.js';
import { remarksOf } from '../store/remarks.js';
import type { Queries } from '../database/index.js';
import type { Moment } from '../views/parts/timeline.js';

export interface History {
  referrals: ReferralRow[];
  events: DatedEvent[];
  moments: Moment[];
}

export async function historyOf(db: Queries, need: string): Promise<History> {
  const referrals = await referralsOf(db, [need]);
  const events = await eventsOf(db, [need]);
  const names = new Map(referrals.map((referral) => [referral.id, referral.expert_name]));
  const remarks = await remarksOf(db, need);
  const moments: Moment[] = events.map((event) => ({
    at: event.at,
    who: names.get(event.referral) ?? '',
    what: told(event),
    words: remarks.find((one) => one.referral_id === event.referral && one.at.getTime() === event.at.getTime())?.text,
  }));
  return { referrals, events, moments };
}

function told(event: DatedEvent): string {
  if (event.kind === 'sent') return 'demande transmise';
  const label = (STATE_LABELS[event.to] ?? event.to).toLowerCase();
  return event.reason ? `${label} (${(REASON_LABELS[event.reason] ?? event.reason).toLowerCase()})` : label;
}
