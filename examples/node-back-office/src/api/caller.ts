/** Who calls: a partner, by a key that is good. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashIn } from '../security/api-keys.js';
import type { Services } from '../services/index.js';
import { callerOf, type Caller } from '../store/api-keys.js';
import { linkLimit } from '../web/limits.js';
import { Problem } from './problems.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** From here on a key is asked for; keys that open nothing are counted by address. */
export function withCallers(api: FastifyInstance, { database, clock }: Services): void {
  const forged = linkLimit(clock);
  api.decorateRequest('caller', null);
  api.addHook('onRequest', async (request) => {
    forged.check(request.ip);
    const hash = hashIn(request.headers.authorization);
    request.caller = (hash && (await callerOf(database, hash, clock()))) || null;
    if (request.caller) return;
    forged.fail(request.ip);
    throw new Problem('unauthorized');
  });
}

export function caller(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('routes with callers ask for a key');
  return request.caller;
}

/** So many calls a minute of one key, in each process. */
export const limitedTo = (max: number) => ({
  rateLimit: { max, timeWindow: '1 minute', hook: 'preHandler' as const, keyGenerator: (request: FastifyRequest) => caller(request).key },
});
