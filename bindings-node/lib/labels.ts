import { call } from './boundary';
import type { Labels } from './generated/labels';

const lists = call('labels', {}).map(({ name, words }) => {
  const labelled = Object.freeze(Object.fromEntries(words.map(({ word, label }) => [word, label])));
  return [name.charAt(0).toLowerCase() + name.slice(1), labelled];
});

/** What users read, in French: `labels.referralState.waiting` is « En attente de réponse ». */
export const labels: Labels = Object.freeze(Object.fromEntries(lists));
