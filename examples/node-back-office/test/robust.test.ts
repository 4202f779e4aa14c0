/** What nobody should send, and settings that make no sense: an answer in French, never a raw error. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { readConfig } from '../src/config.js';
import { fromRoot } from '../src/root.js';
import { isDay } from '../src/web/input.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';

let office: TestApp;
let steering: Browser;
before(async () => {
  office = await startApp();
  steering = await office.signedIn('steering');
});

describe('addresses', () => {
  test('a day that is none is passed over', async () => {
    const adviser = await office.signedIn('adviser');
    for (const day of ['2026-02-31', '2026-13-01', '0000-00-00', '0000-01-01', '2026-2-1', 'x']) {
      assert.ok(!isDay(day), day);
      for (const query of [`du=${day}`, `au=${day}`, `du=2026-01-01&au=${day}`, `du=${day}&au=2026-01-01`]) {
        for (const page of ['/pilotage/impact', '/pilotage/impact.csv']) {
          assert.equal((await steering.get(`${page}?${query}`)).status, 200, `${page}?${query}`);
        }
        for (const page of ['/pilotage/envois', '/pilotage/journal']) assert.equal((await steering.get(`${page}?${query}`)).status, 200, `${page}?${query}`);
        for (const page of ['/conseiller', '/conseiller/portail']) assert.equal((await adviser.get(`${page}?${query}`)).status, 200, `${page}?${query}`);
      }
    }
    assert.ok(isDay('2024-02-29'));
    assert.match((await steering.get('/pilotage/impact?du=2026-01-01&au=2026-06-30')).html, /value="2026-06-30"/);
  });

  test('what does not exist is a page, beside files too', async () => {
    for (const url of ['/assets/nothing.css', '/theme/nothing.svg', '/assets/', '/assets/../package.json', '/assets/%2e%2e/package.json', '/nothing']) {
      const page = await office.visitor().get(url);
      assert.equal(page.status, 404, url);
      assert.match(page.html, /Page introuvable/, url);
    }
    assert.equal((await office.visitor().get('/assets/app.css')).status, 200);
  });

  test('what cannot be decoded is said to be unreadable', async () => {
    for (const url of ['/%E0%A4%A', '/suivi/%', '/conseiller/diagnostics/%C3%28']) {
      const page = await office.visitor().get(url);
      assert.equal(page.status, 400, url);
      assert.match(page.html, /Demande illisible/, url);
      assert.match(String(page.headers['content-type']), /text\/html/);
    }
    assert.equal((await office.visitor().get(`/suivi/${'x'.repeat(700)}`)).status < 500, true);
  });

  test('a cookie in the place of another is passed over', async () => {
    const browser = office.visitor();
    await browser.get('/connexion');
    const signed = browser.cookies.get('_csrf');
    assert.ok(signed);
    browser.cookies.set('avis', signed);
    const page = await browser.get('/connexion');
    assert.equal(page.status, 200);
    assert.match(page.html, /Se connecter|Connexion/);
    assert.ok(!browser.cookies.has('avis'));
  });

  test('words of the language are no notices', async () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      for (const url of [`/?fait=${word}`, `/?fait=${word}&fait=x`, `/?fait[${word}]=1`]) {
        const page = await office.visitor().get(url);
        assert.equal(page.status, 200, url);
        assert.doesNotMatch(page.html, /class="notice/, url);
      }
    }
  });

  test('bodies of another kind are refused in words', async () => {
    for (const [type, payload] of [['application/json', '{'], ['application/json', '{"__proto__":1}'], ['text/xml', '<a/>'], ['multipart/form-data', 'x']] as const) {
      const answer = await office.app.inject({ method: 'POST', url: '/demande', payload, headers: { 'content-type': type } });
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, type);
      assert.match(answer.body, /<h1>/, type);
    }
  });
});

describe('over the line', () => {
  /** What comes back when this is written, and nothing more. */
  async function written(app: TestApp, text: string): Promise<string> {
    const { port } = app.app.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let got = '';
      socket.on('data', (chunk) => (got += chunk.toString()));
      socket.on('close', () => resolve(got));
      socket.on('error', reject);
    });
  }

  test('a body that does not come is cut, with a word', async () => {
    const quick = await startApp({ env: { REQUEST_SECONDS: '1' } });
    await quick.app.listen({ host: '127.0.0.1', port: 0 });
    const started = Date.now();
    const answer = await written(quick, 'POST /demande HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nstory=');
    assert.ok(Date.now() - started < 10_000);
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(answer, /Connexion trop lente/);
  });

  test('what is no request is answered in words', async () => {
    const listening = await startApp();
    await listening.app.listen({ host: '127.0.0.1', port: 0 });
    assert.match(await written(listening, 'n’importe quoi\r\n\r\n'), /^HTTP\/1\.1 400 [^]*Demande illisible/);
    assert.match(await written(listening, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`), /^HTTP\/1\.1 431 /);
  });
});

describe('settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-settings-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));

  test('that make no sense are refused with a sentence', () => {
    for (const [name, value] of [
      ['SMTP_URL', 'mail.example.org'],
      ['SMTP_URL', 'http://mail.example.org'],
      ['SMTP_URL', 'smtp://'],
      ['SMTP_URL', 'smtp://mail.example.org?tls=perhaps'],
      ['DATABASE_URL', 'mysql://x/y'],
      ['MAIL_FROM', 'personne'],
      ['THEME', '/nowhere'],
      ['REGISTER', '/nowhere.csv'],
      ['REQUEST_SECONDS', '0'],
      ['LOG_LEVEL', 'loud'],
    ] as const) {
      assert.throws(
        () => readConfig({ DATA_DIR: folder, [name]: value }),
        (error: Error) => error.constructor.name === 'ConfigError' && error.message.startsWith(name) && /est|vaut|a /.test(error.message),
        `${name}=${value}`,
      );
    }
    const secret = 'smtp://user:tres-secret@'; // Not an address.
    assert.throws(() => readConfig({ DATA_DIR: folder, SMTP_URL: secret }), (error: Error) => !error.message.includes('tres-secret'));
  });

  test('a territory that is none stops the start, and says which', async () => {
    for (const zone of ['departement:999', 'nimporte', 'region:31']) {
      await assert.rejects(startApp({ env: { TERRITORY: `region:32 ${zone}` } }), (error: Error) => error.message.includes('TERRITORY') && error.message.includes(zone));
    }
    const child = spawn(process.execPath, [fromRoot('dist/src/main.js')], {
      env: { ...process.env, DATA_DIR: folder, TERRITORY: 'departement:999', PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(code, 1);
    assert.match(said, /^Réglage : TERRITORY est une liste de zones .*« departement:999 » n’en est pas une/m);
    assert.doesNotMatch(said, /\n\s+at /, 'without its inside');
  });
});

describe('the page that was wanted', () => {
  test('is kept through signing in', async () => {
    const browser = office.visitor();
    const sent = await browser.get('/pilotage/impact?par=departement');
    assert.equal(sent.location, '/connexion?vers=%2Fpilotage%2Fimpact%3Fpar%3Ddepartement');
    const form = await browser.get(sent.location);
    assert.match(form.html, /name="vers" value="\/pilotage\/impact\?par=departement"/);
    const { email, password } = { email: 'steering-1@example.org', password: 'a password for tests' };
    const wrong = await browser.post('/connexion', { email, password: 'x', vers: '/pilotage/impact?par=departement' });
    assert.match(wrong.html, /name="vers" value="\/pilotage\/impact\?par=departement"/, 'after a mistake too');
    const right = await browser.post('/connexion', { email, password, vers: '/pilotage/impact?par=departement' });
    assert.equal(right.location, '/pilotage/impact?par=departement');
    assert.equal((await browser.get('/connexion?vers=%2Fpilotage%2Fannuaire')).location, '/pilotage/annuaire');
  });

  test('is never another site, nor another role’s', async () => {
    for (const vers of ['https://evil.example', '//evil.example', '/\\evil.example', '/conseiller', '/pilotageX', '/pilotage/\\evil', 'javascript:alert(1)', '/pilotage\r\nX: y']) {
      const browser = office.visitor();
      await browser.get('/connexion');
      const right = await browser.post('/connexion', { email: 'steering-1@example.org', password: 'a password for tests', vers });
      assert.equal(right.location, '/pilotage', vers);
    }
  });
});
