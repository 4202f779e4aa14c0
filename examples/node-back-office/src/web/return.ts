/** The page that somebody wanted before they had to sign in. */

import { AREA_PATHS, areasOf } from '../security/areas.js';
import type { Account } from '../security/sessions.js';

/** Where to sign in, to come back afterwards. */
export const signInFor = (wanted: string): string => `/connexion?vers=${encodeURIComponent(wanted)}`;

/** The address, if it is a page of this service for this account: nobody is sent elsewhere, nor to what is not theirs. */
export function wantedBy(account: Account, wanted: string): string | undefined {
  const [, first] = /^(\/[a-z]+)(?:[/?][^\\\s]*)?$/.exec(wanted) ?? [];
  const theirs = ['/compte', ...areasOf(account).map((area) => AREA_PATHS[area])];
  return first !== undefined && theirs.includes(first) ? wanted : undefined;
}
