/** What an address says of a list: words searched for, filters, and the page. What makes no sense is left out, and said. */

import { PAGE_SIZE } from '../store/paging.js';
import { isDay, textOf } from './input.js';

export interface Listing {
  /** The values of all filters, by the names of their fields; blank where they filter nothing. */
  filters: Readonly<Record<string, string>>;
  after: string | undefined;
  before: string | undefined;
  /** Whether a filter was given that cannot be. */
  odd: boolean;
}

/** What a field takes: words, a day, or one of some values. */
export type FilterKind = 'words' | 'day' | readonly string[];

const LONGEST_WORDS = 120;

export function readListing(query: unknown, fields: Readonly<Record<string, FilterKind>>): Listing {
  let odd = false;
  const filters: Record<string, string> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const given = textOf(query, name, LONGEST_WORDS);
    const fits = given === '' || kind === 'words' || (kind === 'day' ? isDay(given) : kind.includes(given));
    odd ||= !fits;
    filters[name] = fits ? given : '';
  }
  const { du = '', au = '' } = filters;
  if (du && au && du > au) {
    odd = true;
    filters['au'] = '';
  }
  return { filters, after: textOf(query, 'apres', 120) || undefined, before: textOf(query, 'avant', 120) || undefined, odd };
}

/** The address of a list with its filters, on another page or on its first. */
export function listAddress(path: string, filters: Listing['filters'], page: Readonly<Record<string, string>> = {}): string {
  const kept = Object.entries({ ...filters, ...page }).filter(([, value]) => value !== '');
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

export interface NumberedPage<Row> {
  rows: Row[];
  total: number;
  /** The number of the page, from 1, and of how many. */
  number: number;
  of: number;
}

/** A page of a list that is at hand as a whole; the last one, where there are not so many. */
export function numberedPage<Row>(rows: readonly Row[], given: string, size = PAGE_SIZE): NumberedPage<Row> {
  const of = Math.max(1, Math.ceil(rows.length / size));
  const number = /^[1-9]\d*$/.test(given) ? Math.min(of, Number(given)) : 1;
  return { rows: rows.slice((number - 1) * size, number * size), total: rows.length, number, of };
}
