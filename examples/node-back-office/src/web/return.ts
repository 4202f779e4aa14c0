/** The page that somebody wanted before they had to sign in. */

import type { Role } from '../security/sessions.js';

const AREAS: Readonly<Record<Role, RegExp>> = {
  adviser: /^\/(?:conseiller|compte)(?:[/?][^\\\s]*)?$/,
  steering: /^\/(?:pilotage|compte)(?:[/?][^\\\s]*)?$/,
};

/** Where to sign in, to come back afterwards. */
export const signInFor = (wanted: string): string => `/connexion?vers=${encodeURIComponent(wanted)}`;

/** The address, if it is a page of this service for this role: nobody is sent elsewhere, nor to what is not theirs. */
export const wantedBy = (role: Role, wanted: string): string | undefined => (AREAS[role].test(wanted) ? wanted : undefined);
