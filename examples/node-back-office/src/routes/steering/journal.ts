/** Who saw or did what. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { latestEntries } from '../../store/audit.js';
import { journalView } from '../../views/steering/journal.js';
import { isUuid, textOf } from '../../web/input.js';

export function journalRoutes(app: FastifyInstance, { database, directory }: Services): void {
  app.get('/pilotage/journal', async (request, reply) => {
    const given = textOf(request.query, 'besoin', 36);
    const need = isUuid(given) ? given : undefined;
    const entries = await latestEntries(database, need);
    const nameOf = (expert: string): string => directory.library.expert(expert)?.name ?? expert;
    return reply.page((frame) => journalView({ frame, need, entries, nameOf }));
  });
}
