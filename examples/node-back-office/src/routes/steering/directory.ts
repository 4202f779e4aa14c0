/** The directory in service, what its check says, and putting a new one in its place. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { directoryView } from '../../views/steering/directory.js';
import { account } from '../../web/visitors.js';

export function directoryRoutes(app: FastifyInstance, { database, clock, directory }: Services): void {
  app.get('/pilotage/annuaire', (_request, reply) => {
    const { library } = directory;
    const nameOf = (id: string): string => library.expert(id)?.name ?? id;
    const absences = directory.absences.map((one) => ({
      ...one,
      name: nameOf(one.expert),
      substitute: one.substitute ? nameOf(one.substitute) : undefined,
      withoutSubstitute: directory.withoutSubstitute.has(one.id),
    }));
    return reply.page((frame) => directoryView({ frame, kept: directory, absences }));
  });

  app.post('/pilotage/annuaire', async (request, reply) => {
    const taken = await directory.reload();
    const action = taken ? 'directory_reloaded' : 'directory_refused';
    await audit(database, { actor: `account:${account(request).id}`, action, at: clock(), detail: directory.path });
    return reply.redirect(`/pilotage/annuaire?fait=${taken ? 'annuaire-recharge' : 'annuaire-refuse'}`, 303);
  });
}
