/** What managers of antennes do: they see what the experts of their perimeter have, and remind them. */

import type { FastifyInstance } from 'fastify';
import { addDays } from '../../clock.js';
import { labels } from '../../library.js';
import { actorOf, perimeterOf, permitsOn } from '../../services/access.js';
import { delaysOf } from '../../services/delays.js';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { loadsOf, referralsWith } from '../../store/managed.js';
import { antenneView } from '../../views/antenne/list.js';
import { stateLabel } from '../../views/labels.js';
import { readListing } from '../../web/listing.js';
import { account, only } from '../../web/visitors.js';
import { managerFigures } from '../manager-figures.js';
import { antenneCoverageRoutes } from './coverage.js';
import { managedReferralRoutes } from './referral.js';

export function antenneRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;

  app.register(async (antenne) => {
    antenne.addHook('preHandler', only('antenne'));

    antenne.get('/antenne', async (request, reply) => {
      const { library } = services.directory;
      const who = account(request);
      const { antennes, lost } = perimeterOf(library, who.antennes);
      const loads = await loadsOf(database, antennes, addDays(clock(), -LOAD_DAYS));
      const states = ['open', ...Object.keys(labels.referralState)];
      const listing = readListing(request.query, { antenne: antennes, expert: loads.map((load) => load.expert), etat: states });
      const { antenne: one = '', expert = '', etat = '' } = listing.filters;
      const found = await referralsWith(database, antennes, { antenne: one, expert, state: etat }, listing);
      const permits = await permitsOn(database, actorOf(services, who, 'antenne'), found.rows.map((row) => row.need_id));
      const rows = found.rows.filter((row) => permits('see_need', row.need_id));
      const delays = await delaysOf(services, rows.map((row) => row.need_id));
      await audit(database, { actor: `account:${who.id}`, action: 'antenne_seen', at: clock() });
      const named = (id: string): string => library.directory.antenne(id)?.name ?? id;
      return reply.page((frame) =>
        antenneView({
          frame,
          managed: who.antennes.filter((id) => !lost.includes(id)).map(named),
          lost,
          listing,
          antennes: antennes.map((id) => [id, named(id)] as const),
          states: Object.entries(labels.referralState),
          loads,
          page: {
            ...found,
            rows: rows.map((row) => ({
              id: row.id,
              subject: library.labelOf(row.subject),
              commune: library.communeName(row.commune),
              expert: row.expert_name,
              antenne: named(row.antenne),
              sentAt: row.sent_at,
              state: row.state,
              stateLabel: stateLabel(row.state),
              delay: delays.get(row.id),
            })),
          },
        }),
      );
    });

    managedReferralRoutes(antenne, services);
    antenneCoverageRoutes(antenne, services);
    managerFigures(antenne, services, {
      area: 'antenne',
      path: '/antenne/chiffres',
      title: 'Chiffres de l’antenne',
      lead: 'Les besoins que l’antenne a reçus, et ce qu’ils y sont devenus ; avec ceux des antennes du même périmètre.',
      dimensions: ['expert', 'antenne', 'theme', 'subject', 'departement'],
      theirs: ({ antennes }) => ({ antennes: antennes ?? [] }),
    });
  });
}

/** How far back what is closed was received to be counted: an antenne has ever more of it. */
const LOAD_DAYS = 365;
