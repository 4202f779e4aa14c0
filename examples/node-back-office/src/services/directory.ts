/**
 * The directory in service, which all processes follow: the latest version in the database. The files of `DIRECTORY` are
 * where it starts; what was approved since stands above them.
 */

import type { Clock } from '../clock.js';
import type { Database, Queries } from '../database/index.js';
import { Directory, DirectoryError, Library, type Diagnostic, type SaidAbsence } from '../library.js';
import { audit } from '../store/audit.js';
import {
  addVersion,
  hadFiles,
  keepContent,
  latestFiles,
  latestNumber,
  latestVersion,
  lockVersions,
  type Version,
} from '../store/directory-versions.js';
import { documentOf, openContent, sizeOf } from './directory-content.js';

/** What a check says of a directory, the library's or this service's. */
export type Finding = Pick<Diagnostic, 'severity' | 'message' | 'file' | 'line' | 'column' | 'text' | 'nearest'> & { code: string };

/** The library's, and the experts to whom this service could not write. */
export const findingsOf = (library: Library): Finding[] => [
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
  readonly loadedAt: Date;
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

/** Reads the absences that have not ended. */
export type ReadAbsences = () => Promise<SaidAbsence[]>;

/** How old what is known of absences may be while nobody changes them here. */
const FRESH_MS = 2000;

export interface DirectoryPlace {
  path: string;
  database: Database;
  clock: Clock;
  absences: ReadAbsences;
  report: (error: unknown) => void;
}

interface Read {
  library: Library;
  digest: string;
  document: Uint8Array;
}

export async function openKeptDirectory({ path, database, clock, absences: readAbsences, report }: DirectoryPlace): Promise<KeptDirectory> {
  let files: Read | undefined;
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
  let absences: readonly SaidAbsence[] = await readAbsences();
  let read = performance.now();
  let { library, withoutSubstitute } = plain.withAbsences(absences);
  const lay = (): void => void ({ library, withoutSubstitute } = plain.withAbsences(absences));
  let loadedAt = clock();
  let checkedAt = loadedAt;
  let refused = broken !== undefined;
  let findings: readonly Finding[] = broken ? await told(broken, path) : findingsOf(plain);
  let filesDiffer = start.filesDiffer;
  let unreadable: number | undefined;
  let following: Promise<void> | undefined;

  const serve = (next: Library, at: Version): void => {
    plain = next;
    lay();
    version = at;
    loadedAt = clock();
    checkedAt = loadedAt;
    findings = findingsOf(next);
    unreadable = undefined;
  };

  async function catchUp(): Promise<void> {
    const latest = await latestVersion(database);
    if (!latest || latest.number === version.number) return;
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
    get approved() {
      return version.source !== 'files';
    },
    get filesDiffer() {
      return filesDiffer;
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
    async freshen(atOnce = false) {
      if (!atOnce && performance.now() - read < FRESH_MS) return;
      read = performance.now();
      const found = await readAbsences();
      if (JSON.stringify(found) === JSON.stringify(absences)) return;
      absences = found;
      lay();
    },
    async reload(account) {
      checkedAt = clock();
      let next: Read;
      try {
        next = await readFiles(path);
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        findings = await told(error, path);
        refused = true;
        return 'refused';
      }
      refused = false;
      const taken = await database.transaction(async (tx) => {
        await lockVersions(tx);
        const latest = await latestVersion(tx);
        if (latest && latest.source !== 'files' && latest.digest !== next.digest) return undefined;
        if (latest?.digest === next.digest) return latest;
        return putFiles(tx, next, (latest?.number ?? 0) + 1, account ?? null, clock());
      });
      if (!taken) {
        filesDiffer = next.digest !== (await latestFiles(database));
        return 'to_propose';
      }
      serve(next.library, taken);
      filesDiffer = false;
      return 'in_service';
    },
  };
}

async function readFiles(path: string): Promise<Read> {
  const library = await Library.open(path);
  return { library, ...(await documentOf(library)) };
}

const told = async (error: DirectoryError, path: string): Promise<readonly Finding[]> =>
  error.diagnostics.length > 0 ? error.diagnostics : Directory.check(path);

async function putFiles(tx: Queries, files: Read, number: number, account: string | null, at: Date): Promise<Version> {
  const version = { number, digest: files.digest, source: 'files', at } as const;
  await keepContent(tx, files.digest, files.document);
  await addVersion(tx, { ...version, proposal: null, account, numbers: sizeOf(files.library.directory) });
  return version;
}

interface Start {
  library: Library;
  version: Version;
  filesDiffer: boolean;
}

/**
 * What is served from the start. Files that were never seen go into service, unless what is in service was approved;
 * files that were seen before do not come back by a restart: a process whose files are older undoes nothing.
 */
async function atStart(database: Database, clock: Clock, files: Read | undefined): Promise<Start | undefined> {
  const version = await database.transaction(async (tx) => {
    await lockVersions(tx);
    const latest = await latestVersion(tx);
    if (!files) return latest;
    const fresh = !latest || (latest.source === 'files' && latest.digest !== files.digest && !(await hadFiles(tx, files.digest)));
    if (!fresh) return latest;
    const taken = await putFiles(tx, files, (latest?.number ?? 0) + 1, null, clock());
    if (latest) await audit(tx, { actor: 'service', action: 'directory_reloaded', at: clock(), detail: `${taken.number}` });
    return taken;
  });
  if (!version) return undefined;
  const same = files?.digest === version.digest;
  const library = same && files ? files.library : await openContent(database, version.digest);
  const filesDiffer = !same && files !== undefined && files.digest !== (await latestFiles(database));
  return { library, version, filesDiffer };
}

