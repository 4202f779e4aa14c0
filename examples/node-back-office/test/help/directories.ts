/** The sample directory with changes, as a JSON document. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Directory } from '../../src/library.js';
import { fromRoot } from '../../src/root.js';
import { atEnd } from './cleanup.js';

export interface ExpertDocument {
  id: string;
  name: string;
  email?: string;
  active?: boolean;
  members?: { name: string; email?: string }[];
}

export interface DirectoryDocument {
  experts: ExpertDocument[];
  subjects: { id: string; label: string; archived?: boolean }[];
}

/** Writes the changed directory and returns its path, and a way to change it again. */
export async function changedDirectory(
  change: (document: DirectoryDocument) => void,
): Promise<{ path: string; again: (change: (document: DirectoryDocument) => void) => void }> {
  const document = JSON.parse((await Directory.open(fromRoot('../hauts-de-france'))).toJson()) as DirectoryDocument;
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-directory-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'directory.json');
  const again = (next: typeof change): void => {
    next(document);
    writeFileSync(path, JSON.stringify(document));
  };
  again(change);
  return { path, again };
}
