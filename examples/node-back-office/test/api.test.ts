/** What a partner's program meets: keys, deposits that are made once, errors that say where, and a follow-up of nobody. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eraseDue } from '../src/services/retention.js';
import { forgetDeposits } from '../src/store/deposits.js';
import { factsOfNeeds } from '../src/store/statistics.js';
import { startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { changedDirectory } from './help/directories.js';
import { aRequest, call, deposit, holds, newPartner, type ApiAnswer, type TestPartner } from './help/partners.js';
import { confirm, expertLinks, openLink, reply } from './help/steps.js';

const countOf = async ({ database }: TestApp): Promise<number> =>
  (await database.query<{ n: number }>('select count(*)::int as n from diagnoses'))[0]?.n ?? 0;

function isProblem(answer: ApiAnswer, status: number, code: string): void {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  assert.equal(answer.body['code'], code);
  assert.equal(answer.body['status'], status);
  assert.equal(answer.body['type'], `http://orientation.example/api/documentation#erreur-${code}`);
  assert.ok(answer.body['title'] && answer.body['detail']);
}

const faultsOf = (answer: ApiAnswer): string[] => answer.body['errors'].map((one: { where: string; code: string }) => `${one.where} ${one.code}`).sort();

for (const kind of DATABASES) {
  describe(`deposits, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let partner: TestPartner;
    before(async () => {
      office = await startApp({ kind });
      partner = await newPartner(office);
    });

    test('a request goes through the portal’s own door, and is followed without anybody’s name', async () => {
      const given = aRequest({ reference: '2026-0042' });
      const deposited = await deposit(office, partner.token, given);
      assert.equal(deposited.status, 201);
      assert.equal(deposited.headers['location'], `http://orientation.example/api/v1/requests/${deposited.body['id']}`);
      assert.equal(deposited.body['awaits_confirmation'], true);
      assert.equal(deposited.body['origin'], partner.slug);
      const follow = () => call(office, partner.token, 'GET', `/requests/${deposited.body['id']}`);
      holds((await follow()).body, { state: 'held', held_for: 'to_confirm', needs: [], reference: '2026-0042', channel: 'api' });
      assert.equal((await expertLinks(office)).length, 0, 'nobody is alerted before');

      const company = office.visitor();
      const link = (await company.linkToConfirm()) ?? '';
      assert.match((await company.get(link)).html, /apprenti/);
      const [letter] = await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'company_confirm:%' order by id desc`);
      assert.match(letter?.body_text ?? '', new RegExp(`déposée par Partenaire \\d+ pour ${given['company'].name}`));
      await confirm(company, link);
      const sent = await follow();
      assert.equal(sent.body['state'], 'transmitted');
      assert.equal(sent.body['needs'][0].subject, 'recruter');
      assert.ok(sent.body['needs'][0].referrals.length > 1);

      // An expert declines, in words that are for the service alone.
      const [first] = await expertLinks(office);
      const { expert, address } = await openLink(office, first?.link ?? '');
      await reply(expert, address, { to: 'not_for_me', reason: 'capacity', remark: 'Des mots pour le conseiller' });
      const after = await follow();
      assert.deepEqual(after.body['needs'][0].referrals.map((one: { state: string; reason?: string }) => one.reason ?? one.state).sort(), [
        'capacity',
        ...Array.from({ length: after.body['needs'][0].referrals.length - 1 }, () => 'waiting'),
      ]);

      const events = await call(office, partner.token, 'GET', '/events');
      assert.deepEqual(
        [...new Set(events.body['events'].map((one: { type: string }) => one.type))],
        ['request.deposited', 'request.held', 'referral.sent', 'request.transmitted', 'referral.moved'],
      );
      const names = office.services.directory.library.directory.experts.flatMap((one) => [one.name, one.email ?? '', one.id].filter((text) => text.length > 8));
      for (const { body } of [after, events, deposited]) {
        const text = JSON.stringify(body);
        for (const secret of [given['company'].name, given['contact'].email, given['contact'].name, given['contact'].phone, 'apprenti', 'Des mots', ...names]) {
          assert.ok(!text.includes(secret), secret);
        }
      }
      assert.ok(events.body['events'].some((one: { data: { institution?: { name: string } } }) => one.data.institution?.name));
    });

    test('it is counted under the origin of its key', async () => {
      const campaign = await newPartner(office, `campagne-${kind.toLowerCase()}`);
      const { body } = await deposit(office, campaign.token);
      const company = office.visitor();
      await confirm(company, (await company.linkToConfirm()) ?? '');
      const [event] = await office.database.query<{ origin: string }>(`select origin from request_events where request_id = $1 and kind = 'deposited'`, [body['id']]);
      assert.equal(event?.origin, `campagne-${kind.toLowerCase()}`);
      const [need] = await office.database.query<{ id: string; routed: { origin: string } }>('select id, routed from needs where diagnosis_id = $1', [body['id']]);
      assert.equal(need?.routed.origin, `campagne-${kind.toLowerCase()}`);
      const [facts] = await factsOfNeeds(office.database, [need?.id ?? '']);
      assert.equal(facts?.tracked.origin, `campagne-${kind.toLowerCase()}`);
    });

    test('the same key and body have the same answer, another body has none', async () => {
      const given = aRequest();
      const key = crypto.randomUUID();
      const first = await deposit(office, partner.token, given, key);
      const before = await countOf(office);
      const reordered = Object.fromEntries(Object.entries(given).reverse());
      for (const body of [given, reordered]) {
        const again = await deposit(office, partner.token, body, key);
        assert.equal(again.status, 201);
        assert.equal(again.headers['idempotent-replayed'], 'true');
        assert.deepEqual(again.body, first.body);
      }
      isProblem(await deposit(office, partner.token, { ...given, message: 'Autre chose' }, key), 422, 'idempotency_key_reused');
      assert.equal(await countOf(office), before);
      // A key is the partner's own.
      const other = await newPartner(office);
      const theirs = await deposit(office, other.token, given, key);
      assert.equal(theirs.status, 201);
      assert.notEqual(theirs.body['id'], first.body['id']);
    });

    test('deposits under one key at once are one', async () => {
      const given = aRequest();
      const key = crypto.randomUUID();
      const before = await countOf(office);
      const answers = await Promise.all(Array.from({ length: 6 }, () => deposit(office, partner.token, given, key)));
      assert.deepEqual(answers.map((one) => one.status), Array.from({ length: 6 }, () => 201));
      assert.equal(new Set(answers.map((one) => one.body['id'])).size, 1);
      assert.equal(await countOf(office), before + 1);
    });

    test('others’ requests do not exist', async () => {
      const { body } = await deposit(office, partner.token);
      const other = await newPartner(office);
      isProblem(await call(office, other.token, 'GET', `/requests/${body['id']}`), 404, 'not_found');
      assert.deepEqual((await call(office, other.token, 'GET', '/events')).body['events'], []);
      for (const id of ['x', '00000000-0000-0000-0000-000000000000', "1' or '1'='1"]) {
        isProblem(await call(office, partner.token, 'GET', `/requests/${encodeURIComponent(id)}`), 404, 'not_found');
      }
    });
  });
}

describe('the rest', () => {
  let office: TestApp;
  let partner: TestPartner;
  before(async () => {
    office = await startApp();
    partner = await newPartner(office);
  });

  test('without the setting, a deposit goes at once; what wants a reading is held for an adviser', async () => {
    const direct = await startApp({ env: { CONFIRM_ADDRESS: '0' } });
    const { token } = await newPartner(direct);
    const { body } = await deposit(direct, token);
    assert.equal(body['awaits_confirmation'], false);
    assert.equal((await call(direct, token, 'GET', `/requests/${body['id']}`)).body['state'], 'transmitted');
    assert.ok((await expertLinks(direct)).length > 1);
    const far = await deposit(direct, token, aRequest({ company: { name: 'Loin', commune: '13055' } }));
    holds((await call(direct, token, 'GET', `/requests/${far.body['id']}`)).body, { state: 'held', held_for: 'no_expert' });
    const adviser = await direct.signedIn('adviser');
    const queue = await adviser.get('/conseiller/portail');
    const id = /action="\/conseiller\/portail\/([0-9a-f-]+)"/.exec(queue.html)?.[1] ?? '';
    assert.equal(id, far.body['id']);
    assert.match((await adviser.get(`/conseiller/portail/${id}`)).html, /déposée par Partenaire/);
    // The same subject of the same company, under another key, alerts nobody twice.
    const company = { name: 'Boulangerie Exemple', siret: '00000001800010' };
    const once = await deposit(direct, token, aRequest({ company }));
    const twice = await deposit(direct, token, aRequest({ company }));
    assert.equal((await call(direct, token, 'GET', `/requests/${once.body['id']}`)).body['state'], 'transmitted', 'the register knows the commune');
    assert.equal((await call(direct, token, 'GET', `/requests/${twice.body['id']}`)).body['held_for'], 'duplicate');
  });

  test('an answer lasts a week, whatever becomes of the directory, and then the key is free', async () => {
    const { path, again } = await changedDirectory(() => {});
    const moving = await startApp({ env: { DIRECTORY: path } });
    const { token } = await newPartner(moving);
    const given = aRequest();
    const first = await deposit(moving, token, given, 'une-clef');
    again(({ subjects }) => subjects.forEach((subject) => subject.id === 'recruter' && (subject.archived = true)));
    assert.equal(await moving.services.directory.reload(), 'in_service');
    assert.deepEqual((await deposit(moving, token, given, 'une-clef')).body, first.body);
    isProblem(await deposit(moving, token, given, 'une-autre'), 422, 'invalid');
    moving.later(8);
    isProblem(await deposit(moving, token, given, 'une-clef'), 422, 'invalid');
    const free = await deposit(moving, token, aRequest({ needs: [{ subject: 'tresorerie' }] }), 'une-clef');
    assert.equal(free.status, 201);
    assert.notEqual(free.body['id'], first.body['id']);
    moving.later(8);
    assert.equal(await forgetDeposits(moving.database, moving.services.clock()), 1);
  });

  test('a key opens nothing once it is revoked or its partner disabled, and nothing else does', async () => {
    const { id, token } = await newPartner(office);
    assert.equal((await call(office, token, 'GET', '/subjects')).status, 200);
    const [row] = await office.database.query<{ token_hash: string; last_used_at: Date }>('select token_hash, last_used_at from api_keys where partner_id = $1', [id]);
    assert.equal(row?.last_used_at.toISOString(), office.services.clock().toISOString());
    assert.doesNotMatch(JSON.stringify(await office.database.query('select * from api_keys')), new RegExp(token.slice(12)));
    await office.database.query('update partners set disabled_at = now() where id = $1', [id]);
    isProblem(await call(office, token, 'GET', '/subjects'), 401, 'unauthorized');
    await office.database.query('update partners set disabled_at = null where id = $1', [id]);
    await office.database.query('update api_keys set revoked_at = now() where partner_id = $1', [id]);
    const answer = await call(office, token, 'GET', '/subjects');
    isProblem(answer, 401, 'unauthorized');
    assert.equal(answer.headers['www-authenticate'], 'Bearer');
    for (const bad of [undefined, '', 'x', `${partner.token}x`, row?.token_hash, partner.token.toLowerCase()]) {
      isProblem(await call(office, bad, 'GET', '/events'), 401, 'unauthorized');
    }
    // A signed-in person is nobody here.
    const steering = await office.signedIn('steering');
    const cookie = [...steering.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    assert.equal((await office.app.inject({ url: '/api/v1/events', headers: { cookie } })).statusCode, 401);
  });

  test('trying keys is stopped, by address', async () => {
    const tried = await startApp();
    const statuses = [];
    for (let time = 0; time < 61; time += 1) statuses.push((await call(tried, 'x', 'GET', '/events')).status);
    assert.deepEqual(statuses, [...Array.from({ length: 60 }, () => 401), 429]);
  });

  test('calls are limited by key, and say so', async () => {
    const limited = await startApp({ env: { API_PER_MINUTE: '3' } });
    const [one, other] = [await newPartner(limited), await newPartner(limited)];
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(await call(limited, one.token, 'GET', '/subjects'));
    assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200, 429]);
    const last = answers[3];
    assert.ok(last);
    isProblem(last, 429, 'too_many');
    assert.ok(Number(last.headers['retry-after']) > 0);
    assert.equal((await call(limited, other.token, 'GET', '/subjects')).status, 200);
  });

  test('all calls of a key count together, those whose bodies are wrong too; sixty of them may deposit', async () => {
    const limited = await startApp({ env: { API_PER_MINUTE: '3' } });
    const { token } = await newPartner(limited);
    const answers = [
      await call(limited, token, 'GET', '/subjects'),
      await deposit(limited, token, {}),
      await call(limited, token, 'GET', '/events'),
      await call(limited, token, 'POST', '/locate', { town: 'Amiens' }),
      await deposit(limited, token),
    ];
    assert.deepEqual(answers.map((answer) => answer.status), [200, 422, 200, 429, 429]);
    const one = await newPartner(office);
    const statuses = [];
    for (let time = 0; time < 60; time += 1) statuses.push((await deposit(office, one.token, {})).status);
    assert.deepEqual(new Set(statuses), new Set([422]));
    const last = await deposit(office, one.token);
    isProblem(last, 429, 'too_many');
    assert.ok(Number(last.headers['retry-after']) > 0);
    assert.equal((await call(office, one.token, 'GET', '/subjects')).status, 200);
  });

  test('a body of more values than any request has is not read, and holds up nobody', async () => {
    const { token } = await newPartner(office);
    const withNeeds = (count: number) => JSON.stringify(aRequest({ needs: 'here' })).replace('"here"', `[${'1,'.repeat(count - 1)}1]`);
    const began = performance.now();
    isProblem(await deposit(office, token, withNeeds(60_000)), 413, 'too_long');
    const told = await deposit(office, token, withNeeds(1900));
    const took = performance.now() - began;
    isProblem(told, 422, 'invalid');
    assert.equal(told.body['errors'].length, 1901, 'too many, and each of them wrong');
    assert.ok(took < 5000, `${took} ms`);
  });

  test('all that is wrong with the form is said at once, each with its place', async () => {
    const before = await countOf(office);
    const bad = {
      needs: [{ subject: 'recruter', answers: { x: 3 }, more: 1 }, {}],
      company: { name: '', siret: 'abc', headcount: -1, headcount_band: '99', legal_form: 'SARL', created_on: '2026-02-31', activities: 'COMMERCIALE' },
      contact: { name: 'x'.repeat(121), email: 1 },
      consent: { given: false },
      reference: 'Gérant Untel',
    };
    const answer = await deposit(office, partner.token, bad);
    isProblem(answer, 422, 'invalid');
    assert.deepEqual(faultsOf(answer), [
      '/company/activities wrong_type',
      '/company/created_on wrong_form',
      '/company/headcount out_of_range',
      '/company/headcount_band wrong_form',
      '/company/legal_form wrong_form',
      '/company/name too_short',
      '/company/siret wrong_form',
      '/consent/given not_offered',
      '/contact/email wrong_type',
      '/contact/name too_long',
      '/message required',
      '/needs/0/answers/x wrong_type',
      '/needs/0/more unknown_field',
      '/needs/1/subject required',
      '/reference wrong_form',
    ]);
    assert.ok(answer.body['errors'].every((one: { detail: string }) => /^[A-ZÉ].*\.$/.test(one.detail)));
    assert.match(answer.body['errors'].find((one: { where: string }) => one.where === '/needs/0/more').hint, /subject, answers/);
    const four = await deposit(office, partner.token, aRequest({ needs: ['a', 'b', 'c', 'd'].map((subject) => ({ subject })) }));
    assert.deepEqual(faultsOf(four), ['/needs too_long']);
    assert.equal(await countOf(office), before);
  });

  test('so is what the directory, the geography and the register say of it', async () => {
    const wrong = async (changes: Record<string, unknown>): Promise<string[]> => {
      const answer = await deposit(office, partner.token, aRequest(changes));
      isProblem(answer, 422, 'invalid');
      return faultsOf(answer);
    };
    const asked = office.services.directory.library.subjects.find((one) => one.questions.some((question) => question.choices.length > 0));
    const question = asked?.questions.find((one) => one.choices.length > 0);
    assert.ok(asked && question);
    assert.deepEqual(
      await wrong({ needs: [{ subject: 'licorne' }, { subject: asked.id, answers: { [question.id]: ['aucun'], 'a/b': true } }, { subject: asked.id }] }),
      ['/needs/0/subject unknown_subject', `/needs/1/answers/${question.id} unknown_choice`, '/needs/1/answers/a~1b unknown_question', '/needs/2/subject subject_twice'].sort(),
    );
    assert.deepEqual(await wrong({ message: ' \n', company: { name: ' ', commune: '80021' } }), ['/company/name too_short', '/message too_short']);
    assert.deepEqual(await wrong({ company: { name: 'X' } }), ['/company/commune place_missing']);
    assert.deepEqual(await wrong({ company: { name: 'X', postal_code: '80300' } }), ['/company/postal_code place_unsettled']);
    assert.deepEqual(await wrong({ company: { name: 'X', town: 'Zzqxkwv' } }), ['/company/town place_unknown']);
    assert.deepEqual(await wrong({ company: { name: 'X', commune: '80021', siret: '12345678901234' } }), ['/company/siret siret']);
    assert.deepEqual(await wrong({ company: { name: 'X', commune: '59350', siret: '00000001800010' } }), ['/company/siret place_differs']);
    assert.deepEqual(await wrong({ company: { name: 'X', commune: '80021', created_on: '2999-01-01' } }), ['/company/created_on fact']);
    assert.deepEqual(await wrong({ contact: { name: 'X', email: 'pas une adresse', phone: '12' } }), ['/contact/email contact', '/contact/phone contact']);
    assert.deepEqual(await wrong({ consent: { given: true, at: '2027-01-01T00:00:00Z' } }), ['/consent/at consent_in_future']);
    assert.deepEqual(await wrong({ consent: { given: true, at: '0000-01-01T00:00:00Z' } }), ['/consent/at consent_too_old'], 'the database has no year 0');
    const likely = await deposit(office, partner.token, aRequest({ company: { name: 'X', postal_code: '80300' } }));
    assert.match(likely.body['errors'][0].hint, /80016 pour Albert/);
  });

  test('texts are read as those of the portal: a character that no text has is left out', async () => {
    const given = aRequest({ message: ' Un four\0 à remplacer ' });
    const { status, body } = await deposit(office, partner.token, { ...given, company: { ...given['company'], name: 'Four\0nil' } });
    assert.equal(status, 201);
    const [row] = await office.database.query<{ story: string; company_name: string }>('select story, company_name from diagnoses where id = $1', [body['id']]);
    assert.deepEqual(row, { story: 'Un four à remplacer', company_name: 'Fournil' });
  });

  test('three requests of a day wait for one address, and no more', async () => {
    const contact = { name: 'Contact', email: 'plein@entreprise.example' };
    for (let time = 0; time < 3; time += 1) assert.equal((await deposit(office, partner.token, aRequest({ contact }))).status, 201);
    const fourth = aRequest({ contact });
    const answer = await deposit(office, partner.token, fourth, 'pleine');
    isProblem(answer, 422, 'invalid');
    assert.deepEqual(faultsOf(answer), ['/contact/email mailbox_full']);
    // What was refused was not deposited: the key is free.
    assert.equal((await deposit(office, partner.token, { ...fourth, contact: { ...contact, email: 'autre@entreprise.example' } }, 'pleine')).status, 201);
  });

  test('what is no request at all has a problem of its own', async () => {
    const post = (payload: string, headers: Record<string, string>) =>
      call(office, partner.token, 'POST', '/requests', payload, { 'idempotency-key': 'x', ...headers });
    isProblem(await post('{', {}), 400, 'invalid_json');
    isProblem(await post('', {}), 400, 'invalid_json');
    isProblem(await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'unsupported_type');
    isProblem(await post(JSON.stringify(aRequest({ message: 'x'.repeat(200_000) })), {}), 413, 'too_long');
    isProblem(await post('[]', {}), 422, 'invalid');
    isProblem(await call(office, partner.token, 'POST', '/requests', aRequest()), 400, 'idempotency_key_missing');
    isProblem(await call(office, partner.token, 'POST', '/requests', aRequest(), { 'idempotency-key': 'x'.repeat(256) }), 400, 'idempotency_key_missing');
    isProblem(await call(office, partner.token, 'GET', '/nothing'), 404, 'not_found');
    isProblem(await call(office, partner.token, 'POST', '/events', {}), 404, 'not_found');
    isProblem(await call(office, partner.token, 'GET', '/requests/%E0%A4%A'), 404, 'not_found');
    isProblem(await call(office, partner.token, 'GET', '/events?limit=0'), 422, 'invalid');
    isProblem(await call(office, partner.token, 'GET', '/events?after=-1'), 422, 'invalid');
    isProblem(await call(office, partner.token, 'GET', '/events?x=1'), 422, 'invalid');
  });

  test('subjects and places are the library’s', async () => {
    const { body } = await call(office, partner.token, 'GET', '/subjects');
    const { library } = office.services.directory;
    assert.deepEqual(body['subjects'].map((one: { id: string }) => one.id), library.subjects.map((one) => one.id));
    const question = body['subjects'].flatMap((one: { questions: object[] }) => one.questions)[0];
    assert.ok(question.id && question.label && Array.isArray(question.choices));
    const place = await call(office, partner.token, 'POST', '/locate', { postal_code: '80000', town: 'Amiens' });
    holds(place.body, { certainty: 'certain' });
    holds(place.body['commune'], { code: '80021', name: 'Amiens', found: 'name' });
    assert.equal(place.body['reading'].postal_code, '80000');
    assert.equal((await call(office, partner.token, 'POST', '/locate', { postal_code: null, town: 'Zzqxkwv' })).body['certainty'], 'unknown');
    assert.deepEqual(faultsOf(await call(office, partner.token, 'POST', '/locate', { zip: '80000' })), ['/zip unknown_field']);
  });

  test('what is erased keeps its states and dates, and loses the partner’s number', async () => {
    const old = await startApp({ env: { CONFIRM_ADDRESS: '0' } });
    const { token } = await newPartner(old);
    const { body } = await deposit(old, token, aRequest({ reference: 'dossier-7' }));
    old.later(40 * 31);
    assert.equal(await eraseDue(old.services), 1);
    const after = (await call(old, token, 'GET', `/requests/${body['id']}`)).body;
    assert.equal(after['reference'], undefined);
    assert.ok(after['erased_at']);
    assert.equal(after['state'], 'transmitted');
    const tables = await Promise.all(['diagnoses', 'deposits', 'partner_events', 'webhook_deliveries', 'audit'].map((table) => old.database.query(`select * from ${table}`)));
    assert.doesNotMatch(JSON.stringify(tables), /dossier-7|Entreprise déposée|entreprise\.example/);
  });

  test('no cookie is set, no cache keeps anything, and the journal says whose deposit it was', async () => {
    const answer = await deposit(office, partner.token);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.equal(answer.headers['cache-control'], 'no-store');
    const steering = await office.signedIn('steering');
    const [{ name } = { name: '' }] = await office.database.query<{ name: string }>('select name from partners where id = $1', [partner.id]);
    assert.match((await steering.get('/pilotage/journal')).html, new RegExp(`${name}</td><td>demande reçue`));
  });
});
