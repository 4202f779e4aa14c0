/** Some months of made-up activity, the same every time: requests, diagnoses, and what experts made of them. */

import { addDays, dayOf } from '../clock.js';
import type { Facts } from '../library.js';
import { answer } from '../services/answers.js';
import type { Services } from '../services/index.js';
import { happened } from '../services/requests.js';
import { sendDiagnosis } from '../services/sending.js';
import { createDiagnosis } from '../store/diagnoses.js';
import { needsOf, saveNeeds } from '../store/needs.js';
import { referralsOf } from '../store/referrals.js';
import { generator } from './chance.js';
import { servicesAt } from './past.js';

const DIAGNOSES = 90;
const DAYS = 170;

export async function makeActivity(services: Services, adviser: string): Promise<void> {
  const random = generator(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { library } = services.directory;
  const now = services.clock();
  const communes = services.config.territory
    .flatMap((zone) => library.communesOf(zone))
    .filter((commune) => commune.population > 3000);

  for (let number = 1; number <= DIAGNOSES; number += 1) {
    // More and more, as a service that becomes known.
    const asked = addDays(now, -DAYS * (1 - Math.sqrt(number / (DIAGNOSES + 1))));
    const at = (days: number): Services => servicesAt(services, addDays(asked, days));
    const portal = random() < 0.45;
    const facts: Facts = {
      commune: pick(communes).code,
      naf: pick(['10.71C', '43.32A', '45.20A', '47.11B', '56.10A', '62.01Z', '96.02A', '25.62B', '49.41A']),
      headcountBand: pick(['00', '01', '01', '02', '02', '03', '11', '12']),
      legalForm: pick(['1000', '5499', '5499', '5710', '5720']),
      createdOn: dayOf(addDays(asked, -400 - Math.floor(random() * 6000))),
      activities: [pick(['ARTISANALE', 'COMMERCIALE', 'COMMERCIALE', 'LIBERALE_NON_REGLEMENTEE'])],
    };
    const subjects = new Set([pick(library.subjects), ...(random() < 0.4 ? [pick(library.subjects)] : [])]);
    const diagnosis = await services.database.transaction(async (tx) => {
      const contact = { name: `Contact ${number}`, job: '', phone: '03 53 01 00 00', email: `contact-${number}@entreprise.example` };
      const origin = portal ? 'portal' : 'adviser';
      const company = { name: `Entreprise exemple ${number}`, facts, by: portal ? 'visitor' : 'adviser' } as const;
      const id = await createDiagnosis(tx, { company, adviser: portal ? null : adviser, origin, contact, seed: `demo-${number}` }, asked);
      const needs = [...subjects].map((subject) => ({ subject: subject.id, comment: '', answers: {}, chosen: null }));
      await saveNeeds(tx, id, needs);
      if (portal) await happened(at(0), tx, id, { kind: 'deposited', origin: 'portal', commune: facts.commune });
      return id;
    });
    await sendDiagnosis(at(0), diagnosis, portal ? 'company' : `account:${adviser}`);
    for (const need of await needsOf(services.database, diagnosis)) await live(need.id, asked, at);
  }
  // What was written to nobody in particular fills no outbox.
  await services.database.query(`delete from outbox where status = 'waiting' and created_at < $1`, [addDays(now, -1)]);

  /** What experts make of a need, as far as days have gone by. */
  async function live(need: string, asked: Date, at: (days: number) => Services): Promise<void> {
    const age = (now.getTime() - asked.getTime()) / 86_400_000;
    if (random() < 0.12) return;
    let taken = false;
    // In an order that ids, which are new each time, have no part in.
    const referrals = await referralsOf(services.database, [need]);
    for (const referral of referrals.sort((one, other) => (one.expert < other.expert ? -1 : 1))) {
      const wait = Math.floor(random() * random() * 12);
      const close = wait + 1 + Math.floor(random() * 15);
      const chance = random();
      if (wait >= age) continue;
      const say = (days: number, to: string, seq: number, reason?: string) =>
        answer(at(days), referral.id, referral.expert, { to, reason, remark: '', seq });
      if (chance < 0.15) {
        await say(wait, 'not_for_me', 1, pick(['criteria', 'territory', 'capacity', 'subject', 'already_helped']));
      } else if (!taken && chance < 0.8) {
        taken = true;
        await say(wait, 'taken_in_charge', 1);
        const end = random();
        if (close < age) await say(close, end < 0.72 ? 'done' : end < 0.88 ? 'done_no_help' : 'done_not_reachable', 2);
      }
    }
  }
}
