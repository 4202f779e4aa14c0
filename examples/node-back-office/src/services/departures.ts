/** All that is open with an expert who leaves goes over to a colleague, as far as the library and their competences allow. */

import { dayOf } from '../clock.js';
import { foldEvents, transferAllReferrals } from '../library.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needById } from '../store/needs.js';
import { eventsOf, referralsOf } from '../store/referrals.js';
import { needsOpenWith } from '../store/transfers.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';
import type { TakenOver } from './transfer-news.js';
import { successorsFor, takeOver } from './transfers.js';

export interface Departure {
  expert: string;
  institution: string;
  successor: string;
  actor: string;
}

export interface Departed {
  moved: number;
  /** How many stay: the successor has the need already, or not the competence for it. */
  kept: number;
  messages: number;
}

/** Moves them; nothing where the successor is not a colleague who can be written to. */
export async function depart(services: Services, { expert: leaving, institution, successor: id, actor }: Departure): Promise<Departed | undefined> {
  const { library } = services.directory;
  const successor = library.expert(id);
  const isColleague = successor?.active && id !== leaving && library.isReachable(id) && library.institutionOf(successor)?.id === institution;
  if (!isColleague) return undefined;
  const departed = await services.database.transaction(async (tx) => {
    const on = dayOf(services.clock());
    const done: Departed = { moved: 0, kept: 0, messages: 0 };
    for (const needId of await needsOpenWith(tx, leaving)) {
      await tx.query('select from needs where id = $1 for update', [needId]);
      const need = await needById(tx, needId);
      const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
      const rows = await referralsOf(tx, [needId]);
      const open = rows.filter((row) => row.expert === leaving && !row.closed);
      if (!need || !diagnosis || open.length === 0) continue;
      const can = !diagnosis.erasedAt && successorsFor(library, diagnosis, need, [], on).some((one) => one.id === id);
      const { referrals } = foldEvents(await eventsOf(tx, needId));
      const to = { expert: leaving, successor: id, antenne: successor.antenne, institution, on, author: actor };
      const changes = can ? transferAllReferrals(referrals, to) : { events: [], referrals: [] };
      const after = referrals.map((one) => changes.referrals.find((changed) => changed.id === one.id) ?? one);
      for (const event of changes.events) {
        const row = open.find((one) => one.id === event.referral);
        if (!row) continue;
        const taken: TakenOver = { diagnosis, need, row, expert: successor, actor, events: [event], referrals: after };
        done.messages += await takeOver(services, tx, taken, false);
        done.moved += 1;
      }
      done.kept += open.length - changes.events.length;
    }
    done.messages += await tellLeaving();
    return done;

    /** One message for all of them. */
    async function tellLeaving(): Promise<number> {
      const recipient = library.expert(leaving)?.email;
      if (!recipient || done.moved === 0) return 0;
      const key = `${leaving}:${id}:${services.clock().toISOString()}`;
      return writeLetter(services, tx, 'expert_transferred', { key, recipient }, {
        subject: `${services.config.serviceName} : vos demandes passent à ${successor?.name ?? ''}`,
        paragraphs: ['Bonjour,', `${successor?.name ?? ''} s’occupe désormais des demandes que vous aviez en cours (${done.moved}). Vous n’avez plus rien à y faire.`],
      });
    }
  });
  services.worker.wake();
  return departed;
}
