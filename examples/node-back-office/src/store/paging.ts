/**
 * Pages of lists that grow: each begins where another ended, by what the list is ordered by, so that nothing is shown
 * twice or passed over while rows are added.
 */

import type { Queries } from '../database/index.js';

/** What a list is ordered by; together, the columns tell every row from the others. */
export interface OrderedBy {
  expression: string;
  type: 'timestamptz' | 'uuid' | 'bigint' | 'int';
}

export interface List {
  columns: string;
  /** Tables and joins. */
  from: string;
  /** Joins that only columns need: they are left out where rows are counted. */
  joined?: string;
  where: Conditions;
  order: readonly OrderedBy[];
  /** The latest or greatest first. */
  descending: boolean;
}

/** Where a page begins: after a row, or before one. A place is what a row is ordered by, as text. */
export interface Place {
  after?: string | undefined;
  before?: string | undefined;
}

export interface PageOf<Row> {
  rows: Row[];
  /** How many rows come before this page. */
  skipped: number;
  /** How many rows there are; beyond `MOST_COUNTED` they are not counted any more. */
  total: number;
  /** Places for the pages beside this one, where there are any. */
  next: string | undefined;
  previous: string | undefined;
}

export const PAGE_SIZE = 20;
export const MOST_COUNTED = 1000;

/** Conditions, with their values as parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** Adds a condition; `?` stands for each value. */
  add(text: string, ...values: unknown[]): this {
    this.#parts.push(`(${text.replaceAll('?', () => `$${this.values.push(values.shift())}`)})`);
    return this;
  }

  /** What happened on these days of France, both included; a blank day limits nothing. */
  days(column: string, from: string, until: string): this {
    if (from) this.add(`${column} >= (?::date)::timestamp at time zone 'Europe/Paris'`, from);
    if (until) this.add(`${column} < (?::date + 1)::timestamp at time zone 'Europe/Paris'`, until);
    return this;
  }

  get text(): string {
    return this.#parts.length > 0 ? this.#parts.join(' and ') : 'true';
  }
}

/** A page of a list, and how many rows there are. */
export async function pageOf<Row>(db: Queries, list: List, place: Place, size = PAGE_SIZE): Promise<PageOf<Row>> {
  const [after, before] = [placeIn(list, place.after), placeIn(list, place.before)];
  const backwards = after === undefined && before !== undefined;
  const { text, values } = list.where;
  const keys = list.order.map((one) => one.expression);
  const started = after ?? before;
  const ascending = list.descending === backwards;
  const beyond = started ? `and ${compared(list, ascending ? '>' : '<', values.length)}` : '';
  const found = await db.query<Row & { place: string }>(
    `select ${list.columns}, ${placeText(list)} as place from ${list.from} ${list.joined ?? ''}
      where ${text} ${beyond} order by ${keys.map((key) => `${key} ${ascending ? 'asc' : 'desc'}`).join(', ')} limit ${size + 1}`,
    [...values, ...(started ?? [])],
  );
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  // Beyond the first page and the last there is nothing: the list is shown from its beginning.
  if (started && (rows.length === 0 || (backwards && !more && rows.length < size))) return pageOf(db, list, {}, size);
  const counted = await countOf(db, list, rows[0]?.place);
  return {
    rows,
    ...counted,
    next: (backwards ? rows.length > 0 : more) ? rows.at(-1)?.place : undefined,
    previous: (backwards ? more : started !== undefined) ? rows[0]?.place : undefined,
  };
}

/** How many rows a list has, and how many of them come before a place. */
async function countOf(db: Queries, list: List, first: string | undefined): Promise<{ total: number; skipped: number }> {
  const { text, values } = list.where;
  const parts = placeIn(list, first);
  const names = list.order.map((_one, at) => `key_${at}`);
  const direction = list.descending ? 'desc' : 'asc';
  const ahead = parts ? compared({ ...list, order: list.order.map((one, at) => ({ ...one, expression: names[at] ?? '' })) }, list.descending ? '>' : '<', values.length) : 'false';
  const [row] = await db.query<{ total: number; skipped: number }>(
    `select count(*)::int as total, (count(*) filter (where ${ahead}))::int as skipped
       from (select ${list.order.map((one, at) => `${one.expression} as ${names[at]}`).join(', ')} from ${list.from} where ${text}
              order by ${list.order.map((one) => `${one.expression} ${direction}`).join(', ')} limit ${MOST_COUNTED + 1}) as counted`,
    [...values, ...(parts ?? [])],
  );
  return row ?? { total: 0, skipped: 0 };
}

const compared = ({ order }: Pick<List, 'order'>, sign: '<' | '>', from: number): string =>
  `(${order.map((one) => one.expression).join(', ')}) ${sign} (${order.map((one, at) => `$${from + at + 1}::${one.type}`).join(', ')})`;

const SEPARATOR = '~';
/** Microseconds, as the database has them: a `Date` would lose three digits. */
const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

const placeText = ({ order }: List): string =>
  order
    .map(({ expression, type }) => (type === 'timestamptz' ? `to_char(${expression} at time zone 'UTC', ${INSTANT})` : `(${expression})::text`))
    .join(` || '${SEPARATOR}' || `);

const SHAPES: Readonly<Record<OrderedBy['type'], RegExp>> = {
  timestamptz: /^[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{6}Z$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  bigint: /^\d{1,18}$/,
  int: /^\d{1,9}$/,
};

/** The values of a place; nothing for what is none of this list. */
function placeIn({ order }: List, place: string | undefined): string[] | undefined {
  const parts = place?.split(SEPARATOR) ?? [];
  const fits = parts.length === order.length && order.every(({ type }, at) => isOf(type, parts[at] ?? ''));
  return fits ? parts : undefined;
}

const isOf = (type: OrderedBy['type'], text: string): boolean => SHAPES[type].test(text) && (type !== 'timestamptz' || isInstant(text));

/** Whether it is one of the calendar and of the clock. */
function isInstant(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 19));
}
