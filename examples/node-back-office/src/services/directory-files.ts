/** The files of `DIRECTORY`, and how they come into service. */

import type { Clock } from '../clock.js';
import type { Database, Queries } from '../database/index.js';
import { Library } from '../library.js';
import { audit } from '../store/audit.js';
import { addVersion, hadFiles, keepContent, latestVersion, lockVersions, type Version } from '../store/directory-versions.js';
import { documentOf, openContent, sizeOf, type Content } from './directory-content.js';

/** Files as they were read. */
export interface ReadFiles extends Content {
  library: Library;
}

export async function readFiles(path: string): Promise<ReadFiles> {
  const library = await Library.open(path);
  return { library, ...(await documentOf(library)) };
}

/** Puts files in service; who calls is alone in doing so. */
export async function putFiles(tx: Queries, files: ReadFiles, number: number, account: string | null, at: Date): Promise<Version> {
  const version = { number, digest: files.digest, source: 'files', at } as const;
  await keepContent(tx, files.digest, files.document);
  await addVersion(tx, { ...version, proposal: null, account, numbers: sizeOf(files.library.directory) });
  return version;
}

/**
 * What is served from the start. Files that were never seen go into service, unless what is in service was approved;
 * files that were seen before do not come back by a restart: a process whose files are older undoes nothing.
 */
export async function atStart(database: Database, clock: Clock, files: ReadFiles | undefined): Promise<{ library: Library; version: Version } | undefined> {
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
  const library = files?.digest === version.digest ? files.library : await openContent(database, version.digest);
  return { library, version };
}
