/** A telephone that shows codes. */

import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../src/security/sessions.js';
import { saveAccount } from '../../src/store/accounts.js';
import { PASSWORD, type Browser, type TestApp } from './app.js';
import type { Page } from './browser.js';

/** The code that a device shows, `steps` of thirty seconds from then. */
export function codeAt(secret: string, at: Date, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() + steps * 30_000 });
}

/** The key that a page shows, and what its form carries. */
export function enrolmentIn({ html }: Page): { secret: string; enrolment: string } {
  const secret = /<code class="key">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '');
  const enrolment = /name="enrolment" value="([^"]+)"/.exec(html)?.[1];
  assert.ok(secret && enrolment, html);
  return { secret, enrolment };
}

/** The recovery codes that a page shows. */
export const codesIn = ({ html }: Page): string[] => [...html.matchAll(/<code>([0-9a-z]{4}(?:-[0-9a-z]{4}){3})<\/code>/g)].map((match) => match[1] ?? '');

export const SECONDS = 1 / 86_400;

/** An account that nobody has signed in with. */
export async function added(office: TestApp, name: string, role: Role = 'adviser'): Promise<{ id: string; email: string }> {
  const email = `${name}@example.org`;
  return { id: await saveAccount(office.database, { email, name, role, password: PASSWORD }, office.services.clock()), email };
}

/** Gives the password; the answer says where to go on. */
export async function knock(office: TestApp, email: string, wanted = ''): Promise<{ browser: Browser; location: string }> {
  const browser = office.visitor();
  await browser.get('/connexion');
  const { status, location, html } = await browser.post('/connexion', { email, password: PASSWORD, ...(wanted && { vers: wanted }) });
  assert.equal(status, 303, html);
  return { browser, location };
}

/** Somebody who is in brings a device. */
export async function bring(office: TestApp, browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const { secret, enrolment } = enrolmentIn(await browser.get('/compte/second-facteur'));
  const page = await browser.post('/compte/second-facteur', { suite: 'activer', enrolment, current: PASSWORD, code: codeAt(secret, office.services.clock()) });
  assert.match(page.html, /Vos codes de secours/);
  return { secret, codes: codesIn(page) };
}
