/** The API Recherche d'entreprises behind the register: what it answers, and every way in which it may be in trouble. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiRegister } from '../src/register/api.js';
import type { Register } from '../src/register/register.js';
import { retryAfter } from '../src/register/retry-after.js';
import { companiesOf, companyOf, hide, silence, startRegister, status, vector, type RegisterServer } from './help/register-server.js';

const PLAIN = '11145427800016';
const UNKNOWN = '11137872500019';
const SEVERAL = '111042982';

let server: RegisterServer;
beforeEach(async () => {
  server = await startRegister([companyOf('re-plain.json'), companyOf('re-several-facilities-nothing-asked.json'), ...companiesOf('re-several-companies.json')]);
});

const registerOf = (options: { seconds?: number; restSeconds?: number; report?: (words: string) => void; base?: string } = {}): Register =>
  apiRegister({ base: server.url, seconds: 5, ...options });

describe('what it answers', () => {
  test('a facility by its SIRET, read by the library', async () => {
    const lookup = await registerOf().find(PLAIN);
    assert.ok(lookup.is === 'found');
    const { name, commune, headcountBand, headcountYear, sources } = lookup.company;
    assert.deepEqual([name, commune, headcountBand, headcountYear], ['BOULANGERIE DU BEFFROI', '59350', '02', 2023]);
    assert.deepEqual(sources['naf'], { register: 'recherche_entreprises', field: 'siege.activite_principale', on: '2025-12-06' });
  });

  test('a SIRET that it does not have is unknown', async () => {
    assert.deepEqual(await registerOf().find(UNKNOWN), { is: 'unknown' });
    server.answerWith(status(200, vector('re-none.json')));
    assert.deepEqual(await registerOf().find(PLAIN), { is: 'unknown' });
    server.answerWith(status(200, vector('re-several-companies.json')));
    assert.deepEqual(await registerOf().find(PLAIN), { is: 'unknown' }, 'companies that nobody asked for are not taken');
  });

  test('a company by its SIREN, with its facilities told apart, the closed one said', async () => {
    const [, several] = server.companies;
    const closed = several?.matching_etablissements.at(-1);
    Object.assign(closed ?? {}, { etat_administratif: 'F' });
    Object.assign(several?.siege ?? {}, { liste_enseignes: ['AU BON TOIT'] });
    Object.assign(several ?? {}, { nombre_etablissements: 5 });
    const search = await registerOf().search({ siren: SEVERAL });
    assert.ok(search.is === 'found');
    const [company, ...others] = search.companies;
    assert.deepEqual([others, company?.name, company?.siren, company?.more], [[], 'COUVERTURE DU VALLON IV', SEVERAL, 2]);
    assert.deepEqual(
      company?.facilities.map(({ siret, commune, sign, isSeat, isClosed }) => [siret, commune, sign, isSeat, isClosed]),
      [
        ['11104298200012', '59350', 'AU BON TOIT', true, false],
        ['11104298200020', '59512', undefined, false, false],
        ['11104298200038', '59599', undefined, false, true],
      ],
    );
  });

  test('companies by words of their names and by communes', async () => {
    const register = registerOf();
    const all = await register.search({ name: 'dé' });
    assert.ok(all.is === 'found');
    assert.ok(all.companies.length > 1 && all.total === all.companies.length, 'accents are the register’s to fold');
    const there = await register.search({ name: 'École conduite', communes: ['80021', '80022'] });
    assert.ok(there.is === 'found');
    assert.deepEqual(there.companies.map(({ name }) => name), ['ECOLE DE CONDUITE DU PARC III']);
    const asked = server.asked.at(-1)?.searchParams;
    assert.deepEqual([asked?.get('q'), asked?.get('code_commune')], ['École conduite', '80021,80022']);
    const nowhere = await register.search({ name: 'École conduite', communes: ['59350'] });
    assert.ok(nowhere.is === 'found' && nowhere.companies.length === 0);
  });

  test('a company that does not want to be shown is not guessed', async () => {
    server.companies.splice(0, Infinity, companyOf('re-zero-band.json', hide));
    const search = await registerOf().search({ siren: UNKNOWN.slice(0, 9) });
    assert.ok(search.is === 'found');
    const [company] = search.companies;
    assert.deepEqual([company?.name, company?.isHidden], [undefined, true]);
    const [facility] = company?.facilities ?? [];
    assert.deepEqual([facility?.address, facility?.sign], [undefined, undefined]);
    assert.doesNotMatch(JSON.stringify(search), /DIFFUSIBLE/);
    const lookup = await registerOf().find(UNKNOWN);
    assert.ok(lookup.is === 'found' && lookup.company.name === undefined && lookup.company.notDiffusible);
  });

  test('a ceased company is said to have ceased', async () => {
    server.companies.splice(0, Infinity, companyOf('re-plain.json', (company) => Object.assign(company, { etat_administratif: 'C' })));
    const search = await registerOf().search({ siren: PLAIN.slice(0, 9) });
    assert.ok(search.is === 'found');
    assert.deepEqual([search.companies[0]?.hasCeased, search.companies[0]?.facilities[0]?.isClosed], [true, true]);
  });

  test('a name is one parameter, whatever it holds', async () => {
    const register = registerOf();
    for (const name of ['a&code_commune=75056', 'b#x?q=*', '../openapi.json', '%26page=2', "'; drop table companies;--", 'c\r\nhost: elsewhere']) {
      await register.search({ name });
      const asked = server.asked.at(-1);
      assert.equal(asked?.pathname, '/search');
      assert.equal(asked?.searchParams.get('q'), name);
      assert.deepEqual([...(asked?.searchParams.keys() ?? [])], ['q', 'per_page', 'limite_matching_etablissements']);
    }
  });

  test('an API in a folder of its host is asked there', async () => {
    assert.equal((await registerOf({ base: `${server.url}/registre` }).find(PLAIN)).is, 'found');
    assert.equal(server.asked[0]?.pathname, '/registre/search');
  });
});

describe('questions are few', () => {
  test('the same is asked once, at once or later', async () => {
    const register = registerOf();
    await Promise.all([register.find(PLAIN), register.find(PLAIN), register.find(PLAIN)]);
    await register.find(PLAIN);
    assert.equal(server.asked.length, 1);
    await register.find(UNKNOWN);
    await register.find(UNKNOWN);
    assert.equal(server.asked.length, 2, 'an unknown one too');
  });

  test('what failed is not kept', async () => {
    const register = registerOf();
    server.answerWith(status(500, vector('re-error-500.json')));
    assert.deepEqual(await register.find(PLAIN), { is: 'down' });
    server.answerWith();
    assert.equal((await register.find(PLAIN)).is, 'found');
  });

  test('only so many are kept', async () => {
    const register = registerOf();
    await register.find(PLAIN);
    for (let number = 0; number < 300; number += 1) await register.search({ name: `société ${number}` });
    const before = server.asked.length;
    await register.find(PLAIN);
    assert.equal(server.asked.length, before + 1, 'the oldest was forgotten');
  });
});

describe('in trouble, it is down and nobody waits', () => {
  const kinds: [string, Parameters<RegisterServer['answerWith']>[0]][] = [
    ['an error of the server', status(500, vector('re-error-500.json'))],
    ['a page of a proxy', status(502, vector('re-error-html.txt'))],
    ['a page of a proxy with a good status', status(200, vector('re-error-html.txt'))],
    ['JSON that is cut', status(200, '{"results": [{"siren":')],
    ['nothing', status(200, '')],
    ['another shape', status(200, '{"features": []}')],
    ['an error with a good status', status(200, vector('re-error-500.json'))],
    ['an answer that is broken off', (response) => void response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())],
    ['a connection that is closed', (response) => void response.destroy()],
    ['a redirection', status(302, '', { location: 'http://127.0.0.1:9/search' })],
  ];
  for (const [name, answer] of kinds) {
    test(name, async () => {
      server.answerWith(answer);
      assert.deepEqual(await registerOf().find(PLAIN), { is: 'down' });
      assert.deepEqual(await registerOf().search({ name: 'boulangerie' }), { is: 'down' });
      assert.equal(server.asked.length, 2, 'and it is not asked again');
    });
  }

  test('nobody there', async () => {
    assert.deepEqual(await registerOf({ base: 'http://127.0.0.1:9' }).find(PLAIN), { is: 'down' });
  });

  test('no answer in time', async () => {
    server.answerWith(silence);
    assert.deepEqual(await registerOf({ seconds: 0.2 }).find(PLAIN), { is: 'down' });
  });

  test('an answer that trickles', async () => {
    server.answerWith((response) => void response.writeHead(200).write('{"results": ['));
    assert.deepEqual(await registerOf({ seconds: 0.2 }).find(PLAIN), { is: 'down' });
  });

  test('an answer without end', async () => {
    server.answerWith((response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    assert.deepEqual(await registerOf({ seconds: 30 }).find(PLAIN), { is: 'down' });
  });
});

describe('a busy register', () => {
  test('is asked again when it says, and answers', async () => {
    for (const code of [429, 503]) {
      server.asked.length = 0;
      server.answerWith((response, number) => {
        if (number === 1) return status(code, '{}', { 'retry-after': '0' })(response, number);
        return status(200, vector('re-plain.json'))(response, number);
      });
      assert.equal((await registerOf().find(PLAIN)).is, 'found');
      assert.equal(server.asked.length, 2);
    }
  });

  test('is not asked for ever', async () => {
    server.answerWith(status(429, '{}', { 'retry-after': '0' }));
    assert.deepEqual(await registerOf().find(PLAIN), { is: 'down' });
    assert.equal(server.asked.length, 3);
  });

  test('that names a time too far away is left alone until then', async () => {
    const register = registerOf();
    server.answerWith(status(429, '{}', { 'retry-after': '3600' }));
    assert.deepEqual(await register.find(PLAIN), { is: 'down' });
    assert.equal(register.state(), 'down');
    server.answerWith();
    assert.deepEqual(await register.find(PLAIN), { is: 'down' });
    assert.deepEqual(await register.search({ name: 'boulangerie' }), { is: 'down' });
    assert.equal(server.asked.length, 1);
  });

  test('says when in seconds or as a date', () => {
    const now = Date.parse('2026-11-23T09:00:00Z');
    assert.equal(retryAfter('2', now), 2000);
    assert.equal(retryAfter('Mon, 23 Nov 2026 09:00:05 GMT', now), 5000);
    assert.equal(retryAfter('Mon, 23 Nov 2026 08:00:00 GMT', now), 0, 'a time that is over');
    for (const odd of [null, '', '-1', '1.5', 'soon', '99999999999999', '2026-11-23']) assert.equal(retryAfter(odd, now), undefined, String(odd));
  });
});

describe('one that keeps failing', () => {
  const failFiveTimes = async (register: Register): Promise<void> => {
    server.answerWith(status(500, ''));
    for (let time = 0; time < 5; time += 1) assert.deepEqual(await register.find(PLAIN), { is: 'down' });
    server.answerWith();
  };

  test('is left alone for a while, which is told without telling who was asked about', async () => {
    const said: string[] = [];
    const register = registerOf({ restSeconds: 600, report: (words) => said.push(words) });
    await failFiveTimes(register);
    assert.equal(server.asked.length, 5);
    assert.equal(register.state(), 'down');
    assert.deepEqual(await register.find(PLAIN), { is: 'down' });
    assert.deepEqual(await register.search({ name: 'boulangerie' }), { is: 'down' });
    assert.equal(server.asked.length, 5, 'nothing is asked meanwhile');
    assert.match(said.join(), /left alone.*500/);
    assert.doesNotMatch(said.join(), new RegExp(PLAIN));
  });

  test('is tried again afterwards', async () => {
    const said: string[] = [];
    const register = registerOf({ restSeconds: 0.05, report: (words) => said.push(words) });
    await failFiveTimes(register);
    await sleep(100);
    assert.equal((await register.find(PLAIN)).is, 'found');
    assert.equal(register.state(), 'ok');
    assert.match(said.at(-1) ?? '', /answers again/);
  });

  test('questions that it refuses say nothing of its health', async () => {
    const register = registerOf();
    server.answerWith(status(400, vector('re-error-400.json')));
    for (let time = 0; time < 8; time += 1) assert.deepEqual(await register.search({ name: `?? ${time}` }), { is: 'refused' });
    assert.equal(register.state(), 'ok');
    server.answerWith();
    assert.equal((await register.find(PLAIN)).is, 'found');
  });

  test('so many questions wait, and no more', async () => {
    const register = registerOf({ seconds: 0.5 });
    server.answerWith(silence);
    const all = Array.from({ length: 60 }, (_, number) => register.search({ name: `société ${number}` }));
    assert.ok((await Promise.all(all)).every(({ is }) => is === 'down'));
    assert.ok(server.asked.length <= 8, `${server.asked.length} went out`);
  });
});
