/** When a delivery that failed is tried again: soon, then less and less often, for some three days. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What passes before the second attempt, the third, and so on; after them the delivery is given up. */
const DELAYS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** How long that is, in words. */
export const RETRIES_LAST = 'trois jours';

/** When to try again after so many attempts; never, once there were enough. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? undefined : new Date(now.getTime() + delay);
}
