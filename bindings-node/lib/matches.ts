import type { NativeRows } from '../native';
import type { Entities } from './entities';
import { type AiguillageError, errorOf, type NeedError } from './errors';
import type { Day } from './generated/days';
import type { Antenne, DirectorySummary, Expert, Institution, RulesVersion, Subject } from './generated/directory';
import type { Zone } from './generated/geography';
import type { NeedField, ZoneOwner } from './generated/matching';
import * as packed from './generated/packed';

/** A match as JSON has it: ids, and without what has no value. */
export interface MatchIds {
  expert: string;
  antenne: string;
  institution: string;
  insteadOf?: string;
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
    /** The absent expert whose place this one takes: zone, owner and note are of that place. */
    readonly insteadOf: Expert | undefined,
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
      ...(this.insteadOf !== undefined && { insteadOf: this.insteadOf.id }),
    };
  }
}

/**
 * What all answers of a directory say of it.
 *
 * @internal
 */
export type Settings = Pick<DirectorySummary, 'rules' | 'seeded'>;

/** What an answer says besides its matches: what all answers of its directory say, and the row's own words. */
interface Told {
  readonly settings: Settings;
  readonly digits: number;
  readonly place: number;
}

let tell: (matches: Matches, told: Told) => void;

/** The matches of one need, in order: an array of them that knows how they were found. */
export class Matches extends Array<Match> {
  // One private field costs less than a property for each thing that is told, which few ask for.
  #told!: Told;

  static {
    tell = (matches, told) => {
      matches.#told = told;
    };
  }

  /** What `map`, `filter` and `slice` give is an array like any other. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** The version of the rules under which they were found. */
  get rules(): RulesVersion {
    return this.#told.settings.rules;
  }

  /** Whether a secret seed of the directory's keeper entered the draw. */
  get seeded(): boolean {
    return this.#told.settings.seeded;
  }

