import type { NativeRows } from '../native';
import { type Day, NEED_FIELDS, type NeedField, type Rules, type Zone, type ZoneOwner } from './codes';
import { type Entities, ZONE_OWNERS } from './entities';
import { type AiguillageError, errorOf, NeedError } from './errors';
import type { Antenne, Expert, Institution, Subject } from './records';

/** A match as JSON has it: ids, and without what has no value. */
export interface MatchIds {
  expert: string;
  antenne: string;
  institution: string;
  subject: string;
  zone: Zone;
  zoneOwner: ZoneOwner;
  note?: string;
  absentUntil?: Day;
  unverified?: readonly NeedField[];
}

/** One expert found for one need, and why. */
export class Match {
  /** @internal */
  constructor(
    /** The expert. */
    readonly expert: Expert,
    /** The expert's antenne. */
    readonly antenne: Antenne,
    /** The antenne's institution. */
    readonly institution: Institution,
    /** The subject of the need. */
    readonly subject: Subject,
    /** The narrowest zone that covers the need's commune. */
    readonly zone: Zone,
    /** Whose zone that is. */
    readonly zoneOwner: ZoneOwner,
    /** What the expert offers on the subject there. */
    readonly note: string | undefined,
    /** The last day of the expert's absence, if the expert is away on the day of the need. */
    readonly absentUntil: Day | undefined,
    /** The fields of the need that criteria would have looked at, and that it does not carry. */
    readonly unverified: readonly NeedField[],
  ) {}

  /** Ids instead of objects: what an API answers with. */
  toJSON(): MatchIds {
    return {
      expert: this.expert.id,
      antenne: this.antenne.id,
      institution: this.institution.id,
      subject: this.subject.id,
      zone: this.zone,
      zoneOwner: this.zoneOwner,
      ...(this.note !== undefined && { note: this.note }),
      ...(this.absentUntil !== undefined && { absentUntil: this.absentUntil }),
      ...(this.unverified.length > 0 && { unverified: this.unverified }),
    };
  }
}

/** The matches of one need, in order: an array of them that knows how they were found. */
export class Matches extends Array<Match> {
  /** The version of the rules under which they were found. */
  declare readonly rules: Rules;
  /** The day for which they were found: that of the need, else today. */
  declare readonly on: Day;

