/** The directories that were in service. The one of the highest number is. */

import type { Queries } from '../database/index.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';

export type VersionSource = 'sheets' | 'files' | 'return';

/** How many records a directory has. */
export interface DirectorySize {
  institutions: number;
  antennes: number;
  experts: number;
  subjects: number;
}

export interface Version {
  number: number;
  digest: string;
  source: VersionSource;
  at: Date;
}

export interface NewVersion extends Version {
  proposal: string | null;
  /** Who put files in service by hand. */
  account: string | null;
  numbers: DirectorySize;
}

export async function latestVersion(db: Queries): Promise<Version | undefined> {
  return (await db.query<Version>('select number, digest, source, at from directory_versions order by number desc limit 1'))[0];
}

/** The number of the version in service; 0 before there is any. What every request asks: the table is read by its key. */
export async function latestNumber(db: Queries): Promise<number> {
  const [row] = await db.query<{ number: number }>('select coalesce(max(number), 0)::int as number from directory_versions');
  return row?.number ?? 0;
}

export async function versionOf(db: Queries, number: number): Promise<Version | undefined> {
  return (await db.query<Version>('select number, digest, source, at from directory_versions where number = $1', [number]))[0];
}

/** Whoever asks is alone in putting a directory in service, until the transaction ends. */
export async function lockVersions(tx: Queries): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('directory in service', 0))`);
}

export async function addVersion(tx: Queries, version: NewVersion): Promise<void> {
  await tx.query(
    `insert into directory_versions (number, digest, source, proposal_id, account_id, at, numbers)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [version.number, version.digest, version.source, version.proposal, version.account, version.at, JSON.stringify(version.numbers)],
  );
}

/** Whether files that said this were in service once. */
export async function hadFiles(db: Queries, digest: string): Promise<boolean> {
  const rows = await db.query(`select 1 from directory_versions where digest = $1 and source = 'files' limit 1`, [digest]);
  return rows.length > 0;
}

/** The digest of the files that were in service last. */
export async function latestFiles(db: Queries): Promise<string | undefined> {
  const rows = await db.query<{ digest: string }>(
    `select digest from directory_versions where source = 'files' order by number desc limit 1`,
  );
  return rows[0]?.digest;
}

/** Keeps what a directory says; what was erased and comes back is there again. */
export async function keepContent(tx: Queries, digest: string, document: Uint8Array): Promise<void> {
  await tx.query(
    `insert into directory_contents (digest, document) values ($1, $2)
     on conflict (digest) do update set document = excluded.document where directory_contents.document is null`,
    [digest, document],
  );
}

/** Forgets what no version and no proposal says any more. */
export async function dropLooseContents(tx: Queries): Promise<void> {
  await tx.query(
    `delete from directory_contents
      where not exists (select from directory_versions where directory_versions.digest = directory_contents.digest)
        and not exists (select from directory_proposals where directory_proposals.digest = directory_contents.digest)`,
  );
}

/** What a directory says, packed; nothing where it was erased. */
export async function contentOf(db: Queries, digest: string): Promise<Uint8Array | undefined> {
  const [row] = await db.query<{ document: Uint8Array | null }>('select document from directory_contents where digest = $1', [digest]);
  return row?.document ?? undefined;
}

export interface VersionRow extends Version {
  proposal_id: string | null;
  numbers: DirectorySize;
  /** Whether it can come back: what it said was not erased. */
  kept: boolean;
  author: string | null;
  approver: string | null;
  institution: string | null;
  returns_to: number | null;
  /** What the proposal changed, in figures. */
  changes: Record<string, number> | null;
}

/** The versions, the latest first. */
export function versionList(db: Queries, place: Place): Promise<PageOf<VersionRow>> {
  const columns = `versions.number, versions.digest, versions.source, versions.at, versions.proposal_id, versions.numbers,
    contents.document is not null as kept, coalesce(author.name, reloader.name) as author, approver.name as approver,
    proposals.institution, proposals.returns_to, proposals.numbers as changes`;
  const joined = `join directory_contents contents on contents.digest = versions.digest
    left join directory_proposals proposals on proposals.id = versions.proposal_id
    left join accounts author on author.id = proposals.author_id
    left join accounts approver on approver.id = proposals.decided_by
    left join accounts reloader on reloader.id = versions.account_id`;
  const order = [{ expression: 'versions.number', type: 'int' }] as const;
  return pageOf(db, { columns, from: 'directory_versions versions', joined, where: new Conditions(), order, descending: true }, place);
}
