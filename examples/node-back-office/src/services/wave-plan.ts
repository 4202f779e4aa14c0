/** Whom a need goes to first and whom next, where it goes to a few experts at a time. The library decides. */

import type { Queries } from '../database/index.js';
import type { AskedNeed, Candidate, Candidates, Choice, Library } from '../library.js';
import { automationOf } from '../store/automations.js';
import type { WavePolicy } from '../store/needs.js';

export const MOST_IN_WAVE = 20;
export const MOST_WAVE_DAYS = 60;

/** How needs are sent today: everybody at once where waves are off, since nobody would alert the next. */
export async function wavesInForce(db: Queries): Promise<WavePolicy | undefined> {
  const set = await automationOf(db, 'waves');
  return set?.enabled ? policyIn(set.settings) : undefined;
}

/** The numbers of waves as steering set them; nothing where they did not. */
export function policyIn({ size, days }: Record<string, unknown>): WavePolicy | undefined {
  const isNumber = (value: unknown, most: number): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
  return isNumber(size, MOST_IN_WAVE) && isNumber(days, MOST_WAVE_DAYS) ? { size, days } : undefined;
}

/**
 * Whom a need could go to. Where somebody chose, it stays with those; else with everybody who matches, one of each
 * institution first and their colleagues after, then with neighbours. Who cannot be written to is in no wave.
 */
export function candidatesFor(library: Library, asked: AskedNeed, chosen: readonly string[] | null, options: Choice): Candidates {
  const all = library.candidates(asked, { ...options, perInstitution: undefined });
  if (chosen) return { matched: chosen.flatMap((id) => all.matched?.find((one) => one.expert === id) ?? chosenByHand(library, id)) };
  const first = library.candidates(asked, options).matched ?? [];
  const known = new Set(first.map((one) => one.expert));
  return { matched: [...first, ...(all.matched ?? []).filter((one) => !known.has(one.expert))], outside: all.outside ?? [] };
}

function chosenByHand(library: Library, id: string): Candidate[] {
  const expert = library.expert(id);
  const institution = expert && library.institutionOf(expert);
  if (!expert || !institution || !library.isReachable(id)) return [];
  return [{ expert: id, antenne: expert.antenne, institution: institution.id }];
}
