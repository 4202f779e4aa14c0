/** Who leaves: those whom sheets do not name any more, as far as their author means it. */

import type { Directory, Library } from '../../library.js';
import { placed } from './difference.js';
import type { Departure, SheetTask } from './types.js';

/** Where more of an institution would leave at once, a sheet that was cut off is as likely as people who left. */
const MANY = 1 / 5;

/**
 * Those whom the sheets do not name any more. A sheet that is whole takes them away, unless they are many; where its
 * author ticked who leaves, that is who does. Lines that are left out name nobody: then nobody leaves who was not ticked.
 */
export function departuresOf(base: Library, imported: Directory, task: SheetTask): Departure[] {
  const { update } = imported;
  if (!update) return [];
  const gone = (['antennes', 'experts'] as const).flatMap((list) =>
    update[list].gone.map((id) => ({ ...placed(base, list, id), list })),
  );
  const sizes = { antennes: counted(base, 'antennes'), experts: counted(base, 'experts') };
  const goneOf = (list: 'antennes' | 'experts', institution: string): number =>
    gone.filter((one) => one.list === list && one.institution === institution).length;
  return [...gone.map((one) => ({ ...one, unnamed: false })), ...unnamed(base, imported, task)].map((one) => {
    const { list, id, institution } = one;
    const many = goneOf(list, institution) > MANY * (sizes[list].get(institution) ?? 0);
    const leaves = task.departures ? task.departures[list].includes(id) : task.whole && !task.lenient && !many && !one.unnamed;
    return { ...one, institutionName: base.directory.institution(institution)?.name ?? institution, leaves, many };
  });
}

/**
 * Experts of antennes that a sheet passes over, though it is said to be an institution's whole. The library looks at the
 * antennes that a sheet names: these stay unless somebody means otherwise, and are not passed over in silence.
 */
function unnamed(base: Library, imported: Directory, task: SheetTask): Omit<Departure, 'institutionName' | 'leaves' | 'many'>[] {
  const { update } = imported;
  if (!update || !task.whole || !task.institution || !task.files.some((file) => file.kind === 'experts')) return [];
  const { same, added, changed, gone } = update.experts;
  const seen = new Set([...same, ...added, ...gone, ...changed.map((one) => one.id)]);
  return base.directory.experts
    .filter((expert) => !seen.has(expert.id))
    .map((expert) => ({ ...placed(base, 'experts', expert.id), list: 'experts' as const, unnamed: true }))
    .filter((one) => one.institution === task.institution);
}

/** Those who leave, with the experts of the antennes that do. */
export function leavers(departures: readonly Departure[], directory: Directory): { antennes: string[]; experts: string[] } {
  const of = (list: Departure['list']): string[] => departures.filter((one) => one.leaves && one.list === list).map((one) => one.id);
  const antennes = of('antennes');
  const theirs = directory.experts.filter((expert) => antennes.includes(expert.antenne)).map((expert) => expert.id);
  return { antennes, experts: [...new Set([...of('experts'), ...theirs])] };
}

/** How many antennes or experts each institution has. */
function counted(library: Library, list: 'antennes' | 'experts'): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { id } of library.directory[list]) {
    const { institution } = placed(library, list, id);
    sizes.set(institution, (sizes.get(institution) ?? 0) + 1);
  }
  return sizes;
}
