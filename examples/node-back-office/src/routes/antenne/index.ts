/** What managers of antennes do: they see what the experts of their perimeter have, and remind them. */

import type { FastifyInstance } from 'fastify';
import { labels } from '../../library.js';
import { actorOf, perimeterOf, permittedNeeds } from '../../services/access.js';
import { delaysOf } from '../../services/delays.js';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { loadsOf, PAGE, referralsWith } from '../../store/managed.js';
import { antenneView } from '../../views/antenne/list.js';
import { stateLabel } from '../../views/labels.js';
import { pageIn, textOf } from '../../web/input.js';
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
      const filters = {
        antenne: among(textOf(request.query, 'antenne', 200), antennes),
        expert: textOf(request.query, 'expert', 200),
        etat: among(textOf(request.query, 'etat', 40), ['open', ...Object.keys(labels.referralState)]),
      };
      const page = pageIn(request.query);
      const found = await referralsWith(database, antennes, { ...filters, state: filters.etat }, page);
      const permitted = await permittedNeeds(database, actorOf(services, who, 'antenne'), 'see_need', found.map((one) => one.need_id));
      const rows = found.filter((one) => permitted.has(one.need_id));
      const delays = await delaysOf(services, rows.map((row) => row.need_id));
      await audit(database, { actor: `account:${who.id}`, action: 'antenne_seen', at: clock() });
      const named = (id: string): string => library.directory.antenne(id)?.name ?? id;
      const loads = await loadsOf(database, antennes);
      return reply.page((frame) =>
        antenneView({
          frame,
          managed: who.antennes.filter((id) => !lost.includes(id)).map(named),
          lost,
          filters,
          antennes: antennes.map((id) => [id, named(id)] as const),
          states: Object.entries(labels.referralState),
          loads,
          lines: rows.map((row) => ({
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
          page,
          size: PAGE,
          total: found[0]?.total ?? 0,
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

const among = (given: string, known: readonly string[]): string => (known.includes(given) ? given : '');
