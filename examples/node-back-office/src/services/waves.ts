/** The next wave of a need: its experts are alerted, or the company and its adviser hear that nobody is left. */

import { dayOf, daysBetween } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, nextWave, type Referral, type Wave, type WaveCause } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById, type Diagnosis } from '../store/diagnoses.js';
import { needById, type Need } from '../store/needs.js';
import { eventsOf, openLoad, referralsOf } from '../store/referrals.js';
import { eventsInWaves, needsInWaves, noteWave } from '../store/waves.js';
import { askedNeed } from './asked.js';
import { grouped } from './grouped.js';
import type { Services } from './index.js';
import { tellNobodyLeft } from './nobody-left.js';
import { sendFurther } from './sending.js';
import { candidatesFor } from './wave-plan.js';

/** The wave that a need calls for on a day; nothing where all were alerted at once. */
export async function waveOf(
  services: Services,
  db: Queries,
  diagnosis: Diagnosis,
  need: Need,
  referrals: readonly Referral[],
  on: string,
  /** How many open referrals each expert has, where that was read already. */
  load?: Record<string, number>,
): Promise<Wave | undefined> {
  if (!need.wave_policy || referrals.length === 0) return undefined;
  const { library } = services.directory;
  const options = { perInstitution: services.config.perInstitution, load: load ?? (await openLoad(db)) };
  const candidates = candidatesFor(library, askedNeed(library, diagnosis, need, on), need.chosen, options);
  return nextWave(candidates, referrals, on, need.wave_policy);
}

export interface DueWave {
  need: string;
  subject: string;
  cause: WaveCause;
}

/** The needs whose next wave is due today. */
export async function wavesDue(services: Services, db: Queries): Promise<DueWave[]> {
  const on = dayOf(services.clock());
  const referralsByNeed = grouped(foldEvents(await eventsInWaves(db)).referrals, (referral) => referral.need);
  const load = await openLoad(db);
  const due: DueWave[] = [];
  for (const id of await needsInWaves(db)) {
    const need = await needById(db, id);
    const diagnosis = need && (await diagnosisById(db, need.diagnosis_id));
    const wave = diagnosis && (await waveOf(services, db, diagnosis, need, referralsByNeed.get(id) ?? [], on, load));
    if (wave && (wave.tellCompany || wave.alert?.length)) due.push({ need: id, subject: need.subject, cause: wave.cause });
  }
  return due;
}

export interface Advanced {
  /** Whether more experts have the need now. */
  alerted: boolean;
  messages: number;
}

/** Does what a need's waves call for now, if it still does; in one transaction with whoever holds the need. */
export async function advance(services: Services, tx: Queries, id: string, actor: string): Promise<Advanced | undefined> {
  await tx.query('select from needs where id = $1 for update', [id]);
  const need = await needById(tx, id);
  const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
  if (!need || !diagnosis || diagnosis.erasedAt) return undefined;
  const now = services.clock();
  const on = dayOf(now);
  const { referrals } = foldEvents(await eventsOf(tx, id));
  const wave = await waveOf(services, tx, diagnosis, need, referrals, on);
  if (!wave) return undefined;
  const { step, cause, alert = [] } = wave;
  if (wave.tellCompany) {
    if (need.nobody_left_on) return undefined;
    await tx.query('update needs set nobody_left_on = $2 where id = $1', [id, on]);
    await audit(tx, { actor, action: 'nobody_left', need: id, at: now });
    const left = { cause, days: silentDays(wave, need, on), experts: await referralsOf(tx, [id]) };
    return { alerted: false, messages: await tellNobodyLeft(services, tx, diagnosis, need, left) };
  }
  if (alert.length === 0) return undefined;
  const sent = await sendFurther(services, tx, diagnosis, need, referrals, alert.map((one) => one.expert), actor);
  if (!sent) return undefined;
  await noteWave(tx, { need: id, on, step, cause, experts: sent.experts }, now);
  return { alerted: true, messages: sent.told.messages + sent.told.company };
}

/** For how many days those who have a need have had it: a silent wave is due after the days that it was given. */
function silentDays({ cause, since }: Wave, need: Need, on: string): number {
  return Math.max(0, daysBetween(since ?? on, on)) + (cause === 'silent' ? (need.wave_policy?.days ?? 0) : 0);
}
