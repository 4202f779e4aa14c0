/** What was in service, and the way back to it. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { institutionNames } from '../../services/workshop/names.js';
import { proposeReturn } from '../../services/workshop/proposals.js';
import { contentOf, latestNumber, versionList, versionOf } from '../../store/directory-versions.js';
import { versionsView } from '../../views/steering/workshop/versions.js';
import { readListing } from '../../web/listing.js';
import { account, NotFound } from '../../web/visitors.js';

export function versionRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;

  app.get('/pilotage/annuaire/versions', async (request, reply) => {
    const listing = readListing(request.query, {});
    const [current, page] = [await latestNumber(database), await versionList(database, listing)];
    return reply.page((frame) => versionsView({ frame, listing, page, current, nameOf: institutionNames(services) }));
  });

  app.post('/pilotage/annuaire/versions/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const version = /^[1-9]\d{0,8}$/.test(id) ? await versionOf(database, Number(id)) : undefined;
    if (!version || version.number === (await latestNumber(database)) || !(await contentOf(database, version.digest))) throw new NotFound();
    const proposal = await proposeReturn(services, account(request).id, version.number);
    return reply.redirect(`/pilotage/annuaire/propositions/${proposal}?fait=proposee`, 303);
  });
}
