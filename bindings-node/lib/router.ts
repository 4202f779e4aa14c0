import { NativeRouter, type NativeRows } from '../native';
import * as check from './arguments';
import { answerOf, call, jsonOf, later } from './boundary';
import { changesText, type DirectoryChanges } from './changes';
import { type Coverage, coverageOf, type CoverageOptions, type CoverageQuery } from './coverage';
import type { DemandOptions } from './demand';
import { type Directory, directoryOf, nativeDirectory, readArguments, type ReadOptions } from './directory';
import { Entities } from './entities';
import { attempt, translated } from './errors';
import { type Explanation, explanationOf } from './explanation';
import type { Comparison } from './generated/comparing';
import type { DemandQuery, DemandReport } from './generated/demand';
import type { MatchOptions, NeedInput } from './generated/matching';
import type { Extract, Screening, Suggestions } from './generated/messages';
import { BETWEEN_NEEDS, HEADER_WORDS, MATCH_WORDS } from './generated/packed';
import type { Candidates } from './generated/waves';
import { type Geography, nativeGeography } from './geography';
import { BatchResults, type Matches, matchesAt, notesOf, type Settings } from './matches';
import type { Need } from './need';
import { needText, optionsText } from './packing';
import { type Abortable, checkedSignal, settled, turn } from './promises';
import type { Reading } from './shapes';

/** What is wanted of the matches of many needs. */
export interface BatchOptions extends MatchOptions, Abortable {
  /** Called some times a second with the number of needs that are done. */
  progress?: ((done: number, total: number) => void) | undefined;
}

/** How a snapshot is loaded. */
export interface LoadOptions {
  /** The geography that zones refer to: the embedded one if it is not given. */
  geography?: Geography | undefined;
}

/** How many needs go to the native half at once: they take a millisecond or two to write down. */
const STEP = 4096;

/** Where the native half writes the matches of one need. Only `matchExperts` has it, for one call. */
let scratch = new Uint32Array(HEADER_WORDS + MATCH_WORDS * 1024);
/** In the first place: it was too short, and so much less than the largest number is needed. */
const SHORT = 0xff00_0000;
/** Offsets into messages count what strings of JavaScript are made of. */
const OFFSETS = 'utf16';

/** Routes needs to experts. It never changes; a new directory is a new router, which the host swaps in. */
export class Router {
  readonly #native: NativeRouter;
  readonly #entities: Entities;
  readonly #settings: Settings;
  /** Answers that name records by their ids have the records of this router. */
  readonly #reading: Reading;
  #directory: Directory | undefined;

  private constructor(native: NativeRouter) {
    this.#native = native;
    const entities = new Entities(native);
    this.#entities = entities;
    this.#settings = call('directory_summary', {}, native);
    this.#reading = { frozen: false, find: (record, id) => entities.find(record, id) };
  }

  /** Compiles a directory. */
  static of(directory: Directory): Router {
    return new Router(NativeRouter.of(nativeDirectory(directory)));
  }

  /**
   * Reads and compiles a folder of CSV files or a JSON document, off the event loop. Rejects with a
   * `DirectoryError` that has every finding, if one of them is an error.
   */
  static open(path: string | URL, options?: ReadOptions & Abortable): Promise<Router> {
    return settled(async () => {
      const given = check.options(options, ['lenient', 'geography', 'signal']);
      const place = check.path(path);
      const read = readArguments(given);
      return new Router(await settled(() => NativeRouter.open(place, ...read), given.signal));
    });
  }

  /** Reads and compiles a JSON document. */
  static fromJson(text: string, options?: ReadOptions): Router {
    const read = readArguments(check.options(options, ['lenient', 'geography']));
    return attempt(() => new Router(NativeRouter.fromJson(check.document(text, 'text'), ...read)));
  }

  /** Loads the snapshot that `save` wrote. Rejects with a `SnapshotError` where it cannot. */
  static load(path: string | URL, options?: LoadOptions & Abortable): Promise<Router> {
    return settled(async () => {
      const given = check.options(options, ['geography', 'signal']);
      const place = check.path(path);
      const geography = nativeGeography(given.geography);
      return new Router(await settled(() => NativeRouter.load(place, geography), given.signal));
    });
  }

