// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Zone } from './geography';
import type { Institution, Subject } from './directory';

/** A whole zone, and what it is made of. */
export interface Area {
  /** The zone. */
  readonly zone: Zone;
  /** Its name. */
  readonly name: string;
  /** Its communes. */
  readonly communes: number;
  /** Its inhabitants. */
  readonly population: number;
}

/** The coverage of a reference territory. */
export interface Coverage {
  /** The reference territory. */
  readonly zones: readonly Zone[];
  /** How many communes it has, arrondissements instead of Paris, Lyon and Marseille. */
  readonly communes: number;
  /** How many inhabitants. */
  readonly population: number;
  /**
   * The codes of its communes, in the order of the counts of its subjects; Paris, Lyon and Marseille stand
   * beside their arrondissements.
   */
  readonly codes: readonly string[];
  /** One entry a subject, in the order of the directory. */
  readonly subjects: readonly SubjectCoverage[];
}

/** A whole zone where an institution has two experts or more on a subject. */
export interface Overlap {
  /** The institution. */
  readonly institution: Institution;
  /** The zone. */
  readonly zone: Zone;
  /** Its name. */
  readonly name: string;
  /** Its communes. */
  readonly communes: number;
  /** Its inhabitants. */
  readonly population: number;
}

/** The coverage of one subject. */
export interface SubjectCoverage {
  /** The id of the subject. */
  readonly subject: Subject;
  /** Where nobody is. Outside of the theme's own zones there is no gap. */
  readonly gaps: readonly Area[];
  /** How many communes that is. */
  readonly gapCommunes: number;
  /** How many inhabitants. */
  readonly gapPopulation: number;
  /** Where an institution has two experts or more. */
  readonly overlaps: readonly Overlap[];
  /** The coverage of each zone of the kind that was asked for. */
  readonly byZone: readonly ZoneSummary[];
  /** How many experts reach each commune, in the order of the codes of the coverage. */
  readonly counts: readonly number[];
}

/** The coverage of one zone of the reference territory, such as a département. */
export interface ZoneSummary {
  /** The zone. */
  readonly zone: Zone;
  /** Its communes that belong to the reference territory and to the theme's zones. */
  readonly communes: number;
  /** Those where nobody is. */
  readonly gapCommunes: number;
  /** The inhabitants of the communes. */
  readonly population: number;
  /** The inhabitants of those where nobody is. */
  readonly gapPopulation: number;
  /** The fewest experts that a commune has. */
  readonly fewest: number;
  /** The most experts that a commune has. */
  readonly most: number;
}