  /** What `map`, `filter` and `slice` give is an array like any other. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

// The layout of rows, as `src/matches.rs` writes them.
const HEADER = 4;
const MATCH = 6;
const REFUSED = 0xffff_ffff;
const NOTE = '\u001f';
/** Flags: there is a note; what the expert offers is told in the row, because it depends on the commune. */
const HAS_NOTE = 1 << 9;
const TOLD = 1 << 10;
const KINDS = ['commune', 'ept', 'epci', 'departement', 'region', 'france'];
const NONE: readonly NeedField[] = Object.freeze([]);

const zones = new Map<number, Zone>();
const unverified = new Map<number, readonly NeedField[]>();

function zoneOf(code: number, flags: number): Zone {
  const key = code * 128 + (flags & 127);
  let zone = zones.get(key);
  if (zone === undefined) {
    const length = (flags >> 3) & 15;
    const digits = code.toString(length === 9 ? 10 : 36).toUpperCase();
    const kind = KINDS[flags & 7] as string;
    zone = (length === 0 ? kind : `${kind}:${digits.padStart(length, '0')}`) as Zone;
    zones.set(key, zone);
  }
  return zone;
}

function unverifiedOf(bits: number): readonly NeedField[] {
  let fields = unverified.get(bits);
  if (fields === undefined) {
    fields = Object.freeze(NEED_FIELDS.filter((_, number) => bits & (1 << number)));
    unverified.set(bits, fields);
  }
  return fields;
}

function dayOf(digits: number): Day {
  const text = String(digits).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

let lastDigits = 0;
let lastDay: Day = '';

/**
 * The matches of the row that begins at `start`.
 *
 * @internal
 */
export function matchesAt(
  entities: Entities,
  rules: Rules,
  words: Uint32Array,
  start: number,
  notes: readonly string[],
): Matches {
  const count = words[start] as number;
  const matches = new Matches(count);
  // Most needs are of one day.
  const digits = words[start + 2] as number;
  if (digits !== lastDigits) {
    lastDigits = digits;
    lastDay = dayOf(digits);
  }
  Object.defineProperties(matches, { rules: { value: rules }, on: { value: lastDay } });
  if (count === 0) return matches;
  const subjectPosition = words[start + 1] as number;
  const subject = entities.subjects.at(subjectPosition);
  let note = words[start + 3] as number;
  let at = start + HEADER;
  for (let position = 0; position < count; position++, at += MATCH) {
    const flags = words[at + 4] as number;
    const absent = words[at + 5] as number;
    const source = entities.source(
      subjectPosition,
      words[at] as number,
      words[at + 1] as number,
      words[at + 2] as number,
    );
    const told = (flags & TOLD) !== 0;
    matches[position] = new Match(
      source.expert,
      source.antenne,
      source.institution,
      subject,
      zoneOf(words[at + 3] as number, flags),
      told ? (ZONE_OWNERS[(flags >> 7) & 3] as ZoneOwner) : source.zoneOwner,
      told ? (flags & HAS_NOTE ? notes[note++] : undefined) : source.note,
      absent === 0 ? undefined : dayOf(absent),
      flags >>> 16 === 0 ? NONE : unverifiedOf(flags >>> 16),
    );
  }
  return matches;
}

/** @internal */
export function notesOf(text: string | null | undefined): readonly string[] {
  return text == null || text === '' ? [] : text.split(NOTE);
}

/** A part of a batch, as it arrived. */
class Part {
  private readonly starts: Uint32Array;
  private notes: readonly string[] | undefined;
  private errors: readonly any[] | undefined;

  constructor(
    private readonly rows: NativeRows,
    readonly length: number,
  ) {
    this.starts = new Uint32Array(length);
    let at = 0;
    for (let row = 0; row < length; row++) {
      this.starts[row] = at;
      const count = rows.words[at] as number;
      at += HEADER + (count === REFUSED ? 0 : MATCH * count);
    }
  }

  at(row: number, entities: Entities, rules: Rules): Matches | AiguillageError {
    const start = this.starts[row] as number;
    if (this.rows.words[start] === REFUSED) {
      this.errors ??= JSON.parse(this.rows.errors) as any[];
      return errorOf(this.errors[this.rows.words[start + 1] as number]);
    }
    this.notes ??= notesOf(this.rows.notes);
    return matchesAt(entities, rules, this.rows.words, start, this.notes);
  }
}

/**
 * The matches of many needs, in their order: for each its `Matches`, or the `NeedError` for which it
 * was refused. What was found is kept compact; each result is put together when it is looked at, so
 * look at it once.
 */
export class BatchResults implements Iterable<Matches | NeedError> {
  /** How many needs there were. */
  readonly length: number;
  readonly #parts: readonly Part[];
  readonly #step: number;
  readonly #entities: Entities;
  readonly #rules: Rules;

  /** @internal */
  constructor(entities: Entities, rules: Rules, length: number, step: number, parts: NativeRows[]) {
    this.length = length;
    this.#step = step;
    this.#entities = entities;
    this.#rules = rules;
    this.#parts = parts.map((rows, part) => new Part(rows, Math.min(step, length - part * step)));
  }

  /** The result of the need at a position; a negative one counts from the end. */
  at(position: number): Matches | NeedError | undefined {
    const whole = Math.trunc(position) || 0;
    const row = whole < 0 ? this.length + whole : whole;
    const part = this.#parts[Math.floor(row / this.#step)];
    if (row < 0 || row >= this.length || part === undefined) return undefined;
    return part.at(row % this.#step, this.#entities, this.#rules) as Matches | NeedError;
  }

  /** The results, in order. */
  *[Symbol.iterator](): IterableIterator<Matches | NeedError> {
    for (let row = 0; row < this.length; row++) yield this.at(row) as Matches | NeedError;
  }

  /** The results with their positions, in order. */
  *entries(): IterableIterator<[number, Matches | NeedError]> {
    for (let row = 0; row < this.length; row++) yield [row, this.at(row) as Matches | NeedError];
  }
}
