/**
 * Where a company's facts come from: one interface, whatever register stands behind it. A register that is in trouble
 * says so; it throws nothing and keeps nobody waiting, since no register is worth a company that is not helped.
 */

import type { Company } from '../library.js';

/** What a register says of one facility. */
export type Lookup =
  | { is: 'found'; company: Company }
  /** It has no such facility, or does not show it. */
  | { is: 'unknown' }
  /** It does not answer: nothing follows for the company. */
  | { is: 'down' }
  /** There is no register. */
  | { is: 'none' };

/** A facility as a list shows it. What tells it from others is there to be read: facts come from `find`. */
export interface Facility {
  siret: string;
  /** INSEE's code of its commune; unknown where the register hides it, or abroad. */
  commune: string | undefined;
  address: string | undefined;
  /** What stands over its door. */
  sign: string | undefined;
  isSeat: boolean;
  isClosed: boolean;
}

export interface ListedCompany {
  siren: string | undefined;
  /** Unknown where the company does not want it to be shown. */
  name: string | undefined;
  hasCeased: boolean;
  /** It does not want all of its data to be shown. */
  isHidden: boolean;
  facilities: Facility[];
  /** Facilities that the register counts and this list leaves out. */
  more: number;
}

export type Search =
  | { is: 'found'; companies: ListedCompany[]; total: number }
  /** It does not take these words for a question. */
  | { is: 'refused' }
  | { is: 'down' }
  | { is: 'none' };

/** What is searched for: a company by its number, or by words of its name and perhaps its communes. */
export type Query = { siren: string } | { name: string; communes?: readonly string[] | undefined };

export interface Register {
  /** Whether what it says is public: only then strangers may search it by name. */
  readonly isPublic: boolean;
  /** For whoever watches over the service. */
  state(): 'ok' | 'down' | 'none';
  find(siret: string): Promise<Lookup>;
  search(query: Query): Promise<Search>;
}

/** The shortest name that can be searched for. */
export const SHORTEST_NAME = 3;

/** So many companies a search shows. */
export const MOST_COMPANIES = 10;

export const noRegister: Register = {
  isPublic: false,
  state: () => 'none',
  find: async () => ({ is: 'none' }),
  search: async () => ({ is: 'none' }),
};
