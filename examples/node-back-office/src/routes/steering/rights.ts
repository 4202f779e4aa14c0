/** One account: what it manages, how it signs in. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { antenneChoices, changeRight, isManagerRole, isScope, namedRight } from '../../services/rights.js';
import type { Services } from '../../services/index.js';
import { accountById, type AccountRow } from '../../store/accounts.js';
import { identitiesOf } from '../../store/identities.js';
import { knownOrigins, rightsOf } from '../../store/rights.js';
import { secondFactorOf } from '../../store/second-factors.js';
import type { Errors } from '../../views/forms.js';
import { accountView } from '../../views/steering/account.js';
import { isUuid, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function rightRoutes(app: FastifyInstance, services: Services): void {
  const { database, config } = services;

  app.get('/pilotage/comptes/:id', async (request, reply) => shown(request, reply));

  app.post('/pilotage/comptes/:id/droits', async (request, reply) => {
    const { library } = services.directory;
    const { id } = await named(request);
    const own = account(request).id;
    const role = textOf(request.body, 'role', 40);
    const scope = textOf(request.body, 'scope', 200);
    const step = textOf(request.body, 'suite', 20);
    // Who gives rights gives themselves none: steering sees no company, and an antenne's manager does.
    if (!isManagerRole(role) || !['donner', 'reprendre'].includes(step) || (id === own && step === 'donner')) throw new NotFound();
    if (step === 'donner' && !isScope(library, role, scope)) {
      const error = role === 'antenne_manager' ? 'Choisissez une antenne de l’annuaire.' : 'Des lettres, des chiffres, des tirets et des points, comme « site-regional ».';
      return shown(request, reply.code(422), { [role]: error });
    }
    const done = await changeRight(services, own, { account_id: id, role, scope }, step === 'donner');
    return reply.redirect(`/pilotage/comptes/${id}?fait=${done ? 'enregistre' : 'a-jour'}`, 303);
  });

  async function shown(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}): Promise<FastifyReply> {
    const { library } = services.directory;
    const row = await named(request);
    const props = {
      account: row,
      own: row.id === account(request).id,
      rights: (await rightsOf(database, row.id)).map((right) => namedRight(library, right)),
      antennes: antenneChoices(library),
      origins: await knownOrigins(database),
      factor: await secondFactorOf(database, row.id),
      identities: await identitiesOf(database, row.id),
      provider: config.oidc?.label,
      errors,
    };
    return reply.page((frame) => accountView({ frame, ...props }));
  }

  async function named(request: FastifyRequest): Promise<AccountRow> {
    const { id } = request.params as { id: string };
    const row = isUuid(id) ? await accountById(database, id) : undefined;
    if (!row) throw new NotFound();
    return row;
  }
}
