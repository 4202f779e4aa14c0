/** Moving all that is open with an expert who leaves. */

import type { FastifyInstance } from 'fastify';
import { colleaguesIn } from '../../services/absences.js';
import { depart } from '../../services/departures.js';
import type { Services } from '../../services/index.js';
import { openByExpert } from '../../store/transfers.js';
import { departedNotice } from '../../views/notices.js';
import { departuresView } from '../../views/steering/departures.js';
import { textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function departureRoutes(app: FastifyInstance, services: Services): void {
  const { database, directory } = services;

  app.get('/pilotage/departs', async (request, reply) => {
    const { library } = directory;
    const rows = await openByExpert(database);
    const lines = rows.map((row) => ({ ...row, gone: !library.expert(row.expert)?.active }));
    const asked = textOf(request.query, 'expert', 200);
    const chosen = lines.find((line) => line.expert === asked);
    const successors = chosen ? colleaguesIn(library, chosen.institution, chosen.expert).map(({ id, name }) => [id, name] as const) : [];
    return reply.page((frame) => departuresView({ frame, lines, chosen, successors }));
  });

  app.post('/pilotage/departs', async (request, reply) => {
    const expert = textOf(request.body, 'expert', 200);
    const row = (await openByExpert(database)).find((one) => one.expert === expert);
    if (!row) return reply.redirect('/pilotage/departs?fait=a-jour', 303);
    const successor = textOf(request.body, 'successor', 200);
    const departed = await depart(services, { expert, institution: row.institution, successor, actor: `account:${account(request).id}` });
    if (!departed) throw new NotFound();
    return reply.tell('/pilotage/departs', departedNotice(departed));
  });
}
