/** Signing in and managing, on both databases. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountFor } from '../src/services/identities.js';
import { saveAccount } from '../src/store/accounts.js';
import { PASSWORD, startApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { codeAt, codesIn, enrolmentIn } from './help/device.js';
import { diagnose } from './help/steps.js';

for (const kind of DATABASES) {
  test(`rights, codes and identities on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
    const office = await startApp({ kind, env: { REQUIRE_SECOND_FACTOR: 'manager' } });
    const { database, clock } = office.services;
    await diagnose(await office.signedIn('adviser'));
    const steering = await office.signedIn('steering');
    const id = await saveAccount(database, { email: 'responsable@example.org', name: 'Responsable', role: 'manager', password: PASSWORD }, clock());
    const [row] = await database.query<{ id: string; antenne: string; need_id: string }>('select * from referrals order by expert limit 1');
    await steering.get(`/pilotage/comptes/${id}`);
    for (const [role, scope] of [['antenne_manager', row?.antenne ?? ''], ['cooperation_manager', 'adviser']] as const) {
      assert.equal((await steering.post(`/pilotage/comptes/${id}/droits`, { role, scope, suite: 'donner' })).status, 303);
    }

    const browser = office.visitor();
    await browser.get('/connexion');
    const { location } = await browser.post('/connexion', { email: 'responsable@example.org', password: PASSWORD });
    const { secret, enrolment } = enrolmentIn(await browser.get(location));
    const done = await browser.post('/connexion/second-facteur', { enrolment, code: codeAt(secret, clock()) });
    assert.equal(codesIn(done).length, 10);
    for (const page of ['/antenne', `/antenne/demandes/${row?.id}`, '/antenne/chiffres', '/cooperation', `/cooperation/besoins/${row?.need_id}`, '/cooperation/chiffres.csv', '/compte/second-facteur']) {
      assert.equal((await browser.get(page)).status, 200, page);
    }
    const again = office.visitor();
    await again.get('/connexion');
    await again.post('/connexion', { email: 'responsable@example.org', password: PASSWORD });
    await again.get('/connexion/code');
    assert.equal((await again.post('/connexion/code', { code: codesIn(done)[0] ?? '' })).location, '/antenne');
    assert.equal((await steering.get(`/pilotage/comptes/${id}`)).status, 200);

    const who = { issuer: 'https://identite.example', subject: 's', email: 'responsable@example.org', emailVerified: true, name: '', siret: '1', idpId: undefined, idToken: 'x' };
    const account = await accountFor(office.services, who);
    assert.deepEqual([account.id, account.antennes, account.origins], [id, [row?.antenne], ['adviser']]);
    assert.equal((await accountFor(office.services, { ...who, email: undefined, siret: '2' })).id, id);
    await assert.rejects(accountFor(office.services, { ...who, subject: 'other' }), { fault: 'linked' });
    const [identity] = await database.query<{ siret: string }>('select siret from identities');
    assert.equal(identity?.siret, '2');
  });
}
