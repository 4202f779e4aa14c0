/** What a diagnosis would send and to whom: the same for the page that shows it and for the sending that follows. */

import { createHash } from 'node:crypto';
import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { nextWave, type WaveStep } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import { needsOf, type Need, type WavePolicy } from '../store/needs.js';
import { openLoad } from '../store/referrals.js';
import { askedNeed } from './asked.js';
import type { Services } from './index.js';
import { wouldBeTold, type Addressee } from './told.js';
import { candidatesFor, wavesInForce } from './wave-plan.js';

export interface PlannedExpert {
  id: string;
  name: string;
  phone: string | undefined;
  byHand: boolean;
  addressees: readonly Addressee[];
}

export interface PlannedNeed {
  need: Need;
  experts: PlannedExpert[];
  /** Who is alerted later, as long as nobody moves; nobody where all are alerted at once. */
  later: PlannedExpert[];
  wave: WavePolicy | null;
  /** What the first wave is made of. */
  step?: WaveStep;
}

export interface Plan {
  needs: PlannedNeed[];
  /** Tells this plan from any other: what was shown under it is what is sent. */
  digest: string;
}

export async function planOf(services: Services, db: Queries, diagnosis: Diagnosis): Promise<Plan> {
  const { library } = services.directory;
  const on = dayOf(services.clock());
  const waves = await wavesInForce(db);
  const options = { perInstitution: services.config.perInstitution, load: await openLoad(db) };
  const needs = (await needsOf(db, diagnosis.id)).map((need): PlannedNeed => {
    const asked = askedNeed(library, diagnosis, need, on);
    const found = new Set(library.match(asked).map((match) => match.expert.id));
    const chosen = need.chosen ?? library.matchReachable(asked, options).map((match) => match.expert.id);
    const planned = (ids: readonly string[]): PlannedExpert[] =>
      [...new Set(ids)].flatMap((id): PlannedExpert[] => {
        const expert = library.expert(id);
        if (!expert) return [];
        const { name, phone } = expert;
        return [{ id, name, phone, byHand: !found.has(id), addressees: wouldBeTold(library, expert, on) }];
      });
    if (!waves || chosen.length === 0) return { need, experts: planned(chosen), later: [], wave: null };
    const { matched = [] } = candidatesFor(library, asked, need.chosen, options);
    const { alert = [], step } = nextWave({ matched }, [], on, waves);
    const first = alert.map((one) => one.expert);
    // Who cannot be written to is in no wave: the adviser reaches them now.
    const now = [...first, ...chosen.filter((id) => !library.isReachable(id))];
    const later = matched.map((one) => one.expert).filter((id) => !now.includes(id));
    return { need, experts: planned(now), later: planned(later), wave: waves, step };
  });
  return { needs, digest: digestOf(diagnosis, needs) };
}

function digestOf({ company, story }: Diagnosis, needs: readonly PlannedNeed[]): string {
  const shown = needs.map(({ need, experts, later, wave }) => [
    need.subject,
    need.comment,
    need.answers,
    experts.map(({ id, addressees }) => [id, addressees.map(({ email }) => email)]),
    later.map(({ id }) => id),
    wave,
  ]);
  return createHash('sha256').update(JSON.stringify([company.siret, company.name, company.facts, story, shown])).digest('base64url');
}
