import type { NativeCoverage } from '../native';
import type { Zone, ZoneKind } from './codes';
import type { Entities } from './entities';
import type { Company, DayInput } from './need';
import type { Abortable } from './promises';
import type { Institution, Subject } from './records';

/** What coverage is asked for. Without any field: every subject on all of France. */
export interface CoverageQuery {
  /** The id of one subject; every subject that is not archived if it is not given. */
  subject?: string | null | undefined;
  /** The reference territory; France if it is not given. */
  zones?: readonly Zone[] | null | undefined;
  /** The id or alias of one institution whose experts count. */
  institution?: string | null | undefined;
  /** A company. Then activities, OPCO, criteria and answers count too. */
  profile?: Company | null | undefined;
  /** A day. Then experts who are away on it do not count. */
  on?: DayInput | null | undefined;
}

/** How coverage is given. */
export interface CoverageOptions extends Abortable {
  /** The kind of zone by which it is summed up: `departement` if it is not given. */
  by?: ZoneKind | undefined;
}

/** A whole zone, and what it is made of. */
export interface Area {
  readonly zone: Zone;
  readonly name: string;
  readonly communes: number;
  readonly population: number;
}

/** A whole zone where an institution has two experts or more on a subject. */
export interface Overlap extends Area {
  readonly institution: Institution;
}

/** The coverage of one zone of the reference territory. */
export interface ZoneSummary {
  readonly zone: Zone;
  readonly communes: number;
  /** The communes where nobody is. */
  readonly gapCommunes: number;
  readonly population: number;
  /** The inhabitants of the communes where nobody is. */
  readonly gapPopulation: number;
  /** The fewest experts that a commune has. */
  readonly fewest: number;
  /** The most experts that a commune has. */
  readonly most: number;
}

/** The communes that are counted: the same for every subject. */
class Counted {
  private positions: Map<string, number> | undefined;

  constructor(
    private readonly codes: string,
    readonly length = codes.length / 5,
  ) {}

  at(position: number): string {
    return this.codes.slice(5 * position, 5 * position + 5);
  }

  position(code: string): number | undefined {
    this.positions ??= new Map(Array.from({ length: this.length }, (_, at) => [this.at(at), at]));
    return this.positions.get(code);
  }
}

/** The coverage of one subject. */
export class SubjectCoverage {
  readonly subject: Subject;
  /** Where nobody is. */
  readonly gaps: readonly Area[];
  /** How many communes that is. */
  readonly gapCommunes: number;
  /** How many inhabitants. */
  readonly gapPopulation: number;
  /** Where an institution has two experts or more. */
  readonly overlaps: readonly Overlap[];
  /** By département, or by the kind of zone that was asked for. */
  readonly byZone: readonly ZoneSummary[];
  readonly #counts: Uint32Array;
  readonly #counted: Counted;

  /** @internal */
  constructor(json: any, entities: Entities, counts: Uint32Array, counted: Counted) {
    this.subject = entities.subjects.of(json.subject);
    this.gaps = json.gaps;
    this.gapCommunes = json.gap_communes;
    this.gapPopulation = json.gap_population;
    this.overlaps = json.overlaps.map((one: any) => ({
      ...one,
      institution: entities.institutions.of(one.institution),
    }));
    this.byZone = json.by_zone.map((one: any) => ({
      zone: one.zone,
      communes: one.communes,
      gapCommunes: one.gap_communes,
      population: one.population,
      gapPopulation: one.gap_population,
      fewest: one.fewest,
      most: one.most,
    }));
    this.#counts = counts;
    this.#counted = counted;
  }

  /** How many experts reach a commune, by its current code; `undefined` outside of the reference territory. */
  expertsIn(commune: string): number | undefined {
    const position = this.#counted.position(commune);
    return position === undefined ? undefined : this.#counts[position];
  }

  /** How many experts reach each commune of the reference territory. */
  *expertsByCommune(): IterableIterator<[code: string, experts: number]> {
    for (let at = 0; at < this.#counted.length; at++) yield [this.#counted.at(at), this.#counts[at] as number];
  }
}

/** The coverage of a reference territory. */
export interface Coverage {
  /** The reference territory. */
  readonly zones: readonly Zone[];
  /** How many communes it has. */
  readonly communes: number;
  /** How many inhabitants. */
  readonly population: number;
  /** One entry a subject, in the order of the directory. */
  readonly subjects: readonly SubjectCoverage[];
}

/** @internal */
export function coverage(native: NativeCoverage, entities: Entities): Coverage {
  const json = JSON.parse(native.json);
  const counted = new Counted(native.codes);
  return {
    zones: json.zones,
    communes: json.communes,
    population: json.population,
    subjects: json.subjects.map((one: any, number: number) => {
      const counts = native.counts.subarray(number * counted.length, (number + 1) * counted.length);
      return new SubjectCoverage(one, entities, counts, counted);
    }),
  };
}
