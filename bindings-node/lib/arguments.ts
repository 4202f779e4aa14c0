// Arguments, before they go to the native half: what TypeScript promises, JavaScript may break.

import { fileURLToPath } from 'node:url';

import { AiguillageError, errorIn } from './errors';

function described(value: unknown): string {
  if (value === null || value === undefined) return `not ${value}`;
  return Array.isArray(value) ? 'not a list' : `not of type \`${typeof value}\``;
}

export function wrong(field: string, wanted: string, value: unknown): AiguillageError {
  const message = `\`${field}\` is ${wanted}, ${described(value)}`;
  return new AiguillageError({ code: 'invalid_value', field, message });
}

export function text(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw wrong(field, 'text', value);
}

/**
 * The text of a directory. Half a character (a lone surrogate) is no text: on its way to the native half it
 * would become another one, which two ids may then share.
 */
export function document(value: unknown, field: string): string {
  const given = text(value, field);
  if (!/\p{Surrogate}/u.test(given)) return given;
  const message = `\`${field}\` holds half a character (a lone surrogate), which is no text`;
  throw errorIn('directory', { code: 'invalid_value', field, message });
}

export function texts(value: unknown, field: string): string[] {
  if (!Array.isArray(value)) throw wrong(field, 'a list of texts', value);
  return value.map((one, number) => text(one, `${field}.${number}`));
}

export function count(value: unknown, field: string): number {
  if (Number.isInteger(value) && (value as number) >= 0) return Math.min(value as number, 0xffff_ffff);
  throw wrong(field, 'a whole number from 0 up', value);
}

export function path(value: unknown, field = 'path'): string {
  if (value instanceof URL) return fileURLToPath(value);
  return text(value, field);
}

export function bytes(value: unknown, field = 'bytes'): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof SharedArrayBuffer) return new Uint8Array(value).slice();
  // What other threads may write to is copied first.
  if (value instanceof Uint8Array) return value.buffer instanceof SharedArrayBuffer ? value.slice() : value;
  throw wrong(field, 'a `Uint8Array`', value);
}

/** Options, none of which has a name that is not among those. */
export function options<T extends object>(value: T | null | undefined, names: readonly (keyof T & string)[]): T {
  if (value === undefined || value === null) return {} as T;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong('options', 'an object', value);
  for (const name of Object.keys(value)) {
    if (!(names as readonly string[]).includes(name)) {
      throw new AiguillageError({
        code: 'unknown_field',
        field: name,
        message: `there is no option \`${name}\`: there are ${names.map((one) => `\`${one}\``).join(', ')}`,
      });
    }
  }
  return value;
}
