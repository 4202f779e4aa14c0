/** Works a proposal out: reads the sheets, and says what they change. It runs in a thread of its own. */

import { Directory, DirectoryError, Library, type Diagnostic } from '../../library.js';
import { toldOf, type Finding } from '../directory-findings.js';
import { departuresOf, leavers } from './departures.js';
import { differenceOf, placed } from './difference.js';
import { coverageDifference, needsDifference } from './effects.js';
import type { Departure, Numbers, Result, SheetTask, Task, Worked } from './types.js';

export async function workOut(task: Task): Promise<Worked> {
  const base = Library.of(Directory.fromJson(task.base));
  const { after, findings, departures } = task.sheets ? await imported(base, task.sheets) : await whole(task.whole ?? { json: '' });
  if (!after) return refused(findings, departures);

  const { records, fields } = differenceOf(base, after);
  const foreign = task.sheets?.institution ? strangers(base, records, task.sheets.institution) : [];
  if (foreign.length > 0) return refused([...foreign, ...findings], departures);

  const known = new Set(base.unreachable.map((expert) => expert.id));
  const result: Result = {
    findings,
    records,
    fields,
    departures,
    unreachable: after.unreachable.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name })),
    needs: await needsDifference(base, after, task.needs),
    coverage: await coverageDifference(base, after, task.territory),
  };
  return { document: after.directory.toJson(), result, numbers: numbersOf(result) };
}

interface Proposed {
  after?: Library;
  findings: Finding[];
  departures: Departure[];
}

async function imported(base: Library, task: SheetTask): Promise<Proposed> {
  const of = (kind: 'antennes' | 'experts') => task.files.filter((file) => file.kind === kind).map(({ name, bytes }) => ({ name, bytes }));
  let departures: Departure[] = [];
  try {
    const directory = await base.directory.importSheets({
      antennes: of('antennes'),
      experts: of('experts'),
      lenient: task.lenient,
      sheets: task.chosen,
    });
    departures = departuresOf(base, directory, task);
    const leaving = leavers(departures, directory);
    const library = Library.of(directory);
    const after = leaving.antennes.length + leaving.experts.length > 0 ? library.without(leaving) : library;
    return { after, findings: directory.diagnostics.map(toldOf), departures };
  } catch (error) {
    if (error instanceof DirectoryError) return { findings: error.diagnostics.map(toldOf), departures };
    throw error;
  }
}

async function whole(place: NonNullable<Task['whole']>): Promise<Proposed> {
  const told = (found: readonly Diagnostic[]): Finding[] => ('path' in place ? found.map(toldOf) : found.map(toldOf).map(unplaced));
  try {
    const after = 'path' in place ? await Library.open(place.path) : Library.of(Directory.fromJson(place.json));
    return { after, findings: told(after.directory.diagnostics), departures: [] };
  } catch (error) {
    if (error instanceof DirectoryError) return { findings: told(error.diagnostics), departures: [] };
    throw error;
  }
}

/** The lines of a document that nobody wrote by hand say nothing. */
const unplaced = ({ severity, code, text, message, nearest, remedy }: Finding): Finding => ({
  severity,
  code,
  text,
  message,
  ...(nearest && { nearest }),
  ...(remedy && { remedy }),
});

/** A sheet that is said to be one institution's changes nothing of another, and takes nobody from it. */
function strangers(base: Library, records: Result['records'], institution: string): Finding[] {
  const { name } = placed(base, 'institutions', institution);
  return records.flatMap((record): Finding[] => {
    const places = record.kind === 'changed' ? [placed(base, record.list, record.id), record] : [record];
    const foreign = places.find((place) => place.institution !== institution);
    if (!foreign) return [];
    const message = `la feuille changerait « ${foreign.within || foreign.name} », qui n’est pas de « ${name} »`;
    const remedy = 'Choisissez la bonne institution, ou retirez la ligne de la feuille.';
    return [{ severity: 'error', code: 'other_institution', text: record.name, message, remedy }];
  });
}

function refused(findings: Finding[], departures: Departure[]): Worked {
  const needs = { compared: 0, differing: [], summary: [] };
  const result: Result = { findings, records: [], fields: [], departures, unreachable: [], needs, coverage: [] };
  return { result, numbers: numbersOf(result) };
}

function numbersOf({ findings, records, departures, needs, coverage }: Result): Numbers {
  const of = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
  const changes = needs.differing.flatMap((one) => one.changes);
  return {
    added: of(records, (one) => one.kind === 'added'),
    changed: of(records, (one) => one.kind === 'changed'),
    removed: of(records, (one) => one.kind === 'removed'),
    errors: of(findings, (one) => one.severity === 'error'),
    warnings: of(findings, (one) => one.severity === 'warning'),
    gone: departures.length,
    needs: needs.compared,
    differing: needs.differing.length,
    gained: of(changes, (one) => one.kind === 'gained'),
    lost: of(changes, (one) => one.kind === 'lost'),
    wonInhabitants: coverage.reduce((sum, one) => sum + one.won.inhabitants, 0),
    lostInhabitants: coverage.reduce((sum, one) => sum + one.lost.inhabitants, 0),
  };
}
