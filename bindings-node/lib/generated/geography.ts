// Generated from the declarations of the core by `make generate`: not to be edited.

/** A piece of territory: a kind and a code. */
export type Zone = `${Exclude<ZoneKind, 'france'>}:${string}` | 'france';

/** How sure it is which commune was meant. */
export type Certainty = 'certain' | 'likely' | 'ambiguous' | 'unknown';

/** How a commune was found. */
export type FoundBy =
  | 'code'
  | 'postal_code'
  | 'name'
  | 'former_name'
  | 'beginning'
  | 'word'
  | 'resemblance';

/** By what a place was located. */
export type PlaceBasis =
  | 'code'
  | 'postal_code'
  | 'postal_code_and_town'
  | 'departement_of_postal_code'
  | 'departement_and_town'
  | 'town'
  | 'nothing';

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

/** A commune as other programs read it, and how it was found. */
export interface FoundCommune {
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
  /** How it was found. */
  readonly found: FoundBy;
  /** The name of the past by which it was found, where it was: `Lomme` for Lille. */
  readonly formerName?: string;
}

/** What a geography is. */
export interface GeographySource {
  /** The year of its codes. */
  readonly year: number;
  /** Where it comes from, and its licence, in French. */
  readonly source: string;
}

/** The commune that is meant by what people wrote, or why it cannot be told. */
export interface Location {
  /** How sure it is. */
  readonly certainty: Certainty;
  /** The commune, where it is certain or likely. */
  readonly commune?: FoundCommune;
  /** The communes that may be meant, where it is ambiguous; the most populous first. */
  readonly candidates: readonly FoundCommune[];
  /** What was read, and used. */
  readonly reading: PlaceReading;
}

/** What was read out of the parts of a place, and by which of them it was located. */
export interface PlaceReading {
  /** By what the place was located. */
  readonly basis: PlaceBasis;
  /** The INSEE code. */
  readonly code?: string;
  /** The postal code, of five digits. */
  readonly postalCode?: string;
  /** The name of the town, without accents, CEDEX and département. */
  readonly town?: string;
  /** The code of the département that was named. */
  readonly departement?: string;
  /** Whether CEDEX was written. */
  readonly cedex: boolean;
}
