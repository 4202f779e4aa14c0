/** Letting in whoever showed who they are: whole, or half where a code is still to come. */

import type { FastifyReply } from 'fastify';
import { sealFor, type Seal } from '../security/sealing.js';
import { idTokenOf, type Account } from '../security/sessions.js';
import { needsSecondFactor } from '../services/second-factor.js';
import type { Services } from '../services/index.js';
import { audit } from '../store/audit.js';
import { secondFactorOf } from '../store/second-factors.js';
import { homeOf } from '../views/layout.js';
import { wantedBy } from './return.js';

export type Shown =
  | { by: 'password' }
  /** `levelChecked`: the provider was asked for a level of authentication, and answered with it. */
  | { by: 'provider'; levelChecked: boolean; idToken: string };

/** What the session of a provider keeps, to be closed there too. */
export const idTokenSeal = ({ config }: Services): Seal => sealFor(config.secret, 'id token');

/**
 * Opens a session, and says where to go on. A second factor stands beside a password; a provider answers for how its
 * people sign in, and is believed about accounts that need one where it was asked for a level.
 */
export async function letIn(services: Services, reply: FastifyReply, account: Account, shown: Shown, wanted: string): Promise<string> {
  const has = (await secondFactorOf(services.database, account.id)) !== undefined;
  const needs = needsSecondFactor(services, account);
  const asked = shown.by === 'password' ? has || needs : needs && !shown.levelChecked;
  const idToken = shown.by === 'provider' ? idTokenSeal(services).close(shown.idToken, account.id) : undefined;
  await reply.enter({ account: account.id, halfOpen: asked, idToken });
  if (asked) return has ? codePage(wanted) : enrolmentPage(wanted);
  await signedIn(services, account);
  return wantedBy(account, wanted) ?? homeOf(account);
}

/** Opens the other half: the token changes once more. */
export async function complete(services: Services, reply: FastifyReply, account: Account): Promise<void> {
  const idToken = await idTokenOf(services.database, reply.request.cookies['session']);
  await reply.enter({ account: account.id, idToken });
  await signedIn(services, account);
}

const signedIn = ({ database, clock }: Services, { id }: Account): Promise<void> =>
  audit(database, { actor: `account:${id}`, action: 'sign_in', at: clock() });

const withWanted = (path: string, wanted: string): string => (wanted ? `${path}?vers=${encodeURIComponent(wanted)}` : path);
export const codePage = (wanted: string): string => withWanted('/connexion/code', wanted);
export const enrolmentPage = (wanted: string): string => withWanted('/connexion/second-facteur', wanted);
