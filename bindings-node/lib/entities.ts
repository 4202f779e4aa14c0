// The records of a router's directory, made when they are first looked at and kept on this side.

import type { NativeRouter } from '../native';
import { call } from './boundary';
import type { Antenne, Expert, Institution, RecordList, Subject } from './generated/directory';
import type { ZoneOwner } from './generated/matching';
import { ZONE_OWNERS } from './generated/packed';
import { FROZEN } from './shapes';

type Records = 'expert' | 'antenne' | 'institution' | 'subject';

class Table<T> {
  private readonly made: (T | undefined)[] = [];
  private positions: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly native: NativeRouter,
    private readonly kind: Records,
    private readonly list: RecordList,
  ) {}

  at(position: number): T {
    return this.made[position] ?? this.read(position);
  }

  /** Of an id that the directory has. */
  of(id: string): T {
    this.positions ??= new Map(
      call('ids', { list: this.list }, this.native).map((known, position) => [known, position]),
    );
    return this.at(this.positions.get(id) as number);
  }

  private read(position: number): T {
    const record = call(this.kind, { position }, this.native, FROZEN) as T | undefined;
    if (record === undefined) throw new RangeError(`the directory has no ${this.kind} ${position}`);
    // The order in which they are looked at is not that of the positions.
    while (this.made.length <= position) this.made.push(undefined);
    this.made[position] = record;
    return record;
  }
}

/** What a match on a subject shares with every other match of its expert. */
export interface Source {
  readonly expert: Expert;
  readonly antenne: Antenne;
  readonly institution: Institution;
  readonly zoneOwner: ZoneOwner | undefined;
  readonly note: string | undefined;
}

/** Up to here lists have a place for each expert: reading one is a look into memory. */
const DENSE = 65_536;

export class Entities {
  readonly experts: Table<Expert>;
  readonly antennes: Table<Antenne>;
  readonly institutions: Table<Institution>;
  readonly subjects: Table<Subject>;
  /** By the name of the record, as answers name it. */
  readonly #tables: ReadonlyMap<string, Table<unknown>>;
  /** By subject and expert. */
  readonly #sources: (Source | undefined)[][] = [];
  readonly #native: NativeRouter;

  constructor(native: NativeRouter) {
    this.#native = native;
    this.experts = new Table(native, 'expert', 'experts');
    this.antennes = new Table(native, 'antenne', 'antennes');
    this.institutions = new Table(native, 'institution', 'institutions');
    this.subjects = new Table(native, 'subject', 'subjects');
    this.#tables = new Map<string, Table<unknown>>([
      ['Expert', this.experts],
      ['Antenne', this.antennes],
      ['Institution', this.institutions],
      ['Subject', this.subjects],
    ]);
  }

  /** The record of an id that an answer names. */
  find(record: string, id: string): unknown {
    const table = this.#tables.get(record);
    if (table === undefined) throw new RangeError(`the directory has no list of the record ${record}`);
    return table.of(id);
  }

  /** What an expert's matches on a subject share, all by position. */
  source(subject: number, expert: number, antenne: number, institution: number): Source {
    return this.#sources[subject]?.[expert] ?? this.#read(subject, expert, antenne, institution);
  }

  #read(subject: number, expert: number, antenne: number, institution: number): Source {
    // A digit and the note; nothing where it depends on the commune, and each match tells.
    const shared = this.#native.source(expert, subject) ?? '';
    const source = {
      expert: this.experts.at(expert),
      antenne: this.antennes.at(antenne),
      institution: this.institutions.at(institution),
      zoneOwner: ZONE_OWNERS[Number(shared[0])],
      note: shared.length > 1 ? shared.slice(1) : undefined,
    };
    while (this.#sources.length <= subject) this.#sources.push([]);
    const sources = this.#sources[subject] as (Source | undefined)[];
    if (expert < DENSE) while (sources.length <= expert) sources.push(undefined);
    sources[expert] = source;
    return source;
  }
}
