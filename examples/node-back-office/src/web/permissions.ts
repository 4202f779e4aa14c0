/**
 * The one place where a route asks whether its visitor may: a route names what it does with which needs, and is not
 * reached by whoever may not. For them, it does not exist.
 */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '../library.js';
import type { Area } from '../security/areas.js';
import { actorOf, permitsOn } from '../services/access.js';
import type { Services } from '../services/index.js';
import { NotFound } from './visitors.js';

export interface Guard {
  /** As what it is asked. */
  as: Area;
  actions: readonly Action[];
  /** The needs that the address names; an address that names nothing throws `NotFound`. */
  needs(request: FastifyRequest): Promise<readonly string[]>;
}

export interface GuardedRoute extends Pick<Guard, 'as' | 'actions'> {
  method: string;
  url: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    guard?: Guard;
  }
  interface FastifyInstance {
    /** The routes that ask. */
    guarded: GuardedRoute[];
  }
}

export function permissions(app: FastifyInstance, services: Services): void {
  app.addHook('onRoute', (route) => {
    const guard = route.config?.guard;
    if (!guard) return;
    // A handler of the route runs after the hooks of its part: who may not enter that is not asked about needs.
    route.preHandler = [route.preHandler ?? [], (request: FastifyRequest) => ask(guard, request)].flat();
    if (route.method !== 'HEAD') app.guarded.push({ method: String(route.method), url: route.url, as: guard.as, actions: guard.actions });
  });

  async function ask(guard: Guard, request: FastifyRequest): Promise<void> {
    const actor = actorOf(services, request.visitor, guard.as);
    if (!actor) throw new NotFound();
    const needs = await guard.needs(request);
    const permits = await permitsOn(services.database, actor, needs);
    if (!guard.actions.every((action) => needs.every((need) => permits(action, need)))) throw new NotFound();
  }
}
