import { jsonOf } from './boundary';
import type { AntenneInput, ExpertInput, InstitutionInput } from './generated/directory';
import { written } from './shapes';

/** The lists of a directory in which records may change. */
interface ChangedRecords {
  institutions: InstitutionInput;
  antennes: AntenneInput;
  experts: ExpertInput;
}

/**
 * What changes in a directory: whole experts, antennes and institutions, which take the place of those
 * of the same id or come last, and the ids of those that are removed.
 */
export type DirectoryChanges = {
  readonly [List in keyof ChangedRecords]?: readonly ChangedRecords[List][] | undefined;
} & {
  readonly removed?: { readonly [List in keyof ChangedRecords]?: readonly string[] | undefined } | undefined;
};

/** As what the records of each list are converted. */
const RECORDS: ReadonlyMap<string, string> = new Map<keyof ChangedRecords, string>([
  ['institutions', 'Institution'],
  ['antennes', 'Antenne'],
  ['experts', 'Expert'],
]);

/**
 * Changes in the format of a directory's JSON document.
 *
 * @internal
 */
export function changesText(changes: DirectoryChanges): string {
  const lists = Object.entries(changes).map(([name, records]) => [name, written(records, RECORDS.get(name))]);
  return jsonOf(Object.fromEntries(lists), undefined, 'directory');
}
