/** Which commune a form means. */

import type { Library } from '../library.js';
import { textOf } from '../web/input.js';

export interface CommuneAnswer {
  value: { code: string; text: string };
  error?: string;
  /** What to choose from, where several communes fit. */
  choices?: { code: string; name: string; postalCodes: string[] }[];
}

/** The commune that the script chose, that was ticked among several, or that what was written names alone. */
export function readCommune(library: Library, body: unknown): CommuneAnswer {
  const text = textOf(body, 'commune', 80);
  const chosen = textOf(body, 'commune_choice', 5) || textOf(body, 'commune_code', 5);
  const commune = chosen ? library.commune(chosen) : undefined;
  if (commune) return { value: { code: commune.code, text: commune.name } };
  if (!text) return { value: { code: '', text }, error: 'Indiquez la commune.' };

  const found = library.communes(text);
  const same = found.filter((one) => plain(one.name) === plain(text));
  const [only] = found.length === 1 ? found : same.length === 1 ? same : [];
  if (only) return { value: { code: only.code, text: only.name } };
  if (found.length === 0) return { value: { code: '', text }, error: 'Aucune commune ne porte ce nom ou ce code postal.' };
  return {
    value: { code: '', text },
    error: 'Plusieurs communes correspondent.',
    choices: found.map(({ code, name, postalCodes }) => ({ code, name, postalCodes: [...postalCodes] })),
  };
}

const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
