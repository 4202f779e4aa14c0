import type { Answer } from './boundary';
import type { Coverage as CoverageAnswer, SubjectCoverage as Counted } from './generated/coverage';
import type { ZoneKind } from './generated/geography';
import type { CoverageRequest } from './generated/requests';
import type { CompanyProfile } from './need';
import type { Abortable } from './promises';

/** What coverage is asked for. Without any field: every subject on all of France. */
export interface CoverageQuery extends Omit<CoverageRequest, 'by' | 'byCommune' | 'profile'> {
  /** A company. Then activities, OPCO, criteria and answers count too. */
  profile?: CompanyProfile | null | undefined;
}

/** How coverage is given. */
export interface CoverageOptions extends Abortable {
  /** The kind of zone by which it is summed up: `departement` if it is not given. */
  by?: ZoneKind | undefined;
}

/** The communes that are counted: the same for every subject. */
class CountedCommunes {
  #positions: ReadonlyMap<string, number> | undefined;

  constructor(readonly codes: readonly string[]) {}

  position(code: string): number | undefined {
    this.#positions ??= new Map(this.codes.map((known, position) => [known, position]));
    return this.#positions.get(code);
  }
}

/** The coverage of one subject. */
export interface SubjectCoverage extends Omit<Counted, 'counts'> {}

/** The coverage of one subject. */
export class SubjectCoverage {
  readonly #counts: readonly number[];
  readonly #communes: CountedCommunes;

  /** @internal */
  constructor({ counts, ...summary }: Counted, communes: CountedCommunes) {
    Object.assign(this, summary);
    this.#counts = counts;
    this.#communes = communes;
  }

  /** How many experts reach a commune, by its current code; `undefined` outside of the reference territory. */
  expertsIn(commune: string): number | undefined {
    const position = this.#communes.position(commune);
    return position === undefined ? undefined : this.#counts[position];
  }

  /** How many experts reach each commune of the reference territory. */
  *expertsByCommune(): IterableIterator<[code: string, experts: number]> {
    for (const [position, code] of this.#communes.codes.entries()) yield [code, this.#counts[position] as number];
  }
}

/** The coverage of a reference territory. */
export interface Coverage extends Omit<CoverageAnswer, 'codes' | 'subjects'> {
  /** One entry a subject, in the order of the directory. */
  readonly subjects: readonly SubjectCoverage[];
}

/** @internal */
export function coverageOf({ codes, subjects, ...territory }: Answer<'coverage'>): Coverage {
  const communes = new CountedCommunes(codes);
  return { ...territory, subjects: subjects.map((subject) => new SubjectCoverage(subject, communes)) };
}
