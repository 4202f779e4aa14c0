/** The waves of a need as its adviser reads them: those that left, and the next as things stand. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import type { Referral } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import { wavesOf } from '../store/waves.js';
import type { FollowedWaves } from '../views/parts/waves.js';
import type { Services } from './index.js';
import { wavesInForce } from './wave-plan.js';
import { waveOf } from './waves.js';

export async function followedWaves(
  services: Services,
  db: Queries,
  diagnosis: Diagnosis,
  need: Need,
  referrals: readonly Referral[],
): Promise<FollowedWaves | undefined> {
  if (!need.wave_policy) return undefined;
  const { library } = services.directory;
  const now = await nextOn(dayOf(services.clock()));
  // While those before may still answer, who follows is who would on the day when it is due.
  const then = now?.step === 'wait' && now.since ? await nextOn(now.since) : now;
  return {
    ...need.wave_policy,
    sent: await wavesOf(db, need.id),
    next: now,
    names: (then?.alert ?? []).map(({ expert }) => library.expert(expert)?.name ?? expert),
    nobodyLeftOn: need.nobody_left_on,
    running: (await wavesInForce(db)) !== undefined,
  };

  async function nextOn(on: string) {
    return diagnosis.erasedAt ? undefined : waveOf(services, db, diagnosis, need, referrals, on);
  }
}