  /** Loads the snapshot that `toBytes` gave: how a router goes to another thread or process. */
  static fromBytes(bytes: Uint8Array | ArrayBuffer | SharedArrayBuffer, options?: LoadOptions): Router {
    const { geography } = check.options(options, ['geography']);
    return attempt(() => new Router(NativeRouter.fromBytes(check.bytes(bytes), nativeGeography(geography))));
  }

  /**
   * The router of a changed directory, this one staying as it is: what the change does not touch is
   * shared, so that changing an expert takes a few milliseconds. A change of institutions compiles
   * everything. Throws a `DirectoryError` where the change has any error; nothing that stays may refer
   * to what is removed.
   */
  withChanges(changes: DirectoryChanges | string): Router {
    const text =
      typeof changes === 'string' ? check.document(changes, 'changes') : changesText(objectOf(changes, 'changes'));
    return attempt(() => new Router(this.#native.withChanges(text)));
  }

  /** Writes the router's directory to a file, as a snapshot. */
  save(path: string | URL): Promise<void> {
    return settled(async () => {
      const place = check.path(path);
      await settled(() => this.#native.save(place));
    });
  }

  /** The router's directory as the bytes of a snapshot. */
  toBytes(): Uint8Array {
    return this.#native.toBytes();
  }

  /** The directory that was compiled. */
  get directory(): Directory {
    this.#directory ??= directoryOf(this.#native.directory);
    return this.#directory;
  }

  /**
   * Every expert who can help with the need, in order: the present before the absent, narrower zones
   * before wider ones, equals in fair shares. Takes microseconds, so it answers at once. Throws a
   * `NeedError`; that nobody matches is no error.
   */
  matchExperts(need: Need, options?: MatchOptions | null): Matches {
    const text = needText(need);
    const wanted = options == null ? undefined : optionsText(objectOf(options));
    let notes: string | null | undefined;
    try {
      notes = this.#native.matchExperts(text, wanted, scratch);
      const short = scratch[0] as number;
      if (short >= SHORT) {
        scratch = new Uint32Array(0xffff_ffff - short);
        notes = this.#native.matchExperts(text, wanted, scratch);
      }
    } catch (thrown) {
      throw translated(thrown);
    }
    return matchesAt(this.#entities, this.#settings, scratch, 0, notesOf(notes));
  }

  /**
   * The matches of many needs, on every core and off the event loop: one result or error a need, so
   * that a faulty one does not sink the others. The needs are read part by part on the way: leave
   * them as they are until the promise is settled.
   */
  matchBatch(needs: Iterable<Need>, options?: BatchOptions | null): Promise<BatchResults> {
    return settled(async () => {
      const { signal, progress, ...rest } = objectOf(options ?? {});
      checkedSignal(signal);
      if (progress != null && typeof progress !== 'function') throw check.wrong('progress', 'a function', progress);
      const wanted = optionsText(rest);
      const rows = rowsOf(needs);
      const parts: NativeRows[] = [];
      let running: Promise<NativeRows> | undefined;
      // While one part is routed, the next is written down.
      for (let start = 0; start < rows.length || running !== undefined; start += STEP) {
        const next = start < rows.length ? this.#native.matchRows(textOf(rows, start), wanted) : undefined;
        // Whoever waits for it is told; nobody waits any more after an error.
        next?.catch(() => undefined);
        if (running !== undefined) {
          parts.push(await running);
          await turn();
          signal?.throwIfAborted();
          progress?.(Math.min(start, rows.length), rows.length);
        }
        running = next;
      }
      return new BatchResults(this.#entities, this.#settings, rows.length, STEP, parts);
    });
  }

  /** Throws a `NeedError` where the need cannot be answered as it is. It may lack its subject. */
  checkNeed(need: NeedInput): void {
    call('check_need', { need }, this.#native);
  }

  /** Why each competent expert matches the need or does not. Throws a `NeedError`. */
  explain(need: Need): Explanation {
    return explanationOf(call('explain', { need }, this.#native, this.#reading));
  }

  /**
   * Whom a need could go to on its day: those who match, and those nearest outside their territory. `load` and
   * `received` say who is full. Waves are made of them: see `nextWave`. Throws a `NeedError`.
   */
  candidates(need: Need, options?: MatchOptions | null): Candidates {
    return call('candidates', { need, options }, this.#native);
  }

  /**
   * How many experts reach each commune of a reference territory, where nobody does, and where an
   * institution sends two. Rejects with a `NeedError`.
   */
  coverage(query?: CoverageQuery | null, options?: CoverageOptions | null): Promise<Coverage> {
    return settled(async () => {
      const { signal, by } = check.options(options, ['by', 'signal']);
      const request = { ...objectOf(query ?? {}, 'query'), by };
      return coverageOf(await later('coverage', request, { on: this.#native, reading: this.#reading, signal }));
    });
  }

  /**
   * What a few lines of French may be about: at most `limit` subjects (3 if it is not given), the best
   * first, with the words that decided. Any text gives an answer, and nothing leaves the process.
   */
  suggestSubjects(text: string, limit?: number | null): Suggestions {
    const most = limit == null ? undefined : check.count(limit, 'limit');
    return call('suggest_subjects', { text: check.text(text, 'text'), limit: most, offsets: OFFSETS }, this.#native);
  }

  /** What an adviser should know of a message before it goes on. */
  screen(text: string): Screening {
    return call('screen', { text: check.text(text, 'text'), offsets: OFFSETS }, this.#native);
  }

  /** The facts that a message gives away: places, SIRETs, headcounts, amounts. */
  extract(text: string): Extract {
    return call('extract', { text: check.text(text, 'text'), offsets: OFFSETS }, this.#native);
  }

  /** The needs whose experts differ between this router and another, and why. */
  compare(other: Router, needs: Iterable<Need>, options?: Abortable | null): Promise<Comparison> {
    return settled(async () => {
      const { signal } = check.options(options, ['signal']);
      if (typeof other !== 'object' || other === null || !(#native in other)) {
        throw check.wrong('other', 'a `Router`', other);
      }
      const rows = rowsOf(needs);
      const texts: string[] = [];
      for (let start = 0; start < rows.length; start += STEP) {
        const part = jsonOf(rows.slice(start, start + STEP), 'Need', 'need');
        texts.push(part.slice(1, -1));
        await turn();
        signal?.throwIfAborted();
      }
      const request = `{"needs":[${texts.join(',')}]}`;
      const found = await settled(() => this.#native.callWith(other.#native, 'compare', request), signal);
      return answerOf('compare', found);
    });
  }

  /**
   * What was asked of each institution, antenne or expert, what it matched, which rule stopped the rest, and
   * what one change of the directory would add, the greatest first. A need that cannot be routed is one of the
   * `faults`; rejects with a `NeedError` for an institution or a subject that does not exist.
   */
  demand(needs: Iterable<Need>, query?: DemandQuery | null, options?: DemandOptions | null): Promise<DemandReport> {
    return settled(async () => {
      const { referrals, signal } = check.options(options, ['referrals', 'signal']);
      const request = { needs: rowsOf(needs), referrals, query: objectOf(query ?? {}, 'query') };
      return later('demand', request, { on: this.#native, reading: this.#reading, signal });
    });
  }
}

function objectOf<T extends object>(value: T, field = 'options'): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw check.wrong(field, 'an object', value);
}

function rowsOf(needs: Iterable<Need>): readonly Need[] {
  if (Array.isArray(needs)) return needs;
  if (typeof needs === 'object' && needs !== null && Symbol.iterator in needs) return Array.from(needs);
  throw check.wrong('needs', 'a list of needs', needs);
}

function textOf(rows: readonly Need[], start: number): string {
  const end = Math.min(start + STEP, rows.length);
  let text = needText(rows[start]);
  for (let row = start + 1; row < end; row++) text += BETWEEN_NEEDS + needText(rows[row]);
  return text;
}
