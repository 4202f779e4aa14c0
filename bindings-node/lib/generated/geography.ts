// Generated from the declarations of the core by `make generate`: not to be edited.

/** A piece of territory: a kind and a code. */
export type Zone = `${Exclude<ZoneKind, 'france'>}:${string}` | 'france';

/** What a zone is, from narrow to wide. */
export type ZoneKind = 'commune' | 'ept' | 'epci' | 'departement' | 'region' | 'france';

/** A commune as other programs read it: `code`, `name`, `population`, `postal_codes`, `zones`. */
export interface Commune {
  /** The INSEE code of five characters; not a postal code. */
  readonly code: string;
  /** The name. */
  readonly name: string;
  /** The people who live in it; nought where nobody does, or nobody counts them. */
  readonly population: number;
  /** The postal codes that serve it, sorted. Most also serve other communes. */
  readonly postalCodes: readonly string[];
  /** The zones that contain it, from narrow to wide: itself first, France last. */
  readonly zones: readonly Zone[];
}

/** What a geography is. */
export interface GeographySource {
  /** The year of its codes. */
  readonly year: number;
  /** Where it comes from, and its licence, in French. */
  readonly source: string;
}
