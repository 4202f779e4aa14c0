/** What a proposed directory does: to the needs of the last month, and to coverage. */

import type { AskedNeed, Library } from '../../library.js';
import type { Communes, CoverageDifference, NeedsDifference } from './types.js';

export async function needsDifference(before: Library, after: Library, needs: readonly AskedNeed[]): Promise<NeedsDifference> {
  const { differences, summary } = await before.compare(after, needs);
  const nameOf = (id: string): string => (after.expert(id) ?? before.expert(id))?.name ?? id;
  const institutionName = (id: string): string => (after.directory.institution(id) ?? before.directory.institution(id))?.name ?? id;
  const labelOf = (id: string): string => after.subject(id)?.label ?? before.labelOf(id);
  return {
    compared: needs.length,
    differing: differences.map(({ position, changes, refusal }) => {
      const need = needs[position];
      return {
        need: need?.id ?? '',
        subject: labelOf(need?.subject ?? ''),
        commune: before.communeName(need?.commune ?? ''),
        changes: changes.map(({ expert, institution, kind, cause }) => ({
          expert: nameOf(expert),
          institution: institutionName(institution),
          kind,
          // To the library somebody without an address is one who takes part no more.
          cause: isSilent(kind === 'lost' ? after : before, expert) ? 'address' : cause,
        })),
        nobody: need !== undefined && !refusal?.bySecond && after.matchReachable(need).length === 0,
        ...(refusal && { refusal: refusal.message }),
      };
    }),
    summary: summary.map((one) => ({ ...one, institution: institutionName(one.institution), subject: labelOf(one.subject) })),
  };
}

const isSilent = (library: Library, expert: string): boolean => library.expert(expert) !== undefined && !library.isReachable(expert);

/** Subjects that win or lose the last expert of some communes of the territory. */
export async function coverageDifference(before: Library, after: Library, territory: readonly string[]): Promise<CoverageDifference[]> {
  const [one, other] = [await before.coverage(territory), await after.coverage(territory)];
  const had = new Map(one.subjects.map((subject) => [subject.subject.id, subject]));
  return other.subjects.flatMap((subject) => {
    const was = had.get(subject.subject.id);
    const won: string[] = [];
    const lost: string[] = [];
    for (const [commune, experts] of subject.expertsByCommune()) {
      const experts0 = was?.expertsIn(commune) ?? 0;
      if (experts > 0 && experts0 === 0) won.push(commune);
      if (experts === 0 && experts0 > 0) lost.push(commune);
    }
    if (won.length + lost.length === 0) return [];
    return [{ subject: subject.subject.label, won: communesOf(after, won), lost: communesOf(after, lost) }];
  });
}

const NAMED = 5;

function communesOf(library: Library, codes: readonly string[]): Communes {
  const communes = codes.flatMap((code) => library.commune(code) ?? []).sort((a, b) => b.population - a.population);
  return {
    communes: communes.length,
    inhabitants: communes.reduce((sum, commune) => sum + commune.population, 0),
    names: communes.slice(0, NAMED).map((commune) => commune.name),
  };
}
