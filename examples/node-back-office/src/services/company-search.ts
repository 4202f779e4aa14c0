/** A company by its name and place, or by its SIREN, in the register. */

import type { Library } from '../library.js';
import { SHORTEST_NAME, type Search } from '../register/register.js';
import type { Errors } from '../views/forms.js';
import { textOf } from '../web/input.js';
import type { Services } from './index.js';
import { readPlace, type PlaceAnswer } from './places.js';

export interface CompanySearch {
  name: string;
  place: PlaceAnswer['value'];
  /** What is wrong with the question, by its fields. */
  errors: Errors;
  choices: PlaceAnswer['choices'];
  /** What the register answered; nothing where it was not asked. */
  search: Search | undefined;
}

/** Searches by the name in this field of the form, and by the place of its commune field, which may be blank. */
export async function searchByName({ directory, register }: Services, form: unknown, nameField: string): Promise<CompanySearch> {
  const name = readable(textOf(form, nameField, 80));
  const { communes, place } = placeSought(directory.library, form);
  const errors: Errors = {};
  if (name.length < SHORTEST_NAME) errors[nameField] = `Écrivez au moins ${SHORTEST_NAME} lettres du nom.`;
  if (place.error) errors['commune'] = place.error;
  const search = Object.keys(errors).length === 0 ? await register.search({ name, communes }) : undefined;
  if (search?.is === 'refused') errors[nameField] = 'Le registre ne peut pas chercher ce nom : écrivez-le autrement.';
  return { name, place: place.value, errors, choices: place.choices, search };
}

/** A name as a register is asked about it: on one line, without what no name has. */
const readable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** The communes that are meant; none for everywhere. A postal code means all that have it, Paris all of its districts. */
function placeSought(library: Library, form: unknown): { communes: string[] | undefined; place: PlaceAnswer } {
  const text = textOf(form, 'commune', 120);
  if (!text) return { communes: undefined, place: { value: { code: '', text } } };
  const byPostalCode = /^\d{5}$/.test(text) ? library.communes(text) : [];
  if (byPostalCode.length > 0) return { communes: byPostalCode.map(({ code }) => code), place: { value: { code: '', text } } };
  const place = readPlace(library, form);
  const { code } = place.value;
  return { communes: code ? [code, ...library.communesOf(`commune:${code}`).map((one) => one.code)].filter(isFirst) : undefined, place };
}

const isFirst = (code: string, at: number, codes: readonly string[]): boolean => codes.indexOf(code) === at;
