/** Who calls: a partner, by a key that is good. */

import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
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

/**
 * From here on a key is asked for; keys that open nothing are counted by address, and all calls of one that is good
 * together, in each process and before their bodies are read.
 */
export function withCallers(api: FastifyInstance, { database, clock, config }: Services): void {
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
  // A limit in the routes' own settings would count each route by itself.
  api.addHook('onRequest', api.rateLimit(perMinute(config.apiPerMinute)));
}

export function caller(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('routes with callers ask for a key');
  return request.caller;
}

/** Fewer calls a minute to the routes that this hook is given to: the plugin counts a request against one limit only. */
export function limitedTo(api: FastifyInstance, max: number): onRequestAsyncHookHandler {
  const limit = api.createRateLimit(perMinute(max));
  return async (request, reply) => {
    const counted = await limit(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', counted.ttlInSeconds);
    throw new Problem('too_many');
  };
}

/** So many calls a minute of one key. */
const perMinute = (max: number) => ({ max, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => caller(request).key });
