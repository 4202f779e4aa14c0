/** The hours at which tasks are looked at, in France's time whatever the server's is. */

import { addDays, dayOf, weekdayOf } from '../clock.js';

export interface Slot {
  /** Which hour of the day; none where it is every hour. */
  hour?: number;
  /** On which day of the week alone, from 1 for Monday. */
  weekday?: number;
}

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });

/** The instant of a day's hour in France, which is one or two hours ahead. */
function instantOf(day: string, hour: number): Date {
  const [ahead = 1] = [2, 1].filter((hours) => Number(HOUR.format(utc(day, hour - hours))) === hour);
  return utc(day, hour - ahead);
}

const utc = (day: string, hour: number): Date => new Date(new Date(`${day}T00:00:00Z`).getTime() + hour * 3_600_000);

/** The next instant of a slot, after this one. */
export function nextSlot({ hour, weekday }: Slot, after: Date): Date {
  if (hour === undefined) return new Date((Math.floor(after.getTime() / 3_600_000) + 1) * 3_600_000);
  for (let days = 0; days <= 8; days += 1) {
    const day = dayOf(addDays(after, days));
    const at = instantOf(day, hour);
    if (at > after && (weekday === undefined || weekdayOf(day) === weekday)) return at;
  }
  throw new Error('a week has every day');
}
