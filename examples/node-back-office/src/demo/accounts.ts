/** The accounts of the demonstration. Their passwords are known: it is refused in production. */

import type { Queries } from '../database/index.js';
import { setDisabled } from '../store/accounts.js';
import { audit } from '../store/audit.js';

export const DEMO_ACCOUNTS = [
  { email: 'conseil@demo.example', name: 'Compte conseil', role: 'adviser', password: 'aiguillage-conseil' },
  { email: 'pilotage@demo.example', name: 'Compte pilotage', role: 'steering', password: 'aiguillage-pilotage' },
  { email: 'collegue@demo.example', name: 'Compte conseil, collègue', role: 'adviser', password: 'aiguillage-collegue' },
  { email: 'antenne@demo.example', name: 'Compte antenne', role: 'manager', password: 'aiguillage-antenne' },
] as const;

/** Lets them in no more: a service that was tried with the demonstration keeps its database, and everybody knows their passwords. */
export async function closeDemoAccounts(tx: Queries, now: Date): Promise<void> {
  const emails = DEMO_ACCOUNTS.map(({ email }) => email);
  const open = await tx.query<{ id: string }>('select id from accounts where email = any($1::text[]) and disabled_at is null', [emails]);
  for (const { id } of open) {
    await setDisabled(tx, id, now);
    await audit(tx, { actor: 'service', action: 'account_disabled', at: now, detail: id });
  }
}
