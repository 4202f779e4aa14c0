/** The time, given to everything that needs it: tests and replays bring their own. */
export type Clock = () => Date;

const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The day in France, as `2026-11-23`. */
export const dayOf = (at: Date): string => PARIS.format(at);

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

/** How many days lie between two days such as `2026-11-23`. */
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
