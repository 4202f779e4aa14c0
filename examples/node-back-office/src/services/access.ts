/**
 * Who may see and do what with a need. The library decides, by the one table that the service also prints; this says as
 * whom somebody asks. Pages have no rule of their own.
 */

import type { Queries } from '../database/index.js';
import { foldEvents, may, permissionRules, type Action, type Actor, type Library } from '../library.js';
import type { Area } from '../security/areas.js';
import type { Visitor } from '../security/sessions.js';
import { eventsOf } from '../store/referrals.js';
import { factsOfNeeds } from '../store/statistics.js';
import type { Services } from './index.js';

/** What the antennes of a manager come to under the directory in service. */
export interface Perimeter {
  /** The ids of the antennes that they manage, and of those below. */
  antennes: string[];
  /** Those that they manage and the directory no longer has: they open nothing. */
  lost: string[];
}

export function perimeterOf(library: Library, managed: readonly string[]): Perimeter {
  const lost = managed.filter((antenne) => !library.directory.antenne(antenne));
  const known = managed.filter((antenne) => !lost.includes(antenne));
  return { antennes: [...new Set(known.flatMap((antenne) => library.perimeter(antenne)))], lost };
}

/** As whom somebody acts in a part of the service; nobody where they have no business there, or no antenne any more. */
export function actorIn(library: Library, visitor: Visitor | null, area: Area): Actor | undefined {
  if (visitor === null) return undefined;
  if (visitor.kind === 'expert') return area === 'expert' ? { role: 'expert', expert: visitor.expert } : undefined;
  switch (area) {
    case 'adviser':
      return visitor.role === 'adviser' ? { role: 'adviser', adviser: visitor.id } : undefined;
    case 'steering':
      return visitor.role === 'steering' ? { role: 'steering' } : undefined;
    case 'antenne': {
      const { antennes } = perimeterOf(library, visitor.antennes);
      return antennes.length > 0 ? { role: 'antenne_manager', antennes } : undefined;
    }
    case 'cooperation':
      return visitor.origins.length > 0 ? { role: 'cooperation_manager', origins: visitor.origins } : undefined;
    case 'expert':
      return undefined;
  }
}

/** Whether an action is allowed with a need that was sent. */
export type Permits = (action: Action, need: string) => boolean;

/** What somebody may do with some needs, from one reading of them. */
export async function permitsOn(db: Queries, actor: Actor | undefined, needs: readonly string[]): Promise<Permits> {
  if (!actor || needs.length === 0) return () => false;
  const { referrals } = foldEvents(await eventsOf(db, ...needs));
  const tracked = new Map((await factsOfNeeds(db, needs)).map((one) => [one.tracked.id, one.tracked]));
  return (action, id) => {
    const need = tracked.get(id);
    return need !== undefined && may(actor, action, need, referrals).allowed;
  };
}

/** Whether a role may see figures of any need: which ones are counted is its scope. */
export const figuresAllowed = ({ role }: Actor): boolean =>
  permissionRules().some((rule) => rule.role === role && rule.action === 'see_figures' && rule.scope !== 'nothing');

/** Whoever asks, for a request: as whom they act in a part of the service. */
export const actorOf = ({ directory }: Services, visitor: Visitor | null, area: Area): Actor | undefined =>
  actorIn(directory.library, visitor, area);
