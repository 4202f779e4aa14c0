/** A manager reminds an expert of a referral that waits: once a day for each, whoever presses. */

import { dayOf, daysBetween } from '../clock.js';
import { foldEvents } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needById } from '../store/needs.js';
import { eventsOf, type ReferralRow } from '../store/referrals.js';
import type { Services } from './index.js';
import { expertNotice } from './messages.js';
import { wouldBeTold } from './told.js';

/** How many messages were written; `not_waiting` where there is nothing to remind of, `told` where that was done today. */
export type Nudge = { messages: number; name: string } | 'not_waiting' | 'told' | 'no_address';

export async function nudge(services: Services, row: ReferralRow, account: string): Promise<Nudge> {
  const done = await services.database.transaction(async (tx): Promise<Nudge> => {
    await tx.query('select from needs where id = $1 for update', [row.need_id]);
    const { referrals } = foldEvents(await eventsOf(tx, row.need_id));
    const referral = referrals.find((one) => one.id === row.id);
    const need = await needById(tx, row.need_id);
    const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
    if (referral?.state !== 'waiting' || !need || !diagnosis || diagnosis.erasedAt) return 'not_waiting';
    const now = services.clock();
    const day = dayOf(now);
    const { library } = services.directory;
    const expert = library.expert(referral.expert);
    const addressees = expert ? wouldBeTold(library, expert, day) : [];
    if (!expert || addressees.length === 0) return 'no_address';
    const days = daysBetween(referral.reopenedOn ?? referral.sentOn, day);
    const toTell = { expert, addressees, items: [{ need, referral: { id: row.id } }] };
    const messages = await expertNotice(services, tx, 'expert_reminder', diagnosis, toTell, { days, since: `manager-${day}` });
    if (messages === 0) return 'told';
    await audit(tx, { actor: `account:${account}`, action: 'reminder_by_manager', need: need.id, at: now });
    return { messages, name: expert.name };
  });
  services.worker.wake();
  return done;
}
