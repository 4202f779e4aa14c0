// The records of a router's directory, made when they are first looked at and kept on this side.

import type { NativeRouter } from '../native';
import type { ZoneOwner } from './codes';
import * as records from './records';
import type { Antenne, Expert, Institution, Subject } from './records';

/** In the order in which the native half numbers them. */
export const ZONE_OWNERS: readonly ZoneOwner[] = ['competence', 'expert', 'antenne'];

class Table<T> {
  private readonly made: (T | undefined)[] = [];
  private positions: Map<string, number> | undefined;

  constructor(
    private readonly native: NativeRouter,
    private readonly kind: string,
    private readonly make: (json: any) => T,
  ) {}

  at(position: number): T {
    return this.made[position] ?? this.read(position);
  }

  /** Of an id that the directory has. */
  of(id: string): T {
    this.positions ??= new Map(this.native.ids(this.kind).map((known, position) => [known, position]));
    return this.at(this.positions.get(id) as number);
  }

  private read(position: number): T {
    const json = this.native.record(this.kind, position);
    if (json == null) throw new RangeError(`the directory has no ${this.kind} ${position}`);
    const record = this.make(JSON.parse(json));
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
  readonly zoneOwner: ZoneOwner;
  readonly note: string | undefined;
}

/** Up to here lists have a place for each expert: reading one is a look into memory. */
const DENSE = 65_536;

export class Entities {
  readonly experts: Table<Expert>;
  readonly antennes: Table<Antenne>;
  readonly institutions: Table<Institution>;
  readonly subjects: Table<Subject>;
  /** By subject and expert. */
  readonly #sources: (Source | undefined)[][] = [];
  readonly #native: NativeRouter;

  constructor(native: NativeRouter) {
    this.#native = native;
    this.experts = new Table(native, 'expert', records.expert);
    this.antennes = new Table(native, 'antenne', records.antenne);
    this.institutions = new Table(native, 'institution', records.institution);
    this.subjects = new Table(native, 'subject', records.subject);
  }

  /** What an expert's matches on a subject share, all by position. */
  source(subject: number, expert: number, antenne: number, institution: number): Source {
    return this.#sources[subject]?.[expert] ?? this.#read(subject, expert, antenne, institution);
  }

  #read(subject: number, expert: number, antenne: number, institution: number): Source {
    // A digit and the note; nothing where it depends on the commune, and each match tells.
    const offer = this.#native.offer(expert, subject) ?? '2';
    const source = {
      expert: this.experts.at(expert),
      antenne: this.antennes.at(antenne),
      institution: this.institutions.at(institution),
      zoneOwner: ZONE_OWNERS[Number(offer[0])] as ZoneOwner,
      note: offer.length > 1 ? offer.slice(1) : undefined,
    };
    while (this.#sources.length <= subject) this.#sources.push([]);
    const sources = this.#sources[subject] as (Source | undefined)[];
    if (expert < DENSE) while (sources.length <= expert) sources.push(undefined);
    sources[expert] = source;
    return source;
  }
}
