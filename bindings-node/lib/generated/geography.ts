// Generated from the declarations of the core by `make generate`: not to be edited.

/** A piece of territory, such as `commune:59350`, `epci:200093201` or `france`. */
export type Zone = `${Exclude<ZoneKind, 'france'>}:${string}` | 'france';

/** What a zone is, from narrow to wide. */
export type ZoneKind = 'commune' | 'ept' | 'epci' | 'departement' | 'region' | 'france';

/** A current commune, or a municipal arrondissement of Paris, Lyon or Marseille. */
export interface Commune {
  /** Its INSEE code; not a postal code. */
  readonly code: string;
  /** Its name. */
  readonly name: string;
  /** The people who live in it. */
  readonly population: number;
  /** The postal codes that serve it. Most also serve other communes. */
  readonly postalCodes: readonly string[];
  /** The zones that contain it, from narrow to wide. */
  readonly zones: readonly Zone[];
}

/** What a geography is. */
export interface GeographySource {
  /** The year of its codes. */
  readonly year: number;
  /** Where it comes from, and its licence, in French. */
  readonly source: string;
}
