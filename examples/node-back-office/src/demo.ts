/** A demonstration: two accounts with known passwords, and some months of made-up activity to look at. */

import type { Services } from './services/index.js';
import { saveAccount } from './store/accounts.js';

export const DEMO_ACCOUNTS = [
  { email: 'conseil@demo.example', name: 'Conseillère de démonstration', role: 'adviser', password: 'aiguillage-conseil' },
  { email: 'pilotage@demo.example', name: 'Pilotage de démonstration', role: 'steering', password: 'aiguillage-pilotage' },
] as const;

/** Makes the accounts and, once, the activity; returns what to print. */
export async function prepareDemo(services: Services): Promise<string[]> {
  for (const account of DEMO_ACCOUNTS) await saveAccount(services.database, account, services.clock());
  return [
    '',
    '  Entreprise  /             (sans compte)',
    ...DEMO_ACCOUNTS.map(({ email, password, role }) => `  ${role === 'adviser' ? 'Conseil     /connexion ' : 'Pilotage    /connexion '}  ${email}  ${password}`),
    '  Expert      par le lien du message, dans Pilotage > Envois',
    '  SIRET pour essayer : 000 000 018 00010 (demo/etablissements.csv en a d’autres)',
    '',
  ];
}
