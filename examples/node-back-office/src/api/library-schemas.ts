/**
 * The library's own JSON Schemas, as the API's: each is one component, refers to the others by name, and is described
 * in French where the library has the words. `schemas/` is a copy of the repository's `core/schema`: the package does
 * not carry it.
 */

import { readFileSync } from 'node:fs';
import { labels } from '../library.js';
import { fromRoot } from '../root.js';

export type Schema = { [keyword: string]: unknown };

/** The library's words for the values of a vocabulary. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RequestState: labels.requestState,
  HoldReason: labels.holdReason,
  ClosureReason: labels.closureReason,
  ReferralState: labels.referralState,
  NeedStatus: labels.needStatus,
  RefusalReason: labels.refusalReason,
};

const fileOf = (name: string): string => `${name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()}.json`;

function read(name: string): Schema {
  return JSON.parse(readFileSync(fromRoot('schemas', fileOf(name)), 'utf8')) as Schema;
}

/** These schemas and all that they refer to, by their names. */
export function librarySchemas(names: readonly string[]): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    const { $schema: _dialect, $defs: _others, ...schema } = read(name);
    found.set(name, { $id: name, ...withWords(name, inFrench(schema)) });
    for (const other of namedIn(schema)) add(other);
  };
  for (const name of names) add(name);
  return found;
}

/** Some properties of an object, each without the null that stands for its absence. */
export function propertiesOf(name: string, properties: readonly string[]): Record<string, Schema> {
  const all = inFrench(read(name))['properties'] as Record<string, Schema>;
  return Object.fromEntries(
    properties.map((property) => {
      const schema = all[property];
      if (!schema) throw new Error(`${name} has no ${property}`);
      return [property, withoutNull(schema)];
    }),
  );
}

function withoutNull({ anyOf, default: _unknown, ...schema }: Schema): Schema {
  if (Array.isArray(anyOf)) return { ...(anyOf as Schema[]).find((one) => one['type'] !== 'null'), ...schema };
  if (!Array.isArray(schema['type'])) return schema;
  return { ...schema, type: (schema['type'] as string[]).find((one) => one !== 'null') };
}

/** References by name instead of by place, and French descriptions. */
function inFrench(value: unknown): Schema {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (one === null || typeof one !== 'object') return one;
    const { 'x-french': french, ...rest } = one as Schema;
    // A width of Rust's integers; the bounds beside it say the same.
    if (/^u?int\d+$/.test(String(rest['format']))) delete rest['format'];
    return Object.fromEntries(
      Object.entries({ ...rest, ...(french !== undefined && { description: french }) }).map(([key, held]) =>
        key === '$ref' ? [key, `${nameIn(held)}#`] : [key, walk(held)],
      ),
    );
  };
  return walk(value) as Schema;
}

const nameIn = (ref: unknown): string => String(ref).split('/').at(-1) ?? '';

/** The names of the schemas that one refers to. */
function namedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [nameIn(one)] : namedIn(one)));
}

/** What people read for each value of a vocabulary. */
function withWords(name: string, schema: Schema): Schema {
  const words = WORDS[name];
  if (!words || !Array.isArray(schema['oneOf'])) return schema;
  return { ...schema, oneOf: (schema['oneOf'] as Schema[]).map((one) => ({ ...one, title: words[String(one['const'])] })) };
}
