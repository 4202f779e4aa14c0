/** What an expert answers. The library says what may follow what, and what else follows from it. */

import { dayOf } from '../clock.js';
import { foldEvents, moveReferral, needStatus, ReferralError, type ReferralState } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById, type Diagnosis } from '../store/diagnoses.js';
import { needById, type Need } from '../store/needs.js';
import { addEvents, eventsOf, referralOf, referralsOf, saveStates, type ReferralRow } from '../store/referrals.js';
import { addRemark } from '../store/remarks.js';
import type { Services } from './index.js';
import { closedNews } from './closing-news.js';
import { noteReminder } from './reminders.js';
import { adviserMessage, companyMessage } from './messages.js';
import { alertAdvisers } from './reception.js';
import { wavesInForce } from './wave-plan.js';
import { advance } from './waves.js';

export interface Answer {
  to: string;
  reason?: string | undefined;
  remark: string;
  /** How far the page had seen: an answer to something that moved on since is not taken. */
  seq: number;
  /** Whoever stands in for the expert, where it is they who answer. */
  by?: string | undefined;
}

/** What came of an answer; of one that was taken, how many messages say so to the company and to the adviser. */
export type Outcome = { taken: true; company: number; adviser: number } | { taken: false; because: 'moved_on' | 'refused' };

/** Takes an answer; `moved_on` if somebody was faster, `refused` if it does not follow from where the need is. */
export async function answer(
  services: Services,
  referralId: string,
  expert: string,
  given: Answer,
): Promise<Outcome> {
  const outcome = await services.database.transaction(async (tx): Promise<Outcome> => {
    const row = await referralOf(tx, referralId, expert);
    if (!row) return { taken: false, because: 'refused' };
    await tx.query('select from needs where id = $1 for update', [row.need_id]);
    const { referrals } = foldEvents(await eventsOf(tx, row.need_id));
    const own = referrals.find((referral) => referral.id === referralId);
    if (!own || own.seq !== given.seq) return { taken: false, because: 'moved_on' };
    const need = await needById(tx, row.need_id);
    const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
    // Words that came after would stay for ever, and figures move.
    if (!need || !diagnosis || diagnosis.erasedAt) return { taken: false, because: 'refused' };

    const now = services.clock();
    const actor = `expert:${given.by ?? expert}`;
    const { library } = services.directory;
    let changes;
    try {
      changes = moveReferral(
        referrals,
        {
          referral: referralId,
          to: given.to as ReferralState,
          on: dayOf(now),
          author: actor,
          ...(given.reason && { reason: given.reason as never }),
        },
        { directory: library.directory },
      );
    } catch (error) {
      if (error instanceof ReferralError) return { taken: false, because: 'refused' };
      throw error;
    }
    const changed = new Map(changes.referrals.map((referral) => [referral.id, referral]));
    const after = referrals.map((referral) => changed.get(referral.id) ?? referral);
    const status = needStatus(after.map((referral) => referral.state));
    await addEvents(tx, changes.events, now);
    await saveStates(tx, row.need_id, changes.referrals, status);
    if (given.remark) {
      await addRemark(tx, { need: row.need_id, referral: referralId, author: actor, text: given.remark }, now);
    }
    await audit(tx, { actor, action: `referral_${given.to}`, need: row.need_id, at: now });
    const told = { company: 0, adviser: 0 };
    await tell(row, need, diagnosis, changes.events.at(0)?.seq ?? 0, status);
    return { taken: true, ...told };

    /** Tells the company and the adviser what they wait for. */
    async function tell(from: ReferralRow, need: Need, diagnosis: Diagnosis, seq: number, needState: string): Promise<void> {
      const { id: referral, need_id: needId } = from;
      if (given.to === 'taken_in_charge') {
        told.company += await companyMessage(services, tx, 'company_taken', diagnosis, need, [expert], `${seq}`);
      }
      if (given.to === 'done_not_reachable') {
        told.company += await companyMessage(services, tx, 'company_not_reachable', diagnosis, need, [expert], `${seq}`);
      }
      const others = after.some((one) => one.id !== referral && (one.state === 'waiting' || one.state === 'taken_in_charge'));
      told.company += await closedNews(services, tx, diagnosis, need, { referral: from, seq, state: given.to, others });
      if (needState === 'not_for_me') {
        // In waves, the next leaves now: nobody waits for those who have all refused.
        if ((await wavesInForce(tx)) && (await advance(services, tx, needId, 'service'))) return;
        // The adviser hears of it now: there is nothing to remind of.
        await noteReminder(tx, { need: needId, kind: 'refused', since: dayOf(now) }, null, now);
        told.adviser += await adviserMessage(services, tx, 'adviser_refused', diagnosis, need, {
          key: `${referral}:${seq}`,
          experts: await referralsOf(tx, [needId]),
        });
        // Nobody follows it: it is in the queue of all of them.
        if (told.adviser === 0 && diagnosis.origin === 'portal') await alertAdvisers(services, tx);
      } else if (given.to !== 'not_for_me' && given.to !== 'waiting') {
        told.adviser += await adviserMessage(services, tx, 'adviser_progress', diagnosis, need, {
          key: `${referral}:${seq}`,
          experts: [from],
          need: { state: given.to as ReferralState },
        });
      }
    }
  });
  services.worker.wake();
  return outcome;
}
