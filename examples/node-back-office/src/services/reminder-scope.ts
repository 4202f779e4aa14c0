/** Which reminders concern somebody who is there. */

import type { NeedReminder } from '../library.js';

/** Where all who would be reminded are away, it is due once they are back. */
export const concernsSomebody = ({ kind, referrals }: Pick<NeedReminder, 'kind' | 'referrals'>): boolean => kind !== 'poke' || referrals.length > 0;
