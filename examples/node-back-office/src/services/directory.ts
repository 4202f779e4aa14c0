/** The directory in service, and putting another in its place while requests go on. */

import type { Clock } from '../clock.js';
import { Directory, DirectoryError, Library, type Diagnostic, type SaidAbsence } from '../library.js';

/** What a check says of a directory, the library's or this service's. */
export type Finding = Pick<Diagnostic, 'severity' | 'message' | 'file' | 'line' | 'column' | 'text' | 'nearest'> & { code: string };

/** The library's, and the experts to whom this service could not write. */
const findingsOf = (library: Library): Finding[] => [
  ...library.directory.diagnostics,
  ...library.unreachable.map(
    (expert): Finding => ({
      severity: 'warning',
      code: 'expert_without_address',
      text: expert.id,
      message: `neither ${expert.name} nor anybody of the team has an e-mail: no need reaches them`,
    }),
  ),
];

export interface KeptDirectory {
  /** The directory in service. Whoever needs it several times for one answer takes it once. */
  readonly library: Library;
  readonly path: string;
  readonly loadedAt: Date;
  /** What was last found about the files, whether they went into service or not. */
  readonly findings: readonly Finding[];
  readonly checkedAt: Date;
  /** Whether the files that were looked at last were refused. */
  readonly refused: boolean;
  /** The absences that experts said and that have not ended: they are laid over the files, whichever are in service. */
  readonly absences: readonly SaidAbsence[];
  /** Those of them whose substitute the directory does not allow. */
  readonly withoutSubstitute: ReadonlySet<string>;
  /** Takes up what other processes wrote of absences; at once, or if that was a while ago. */
  freshen(atOnce?: boolean): Promise<void>;
  /** Reads the files again. A broken directory is refused and the one in service stays. */
  reload(): Promise<boolean>;
}

/** Reads the absences that have not ended. */
export type ReadAbsences = () => Promise<SaidAbsence[]>;

/** How old what is known of absences may be while nobody changes them here. */
const FRESH_MS = 2000;

export async function openKeptDirectory(path: string, clock: Clock, readAbsences: ReadAbsences): Promise<KeptDirectory> {
  const now = clock();
  let files = await Library.open(path);
  let absences: readonly SaidAbsence[] = await readAbsences();
  let { library, withoutSubstitute } = files.withAbsences(absences);
  let read = performance.now();
  const lay = (): void => void ({ library, withoutSubstitute } = files.withAbsences(absences));
  let loadedAt = now;
  let checkedAt = now;
  let refused = false;
  let findings: readonly Finding[] = findingsOf(files);

  return {
    get library() {
      return library;
    },
    get loadedAt() {
      return loadedAt;
    },
    get findings() {
      return findings;
    },
    get checkedAt() {
      return checkedAt;
    },
    get refused() {
      return refused;
    },
    get absences() {
      return absences;
    },
    get withoutSubstitute() {
      return withoutSubstitute;
    },
    path,
    async freshen(atOnce = false) {
      if (!atOnce && performance.now() - read < FRESH_MS) return;
      read = performance.now();
      const found = await readAbsences();
      if (JSON.stringify(found) === JSON.stringify(absences)) return;
      absences = found;
      lay();
    },
    async reload() {
      try {
        const next = await Library.open(path);
        findings = findingsOf(next);
        files = next;
        lay();
        loadedAt = clock();
        refused = false;
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        findings = error.diagnostics.length > 0 ? error.diagnostics : await Directory.check(path);
        refused = true;
      }
      checkedAt = clock();
      return !refused;
    },
  };
}
