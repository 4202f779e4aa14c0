/** The directory in service, what its check says, and what is proposed to take its place. */

import type { FastifyInstance } from 'fastify';
import type { KeptDirectory } from '../../services/directory.js';
import type { Services } from '../../services/index.js';
import { institutionNames } from '../../services/workshop/names.js';
import { proposeFiles } from '../../services/workshop/proposals.js';
import { audit } from '../../store/audit.js';
import { closedProposals, openProposals } from '../../store/directory-proposals.js';
import type { SteeringAbsence } from '../../views/steering/absences.js';
import { directoryView } from '../../views/steering/directory.js';
import { account } from '../../web/visitors.js';
import { proposalRoutes } from './directory-proposals.js';
import { sheetRoutes } from './directory-sheets.js';
import { versionRoutes } from './directory-versions.js';

export function directoryRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, directory } = services;

  app.get('/pilotage/annuaire', async (_request, reply) => {
    const [open, closed] = [await openProposals(database), await closedProposals(database)];
    return reply.page((frame) =>
      directoryView({ frame, kept: directory, absences: absencesOf(directory), open, closed, nameOf: institutionNames(services) }),
    );
  });

  app.post('/pilotage/annuaire', async (request, reply) => {
    const { id } = account(request);
    const reloaded = await directory.reload(id);
    if (reloaded === 'to_propose') {
      return reply.redirect(`/pilotage/annuaire/propositions/${await proposeFiles(services, id)}?fait=proposee`, 303);
    }
    const taken = reloaded === 'in_service';
    const action = taken ? 'directory_reloaded' : 'directory_refused';
    await audit(database, { actor: `account:${id}`, action, at: clock(), detail: directory.path });
    return reply.redirect(`/pilotage/annuaire?fait=${taken ? 'annuaire-recharge' : 'annuaire-refuse'}`, 303);
  });

  sheetRoutes(app, services);
  proposalRoutes(app, services);
  versionRoutes(app, services);
}

/** The absences that experts said, with names. */
function absencesOf({ library, absences, withoutSubstitute }: KeptDirectory): SteeringAbsence[] {
  const nameOf = (id: string): string => library.expert(id)?.name ?? id;
  return absences.map((one) => ({
    ...one,
    name: nameOf(one.expert),
    substitute: one.substitute ? nameOf(one.substitute) : undefined,
    withoutSubstitute: withoutSubstitute.has(one.id),
  }));
}
