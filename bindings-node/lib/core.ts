// Calls of the core that take and give JSON: what follows the match.

import { types } from 'node:util';

import { callCore, callCoreLater } from '../native';
import { type Directory, nativeDirectory } from './directory';
import { attempt, ReferralError } from './errors';
import { type Abortable, settled } from './promises';
import { dayOf } from './wire';

/** Members that are instants; every other date is a day. */
const INSTANTS = new Set(['at']);

/**
 * The value with its `Date`s written as days, or as instants; what holds none stays itself.
 *
 * @internal
 */
export function plain(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (types.isDate(value)) {
    if (INSTANTS.has(name) && !Number.isNaN(value.getTime())) return value.toISOString();
    return dayOf(value) ?? String(value);
  }
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const item = plain(value[at]);
      if (item !== value[at]) (copy ??= value.slice())[at] = item;
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  const members = value as Record<string, unknown>;
  for (const member of Object.keys(members)) {
    const given = members[member];
    const written = plain(given, member);
    if (written !== given) (copy ??= { ...members })[member] = written;
  }
  return copy ?? value;
}

/** @internal */
export function json(value: unknown): string {
  try {
    return JSON.stringify(plain(value)) ?? 'null';
  } catch {
    const message = 'an argument is no JSON: it refers to itself, holds a bigint, or is nested too deep';
    throw new ReferralError({ code: 'invalid_value', message });
  }
}

const native = (directory: Directory | null | undefined) => (directory == null ? undefined : nativeDirectory(directory));

/** @internal */
export function call<T>(name: string, given: object, directory?: Directory | null): T {
  return attempt(() => JSON.parse(callCore(name, json(given), native(directory)))) as T;
}

/** @internal */
export async function later<T>(name: string, given: object, directory?: Directory | null, abort?: Abortable): Promise<T> {
  return settled(async () => {
    const text = json(given);
    const known = native(directory);
    return JSON.parse(await settled(() => callCoreLater(name, text, known), abort?.signal)) as T;
  });
}

