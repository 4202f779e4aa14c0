// Between objects of JavaScript and the JSON of the core, by the declared members of each record.

import { types } from 'node:util';

import { dayOf } from './days';
import { FIELDS } from './generated/fields';
import { fieldName } from './names';

interface Member {
  readonly name: string;
  readonly core: string;
  /** What its values are converted as: see `MemberShape`. */
  readonly holds: string | undefined;
  /** What it is where an answer leaves it out. */
  readonly absent: unknown;
}

interface Shape {
  readonly members: readonly Member[];
  /** By the names of JavaScript and those of the core, which are read too. */
  readonly byName: ReadonlyMap<string, Member>;
}

const shapes = new Map<string, Shape | undefined>();

function shapeOf(record: string): Shape | undefined {
  if (shapes.has(record)) return shapes.get(record);
  const fields = FIELDS[record];
  const members = Object.entries(fields ?? {}).map(([name, [core, holds, absent]]) => ({ name, core, holds, absent }));
  const byName = new Map(members.flatMap((member) => [[member.core, member], [member.name, member]]));
  const shape = fields && { members, byName };
  shapes.set(record, shape);
  return shape;
}

/**
 * A value as the core reads it. A name that is none of a record's stays, for the core to say so.
 *
 * @internal
 */
export function written(value: unknown, holds: string | undefined): unknown {
  if (typeof value !== 'object' || value === null) return writtenScalar(value);
  if (types.isDate(value)) return writtenDate(value, holds);
  if (value instanceof Set) return written([...value], holds);
  if (Array.isArray(value)) return holds === undefined ? value : value.map((item) => written(item, holds));
  if (holds === 'map') return value instanceof Map ? Object.fromEntries(value) : value;
  if (holds?.startsWith('#')) return byFields(value, holds, 'core');
  const shape = holds === undefined ? undefined : shapeOf(holds);
  return shape === undefined ? value : writtenRecord(value as Record<string, unknown>, shape);
}

/** A map by names of a record's fields (`#` and the record), with those of JavaScript or of the core. */
function byFields(map: object, holds: string, written: 'name' | 'core'): object {
  const known = shapeOf(holds.slice(1))?.byName;
  const entries: [string, unknown][] = map instanceof Map ? [...map] : Object.entries(map);
  return Object.fromEntries(entries.map(([name, value]) => [known?.get(name)?.[written] ?? name, value]));
}

function writtenRecord(record: Record<string, unknown>, shape: Shape): object {
  const members: Record<string, unknown> = {};
  for (const name of Object.keys(record)) {
    const value = record[name];
    const member = shape.byName.get(name);
    if (member === undefined) {
      // Assigning to `__proto__` would not make a member.
      Object.defineProperty(members, name, { value, enumerable: true, configurable: true });
    } else if (value !== undefined && value !== null) {
      members[member.core] = written(value, member.holds);
    }
  }
  return members;
}

function writtenScalar(value: unknown): unknown {
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value);
  // JSON would leave it out, as if it were not given.
  return typeof value === 'function' || typeof value === 'symbol' ? {} : value;
}

function writtenDate(date: Date, holds: string | undefined): string {
  if (holds === 'instant' && !Number.isNaN(date.getTime())) return date.toISOString();
  return dayOf(date) ?? String(date);
}

/** How an answer is read. */
export interface Reading {
  /** Whether its objects and lists are frozen, because several callers look at the same ones. */
  readonly frozen: boolean;
  /** The record of an id, where the answer names records by their ids. */
  find?(record: string, id: string): unknown;
}

/** Objects of the caller's. */
export const PLAIN: Reading = { frozen: false };
/** Objects that are shared. */
export const FROZEN: Reading = { frozen: true };

const NO_ITEMS: readonly never[] = Object.freeze([]);

/**
 * A value that the core wrote. What has its default is left out in JSON; here records are whole.
 *
 * @internal
 */
export function read(json: any, holds: string | undefined, reading: Reading): unknown {
  if (Array.isArray(json)) return readList(json, holds, reading);
  if (holds === undefined) return json;
  if (holds === 'field') return fieldName(json);
  if (holds.startsWith('@')) return reading.find === undefined ? json : reading.find(holds.slice(1), json);
  if (holds.startsWith('#')) json = byFields(json, holds, 'name');
  const shape = typeof json === 'object' && json !== null ? shapeOf(holds) : undefined;
  if (shape !== undefined) json = readRecord(json, shape, reading);
  return reading.frozen ? Object.freeze(json) : json;
}

function readList(list: unknown[], holds: string | undefined, reading: Reading): readonly unknown[] {
  if (reading.frozen && list.length === 0) return NO_ITEMS;
  const items = holds === undefined ? list : list.map((item) => read(item, holds, reading));
  return reading.frozen ? Object.freeze(items) : items;
}

function readRecord(json: Record<string, unknown>, shape: Shape, reading: Reading): object {
  const record: Record<string, unknown> = {};
  for (const { name, core, holds, absent } of shape.members) {
    const value = json[core];
    if (value !== undefined && value !== null) record[name] = read(value, holds, reading);
    else if (absent !== undefined) record[name] = absentValue(absent, reading);
  }
  return record;
}

function absentValue(absent: unknown, reading: Reading): unknown {
  if (Array.isArray(absent)) return reading.frozen ? NO_ITEMS : [];
  return typeof absent === 'object' ? {} : absent;
}
