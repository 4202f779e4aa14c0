/** Signatures of Standard Webhooks: over the id, the instant and the very bytes of the body. */

import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Webhook } from '../store/webhooks.js';

/** For how many hours the secret of before signs as well. */
export const FORMER_HOURS = 48;

export const newSalt = (): string => randomBytes(24).toString('base64url');

/** The key of a receiver. It follows from the service's own secret, so that the database holds none. */
function keyOf(secret: string, webhook: string, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `webhook:${webhook}`, 32));
}

/** The secret as a partner is given it. */
export const secretOf = (secret: string, webhook: string, salt: string): string =>
  `whsec_${keyOf(secret, webhook, salt).toString('base64')}`;

export function signedHeaders(
  secret: string,
  { id, salt, former_salt: formerSalt, former_until: formerUntil }: Webhook,
  event: string,
  body: string,
  now: Date,
): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const salts = [salt, ...(formerSalt && formerUntil && formerUntil > now ? [formerSalt] : [])];
  const signatures = salts.map((one) => createHmac('sha256', keyOf(secret, id, one)).update(`${event}.${seconds}.${body}`).digest('base64'));
  return {
    'webhook-id': event,
    'webhook-timestamp': `${seconds}`,
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  };
}
