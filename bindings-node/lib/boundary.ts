// The calls of the core that take and give JSON.

import { call as nativeCall, callLater as nativeCallLater } from '../native';
import { attempt, errorIn } from './errors';
import { CALLS, type Calls } from './generated/calls';
import type { Family } from './generated/errors';
import { type Abortable, settled } from './promises';
import { PLAIN, read, type Reading, written } from './shapes';

/** What a call is called on. */
export interface Target {
  call(name: string, request: string): string;
}

/** What a call may be called on while the event loop serves others. */
export interface LaterTarget {
  callLater(name: string, request: string): Promise<string>;
}

/** A list that is made for one caller is the caller's to change. */
type Fresh<T> = T extends readonly (infer Item)[] ? Item[] : T;

type Request<Name extends keyof Calls> = Calls[Name]['request'];
export type Answer<Name extends keyof Calls> = Fresh<Calls[Name]['answer']>;

const NOTHING: Target & LaterTarget = { call: nativeCall, callLater: nativeCallLater };

/**
 * A value as JSON, converted as a record.
 *
 * @internal
 */
export function jsonOf(value: unknown, record: string | undefined, family: Family): string {
  let text: string;
  try {
    text = JSON.stringify(written(value, record)) ?? 'null';
  } catch {
    const message = 'an argument is no JSON: it refers to itself, holds a bigint, or is nested too deep';
    throw errorIn(family, { code: 'invalid_value', message });
  }
  // What a directory would keep is refused by the core: two ids may not become the same one.
  return family !== 'directory' && text.includes('\\ud') ? wellFormed(text) : text;
}

/** Halves of characters, which JavaScript alone has in its strings, as what stands for any of them. */
function wellFormed(json: string): string {
  return json.replace(/\\(?:u[0-9a-f]{4}|.)/g, (escape) => (escape.startsWith('\\ud') ? '\\ufffd' : escape));
}

/** @internal */
export function requestOf<Name extends keyof Calls>(name: Name, request: Request<Name>): string {
  const [record, , family] = CALLS[name];
  return jsonOf(request, record, family);
}

/** @internal */
export function answerOf<Name extends keyof Calls>(name: Name, text: string, reading: Reading = PLAIN): Answer<Name> {
  const json: unknown = JSON.parse(text);
  const [, record] = CALLS[name];
  const answer = Array.isArray(json) ? json.map((item) => read(item, record, reading)) : read(json, record, reading);
  return (answer ?? undefined) as Answer<Name>;
}

/** @internal */
export function call<Name extends keyof Calls>(
  name: Name,
  request: Request<Name>,
  on: Target = NOTHING,
  reading?: Reading,
): Answer<Name> {
  return attempt(() => answerOf(name, on.call(name, requestOf(name, request)), reading));
}

/**
 * The same off the event loop.
 *
 * @internal
 */
export function later<Name extends keyof Calls>(
  name: Name,
  request: Request<Name>,
  { on = NOTHING, reading, signal }: { on?: LaterTarget | undefined; reading?: Reading | undefined } & Abortable = {},
): Promise<Answer<Name>> {
  return settled(async () => {
    const text = requestOf(name, request);
    return answerOf(name, await settled(() => on.callLater(name, text), signal), reading);
  });
}
