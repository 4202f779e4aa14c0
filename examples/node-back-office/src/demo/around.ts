/** Who else is there: a partner with a page of its own, and somebody who manages an antenne. */

import type { Services } from '../services/index.js';
import { addPartner } from '../store/partners.js';
import { giveRight } from '../store/rights.js';

export const DEMO_PARTNER = 'reseau-exemple';

/** The partner's page is open; keys and receivers are made by hand, under Pilotage, Partenaires. */
export async function welcomePartner({ database, clock }: Services): Promise<void> {
  await database.transaction((tx) => addPartner(tx, 'Réseau d’accueil exemple', DEMO_PARTNER, clock()));
}

/** The antenne with the most experts, and what came by the portal. */
export async function manageSomething({ database, directory, clock }: Services, account: string): Promise<void> {
  const { antennes, experts } = directory.library.directory;
  const size = (id: string): number => experts.filter((expert) => expert.antenne === id).length;
  const [first] = [...antennes].sort((a, b) => size(b.id) - size(a.id));
  if (first) await giveRight(database, { account_id: account, role: 'antenne_manager', scope: first.id }, clock());
  await giveRight(database, { account_id: account, role: 'cooperation_manager', scope: 'portal' }, clock());
}
