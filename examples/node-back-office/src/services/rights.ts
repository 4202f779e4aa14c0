/** Giving and taking what accounts manage. Steering does, and nobody for themselves. */

import type { Library } from '../library.js';
import { accountToEnter, closeSessions } from '../security/sessions.js';
import { audit } from '../store/audit.js';
import { giveRight, takeRight, type ManagerRole, type Right } from '../store/rights.js';
import type { Services } from './index.js';
import { needsSecondFactor } from './second-factor.js';

/** A right as people read it. */
export interface NamedRight extends Right {
  name: string;
  /** Whether it opens nothing: the directory has the antenne no longer. */
  lost: boolean;
}

export function namedRight(library: Library, right: Right): NamedRight {
  if (right.role === 'cooperation_manager') return { ...right, name: right.scope, lost: false };
  const antenne = library.directory.antenne(right.scope);
  const institution = antenne && library.directory.institution(antenne.institution);
  return { ...right, name: antenne ? `${antenne.name}, ${institution?.name ?? antenne.institution}` : right.scope, lost: !antenne };
}

/** Antennes to choose from, by their institution. */
export function antenneChoices(library: Library): [institution: string, antennes: (readonly [string, string])[]][] {
  const { institutions, antennes } = library.directory;
  return institutions.flatMap(({ id, name }) => {
    const own = antennes.filter((antenne) => antenne.institution === id).map((antenne) => [antenne.id, antenne.name] as const);
    return own.length > 0 ? [[name, own] as [string, (readonly [string, string])[]]] : [];
  });
}

export const isManagerRole = (role: string): role is ManagerRole => role === 'antenne_manager' || role === 'cooperation_manager';

/** Whether there is such an antenne; or whether a site or campaign could be called so: its first need may be to come. */
export const isScope = (library: Library, role: ManagerRole, scope: string): boolean =>
  role === 'antenne_manager' ? library.directory.antenne(scope) !== undefined : /^[\p{L}\d][\p{L}\d._:-]{0,79}$/u.test(scope);

/** Gives a right, or takes it back; `false` where that was done already. */
export function changeRight(services: Services, by: string, right: Omit<Right, 'given_at'>, give: boolean): Promise<boolean> {
  const { database, clock } = services;
  return database.transaction(async (tx) => {
    const before = await accountToEnter(tx, right.account_id);
    if (!(give ? await giveRight(tx, right, clock()) : await takeRight(tx, right))) return false;
    const after = await accountToEnter(tx, right.account_id);
    // Whoever is in by a password alone comes in again, with what the right asks for.
    if (before && after && !needsSecondFactor(services, before) && needsSecondFactor(services, after)) await closeSessions(tx, after.id);
    const detail = `${right.account_id} ${right.role} ${right.scope}`;
    await audit(tx, { actor: `account:${by}`, action: give ? 'right_given' : 'right_taken', at: clock(), detail });
    return true;
  });
}