  /** The day for which they were found: that of the need, else today. */
  get on(): Day {
    return dayOf(this.#told.digits);
  }

  /** INSEE's code of the current commune of the need. */
  get commune(): string {
    const number = this.#told.place >>> 2;
    return number.toString(packed.LETTER_RADIX).toUpperCase().padStart(packed.COMMUNE_LENGTH, '0');
  }

  /** Whether the need's postal code and town make that commune likely, not certain. */
  get communeIsLikely(): boolean {
    return (this.#told.place & 1) !== 0;
  }

  /** Whether the need's exact headcount, which counts, lies outside of the band that it gives too. */
  get headcountDiffers(): boolean {
    return (this.#told.place & 2) !== 0;
  }
}

// Constants of this module are faster to look at than members of another one.
const { HAS_NOTE, HEADER_WORDS, MATCH_WORDS, IS_SUBSTITUTE, REFUSED, TOLD, ZONE_LENGTH_SHIFT, ZONE_OWNER_SHIFT } = packed;
const { ZONE_KIND_MASK, ZONE_LENGTH_MASK, ZONE_OWNER_MASK, ZONE_KINDS, ZONE_OWNERS } = packed;
/** The flags that belong to the zone. */
const ZONE_MASK = ZONE_KIND_MASK | (ZONE_LENGTH_MASK << ZONE_LENGTH_SHIFT);
const NONE: readonly NeedField[] = Object.freeze([]);

const zones = new Map<number, Zone>();
const unverified = new Map<number, readonly NeedField[]>();

function zoneOf(code: number, flags: number): Zone {
  const key = code * (ZONE_MASK + 1) + (flags & ZONE_MASK);
  let zone = zones.get(key);
  if (zone === undefined) {
    const length = (flags >> ZONE_LENGTH_SHIFT) & ZONE_LENGTH_MASK;
    const radix = length === packed.DECIMAL_LENGTH ? 10 : packed.LETTER_RADIX;
    const digits = code.toString(radix).toUpperCase();
    const kind = ZONE_KINDS[flags & ZONE_KIND_MASK] as string;
    zone = (length === 0 ? kind : `${kind}:${digits.padStart(length, '0')}`) as Zone;
    zones.set(key, zone);
  }
  return zone;
}

function unverifiedOf(bits: number): readonly NeedField[] {
  let fields = unverified.get(bits);
  if (fields === undefined) {
    fields = Object.freeze(packed.NEED_FIELDS.filter((_, number) => (bits >>> number) & 1));
    unverified.set(bits, fields);
  }
  return fields;
}

function dayOf(digits: number): Day {
  const text = String(digits).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/**
 * The matches of the row that begins at `start`.
 *
 * @internal
 */
export function matchesAt(
  entities: Entities,
  settings: Settings,
  words: Uint32Array,
  start: number,
  notes: readonly string[],
): Matches {
  const count = words[start] as number;
  const matches = new Matches(count);
  tell(matches, { settings, digits: words[start + 2] as number, place: words[start + 4] as number });
  if (count === 0) return matches;
  const subjectPosition = words[start + 1] as number;
  const subject = entities.subjects.at(subjectPosition);
  let note = words[start + 3] as number;
  let at = start + HEADER_WORDS;
  for (let position = 0; position < count; position++, at += MATCH_WORDS) {
    const flags = words[at + 4] as number;
    const absent = words[at + 5] as number;
    const unknown = words[at + 6] as number;
    const source = entities.source(
      subjectPosition,
      words[at] as number,
      words[at + 1] as number,
      words[at + 2] as number,
    );
    const told = (flags & TOLD) !== 0;
    // Of a substitute the position of the absent expert stands where the day of an absence does.
    const isSubstitute = (flags & IS_SUBSTITUTE) !== 0;
    matches[position] = new Match(
      source.expert,
      source.antenne,
      source.institution,
      subject,
      zoneOf(words[at + 3] as number, flags),
      (told ? ZONE_OWNERS[(flags >> ZONE_OWNER_SHIFT) & ZONE_OWNER_MASK] : source.zoneOwner) as ZoneOwner,
      told ? (flags & HAS_NOTE ? notes[note++] : undefined) : source.note,
      absent === 0 || isSubstitute ? undefined : dayOf(absent),
      unknown === 0 ? NONE : unverifiedOf(unknown),
      isSubstitute ? entities.experts.at(absent) : undefined,
    );
  }
  return matches;
}

/** @internal */
export function notesOf(text: string | null | undefined): readonly string[] {
  return text == null || text === '' ? [] : text.split(packed.NOTE_SEPARATOR);
}

/** A part of a batch, as it arrived. */
class Part {
  private readonly starts: Uint32Array;
  private notes: readonly string[] | undefined;
  private errors: readonly unknown[] | undefined;

  constructor(
    private readonly rows: NativeRows,
    readonly length: number,
  ) {
    this.starts = new Uint32Array(length);
    let at = 0;
    for (let row = 0; row < length; row++) {
      this.starts[row] = at;
      const count = rows.words[at] as number;
      at += HEADER_WORDS + (count === REFUSED ? 0 : MATCH_WORDS * count);
    }
  }

  at(row: number, entities: Entities, settings: Settings): Matches | AiguillageError {
    const start = this.starts[row] as number;
    if (this.rows.words[start] === REFUSED) {
      this.errors ??= JSON.parse(this.rows.errors) as unknown[];
      return errorOf(this.errors[this.rows.words[start + 1] as number]);
    }
    this.notes ??= notesOf(this.rows.notes);
    return matchesAt(entities, settings, this.rows.words, start, this.notes);
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
  readonly #settings: Settings;

  /** @internal */
  constructor(entities: Entities, settings: Settings, length: number, step: number, parts: NativeRows[]) {
    this.length = length;
    this.#step = step;
    this.#entities = entities;
    this.#settings = settings;
    this.#parts = parts.map((rows, part) => new Part(rows, Math.min(step, length - part * step)));
  }

  /** The result of the need at a position; a negative one counts from the end. */
  at(position: number): Matches | NeedError | undefined {
    const whole = Math.trunc(position) || 0;
    const row = whole < 0 ? this.length + whole : whole;
    const part = this.#parts[Math.floor(row / this.#step)];
    if (row < 0 || row >= this.length || part === undefined) return undefined;
    return part.at(row % this.#step, this.#entities, this.#settings) as Matches | NeedError;
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
