// Needs and options for the core in one text, as `boundary::packed` reads it: letting the core read the
// properties of an object one by one takes longer than matching does.

import { types } from 'node:util';

import { dayOf } from './days';
import { FIELDS } from './generated/fields';
import { SEPARATOR } from './generated/packed';

/** No list of a need or of options has so many items; what has is not looked through. */
const LONGEST_LIST = 10_000;

/** The names of fields, with how a field begins in the text. */
type Names = ReadonlyMap<string, string>;

function namesOf(record: string): Names {
  return new Map(Object.entries(FIELDS[record] ?? {}).map(([name, [core]]) => [name, core + SEPARATOR]));
}

const NEED_NAMES = namesOf('Need');
const OPTION_NAMES = namesOf('MatchOptions');

/** A need for the core. Only its own enumerable properties count, whatever its prototype. */
export function needText(need: unknown): string {
  if (typeof need !== 'object' || need === null || Array.isArray(need)) {
    // The core says what is wrong with it.
    return SEPARATOR + (Array.isArray(need) ? '[]' : plainJson(need));
  }
  return fieldsText(need, NEED_NAMES);
}

/** What is wanted of matches, for the core. */
export function optionsText(options: object): string {
  return fieldsText(options, OPTION_NAMES);
}

function fieldsText(object: object, names: Names): string {
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

function plainJson(value: unknown): string {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return known ? JSON.stringify(value) : 'null';
}
