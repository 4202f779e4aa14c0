// Generated from the declarations of the core by `make generate`: not to be edited.
//
// The layout of packed needs and matches: see `boundary::packed` of the core.

import type { ZoneKind } from './geography';
import type { NeedField, ZoneOwner } from './matching';

/** Between a name and its value, and between fields. */
export const SEPARATOR = '\u001f';
/** Between the needs of a batch. */
export const BETWEEN_NEEDS = '\u001f\u001f';
/** Between two notes. */
export const NOTE_SEPARATOR = '\u001f';
/** The words of the header of a row. */
export const HEADER_WORDS = 5;
/** The words of a match. */
export const MATCH_WORDS = 7;
/** In the place of the count of matches: the need was refused. */
export const REFUSED = 4294967295;
/** In the flags: the kind of the zone, by its position in `ZONE_KINDS`. */
export const ZONE_KIND_MASK = 7;
/** Where in the flags the length of the zone's code stands. */
export const ZONE_LENGTH_SHIFT = 3;
/** The length of the zone's code, once it was shifted. */
export const ZONE_LENGTH_MASK = 15;
/** Where in the flags the owner of the zone stands, by its position in `ZONE_OWNERS`. */
export const ZONE_OWNER_SHIFT = 7;
/** The owner of the zone, once it was shifted. */
export const ZONE_OWNER_MASK = 3;
/** In the flags: there is a note. */
export const HAS_NOTE = 512;
/** In the flags: owner and note are told with the match. */
export const TOLD = 1024;
export const IS_SUBSTITUTE = 2048;
/** Codes of this length are numbers to the base of ten. */
export const DECIMAL_LENGTH = 9;
/** Shorter ones may hold a letter: they are numbers to this base. */
export const LETTER_RADIX = 36;
/** The characters of the code of a commune. */
export const COMMUNE_LENGTH = 5;
/** The kinds of zones, in the order of their numbers. */
export const ZONE_KINDS: readonly ZoneKind[] = ['commune', 'ept', 'epci', 'departement', 'region', 'france'];
/** Whose zone it may be, in the order of their numbers. */
export const ZONE_OWNERS: readonly ZoneOwner[] = ['competence', 'expert', 'antenne'];
/** The fields of a need, in the order of their bits. */
export const NEED_FIELDS: readonly NeedField[] = [
  'id',
  'subject',
  'commune',
  'postalCode',
  'town',
  'on',
  'siret',
  'naf',
  'naf2025',
  'nafaCodes',
  'headcount',
  'headcountBand',
  'employer',
  'legalForm',
  'createdOn',
  'activities',
  'turnover',
  'balanceSheet',
  'microEntrepreneur',
  'qualities',
  'idcc',
  'opco',
  'origin',
  'answers',
];
