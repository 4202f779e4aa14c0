/**
 * The directory in service, which all processes follow: the latest version in the database. The files of `DIRECTORY` are
 * where it starts; what was approved since stands above them.
 */

import type { Clock } from '../clock.js';
import type { Database } from '../database/index.js';
import { DirectoryError, type Library, type SaidAbsence } from '../library.js';
import { latestFiles, latestNumber, latestVersion, lockVersions, type Version } from '../store/directory-versions.js';
import { openContent } from './directory-content.js';
import { atStart, putFiles, readFiles, type ReadFiles } from './directory-files.js';
import { findingsOf, findingsOfRefused, type Finding } from './directory-findings.js';
import { KnownAbsences, type ReadAbsences } from './known-absences.js';

/** What came of reading the files again. */
export type Reloaded =
  /** They are in service, at once. */
  | 'in_service'
  /** They have errors. */
  | 'refused'
  /** What is in service was approved since: the files need an approval of their own. */
  | 'to_propose';

export interface KeptDirectory {
  /** The directory in service. Whoever needs it several times for one answer takes it once. */
  readonly library: Library;
  /** The number of its version. */
  readonly version: number;
  readonly path: string;
  /** Since when it has been in service, in whichever process. */
  readonly since: Date;
  /** What was last found about the files or the version in service. */
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
  /** Whether it was approved, above the files. */
  readonly approved: boolean;
  /** Whether the files say something else than when they were last in service. */
  readonly filesDiffer: boolean;
  /** The number of a version that this process could not read, where there is one. */
  readonly unreadable: number | undefined;
  /** Takes over what another process, or a person, put in service. Every request begins with it. */
  follow(): Promise<void>;
  /** Reads the files again. A broken directory is refused and the one in service stays. */
  reload(account?: string): Promise<Reloaded>;
}

export interface DirectoryPlace {
  path: string;
  database: Database;
  clock: Clock;
  absences: ReadAbsences;
  report: (error: unknown) => void;
}

export async function openKeptDirectory({ path, database, clock, absences: readAbsences, report }: DirectoryPlace): Promise<KeptDirectory> {
  let files: ReadFiles | undefined;
  let broken: DirectoryError | undefined;
  try {
    files = await readFiles(path);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    broken = error;
  }
  const start = await atStart(database, clock, files);
  if (!start) throw broken;

  let { library: plain, version } = start;
  const absences = new KnownAbsences(readAbsences);
  await absences.freshen();
  let { library, withoutSubstitute } = plain.withAbsences(absences.all);
  const lay = (): void => void ({ library, withoutSubstitute } = plain.withAbsences(absences.all));
  let checkedAt = clock();
  let refused = broken !== undefined;
  let findings: readonly Finding[] = broken ? await findingsOfRefused(broken, path) : findingsOf(plain);
  /** What the files said when they were last read, and when files were last in service. */
  let filesRead = files?.digest;
  let filesServed = await latestFiles(database);
  let unreadable: number | undefined;
  let following: Promise<void> | undefined;

  const serve = (next: Library, at: Version): void => {
    plain = next;
    lay();
    version = at;
    checkedAt = clock();
    findings = findingsOf(next);
    unreadable = undefined;
  };

  async function catchUp(): Promise<void> {
    const latest = await latestVersion(database);
    if (!latest || latest.number === version.number) return;
    filesServed = await latestFiles(database);
    if (latest.digest === version.digest) return serve(plain, latest);
    try {
      serve(await openContent(database, latest.digest), latest);
      refused = false;
    } catch (error) {
      // It was checked before it was approved: the service goes on with what it has, and says so.
      unreadable = latest.number;
      report(error);
    }
  }

  return {
    get library() {
      return library;
    },
    get version() {
      return version.number;
    },
    get since() {
      return version.at;
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
      return absences.all;
    },
    get withoutSubstitute() {
      return withoutSubstitute;
    },
    get approved() {
      return version.source !== 'files';
    },
    get filesDiffer() {
      return filesRead !== undefined && filesRead !== version.digest && filesRead !== filesServed;
    },
    get unreadable() {
      return unreadable;
    },
    path,
    async follow() {
      const number = await latestNumber(database);
      if (number === version.number || number === unreadable) return;
      // Requests that come in meanwhile wait for the same.
      following ??= catchUp().finally(() => (following = undefined));
      await following;
    },
    async freshen(atOnce) {
      if (await absences.freshen(atOnce)) lay();
    },
    async reload(account) {
      checkedAt = clock();
      let next: ReadFiles;
      try {
        next = await readFiles(path);
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        findings = await findingsOfRefused(error, path);
        refused = true;
        return 'refused';
      }
      refused = false;
      filesRead = next.digest;
      const taken = await database.transaction(async (tx) => {
        await lockVersions(tx);
        const latest = await latestVersion(tx);
        if (latest && latest.source !== 'files' && latest.digest !== next.digest) return undefined;
        if (latest?.digest === next.digest) return latest;
        return putFiles(tx, next, (latest?.number ?? 0) + 1, account ?? null, clock());
      });
      filesServed = await latestFiles(database);
      if (!taken) return 'to_propose';
      serve(next.library, taken);
      return 'in_service';
    },
  };
}
