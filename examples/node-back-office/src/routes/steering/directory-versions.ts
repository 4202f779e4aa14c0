/** What was in service, and the way back to it. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { institutionNames } from '../../services/workshop/names.js';
import { proposeReturn } from '../../services/workshop/proposals.js';
import { contentOf, latestNumber, versionOf, versionRows } from '../../store/directory-versions.js';
import { PER_PAGE } from '../../views/parts/pages.js';
import { versionsView } from '../../views/steering/workshop/versions.js';
import { textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function versionRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;

  app.get('/pilotage/annuaire/versions', async (request, reply) => {
    const current = await latestNumber(database);
    // Numbers have no gaps: there are as many versions.
    const pages = Math.max(1, Math.ceil(current / PER_PAGE));
    const wanted = Number(/^[1-9]\d{0,5}$/.exec(textOf(request.query, 'page', 6))?.[0] ?? 1);
    const page = Math.min(wanted, pages);
    const versions = await versionRows(database, PER_PAGE, (page - 1) * PER_PAGE);
    return reply.page((frame) => versionsView({ frame, versions, current, page, pages, nameOf: institutionNames(services) }));
  });

  app.post('/pilotage/annuaire/versions/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const version = /^[1-9]\d{0,8}$/.test(id) ? await versionOf(database, Number(id)) : undefined;
    if (!version || version.number === (await latestNumber(database)) || !(await contentOf(database, version.digest))) throw new NotFound();
    const proposal = await proposeReturn(services, account(request).id, version.number);
    return reply.redirect(`/pilotage/annuaire/propositions/${proposal}?fait=proposee`, 303);
  });
}
