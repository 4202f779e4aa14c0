/** The directory in service, and putting another in its place while requests go on. */

import type { Clock } from '../clock.js';
import { Directory, DirectoryError, Library, type Diagnostic } from '../library.js';

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
  /** Reads the files again. A broken directory is refused and the one in service stays. */
  reload(): Promise<boolean>;
}

export async function openKeptDirectory(path: string, clock: Clock): Promise<KeptDirectory> {
  const now = clock();
  let library = await Library.open(path);
  let loadedAt = now;
  let checkedAt = now;
  let refused = false;
  let findings: readonly Finding[] = findingsOf(library);

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
    path,
    async reload() {
      try {
        const next = await Library.open(path);
        findings = findingsOf(next);
        library = next;
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
