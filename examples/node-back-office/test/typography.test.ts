/** French spaces and apostrophes, set on the way out; what people may send again stays as they wrote it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { french, typeset } from '../src/views/typography.js';
import { startApp } from './help/app.js';

test('spaces before marks, within quotes, in numbers; apostrophes', () => {
  const cases: [string, string][] = [
    ['Pourquoi ? Voici : « oui » ; non !', 'Pourquoi\u202f? Voici\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f!'],
    ['5 % de 10 000 € et 1 234 567', '5\u00a0% de 10\u202f000\u00a0€ et 1\u202f234\u202f567'],
    ["l'aide qu'on a", 'l’aide qu’on a'],
    ['Vraiment ?!', 'Vraiment\u202f?!'],
    // Neither are thousands, nor are these marks of a sentence.
    ['03 53 01 00 00', '03 53 01 00 00'],
    ['000 000 026 00013', '000 000 026 00013'],
    ['en 2026 250 personnes', 'en 2026 250 personnes'],
    ['10:30 https://example.org/?a=b', '10:30 https://example.org/?a=b'],
    ['d’après « l’annuaire »', 'd’après «\u00a0l’annuaire\u00a0»'],
  ];
  for (const [typed, set] of cases) assert.equal(french(typed), set);
  for (const [, set] of cases) assert.equal(french(set), set, 'what is set is not set again');
});

test('a page is set, and nothing that may come back with a form', () => {
  assert.equal(
    typeset(`<p title="Quoi ?">Quoi ? &amp; <strong>Sans</strong> : rien</p><input value="Quoi ?" placeholder="Où ?"/><textarea>Quoi ? l'an</textarea><code>a ; b</code><a href="/?x=l'a ?">l'a</a>`),
    `<p title="Quoi\u202f?">Quoi\u202f? &amp; <strong>Sans</strong>\u00a0: rien</p><input value="Quoi ?" placeholder="Où\u202f?"/><textarea>Quoi ? l'an</textarea><code>a ; b</code><a href="/?x=l'a ?">l’a</a>`,
  );
  assert.equal(typeset('<p>a &lt; b &quot; ; c</p>'), '<p>a &lt; b &quot;\u202f; c</p>');
  assert.equal(typeset('<textarea>x</textarea><p>Oui !</p>'), '<textarea>x</textarea><p>Oui\u202f!</p>');
});

test('words come back from a form as they were written', async () => {
  const office = await startApp();
  const visitor = office.visitor();
  await visitor.get('/');
  const story = "Pourquoi ? L'apprenti : 10 000 € ; 5 %";
  const answer = await office.app.inject({ method: 'POST', url: '/demande', headers: { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: visitor.token, story, commune: 'Amiens (80000)' }).toString() });
  assert.equal(answer.statusCode, 200);
  assert.ok(answer.body.includes(`name="story" value="${story}"`), 'it is sent on as it came');
  assert.ok(answer.body.includes('Pourquoi\u202f? L’apprenti\u00a0: 10\u202f000\u00a0€\u202f; 5\u00a0%'), 'it is shown as French is set');
});
