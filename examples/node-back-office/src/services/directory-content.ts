/** What a directory says, as it is kept: the library's JSON document, packed, under its digest. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Queries } from '../database/index.js';
import { Library, type Directory } from '../library.js';
import { contentOf, type DirectorySize } from '../store/directory-versions.js';

export interface Content {
  digest: string;
  document: Uint8Array;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

export const documentOf = (library: Library): Promise<Content> => contentFrom(library.directory.toJson());

export async function contentFrom(json: string): Promise<Content> {
  return { digest: createHash('sha256').update(json).digest('hex'), document: await packed(json) };
}

/** What was kept, as text. Throws where it was erased. */
export async function jsonOf(db: Queries, digest: string): Promise<string> {
  const document = await contentOf(db, digest);
  if (!document) throw new Error(`the directory ${digest.slice(0, 12)} was erased`);
  return (await unpacked(document)).toString('utf8');
}

/** Opens what was kept. By way of a file: the library reads those off the event loop. */
export async function openContent(db: Queries, digest: string): Promise<Library> {
  const json = await jsonOf(db, digest);
  const folder = await mkdtemp(join(tmpdir(), 'aiguillage-'));
  try {
    const path = join(folder, 'annuaire.json');
    await writeFile(path, json, { mode: 0o600 });
    return await Library.open(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const sizeOf = ({ institutions, antennes, experts, subjects }: Directory): DirectorySize => ({
  institutions: institutions.length,
  antennes: antennes.length,
  experts: experts.length,
  subjects: subjects.length,
});
