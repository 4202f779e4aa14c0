/** Absences that experts said, laid over a directory. */

import { DirectoryError, type AbsenceInput, type Router } from 'aiguillage';

export interface SaidAbsence {
  id: string;
  expert: string;
  from: string;
  until: string;
  substitute: string | null;
}

export interface Laid {
  router: Router;
  /** The ids of those whose substitute the directory does not allow (nobody it has, or in a circle): they count without. */
  withoutSubstitute: ReadonlySet<string>;
}

/** Who is not in the directory is away from nothing. */
export function layAbsences(files: Router, absences: readonly SaidAbsence[]): Laid {
  let router = files;
  const withoutSubstitute = new Set<string>();
  for (const { id, expert, from, until, substitute } of absences) {
    const away = router.directory.expert(expert);
    if (!away) continue;
    const laid = (one: AbsenceInput): Router | undefined =>
      tried(() => router.withChanges({ experts: [{ ...away, absences: [...away.absences, one] }] }));
    const stands = substitute && router.directory.expert(substitute)?.active ? laid({ from, until, substitute }) : undefined;
    if (substitute && !stands) withoutSubstitute.add(id);
    router = stands ?? laid({ from, until }) ?? router;
  }
  return { router, withoutSubstitute };
}

/** What comes of it; nothing where the directory does not allow it. */
function tried(change: () => Router): Router | undefined {
  try {
    return change();
  } catch (error) {
    if (error instanceof DirectoryError) return undefined;
    throw error;
  }
}
