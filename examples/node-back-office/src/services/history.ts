/** What happened to needs, told in order, for whoever may see them. */

import { labels, type ReferralEvent } from '../library.js';
import { datedEventsOf, referralsOf, type ReferralRow } from '../store/referrals.js';
import { remarksOf } from '../store/remarks.js';
import type { Queries } from '../database/index.js';
import type { Moment } from '../views/parts/timeline.js';

export interface History {
  referrals: ReferralRow[];
  events: ReferralEvent[];
  moments: Moment[];
}

export async function historyOf(db: Queries, need: string): Promise<History> {
  const referrals = await referralsOf(db, [need]);
  const dated = await datedEventsOf(db, need);
  const names = new Map(referrals.map((referral) => [referral.id, referral.expert_name]));
  const remarks = await remarksOf(db, need);
  const moments: Moment[] = [];
  for (const { event, at } of dated) {
    const before = moments.at(-1);
    // Sent to several at once is one moment.
    if (event.kind === 'sent' && before?.sentTo !== undefined && before.at.getTime() === at.getTime()) {
      before.sentTo += 1;
      before.what = `transmise à ${before.sentTo} experts`;
      continue;
    }
    const words = remarks.find((one) => one.referral_id === event.referral && one.at.getTime() === at.getTime());
    moments.push(
      event.kind === 'sent'
        ? { at, who: 'Demande', what: `transmise à ${names.get(event.referral) ?? ''}`, sentTo: 1 }
        : { at, who: names.get(event.referral) ?? '', what: told(event), words: words?.text },
    );
  }
  return { referrals, events: dated.map((one) => one.event), moments };
}

function told(event: ReferralEvent): string {
  const label = labels.referralState[event.to].toLowerCase();
  return event.reason ? `${label} (${labels.refusalReason[event.reason].toLowerCase()})` : label;
}
