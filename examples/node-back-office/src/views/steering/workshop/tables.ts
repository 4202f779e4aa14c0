/** What a proposal says, as tables for spreadsheets: for the partner who sent the sheet, and for whoever approves. */

import { placeOf, severityLabel } from '../findings-table.js';
import { causeLabel, fieldLabel, KINDS, LISTS } from './words.js';
import type { Cell } from '../../../services/csv.js';
import type { FieldDifference, Result } from '../../../services/workshop/types.js';

export const findingRows = ({ findings }: Result): Cell[][] => [
  ['Gravité', 'Où', 'Remarque', 'Ce qui est écrit', 'Sans doute', 'Que faire'],
  ...findings.map((one) => [severityLabel(one.severity), placeOf(one), one.message, one.text, one.nearest, one.remedy]),
];

export const changeRows = ({ records, fields }: Result): Cell[][] => [
  ['Changement', 'De', 'Nom', 'Où', 'Identifiant', 'Champ', 'Avant', 'Après'],
  ...fields.map((field) => ['Modification', 'annuaire', '', '', '', fieldLabel(field.field), ...sides(field)]),
  ...records.flatMap(({ kind, list, name, within, id, fields: own }) => {
    const start = [KINDS[kind][0], LISTS[list], name, within, id];
    return own.length === 0 ? [start] : own.map((field) => [...start, fieldLabel(field.field), ...sides(field)]);
  }),
];

/** Of a list, what went and what came. */
const sides = ({ before, after, came, went }: FieldDifference): Cell[] => [
  before ?? went?.map((text) => `retiré : ${text}`).join('\n'),
  after ?? came?.map((text) => `ajouté : ${text}`).join('\n'),
];

export const needRows = ({ needs }: Result): Cell[][] => [
  ['Besoin', 'Sujet', 'Commune', 'Changement', 'Expert', 'Institution', 'Règle', 'Plus personne'],
  ...needs.differing.flatMap((one) =>
    one.changes.map((change) => [
      one.need,
      one.subject,
      one.commune,
      change.kind === 'gained' ? 'gagné' : 'perdu',
      change.expert,
      change.institution,
      causeLabel(change.cause),
      one.nobody ? 'oui' : 'non',
    ]),
  ),
];
