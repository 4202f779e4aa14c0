/** What managers of cooperations do: they follow the needs that their sites and campaigns brought, and no company. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { labels } from '../library.js';
import { actorOf, permitsOn } from '../services/access.js';
import { historyOf } from '../services/history.js';
import type { Services } from '../services/index.js';
import { audit } from '../store/audit.js';
import { needFrom, needsFrom, type ManagedNeed } from '../store/managed.js';
import { cooperationNeedView, cooperationView, type CooperationLine } from '../views/cooperation.js';
import { statusLabel } from '../views/labels.js';
import { isUuid } from '../web/input.js';
import { readListing } from '../web/listing.js';
import { account, NotFound, only } from '../web/visitors.js';
import { managerFigures } from './manager-figures.js';

export function cooperationRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;

  app.register(async (cooperation) => {
    cooperation.addHook('preHandler', only('cooperation'));

    cooperation.get('/cooperation', async (request, reply) => {
      const who = account(request);
      const listing = readListing(request.query, { etat: Object.keys(labels.needStatus) });
      const found = await needsFrom(database, who.origins, listing.filters['etat'] ?? '', listing);
      const permits = await permitsOn(database, actorOf(services, who, 'cooperation'), found.rows.map((one) => one.id));
      const lines = found.rows.filter((one) => permits('see_need', one.id)).map(lineOf);
      await audit(database, { actor: `account:${who.id}`, action: 'cooperation_seen', at: clock() });
      return reply.page((frame) =>
        cooperationView({
          frame,
          origins: who.origins,
          listing,
          states: Object.entries(labels.needStatus),
          page: { ...found, rows: lines },
        }),
      );
    });

    const needs = async (request: FastifyRequest): Promise<string[]> => [(await theirs(request)).id];
    cooperation.get('/cooperation/besoins/:id', { config: { guard: { as: 'cooperation', actions: ['see_need'], needs } } }, async (request, reply) => {
      const need = await theirs(request);
      const { moments } = await historyOf(database, need.id);
      await audit(database, { actor: `account:${account(request).id}`, action: 'need_seen', need: need.id, at: clock() });
      // Who may not know which company it is reads nothing that people wrote about it.
      const silent = moments.map(({ words: _words, ...moment }) => moment);
      return reply.page((frame) => cooperationNeedView({ frame, line: lineOf(need), moments: silent }));
    });

    managerFigures(cooperation, services, {
      area: 'cooperation',
      path: '/cooperation/chiffres',
      title: 'Chiffres de la coopération',
      lead: 'Les besoins qui viennent de vos sites et campagnes, et ce qu’ils sont devenus.',
      dimensions: ['theme', 'subject', 'origin', 'institution', 'departement'],
      theirs: ({ origins }) => ({ origins: origins ?? [] }),
    });
  });

  /** The need that an address names, if it came from a site or campaign of theirs. */
  async function theirs(request: FastifyRequest): Promise<ManagedNeed> {
    const { id } = request.params as { id: string };
    const need = isUuid(id) ? await needFrom(database, account(request).origins, id) : undefined;
    if (!need) throw new NotFound();
    return need;
  }

  function lineOf({ id, subject, commune, origin, sent_at, status, experts }: ManagedNeed): CooperationLine {
    const { library } = services.directory;
    return { id, origin, status, experts, subject: library.labelOf(subject), commune: library.communeName(commune), sentAt: sent_at, statusLabel: statusLabel(status) };
  }
}
