/** A service with a diagnosis in Amiens and one in Lille, and managers who are given their rights by steering's page. */

import assert from 'node:assert/strict';
import { saveAccount } from '../../src/store/accounts.js';
import { PASSWORD, startApp, type Browser, type TestApp } from './app.js';
import { ask, diagnose } from './steps.js';

export interface ManagedReferral {
  id: string;
  need_id: string;
  expert: string;
  expert_name: string;
  antenne: string;
}

export interface Managed {
  office: TestApp;
  steering: Browser;
  adviser: Browser;
  /** The referrals of a diagnosis in Amiens, and of one in Lille. */
  here: ManagedReferral[];
  there: ManagedReferral[];
}

export async function startManaged(): Promise<Managed> {
  const office = await startApp();
  const steering = await office.signedIn('steering', 'Pilote');
  const adviser = await office.signedIn('adviser', 'Conseil');
  const referralsIn = (address: string): Promise<ManagedReferral[]> =>
    office.database.query<ManagedReferral>(
      `select referrals.* from referrals join needs on needs.id = need_id where diagnosis_id = $1 order by expert`,
      [address.split('/').at(-1)],
    );
  const here = await referralsIn(await diagnose(adviser, { 'comment:recruter': 'Un mot qui vient de l’entreprise.' }));
  const there = await referralsIn(await diagnose(adviser, {}, { commune: 'Lille' }));
  await ask(office.visitor());
  return { office, steering, adviser, here, there };
}

export type Given = readonly [role: 'antenne_manager' | 'cooperation_manager', scope: string];

/** A manager who is in, with these rights and those of before. */
export async function manager({ office, steering }: Pick<Managed, 'office' | 'steering'>, name: string, ...rights: Given[]): Promise<Browser> {
  const email = `${name}@example.org`;
  const id = await saveAccount(office.database, { email, name, role: 'manager', password: PASSWORD }, office.services.clock());
  for (const [role, scope] of rights) {
    await steering.get(`/pilotage/comptes/${id}`);
    const given = await steering.post(`/pilotage/comptes/${id}/droits`, { role, scope, suite: 'donner' });
    assert.equal(given.location, `/pilotage/comptes/${id}?fait=enregistre`, given.html);
  }
  const browser = office.visitor();
  await browser.get('/connexion');
  await browser.post('/connexion', { email, password: PASSWORD });
  return browser;
}

export const antenneOf = (referrals: readonly ManagedReferral[]): string => referrals[0]?.antenne ?? '';
