/** Partners as steering makes them: with keys, a page and receivers. */

import assert from 'node:assert/strict';
import { newKey } from '../../src/security/api-keys.js';
import { addKey } from '../../src/store/api-keys.js';
import { addPartner, takeOrigin } from '../../src/store/partners.js';
import type { TestApp } from './app.js';

export interface TestPartner {
  id: string;
  slug: string;
  token: string;
}

let partners = 0;

/** A partner with a key. */
export async function newPartner({ database, services }: TestApp, origin?: string): Promise<TestPartner> {
  const slug = `partenaire-${(partners += 1)}`;
  const { token, ...kept } = newKey();
  const id = await database.transaction(async (tx) => {
    const added = await addPartner(tx, `Partenaire ${partners}`, slug, services.clock());
    if (!added) throw new Error('the partner was there before');
    if (origin) await takeOrigin(tx, added, origin);
    await addKey(tx, added, { name: 'Essai', origin: origin ?? slug }, { token, ...kept }, services.clock());
    return added;
  });
  return { id, slug, token };
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: { [name: string]: any };
}

/** Calls the API with a key. */
export async function call(
  { app }: TestApp,
  token: string | undefined,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

let deposits = 0;

/** A request that can be deposited; each time of another company. */
export function aRequest(changes: Record<string, unknown> = {}): { [name: string]: any } {
  deposits += 1;
  return {
    message: 'Nous cherchons à embaucher un apprenti pour la rentrée, nous ne trouvons pas de candidats.',
    needs: [{ subject: 'recruter' }],
    company: { name: `Entreprise déposée ${deposits}`, postal_code: '80000', town: 'Amiens', headcount_band: '02' },
    contact: { name: 'Contact de test', email: `contact-${deposits}@entreprise.example`, phone: '03 53 01 00 00' },
    consent: { given: true },
    ...changes,
  };
}

export const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });

/** Deposits a request. */
export const deposit = (test: TestApp, token: string, body: unknown = aRequest(), key: string = crypto.randomUUID()): Promise<ApiAnswer> =>
  call(test, token, 'POST', '/requests', body, keyed(key));

/** Checks that an object holds these values, whatever else it holds. */
export function holds(actual: object, expected: Record<string, unknown>): void {
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, (actual as Record<string, unknown>)[name]]));
  assert.deepEqual(found, expected);
}
