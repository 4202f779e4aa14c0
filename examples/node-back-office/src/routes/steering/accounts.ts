/** Who may sign in: added, let in no more, or given a link to choose a password. Nobody gives anybody a password. */

import type { FastifyInstance } from 'fastify';
import type { Queries } from '../../database/index.js';
import { ROLES } from '../../security/sessions.js';
import { sendPasswordLink } from '../../services/accounts.js';
import { isEmail } from '../../services/contact.js';
import type { Services } from '../../services/index.js';
import { dropIdentities } from '../../services/identities.js';
import { namedRight, type NamedRight } from '../../services/rights.js';
import { dropSecondFactor } from '../../services/second-factor.js';
import { accountById, addAccount, allAccounts, setDisabled, type AccountRow } from '../../store/accounts.js';
import { audit } from '../../store/audit.js';
import { allRights } from '../../store/rights.js';
import { accountsWithSecondFactor } from '../../store/second-factors.js';
import type { Errors } from '../../views/forms.js';
import { accountsView } from '../../views/steering/accounts.js';
import { isUuid, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { rightRoutes } from './rights.js';

export function steeringAccountRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, worker } = services;

  app.get('/pilotage/comptes', async (request, reply) => {
    const props = { ...(await listed()), own: account(request).id };
    return reply.page((frame) => accountsView({ frame, ...props }));
  });

  app.post('/pilotage/comptes', async (request, reply) => {
    const values = {
      email: textOf(request.body, 'email', 200),
      name: textOf(request.body, 'name', 120),
      role: ROLES.find((role) => role === textOf(request.body, 'role', 10)) ?? 'adviser',
    };
    const errors: Errors = {};
    if (!isEmail(values.email)) errors['email'] = 'Cette adresse électronique n’est pas complète.';
    if (!values.name) errors['name'] = 'Indiquez le nom.';
    if (Object.keys(errors).length === 0) {
      const added = await database.transaction(async (tx) => {
        const id = await addAccount(tx, values, clock());
        if (!id) return false;
        await sendPasswordLink(services, tx, id);
        await audit(tx, { actor: `account:${account(request).id}`, action: 'account_added', at: clock(), detail: id });
        return true;
      });
      worker.wake();
      if (added) return reply.redirect('/pilotage/comptes?fait=compte-ajoute', 303);
      errors['email'] = 'Cette adresse a déjà un compte.';
    }
    const props = { ...(await listed()), own: account(request).id, values, errors };
    return reply.code(422).page((frame) => accountsView({ frame, ...props }));
  });

  rightRoutes(app, services);

  async function listed(): Promise<{ accounts: AccountRow[]; rights: NamedRight[]; withCode: ReadonlySet<string> }> {
    const { library } = services.directory;
    const rights = (await allRights(database)).map((right) => namedRight(library, right));
    return { accounts: await allAccounts(database), rights, withCode: await accountsWithSecondFactor(database) };
  }

  app.post('/pilotage/comptes/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const own = account(request).id;
    const step = STEPS.get(textOf(request.body, 'suite', 20));
    // Nobody shuts themselves out.
    if (!isUuid(id) || !step || (id === own && NOT_OWN.has(step.action))) throw new NotFound();
    const done = await database.transaction(async (tx) => {
      if (!(await accountById(tx, id)) || !(await step.run(services, tx, id))) return false;
      await audit(tx, { actor: `account:${own}`, action: step.action, at: clock(), detail: id });
      return true;
    });
    worker.wake();
    if (!done) throw new NotFound();
    return reply.redirect(`/pilotage/comptes?fait=${step.told}`, 303);
  });
}

/** What nobody does to themselves here: it would shut them out, or let whoever has their session do without a code. */
const NOT_OWN = new Set(['account_disabled', 'second_factor_reset']);

interface Step {
  action: string;
  told: string;
  run(services: Services, tx: Queries, id: string): Promise<boolean>;
}

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['desactiver', {
    action: 'account_disabled',
    told: 'compte-desactive',
    run: async ({ clock }, tx, id) => (await setDisabled(tx, id, clock()), true),
  }],
  ['reactiver', { action: 'account_enabled', told: 'compte-reactive', run: async (_services, tx, id) => (await setDisabled(tx, id, null), true) }],
  ['second-facteur', {
    action: 'second_factor_reset',
    told: 'second-facteur-retire',
    run: async (services, tx, id) => {
      const account = await accountById(tx, id);
      return account !== undefined && dropSecondFactor(services, tx, account, 'steering');
    },
  }],
  ['delier', { action: 'identity_unlinked', told: 'identite-deliee', run: (services, tx, id) => dropIdentities(services, tx, id) }],
  ['reinitialiser', { action: 'password_reset', told: 'lien-envoye', run: sendPasswordLink }],
]);
