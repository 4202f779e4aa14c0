/** The parts of the service, and who may enter which. What they may do there with a need is the library's to say. */

import type { Visitor } from './sessions.js';

export type Area = 'expert' | 'adviser' | 'steering' | 'antenne' | 'cooperation';

/** What addresses of each part begin with. */
export const AREA_PATHS: Readonly<Record<Area, string>> = {
  expert: '/expert',
  adviser: '/conseiller',
  steering: '/pilotage',
  antenne: '/antenne',
  cooperation: '/cooperation',
};

/** The parts that somebody may enter, the one of their role first. */
export function areasOf(visitor: Visitor): Area[] {
  if (visitor.kind === 'expert') return ['expert'];
  const areas: Area[] = visitor.role === 'manager' ? [] : [visitor.role];
  if (visitor.antennes.length > 0) areas.push('antenne');
  if (visitor.origins.length > 0) areas.push('cooperation');
  return areas;
}
