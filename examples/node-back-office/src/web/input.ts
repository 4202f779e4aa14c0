/** Values of a form or an address, as text of a sensible length. */

type Body = Record<string, unknown>;

const one = (body: unknown, name: string): unknown => (body as Body | null | undefined)?.[name];

/** The text of a field, trimmed; blank if it is missing. What is longer than the page allows is cut. */
export function textOf(body: unknown, name: string, longest: number): string {
  const value = one(body, name);
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? text.replaceAll('\0', '').trim().slice(0, longest) : '';
}

/** The values of a field that may stand several times. */
export function listOf(body: unknown, name: string, most = 200): string[] {
  const value = one(body, name);
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '').slice(0, most);
}

/** Whether a text is a day of the calendar, such as `2026-11-23`. The database's calendar has no year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);
