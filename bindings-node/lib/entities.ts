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

/** What an expert offers on a subject. */
export interface Offer {
  readonly zoneOwner: ZoneOwner;
  readonly note: string | undefined;
}

export class Entities {
  readonly experts: Table<Expert>;
  readonly antennes: Table<Antenne>;
  readonly institutions: Table<Institution>;
  readonly subjects: Table<Subject>;

  readonly #offers: Map<number, Offer>[] = [];
  readonly #native: NativeRouter;

  constructor(native: NativeRouter) {
    this.#native = native;
    this.experts = new Table(native, 'expert', records.expert);
    this.antennes = new Table(native, 'antenne', records.antenne);
    this.institutions = new Table(native, 'institution', records.institution);
    this.subjects = new Table(native, 'subject', records.subject);
  }

  /** What an expert offers on a subject wherever the company is, both by position. */
  offer(expert: number, subject: number): Offer {
    return this.#offers[subject]?.get(expert) ?? this.#readOffer(expert, subject);
  }

  #readOffer(expert: number, subject: number): Offer {
    // A digit, and the note.
    const written = this.#native.offer(expert, subject) ?? '2';
    const zoneOwner = ZONE_OWNERS[Number(written[0])] as ZoneOwner;
    const offer = { zoneOwner, note: written.length > 1 ? written.slice(1) : undefined };
    while (this.#offers.length <= subject) this.#offers.push(new Map());
    this.#offers[subject]?.set(expert, offer);
    return offer;
  }
}
