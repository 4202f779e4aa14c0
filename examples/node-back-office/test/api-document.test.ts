/** The document says what the API does: it is valid, is the library's, and makes a client that works. */

import { validate } from '@readme/openapi-parser';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fastify from 'fastify';
import { answer } from '../src/api/answers.js';
import { components } from '../src/api/components.js';
import { EXAMPLE_DEPOSIT } from '../src/api/reading.js';
import { fromRoot } from '../src/root.js';
import { startApp, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { call, deposit, newPartner } from './help/partners.js';

let office: TestApp;
let document: { [name: string]: any };
before(async () => {
  office = await startApp({ env: { CONFIRM_ADDRESS: '0' } });
  document = (await call(office, undefined, 'GET', '/openapi.json')).body;
});

test('it is OpenAPI 3.1 as the specification has it', async () => {
  assert.equal(document['openapi'], '3.1.0');
  const result = await validate(structuredClone(document) as never);
  assert.equal(result.valid, true, JSON.stringify(result));
  const broken = await validate({ ...structuredClone(document), info: {} } as never);
  assert.equal(broken.valid, false, 'the validator sees what is wrong');
});

test('it has every route of the API, and no other', async () => {
  const routes = Object.entries(document['paths'] as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const folder = fromRoot('src', 'routes', 'api');
  const written = readdirSync(folder).flatMap((file) => [
    ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/api\.(get|post|put|patch|delete)(?:<[^(]+>)?\(\s*'([^']+)'/g),
  ]);
  const expected = written.map(([, method, path]) => `${method?.toUpperCase()} ${path?.replace(/:(\w+)/g, '{$1}')}`);
  assert.ok(expected.length >= 5);
  assert.deepEqual(routes.sort(), expected.sort());
  assert.deepEqual(Object.keys(document['webhooks']), ['event']);
});

test('the library’s schemas are the library’s, of today', () => {
  const files = readdirSync(fromRoot('schemas'));
  assert.ok(files.length > 20);
  for (const file of files) {
    assert.equal(readFileSync(fromRoot('schemas', file), 'utf8'), readFileSync(fromRoot('../../core/schema', file), 'utf8'), file);
  }
  const { schemas } = document['components'];
  const own = JSON.parse(readFileSync(fromRoot('../../core/schema/subject.json'), 'utf8'));
  assert.deepEqual(Object.keys(schemas.Subject.properties), Object.keys(own.properties));
  assert.deepEqual(schemas.Subject.properties.questions.items, { $ref: '#/components/schemas/Question' });
  const need = JSON.parse(readFileSync(fromRoot('../../core/schema/need.json'), 'utf8'));
  for (const [name, schema] of Object.entries(schemas.NewCompany.properties as Record<string, { description: string }>)) {
    if (name !== 'name' && name !== 'address') assert.equal(schema.description, need.properties[name]['x-french'], name);
  }
  // Vocabularies are read in the library's words.
  const held = schemas.HoldReason.oneOf.find((one: { const: string }) => one.const === 'duplicate');
  assert.ok(held.title);
});

test('every reference leads somewhere', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
  assert.ok(refs.length > 40);
  for (const ref of refs) {
    assert.ok(ref.startsWith('#/components/schemas/'), ref);
    assert.ok(document['components'].schemas[ref.split('/').at(-1) ?? ''], ref);
  }
  assert.doesNotMatch(JSON.stringify(document), /x-french|\$defs|"\$id"/);
});

test('the page of the documentation says all of it, served from here, and its example works', async () => {
  const page = await office.visitor().get('/api/documentation');
  assert.equal(page.status, 200);
  for (const name of Object.keys(document['components'].schemas)) assert.match(page.html, new RegExp(`id="schema-${name}"`));
  for (const path of Object.keys(document['paths'])) assert.ok(page.html.includes(path.replace(/&/g, '&amp;')), path);
  for (const code of document['components'].schemas.Problem.properties.code.enum) assert.match(page.html, new RegExp(`id="erreur-${code}"`));
  assert.doesNotMatch(page.html, /(?:src|href)="https?:|<script>| style=/);
  const { token } = await newPartner(office);
  assert.equal((await deposit(office, token, EXAMPLE_DEPOSIT)).status, 201);
});

test('what an answer does not declare does not leave, whatever a service hands over', async () => {
  const app = fastify();
  atEnd(() => app.close());
  for (const schema of components()) app.addSchema(schema);
  const institution = { id: 'cci', name: 'CCI', email: 'fuite@example.org' };
  const referral = { id: 'r', institution, state: 'waiting', sent_on: '2026-11-23', expert: 'fuite' };
  const need = { id: 'n', subject: 'recruter', status: 'waiting', sent_at: '2026-11-23T09:00:00Z', comment: 'fuite', referrals: [referral] };
  const request = { id: 'd', origin: 'o', channel: 'api', deposited_at: '2026-11-23T09:00:00Z', state: 'transmitted', asked_subjects: [], needs: [need], contact_name: 'fuite' };
  app.get('/', { schema: { response: { 200: answer('FollowedRequest', '') } } }, () => request);
  const { body } = await app.inject('/');
  assert.match(body, /"CCI"/);
  assert.doesNotMatch(body, /fuite/);
});

test('a client generated from it compiles, and deposits, follows and reads', async () => {
  const folder = fromRoot('dist', 'client');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(`${folder}/openapi.json`, JSON.stringify(document));
  const run = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run(fromRoot('node_modules/oazapfts/dist/cli.js'), 'openapi.json', 'client.ts', '--futureStripLegacyMethods');
  const compile = (use: string): string => {
    writeFileSync(`${folder}/use.ts`, use);
    try {
      run(fromRoot('node_modules/typescript/bin/tsc'), 'use.ts', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', '--types', 'node', '--ignoreConfig');
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  assert.equal(compile(USE), '');
  const wrong = compile(USE.replace("subject: 'recruter'", "sujet: 'recruter'").replace('.state ===', '.etat ==='));
  assert.match(wrong, /sujet/, 'its types know the fields of the document');
  assert.match(wrong, /etat/);
  assert.equal(compile(USE), '');

  const { token } = await newPartner(office);
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const { use } = (await import(pathToFileURL(`${folder}/use.js`).href)) as { use: (base: string, token: string) => Promise<object> };
  assert.deepEqual(await use(address, token), {
    subject: true,
    commune: '80021',
    deposited: 201,
    state: 'transmitted',
    events: true,
    missing: 'not_found',
    refused: ['/needs/0/subject unknown_subject'],
  });
});

const USE = `
import * as client from './client.js';

export async function use(base: string, token: string) {
  client.defaults.baseUrl = base;
  client.defaults.headers = { authorization: 'Bearer ' + token };
  const subjects = await client.listSubjects();
  const place = await client.locatePlace({ postal_code: '80000', town: 'Amiens' });
  const commune = place.status === 200 ? place.data.commune?.code : undefined;
  const request: client.NewRequest = {
    message: 'Nous cherchons à embaucher un apprenti pour la rentrée.',
    needs: [{ subject: 'recruter' }],
    company: { name: 'Client engendré', commune: commune ?? '' },
    contact: { name: 'Contact de test', email: 'contact@entreprise.example', phone: '03 53 01 00 00' },
    consent: { given: true },
  };
  const deposited = await client.depositRequest(crypto.randomUUID(), request);
  if (deposited.status !== 201) throw new Error(JSON.stringify(deposited));
  const followed = await client.followRequest(deposited.data.id);
  const state: string = followed.status === 200 && followed.data.state === 'transmitted' ? followed.data.state : 'unknown';
  const events = await client.listEvents({ limit: 2 });
  const missing = await client.followRequest('00000000-0000-0000-0000-000000000000');
  const refused = await client.depositRequest(crypto.randomUUID(), { ...request, needs: [{ subject: 'licorne' }] });
  return {
    subject: subjects.status === 200 && subjects.data.subjects.some((one) => one.id === 'recruter'),
    commune,
    deposited: deposited.status,
    state,
    events: events.status === 200 && events.data.events.length === 2 && events.data.more,
    missing: missing.status === 404 ? missing.data.code : undefined,
    refused: refused.status === 422 ? refused.data.errors.map((one) => one.where + ' ' + one.code) : undefined,
  };
}
`;
