/** Partners: who may deposit by the API or has a page, and what goes to them. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import { add, decide, type Shown } from '../../services/partners/steering.js';
import type { Services } from '../../services/index.js';
import { keysOf } from '../../store/api-keys.js';
import { allPartners, partnerById, type Partner } from '../../store/partners.js';
import { webhooksOf } from '../../store/webhooks.js';
import type { Errors } from '../../views/forms.js';
import { partnerView } from '../../views/steering/partner.js';
import { partnersView } from '../../views/steering/partners.js';
import { isUuid, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function partnerRoutes(app: FastifyInstance, services: Services): void {
  const { database, config } = services;

  app.get('/pilotage/partenaires', async (_request, reply) => {
    const partners = await allPartners(database);
    return reply.page((frame) => partnersView({ frame, partners }));
  });

  app.post('/pilotage/partenaires', async (request, reply) => {
    const added = await add(services, request.body, `account:${account(request).id}`);
    if ('id' in added) return reply.redirect(`/pilotage/partenaires/${added.id}`, 303);
    const partners = await allPartners(database);
    const values = { name: textOf(request.body, 'name', 80), slug: textOf(request.body, 'slug', 60) };
    return reply.code(422).page((frame) => partnersView({ frame, partners, values, errors: added.errors }));
  });

  app.get('/pilotage/partenaires/:id', async (request, reply) => page(reply, await found(request.params)));

  app.post('/pilotage/partenaires/:id', async (request, reply) => {
    const partner = await found(request.params);
    const decided = await decide(services, partner, textOf(request.body, 'suite', 20), request.body, `account:${account(request).id}`);
    if (decided.is === 'nothing') throw new NotFound();
    if (decided.is === 'refused') return page(reply.code(422), partner, { errors: decided.errors, body: request.body });
    // What is shown once is shown here: neither an address nor a cookie holds it.
    if (decided.shown) return page(reply, partner, { shown: decided.shown });
    return reply.redirect(`/pilotage/partenaires/${partner.id}?fait=${decided.told}`, 303);
  });

  async function page(reply: FastifyReply, partner: Partner, more: { shown?: Shown; errors?: Errors; body?: unknown } = {}) {
    const keys = await keysOf(database, partner.id);
    const webhooks = await webhooksOf(database, partner.id);
    const { body, ...rest } = more;
    const values = body === undefined ? {} : Object.fromEntries(['key_name', 'origin', 'url', 'frames'].map((name) => [name, textOf(body, name, 4000)]));
    return reply.page((frame) => partnerView({ frame, partner, keys, webhooks, baseUrl: config.baseUrl, values, ...rest }));
  }

  async function found(params: unknown): Promise<Partner> {
    const { id } = params as { id: string };
    const partner = isUuid(id) ? await partnerById(database, id) : undefined;
    if (!partner) throw new NotFound();
    return partner;
  }
}
