/** Where the institution of a manager's antenne has nobody. */

import type { FastifyInstance } from 'fastify';
import { perimeterOf } from '../../services/access.js';
import type { Services } from '../../services/index.js';
import { antenneCoverageView } from '../../views/antenne/coverage.js';
import { textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { handles, linesOf } from '../steering/coverage.js';

export function antenneCoverageRoutes(app: FastifyInstance, { config, directory }: Services): void {
  app.get('/antenne/couverture', async (request, reply) => {
    const { library } = directory;
    const { antennes } = perimeterOf(library, account(request).antennes);
    const given = textOf(request.query, 'antenne', 200);
    const antenne = library.directory.antenne(antennes.includes(given) ? given : (antennes[0] ?? ''));
    // Every antenne of theirs may have left the directory.
    if (!antenne) throw new NotFound();
    // An antenne without zones is wherever its experts are: then it is looked at over the territory of the service.
    const zones = antenne.zones.length > 0 ? antenne.zones : config.territory;
    const { communes, population, subjects } = await library.coverage(zones, undefined, antenne.institution);
    const handled = subjects.filter((one) => handles(library, antenne.institution, one.subject.id));
    return reply.page((frame) =>
      antenneCoverageView({
        frame,
        antenne: antenne.id,
        antennes: antennes.map((id) => [id, library.directory.antenne(id)?.name ?? id] as const),
        name: antenne.name,
        institution: library.directory.institution(antenne.institution)?.name ?? antenne.institution,
        zones: zones.map((zone) => library.zoneName(zone) ?? zone).join(', '),
        communes,
        population,
        lines: linesOf(handled, population),
      }),
    );
  });
}
