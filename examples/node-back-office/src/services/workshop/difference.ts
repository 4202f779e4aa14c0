/** What differs between the directory in service and the one that is proposed, record by record. */

import type { DirectoryDifference, Library } from '../../library.js';
import { fieldDifference, zoneText } from './fields.js';
import type { FieldDifference, ListName, RecordDifference, Result } from './types.js';

const LISTS: readonly ListName[] = ['institutions', 'antennes', 'experts', 'subjects', 'themes', 'territories'];

export function differenceOf(before: Library, after: Library): Pick<Result, 'records' | 'fields'> {
  const difference = before.directory.diff(after.directory);
  return {
    records: LISTS.flatMap((list) => recordsOf(list, difference, before, after)),
    fields: difference.fields.map((field) => fieldDifference(field, after)),
  };
}

function recordsOf(list: ListName, difference: DirectoryDifference, before: Library, after: Library): RecordDifference[] {
  const { added, changed, removed } = difference[list];
  return [
    ...removed.map((id): RecordDifference => ({ ...placed(before, list, id), kind: 'removed', fields: [] })),
    ...changed.map(({ id, fields }): RecordDifference => ({
      ...placed(after, list, id),
      kind: 'changed',
      fields: fields.map((field) => fieldDifference(field, after)),
    })),
    ...added.map((id): RecordDifference => ({ ...placed(after, list, id), kind: 'added', fields: opening(after, list, id) })),
  ];
}

/** What a record is called, and where it belongs. */
export function placed(library: Library, list: ListName, id: string): Omit<RecordDifference, 'kind' | 'fields'> {
  const { directory } = library;
  const of = (name: string | undefined, within = '', institution = '') => ({ list, id, name: name ?? id, within, institution });
  if (list === 'experts') {
    const expert = directory.expert(id);
    const antenne = expert && directory.antenne(expert.antenne);
    const institution = antenne && directory.institution(antenne.institution);
    return of(expert?.name, [institution?.name, antenne?.name].filter(Boolean).join(', '), institution?.id);
  }
  if (list === 'antennes') {
    const antenne = directory.antenne(id);
    const institution = antenne && directory.institution(antenne.institution);
    return of(antenne?.name, institution?.name, institution?.id);
  }
  if (list === 'institutions') return of(directory.institution(id)?.name, '', id);
  if (list === 'subjects') return of(directory.subject(id)?.label);
  if (list === 'themes') return of(directory.theme(id)?.label);
  return of(directory.territory(id)?.label);
}

/** What a new record begins with. */
function opening(library: Library, list: ListName, id: string): FieldDifference[] {
  if (list === 'antennes') return zonesOf(library, library.directory.antenne(id)?.zones ?? []);
  const expert = list === 'experts' ? library.directory.expert(id) : undefined;
  if (!expert) return [];
  return [
    ...(['email', 'phone', 'job'] as const).flatMap((field) => (expert[field] ? [{ field, after: expert[field] }] : [])),
    ...(expert.members.length > 0
      ? [{ field: 'members', came: expert.members.map(({ name, email }) => [name, email].filter(Boolean).join(' ; ')), went: [] }]
      : []),
    ...zonesOf(library, expert.zones),
    { field: 'competences', came: expert.competences.map(({ subject }) => library.labelOf(subject)), went: [] },
  ];
}

const zonesOf = (library: Library, zones: readonly string[]): FieldDifference[] =>
  zones.length === 0 ? [] : [{ field: 'zones', came: zones.map((zone) => zoneText(zone, library)), went: [] }];
