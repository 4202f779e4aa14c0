// The records of a router's directory, made when they are first looked at and kept on this side.

import type { NativeRouter } from '../native';
import * as records from './records';
import type { Antenne, Expert, Institution, Subject } from './records';

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

export class Entities {
  readonly experts: Table<Expert>;
  readonly antennes: Table<Antenne>;
  readonly institutions: Table<Institution>;
  readonly subjects: Table<Subject>;

  constructor(native: NativeRouter) {
    this.experts = new Table(native, 'expert', records.expert);
    this.antennes = new Table(native, 'antenne', records.antenne);
    this.institutions = new Table(native, 'institution', records.institution);
    this.subjects = new Table(native, 'subject', records.subject);
  }
}
