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
  const known = absences.filter(({ expert }) => files.directory.expert(expert));
  const missing = known.filter(({ substitute }) => substitute && !files.directory.expert(substitute)?.active);
  const withoutSubstitute = new Set(missing.map(({ id }) => id));
  const stated = known.map((one) => (withoutSubstitute.has(one.id) ? { ...one, substitute: null } : one));
  if (stated.length === 0) return { router: files, withoutSubstitute };
  // All at once, since each change compiles the directory; one after the other only where some do not go together.
  const whole = withMore(files, stated);
  if (whole) return { router: whole, withoutSubstitute };
  let router = files;
  for (const one of stated) {
    const laid = withMore(router, [one]);
    if (!laid && one.substitute) withoutSubstitute.add(one.id);
    router = laid ?? withMore(router, [{ ...one, substitute: null }]) ?? router;
  }
  return { router, withoutSubstitute };
}

/** A directory with more absences of its experts; nothing where it does not allow them. */
function withMore(router: Router, absences: readonly SaidAbsence[]): Router | undefined {
  const inputs = new Map<string, AbsenceInput[]>();
  for (const { expert, from, until, substitute } of absences) {
    inputs.set(expert, [...(inputs.get(expert) ?? []), { from, until, ...(substitute && { substitute }) }]);
  }
  const experts = [...inputs].flatMap(([id, more]) => {
    const expert = router.directory.expert(id);
    return expert ? [{ ...expert, absences: [...expert.absences, ...more] }] : [];
  });
  try {
    return router.withChanges({ experts });
  } catch (error) {
    if (error instanceof DirectoryError) return undefined;
    throw error;
  }
}
