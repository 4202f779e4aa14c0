/** Questions of subjects: by yes or no, or by choices. From the form to the experts, and to whatever shows an answer. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import type { Question } from '../src/library.js';
import { fromRoot } from '../src/root.js';
import { acceptedAnswers, answerCards, readAnswers } from '../src/services/questions.js';
import { answerText } from '../src/views/labels.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { ask, diagnose, draft, expertLinks, openLink } from './help/steps.js';
import { onPage } from './help/on-page.js';

const SUBJECT = 'financer-projet';
const AMOUNT = 'montant_restant_a_financer';
const LOAN = 'financement_bancaire_envisage';
const LESS = 'moins_de_10k';
const MORE = '10k_ou_plus';
/** An institution that takes projects of 10 000 € or more. */
const BANQUE = 'banque-de-france';
/** One that takes projects of any amount, with a loan. */
const INITIATIVE = 'reseau-initiative';

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
});

/** What a form answers for the subject. */
const asked = (amount: string | readonly string[], loan = 'oui') => ({
  subjects: [SUBJECT],
  [`answer:${AMOUNT}`]: amount,
  [`answer:${LOAN}`]: loan,
});

/** The fieldset of a question. */
const fieldsetOf = (html: string, question: string): string => {
  const all = html.match(/<fieldset class="question.*?<\/fieldset>/gs) ?? [];
  return all.find((one) => one.includes(`name="answer:${question}"`)) ?? '';
};

/** The values of a question that are ticked. */
const tickedIn = (html: string, question: string): string[] =>
  [...fieldsetOf(html, question).matchAll(/<input [^>]*?value(?:="([^"]*)")? checked/g)].map((match) => match[1] ?? '');

const idOf = (address: string): string => address.split('/').at(-1) ?? '';

async function stored(diagnosis: string): Promise<unknown> {
  const rows = await office.database.query<{ answers: unknown }>('select answers from needs where diagnosis_id = $1', [diagnosis]);
  return rows[0]?.answers;
}

/** The institutions of the experts that a part of a page proposes. */
function institutionsIn(html: string): Set<string | undefined> {
  const { library } = office.services.directory;
  return new Set(
    [...html.matchAll(/name="experts:[^"]+" value="([^"]+)" checked/g)].map(([, id = '']) => {
      const expert = library.expert(id);
      return expert && library.institutionOf(expert)?.id;
    }),
  );
}

const sentTo = async (diagnosis: string): Promise<Set<string>> =>
  new Set(
    (
      await office.database.query<{ institution: string }>(
        'select institution from referrals join needs on needs.id = need_id where diagnosis_id = $1',
        [diagnosis],
      )
    ).map((row) => row.institution),
  );

/** The link to the expert who has a need of a diagnosis with one institution, and the e-mail that brought it. */
async function mailTo(diagnosis: string, institution: string) {
  await office.services.worker.drain();
  const [mail] = await office.database.query<{ recipient: string; body_text: string; body_html: string }>(
    `select outbox.recipient, body_text, body_html from outbox
       join referrals on key like 'expert_new_need:%' and referrals.id = any(outbox.referrals)
       join needs on needs.id = referrals.need_id
      where needs.diagnosis_id = $1 and institution = $2`,
    [diagnosis, institution],
  );
  assert.ok(mail, 'an e-mail was written');
  const link = (await expertLinks(office)).find((one) => one.recipient === mail.recipient && mail.body_text.includes(one.link));
  return { mail, link: link?.link ?? '' };
}

describe('by themselves', () => {
  const YES_OR_NO: Question = { id: 'premier', label: 'Premier ?', choices: [] };
  const CONTACT: Question = {
    id: 'contact',
    label: 'Comment ?',
    choices: [
      { id: 'tel', label: 'Par téléphone' },
      { id: 'visio', label: 'En visio' },
      { id: 'la', label: 'Sur place' },
    ],
  };
  const questions = [YES_OR_NO, CONTACT];

  test('a form answers what its questions offer, and nothing else', () => {
    const read = (premier?: unknown, contact?: unknown) =>
      readAnswers(questions, { 'answer:premier': premier, 'answer:contact': contact, 'answer:autre': 'oui' });
    assert.deepEqual(read('oui', 'tel'), { premier: true, contact: ['tel'] });
    assert.deepEqual(read('non', ['la', 'tel', 'la']), { premier: false, contact: ['tel', 'la'] });
    assert.deepEqual(read('', []), {});
    assert.deepEqual(read(undefined, undefined), {});
    // Forged, or sent from a page that an older directory made.
    assert.deepEqual(read('peut-être', ['tel', 'pigeon']), { contact: ['tel'] });
    assert.deepEqual(read('tel', 'oui'), {});
    assert.deepEqual(read({ oui: 1 }, [{ tel: 1 }, 'pigeon']), {});
  });

  test('a stored answer that its question does not take leaves it open', () => {
    assert.deepEqual(acceptedAnswers(questions, { premier: false, contact: 'visio' }), { premier: false, contact: ['visio'] });
    assert.deepEqual(acceptedAnswers(questions, { premier: 'tel', contact: true, autre: true }), {});
    assert.deepEqual(acceptedAnswers(questions, { premier: ['tel'], contact: ['visio', 'pigeon'] }), { contact: ['visio'] });
    assert.deepEqual(acceptedAnswers(questions, { contact: 'pigeon' }), {});
  });

  test('choices are shown by their labels', () => {
    const cards = answerCards(questions, { contact: ['la', 'tel'], premier: true });
    assert.deepEqual(cards, [
      { question: 'Premier ?', answer: true },
      { question: 'Comment ?', answer: ['Par téléphone', 'Sur place'] },
    ]);
    assert.deepEqual(cards.map((card) => answerText(card.answer)), ['Oui', 'Par téléphone, Sur place']);
    assert.deepEqual([answerText(false), answerText('En visio')], ['Non', 'En visio']);
    assert.deepEqual(answerCards(questions, { premier: 'tel', contact: false }), []);
  });
});

describe('the adviser', () => {
  test('ticks choices in a group that says so; yes or no stays as it was', async () => {
    const page = await adviser.get(`${await draft(adviser)}/besoins`);
    const choices = fieldsetOf(page.html, AMOUNT);
    assert.match(choices, /^<fieldset class="question choices"><legend>Quel est le montant [^<]*<small[^>]*>Plusieurs réponses possibles\. /);
    assert.equal((choices.match(/type="checkbox"/g) ?? []).length, 2);
    for (const label of ['Moins de 10 000 €', '10 000 € ou plus']) assert.ok(choices.includes(`${label}</label>`), label);
    assert.doesNotMatch(choices, /type="radio"|Oui|checked/);
    const yesOrNo = fieldsetOf(page.html, LOAN);
    assert.equal((yesOrNo.match(/type="radio"/g) ?? []).length, 3);
    assert.deepEqual(tickedIn(page.html, LOAN), [''], 'not known');
    assert.doesNotMatch(yesOrNo, /Plusieurs réponses/);
  });

  test('an expert whose institution takes one choice alone is proposed for it, and for it alone', async () => {
    const address = await draft(adviser);
    const proposed = async (amount: string | readonly string[]) =>
      institutionsIn((await adviser.post(`${address}/apercu`, { preview: SUBJECT, ...asked(amount) })).html);
    const less = await proposed(LESS);
    assert.deepEqual([less.has(BANQUE), less.has(INITIATIVE)], [false, true]);
    // One in common is enough, and what is not known excludes nobody.
    for (const amount of [MORE, [LESS, MORE], []]) {
      const found = await proposed(amount);
      assert.deepEqual([found.has(BANQUE), found.has(INITIATIVE)], [true, true], String(amount));
    }
  });

  test('what is ticked is stored, comes back, and decides who is alerted', async () => {
    const address = await draft(adviser, asked(LESS));
    assert.deepEqual(await stored(idOf(address)), { [AMOUNT]: [LESS], [LOAN]: true });
    const page = await adviser.get(`${address}/besoins`);
    assert.deepEqual([tickedIn(page.html, AMOUNT), tickedIn(page.html, LOAN)], [[LESS], ['oui']]);
    assert.ok(!institutionsIn(page.html).has(BANQUE));

    const less = await sentTo(idOf(await diagnose(adviser, asked(LESS))));
    assert.deepEqual([less.has(BANQUE), less.has(INITIATIVE)], [false, true]);
    const both = await diagnose(adviser, asked([MORE, LESS]));
    assert.deepEqual(await stored(idOf(both)), { [AMOUNT]: [LESS, MORE], [LOAN]: true });
    assert.ok((await sentTo(idOf(both))).has(BANQUE));
  });

  test('a form that comes back with an error keeps what was answered', async () => {
    const address = await draft(adviser);
    const page = await adviser.post(`${address}/besoins`, {
      ...asked([LESS, MORE], 'non'),
      subjects: [],
      [`comment:${SUBJECT}`]: 'Un four à pain.',
      suite: 'contact',
    });
    assert.equal(page.status, 422);
    assert.match(page.html, /Cochez au moins un besoin/);
    assert.deepEqual([tickedIn(page.html, AMOUNT), tickedIn(page.html, LOAN)], [[LESS, MORE], ['non']]);
    assert.match(page.html, /Un four à pain\./);
    assert.doesNotMatch(page.html, /name="subjects" value="[^"]+" checked/);
  });

  test('a choice that is not offered is not kept', async () => {
    const address = await draft(adviser, asked([LESS, 'un_million', 'oui'], LESS));
    assert.deepEqual(await stored(idOf(address)), { [AMOUNT]: [LESS] });
    const forged = await draft(adviser, asked('un_million', '<script>'));
    assert.deepEqual(await stored(idOf(forged)), {});
    assert.equal((await adviser.get(`${forged}/besoins`)).status, 200);
    assert.equal((await adviser.post(`${forged}/apercu`, { preview: SUBJECT, ...asked('un_million') })).status, 200);
  });
});

describe('the company', () => {
  const STORY = 'Nous voulons financer un projet d’investissement : une nouvelle machine.';
  const AMIENS = { story: STORY, commune: 'Amiens' };

  test('ticks choices, and sees at once who will call', async () => {
    const browser = office.visitor();
    await browser.get('/');
    const page = await browser.post('/demande', AMIENS);
    assert.match(fieldsetOf(page.html, AMOUNT), /Plusieurs réponses possibles.*type="checkbox"/s);
    const { library } = office.services.directory;
    const callers = async (amount: string): Promise<boolean> => {
      const part = await browser.post('/demande/apercu', { ...AMIENS, preview: SUBJECT, ...asked(amount) });
      const experts = library.directory.experts.filter((expert) => library.institutionOf(expert)?.id === BANQUE);
      return experts.some((expert) => part.html.includes(`<li>${onPage(expert.name)}</li>`));
    };
    assert.deepEqual([await callers(MORE), await callers(LESS), await callers('un_million')], [true, false, true]);
  });

  test('what it ticked comes back with an error, is stored, and decides who is alerted', async () => {
    const browser = office.visitor();
    await browser.get('/');
    const page = await browser.post('/demande/envoi', { ...AMIENS, ...asked([LESS, 'un_million']), company: 'Atelier' });
    assert.equal(page.status, 422);
    assert.deepEqual([tickedIn(page.html, AMOUNT), tickedIn(page.html, LOAN)], [[LESS], ['oui']]);

    await ask(browser, { ...AMIENS, ...asked([LESS, 'un_million']), company: 'Atelier des choix' });
    const [row] = await office.database.query<{ id: string }>(
      `select id from diagnoses where company_name = 'Atelier des choix'`,
    );
    assert.deepEqual(await stored(row?.id ?? ''), { [AMOUNT]: [LESS], [LOAN]: true });
    const sent = await sentTo(row?.id ?? '');
    assert.deepEqual([sent.has(BANQUE), sent.has(INITIATIVE)], [false, true]);
  });
});

describe('the expert', () => {
  test('reads the labels of what was chosen, on their page and in their e-mail', async () => {
    for (const [amount, text] of [
      [[MORE], '10 000 € ou plus'],
      [[LESS, MORE], 'Moins de 10 000 €, 10 000 € ou plus'],
    ] as const) {
      const { mail, link } = await mailTo(idOf(await diagnose(adviser, asked(amount))), INITIATIVE);
      const { html } = await openLink(office, link);
      const { label = '' } = office.services.directory.library.subject(SUBJECT)?.questions.find((one) => one.id === AMOUNT) ?? {};
      assert.ok(html.includes(`${onPage(label)} <strong>${text}</strong>`), html);
      assert.ok(mail.body_text.includes(`${label} ${text}`), mail.body_text);
      assert.ok(mail.body_html.includes(`<strong>${text}</strong>`), mail.body_html);
      for (const shown of [html, mail.body_text, mail.body_html]) {
        assert.doesNotMatch(shown, /moins_de_10k|10k_ou_plus/);
        assert.match(shown, /financement bancaire pour votre projet \?.*Oui/s);
      }
    }
  });
});

describe('answers of another directory', () => {
  test('leave their questions open, and break no page', async () => {
    const answers = { [AMOUNT]: true, [LOAN]: [LESS], question_disparue: true };
    const address = await draft(adviser, { subjects: [SUBJECT] });
    await office.database.query('update needs set answers = $1 where diagnosis_id = $2', [JSON.stringify(answers), idOf(address)]);
    const page = await adviser.get(`${address}/besoins`);
    assert.equal(page.status, 200);
    assert.deepEqual([tickedIn(page.html, AMOUNT), tickedIn(page.html, LOAN)], [[], ['']]);
    const found = institutionsIn(page.html);
    assert.deepEqual([found.has(BANQUE), found.has(INITIATIVE)], [true, true], 'what is open excludes nobody');

    const contact = await adviser.get(`${address}/contact`);
    assert.equal(contact.status, 200);
    const sent = await adviser.post(`${address}/envoi`, { name: 'Contact', phone: '03 53 01 00 00', agreed: 'oui', shown: adviser.shown });
    assert.equal(sent.status, 303, sent.html);
    assert.equal((await adviser.follow(sent)).status, 200);
    const { mail, link } = await mailTo(idOf(address), BANQUE);
    const { html } = await openLink(office, link);
    for (const shown of [html, mail.body_text, mail.body_html]) assert.doesNotMatch(shown, /montant qu.il reste|financement bancaire pour|moins_de_10k/);
  });

  test('a directory that asks otherwise is put in service over drafts and needs that were sent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aiguillage-questions-'));
    atEnd(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(fromRoot('../hauts-de-france'), folder, { recursive: true });
    const moved = await startApp({ env: { DIRECTORY: folder } });
    const own = await moved.signedIn('adviser');
    const kept = await draft(own, asked([LESS]));
    const gone = await diagnose(own, asked([LESS, MORE]));
    const [link] = await expertLinks(moved);

    // By yes or no from now on, and nobody asks for an answer.
    writeFileSync(join(folder, 'choices.csv'), 'question,id,label\n');
    writeFileSync(join(folder, 'answer_groups.csv'), `owner_kind,owner,subject,answers\ninstitution,${BANQUE},${SUBJECT},${AMOUNT}=oui\n`);
    assert.equal(await moved.services.directory.reload(), 'in_service', JSON.stringify(moved.services.directory.findings));
    const page = await own.get(`${kept}/besoins`);
    assert.equal(page.status, 200);
    assert.deepEqual(tickedIn(page.html, AMOUNT), ['']);
    assert.ok(institutionsIn(page.html).has(BANQUE));
    assert.equal((await own.get(`${kept}/contact`)).status, 200);
    assert.equal((await own.get(gone)).status, 200);
    const { html } = await openLink(moved, link?.link ?? '');
    assert.doesNotMatch(html, /montant qu.il reste/);
    // A page that was open meanwhile sends a choice: it is no longer an answer, and not a no.
    await own.get(`${kept}/besoins`);
    await own.post(`${kept}/besoins`, asked([LESS]));
    const rows = await moved.database.query<{ answers: unknown }>('select answers from needs where diagnosis_id = $1', [idOf(kept)]);
    assert.deepEqual(rows[0]?.answers, { [LOAN]: true });
  });
});
