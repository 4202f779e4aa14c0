/** The deposit of a partner: through the portal's own door, and once for each key that the partner gives it. */

import { createHmac, hkdfSync } from 'node:crypto';
import type { Caller } from '../../store/api-keys.js';
import { keepDeposit, keptDeposit, type KeptDeposit } from '../../store/deposits.js';
import type { Services } from '../index.js';
import { receive } from '../reception.js';
import { KeyReused, Refused } from './faults.js';
import { readRequest, type NewRequest } from './reading.js';

export interface Deposited {
  answer: object;
  /** Whether it was deposited before, under the same key. */
  repeated: boolean;
}

/** Somebody else's deposit had the key while ours was under way. */
class KeyTaken extends Error {}

export async function deposit(services: Services, caller: Caller, key: string, given: NewRequest): Promise<Deposited> {
  const { database, clock, config } = services;
  const { partner, partnerName: name, origin } = caller;
  const digest = digestOf(config.secret, { origin, given });
  const before = async (): Promise<Deposited | undefined> => repeated(await keptDeposit(database, partner, key, clock()), digest);

  // Before anything is read: what was accepted once is, whatever the directory has become.
  const known = await before();
  if (known) return known;
  const { needs, ...asked } = await readRequest(services, given);
  let answer: object = {};
  try {
    const through = { partner, name, origin, channel: 'api', reference: given.reference } as const;
    const id = await receive(services, { ...asked, through }, needs, async (tx, request) => {
      answer = {
        id: request,
        origin,
        ...(given.reference && { reference: given.reference }),
        deposited_at: clock().toISOString(),
        awaits_confirmation: config.confirmAddress,
      };
      if (!(await keepDeposit(tx, { partner, key, digest, request, answer }, clock()))) throw new KeyTaken();
    });
    if (id !== undefined) return { answer, repeated: false };
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
  }
  const meanwhile = await before();
  if (meanwhile) return meanwhile;
  throw new Refused([
    {
      code: 'mailbox_full',
      where: '/contact/email',
      detail: 'Trois demandes attendent déjà que cette adresse les confirme.',
      hint: 'L’entreprise ouvre l’un des liens qu’elle a reçus ; ou essayez demain.',
    },
  ]);
}

function repeated(kept: KeptDeposit | undefined, digest: string): Deposited | undefined {
  if (!kept) return undefined;
  if (kept.digest !== digest) throw new KeyReused();
  return { answer: kept.answer, repeated: true };
}

/** Tells deposits apart, and tells nothing of what they hold to who does not have the service's secret. */
function digestOf(secret: string, given: unknown): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'deposits', 32));
  return createHmac('sha256', key).update(canonical(given)).digest('base64url');
}

/** The same text for the same JSON, in whatever order its fields stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
