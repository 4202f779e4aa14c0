/** Which commune a form means, by the library's reading of what stands in it. */

import type { Library, PlacedCommune } from '../library.js';
import { textOf } from '../web/input.js';

export interface PlaceAnswer {
  /** The commune that is meant, blank where it is not settled; and what stands in the field. */
  value: { code: string; text: string };
  error?: string;
  /** What to choose from, where it is not certain. */
  choices?: PlaceChoice[];
}

export interface PlaceChoice {
  code: string;
  label: string;
}

/** A commune as people tell it from its namesakes: `Saint-Denis (93200)`, and by which name of the past it was found. */
export function placeLabel({ name, postalCodes, formerName }: PlacedCommune): string {
  const [postalCode] = postalCodes;
  const label = postalCode ? `${name} (${postalCode})` : name;
  return formerName ? `${label}, anciennement ${formerName}` : label;
}

/**
 * The commune of a form. What is written decides. A choice that was ticked counts where it is one of those that what
 * is written leaves open; the code that the script keeps beside the field, where the field still holds that commune's
 * label. Only a certain place is taken: a likely one is asked about.
 */
export function readPlace(library: Library, body: unknown): PlaceAnswer {
  const text = textOf(body, 'commune', 120);
  if (!text) return { value: { code: '', text }, error: 'Indiquez la commune.' };

  const kept = library.commune(textOf(body, 'commune_code', 5));
  if (kept && isLabelOf(kept, text)) return settled(kept);

  const { certainty, commune, candidates } = located(library, text);
  if (commune && certainty === 'certain') return settled(commune);
  const open = commune ? [commune] : [...candidates];
  const ticked = textOf(body, 'commune_choice', 5);
  const chosen = open.find((one) => one.code === ticked);
  if (chosen) return settled(chosen);
  if (open.length === 0) return { value: { code: '', text }, error: 'Aucune commune ne porte ce nom ou ce code postal.' };
  return {
    value: { code: '', text },
    error: open.length === 1 ? 'Est-ce bien cette commune ?' : 'Plusieurs communes correspondent.',
    choices: open.map((one) => ({ code: one.code, label: placeLabel(one) })),
  };
}

const settled = (commune: PlacedCommune): PlaceAnswer => ({ value: { code: commune.code, text: placeLabel(commune) } });

/** Whether a text is the label of a commune, with or without the name by which it was found. */
const isLabelOf = (commune: PlacedCommune, text: string): boolean =>
  text === placeLabel(commune) || text.startsWith(`${placeLabel(commune)}, anciennement `);

/** The labels of this service are read back as what they are made of; anything else as an address. */
function located(library: Library, text: string): ReturnType<Library['locate']> {
  const [, town, postalCode] = /^([^(]+) \((\d{5})\)(?:, anciennement .+)?$/.exec(text) ?? [];
  return library.locate(town && postalCode ? { town, postalCode } : { address: text });
}
