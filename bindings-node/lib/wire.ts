// Named values for the core in one text, which `src/wire.rs` reads: letting it read the properties of
// an object one by one takes longer than matching does.

import { types } from 'node:util';

import { NEED_FIELDS } from './codes';

const SEPARATOR = '\u001f';
/** Between the needs of a batch. */
export const BETWEEN_NEEDS = '\u001f\u001f';

/** No list of a need or of options has so many items; what has is not looked through. */
const LONGEST_LIST = 10_000;

/** `headcountBand` → `headcount_band`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]|(?<=[a-z])(?=\d{4}$)/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The names of fields, with how a field begins in the text. */
export type Names = ReadonlyMap<string, string>;

function names(list: readonly string[]): Names {
  return new Map(list.map((name) => [name, snake(name) + SEPARATOR]));
}

const NEED_NAMES = names(NEED_FIELDS);
export const MATCH_OPTION_NAMES = names(['limit', 'perInstitution', 'load']);
export const COVERAGE_NAMES = names(['subject', 'zones', 'institution', 'on']);

/** `created_on` → `createdOn`. */
export function camel(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A field as JavaScript names it, with its place: `referrals[3].taken_on`. Ids stay as they are. */
export function fieldName(field: string): string {
  const [first = '', ...rest] = field.split('.');
  const ids = first === 'answers' || first === 'load';
  return [camel(first), ...rest.map((part) => (ids ? part : camel(part)))].join('.');
}

/** Names of the core in its sentences that JavaScript writes otherwise. */
const WRITTEN_OTHERWISE = new Set(
  [
    ...[...NEED_FIELDS, 'perInstitution'].map(snake),
    ...['sent_on', 'taken_on', 'closed_on', 'moved_on', 'reopened_on', 'by_hand', 'deposited_on', 'anonymised_on'],
  ].filter((name) => name.includes('_')),
);

/** A sentence of the core, with its fields as JavaScript names them. */
export function sentence(text: string): string {
  return text.replace(/`(\w+)(?=[`.])/g, (quoted, name: string) =>
    WRITTEN_OTHERWISE.has(name) ? `\`${camel(name)}` : quoted,
  );
}

/** A need for the core. Only its own enumerable properties count, whatever its prototype. */
export function needText(need: unknown): string {
  if (typeof need !== 'object' || need === null || Array.isArray(need)) {
    // The core says what is wrong with it.
    return SEPARATOR + (Array.isArray(need) ? '[]' : plainJson(need));
  }
  return fieldsText(need, NEED_NAMES);
}

/** Named values for the core. */
export function fieldsText(object: object, names: Names): string {
  let text = '';
  for (const name of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[name];
    const known = names.get(name);
    // Not given; but a name that is no field is told all the same.
    if (value === undefined && known !== undefined) continue;
    const begun = text === '' ? '' : text + SEPARATOR;
    text = begun + (known ?? unknownName(name)) + valueText(value);
  }
  return text;
}

function unknownName(name: string): string {
  return (name.replaceAll(SEPARATOR, ' ') || ' ') + SEPARATOR;
}

function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.includes(SEPARATOR) ? `j${JSON.stringify(value)}` : 's' + value;
    case 'number':
    case 'bigint':
      return `n${value}`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'object':
      return value === null ? '0' : objectText(value);
    case 'undefined':
      return '0';
    default:
      return `o${typeof value}`;
  }
}

function objectText(value: object): string {
  if (types.isDate(value)) {
    const day = dayOf(value);
    return day === undefined ? 'oDate that is no day' : `d${day}`;
  }
  if (Array.isArray(value) && value.length > LONGEST_LIST) return `oarray of ${value.length} items`;
  try {
    const plain = value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
    return `j${JSON.stringify(plain)}`;
  } catch {
    // It refers to itself, holds a bigint, is too large or nested too deep.
    return 'oobject that is no JSON';
  }
}

/** The day that a `Date` stands for; see `DayInput`. */
export function dayOf(date: Date): string | undefined {
  const time = date.getTime();
  const utc = time % 86_400_000 === 0;
  const year = utc ? date.getUTCFullYear() : date.getFullYear();
  if (!(year >= 0 && year <= 9999)) return undefined;
  const month = (utc ? date.getUTCMonth() : date.getMonth()) + 1;
  const day = utc ? date.getUTCDate() : date.getDate();
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function plainJson(value: unknown): string {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return known ? JSON.stringify(value) : 'null';
}
