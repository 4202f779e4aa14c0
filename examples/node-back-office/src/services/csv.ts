/**
 * Tables for French spreadsheets: semicolons, decimal commas and a mark of UTF-8. Every export is written here, so that
 * no cell is ever run as a formula.
 */

export type Cell = string | number | null | undefined;

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

/** A file name that says what the table is of, and by which filters: those that are blank are left out. */
export function csvName(what: string, filters: readonly (readonly [name: string, value: string])[]): string {
  const told = filters.flatMap(([name, value]) => (value ? [name, value] : []));
  return `${[what, ...told].map(plain).filter(Boolean).join('-').slice(0, 120)}.csv`;
}

/** Letters and digits that every system takes in a file name. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

/** Signs that begin a formula, in their wide forms too, behind any blanks: spreadsheets pass over those. */
const FORMULA = /^[\s\u0000-\u001F\u200B\uFEFF]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  // A text that a spreadsheet would run as a formula is told to be text.
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
