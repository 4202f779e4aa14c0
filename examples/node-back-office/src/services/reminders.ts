/** Reminders that are due, by the library; and sending them, once of each kind for as long as a need waits. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, needReminder, type NeedReminder } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needById } from '../store/needs.js';
import { eventsOf, referralsOf } from '../store/referrals.js';
import type { Services } from './index.js';
import { adviserMessage, companyMessage, expertNotice } from './messages.js';
import { concernsSomebody } from './reminder-scope.js';
import { wouldBeTold } from './told.js';
import { tellUnfollowed } from './reception.js';
import { isFollowed } from './unfollowed.js';

/** What came of reminding, counted from the messages that were written. */
export interface Reminded {
  needs: number;
  messages: number;
  /** The names of experts whom nobody can write to. */
  unreached: string[];
}

export const nothingReminded = (): Reminded => ({ needs: 0, messages: 0, unreached: [] });

/** Sends what is due, need by need, so that others are served in between. Pressed twice at once, it sends each once. */
export async function sendReminders(services: Services, account: string): Promise<Reminded> {
  const done = nothingReminded();
  for (const { need } of (await services.figures.remindersNow()).due) {
    await services.database.transaction((tx) => remind(services, tx, need, account, done));
  }
  services.worker.wake();
  return done;
}

/** Sends what one need calls for now, if nobody has; `account` is `service` where the service does so by itself. */
export async function remind(services: Services, tx: Queries, id: string, account: string, done: Reminded): Promise<boolean> {
  await tx.query('select from needs where id = $1 for update', [id]);
  const { referrals } = foldEvents(await eventsOf(tx, id));
  const { directory } = services.directory.library;
  const reminder = needReminder(referrals, dayOf(services.clock()), undefined, { directory });
  if (!reminder || !concernsSomebody(reminder) || !(await sendReminder(services, tx, reminder, account, done))) return false;
  done.needs += 1;
  return true;
}

async function sendReminder(
  services: Services,
  tx: Queries,
  reminder: NeedReminder,
  account: string,
  done: Reminded,
): Promise<boolean> {
  const now = services.clock();
  if (!(await noteReminder(tx, reminder, account === 'service' ? null : account, now))) return false;
  const need = await needById(tx, reminder.need);
  const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
  if (!need || !diagnosis || diagnosis.erasedAt) return false;

  const key = `${need.id}:${reminder.since}`;
  const experts = await referralsOf(tx, [need.id]);
  if (reminder.kind === 'poke' || reminder.kind === 'last_chance') {
    const kind = reminder.kind === 'poke' ? 'expert_reminder' : 'expert_last_chance';
    for (const [at, referral] of reminder.referrals.entries()) {
      const expert = services.directory.library.expert(reminder.experts[at] ?? '');
      if (!expert) continue;
      const addressees = wouldBeTold(services.directory.library, expert, dayOf(now));
      const toTell = { expert, addressees, items: [{ need, referral: { id: referral } }] };
      const messages = await expertNotice(services, tx, kind, diagnosis, toTell, reminder);
      done.messages += messages;
      if (messages === 0) done.unreached.push(expert.name);
    }
  }
  if (reminder.kind === 'last_chance') {
    done.messages += await adviserMessage(services, tx, 'adviser_last_chance', diagnosis, need, {
      key,
      experts,
      need: { days: reminder.days },
    });
    done.messages += await companyMessage(services, tx, 'company_not_taken', diagnosis, need, [], reminder.since);
  }
  if (reminder.kind === 'refused') {
    done.messages += await adviserMessage(services, tx, 'adviser_refused', diagnosis, need, { key, experts });
  }
  if (reminder.kind === 'abandoned') {
    done.messages += await companyMessage(services, tx, 'company_abandoned', diagnosis, need, [], reminder.since);
  }
  if (reminder.kind !== 'poke' && !isFollowed(diagnosis)) done.messages += await tellUnfollowed(services, tx, diagnosis);
  await audit(tx, { actor: account === 'service' ? account : `account:${account}`, action: `reminder_${reminder.kind}`, need: need.id, at: now });
  return true;
}

/** Writes down that a reminder is taken care of; `false` if it was already. */
export async function noteReminder(
  tx: Queries,
  { need, kind, since }: Pick<NeedReminder, 'need' | 'kind' | 'since'>,
  account: string | null,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into reminders_sent (need_id, kind, since, at, account_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning need_id`,
    [need, kind, since, now, account],
  );
  return rows.length === 1;
}
