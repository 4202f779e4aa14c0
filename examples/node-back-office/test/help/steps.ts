/** What tests do often: a company asks, an adviser makes a diagnosis, an expert opens a link. */

import assert from 'node:assert/strict';
import type { TestApp } from './app.js';
import type { Browser, Fields, Page } from './browser.js';

export const STORY = 'Nous cherchons à embaucher un apprenti pour la rentrée, nous ne trouvons pas de candidats.';

/** A subject with experts in Amiens. */
export const SUBJECT = 'recruter';

let companies = 0;

/** A company, each time another, asks by the portal; the answer is the address where it follows its request. */
export async function ask(browser: Browser, fields: Fields = {}): Promise<string> {
  await browser.get('/');
  const base = { story: STORY, commune: 'Amiens' };
  const second = await browser.post('/demande', { ...base, ...fields });
  assert.equal(second.status, 200, second.html);
  const sent = await browser.post('/demande/envoi', {
    ...base,
    subjects: [SUBJECT],
    company: `Boulangerie de test ${(companies += 1)}`,
    name: 'Contact de test',
    phone: '03 53 01 00 00',
    email: 'contact@entreprise.example',
    consent: 'oui',
    ...(typeof fields['siret'] === 'string' && { own_company: fields['siret'].replaceAll(' ', '') }),
    ...fields,
  });
  assert.equal(sent.status, 303, sent.html);
  const link = await browser.linkToConfirm();
  return link ? confirm(browser, link) : sent.location;
}

/** A company confirms its address by the link of its message: nobody is alerted before. */
export async function confirm(browser: Browser, link: string): Promise<string> {
  const page = await browser.get(link);
  if (page.status === 303) return page.location;
  const confirmed = await browser.post(link, { shown: browser.shown });
  assert.equal(confirmed.status, 303, confirmed.html);
  return confirmed.location;
}

/** An adviser makes a diagnosis up to the draft; the answer is its address. */
export async function draft(adviser: Browser, needs: Fields = {}, company: Fields = {}): Promise<string> {
  await adviser.get('/conseiller/entreprise');
  const described = await adviser.post('/conseiller/entreprise', {
    name: 'Menuiserie de test',
    commune: 'Amiens',
    headcount_band: '02',
    ...company,
  });
  assert.equal(described.status, 303, described.html);
  await adviser.follow(described);
  const address = described.location.replace(/\/besoins$/, '');
  const saved = await adviser.post(`${address}/besoins`, { subjects: [SUBJECT], suite: 'contact', ...needs });
  assert.equal(saved.status, 303, saved.html);
  return address;
}

export const CONTACT = {
  name: 'Contact de test',
  job: 'Gérant',
  phone: '03 53 01 00 00',
  email: 'contact@entreprise.example',
  agreed: 'oui',
};

/** An adviser reads what will leave, and sends it. */
export async function send(adviser: Browser, address: string, fields: Fields = {}): Promise<Page> {
  await adviser.get(`${address}/contact`);
  return adviser.post(`${address}/envoi`, { ...CONTACT, shown: adviser.shown, ...fields });
}

/** The same, sent. */
export async function diagnose(adviser: Browser, needs: Fields = {}, company: Fields = {}): Promise<string> {
  const address = await draft(adviser, needs, company);
  const sent = await send(adviser, address);
  assert.equal(sent.status, 303, sent.html);
  return address;
}

/** The links to experts that wait in the outbox, by recipient, the latest first. */
export async function expertLinks(test: TestApp): Promise<{ recipient: string; link: string }[]> {
  await test.services.worker.drain();
  const rows = await test.database.query<{ recipient: string; body_text: string }>(
    `select recipient, body_text from outbox where body_text like '%/e/%' order by id desc`,
  );
  return rows.map((row) => ({ recipient: row.recipient, link: linkIn(row.body_text, 'e') }));
}

export function linkIn(text: string, kind: 'e' | 'suivi'): string {
  const link = new RegExp(`https?://[^\\s]+(/${kind}/[A-Za-z0-9_.-]+)`).exec(text)?.[1];
  assert.ok(link, `no link in: ${text}`);
  return link;
}

/** An expert opens a link; the answer is a browser on the need, and its address. */
export async function openLink(test: TestApp, link: string): Promise<{ expert: Browser; address: string; html: string }> {
  const expert = test.visitor();
  const opened = await expert.get(link);
  assert.equal(opened.status, 303, opened.html);
  const page = await expert.get(opened.location);
  assert.equal(page.status, 200);
  return { expert, address: opened.location, html: page.html };
}

export const seqIn = (html: string): string => /name="seq" value="(\d+)"/.exec(html)?.[1] ?? '';

/** An expert answers. */
export async function reply(expert: Browser, address: string, fields: Fields): Promise<string> {
  const page = await expert.get(address);
  const answered = await expert.follow(await expert.post(address, { seq: seqIn(page.html), ...fields }));
  return answered.html;
}
