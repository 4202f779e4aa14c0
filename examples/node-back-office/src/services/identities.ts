/**
 * The account of an identity: the one that it is linked to, by issuer and subject. A first time, it is linked to the
 * account with its verified address. Nobody is registered by coming: a provider knows who people are, and not what they
 * may do here, which steering says by adding their account.
 */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../database/index.js';
import { SignInFault } from '../oidc/faults.js';
import type { Identified } from '../oidc/flow.js';
import { accountToEnter, type Account } from '../security/sessions.js';
import { accountByEmail, accountById } from '../store/accounts.js';
import { audit } from '../store/audit.js';
import { accountOfIdentity, linkIdentity, renewIdentity, unlinkIdentities } from '../store/identities.js';
import { siretOf } from '../views/labels.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';

/** The account to let in; throws a `SignInFault` that says why there is none. */
export async function accountFor(services: Services, who: Identified): Promise<Account> {
  const account = await services.database.transaction(async (tx) => {
    const known = await accountOfIdentity(tx, who.issuer, who.subject);
    if (known?.disabled) throw new SignInFault('disabled');
    if (known) await renewIdentity(tx, { ...keptOf(who), issuer: who.issuer, subject: who.subject });
    return accountToEnter(tx, known?.account_id ?? (await link(services, tx, who)));
  });
  services.worker.wake();
  if (!account) throw new SignInFault('disabled');
  return account;
}

async function link(services: Services, tx: Queries, who: Identified): Promise<string> {
  const { config, clock } = services;
  if (!who.email) throw new SignInFault('no_email');
  const verified = who.emailVerified ?? config.oidc?.trustEmail ?? false;
  if (!verified) throw new SignInFault('unverified');
  const account = await accountByEmail(tx, who.email);
  if (!account) throw new SignInFault('unknown');
  if (account.disabled_at) throw new SignInFault('disabled');
  const linked = await linkIdentity(tx, { issuer: who.issuer, subject: who.subject, account_id: account.id, ...keptOf(who) }, clock());
  if (!linked) throw new SignInFault('linked');
  await audit(tx, { actor: `account:${account.id}`, action: 'identity_linked', at: clock() });
  const label = config.oidc?.label ?? who.issuer;
  const whose = [who.name, who.siret && `SIRET ${siretOf(who.siret)}`].filter(Boolean).join(', ');
  await writeLetter(services, tx, 'account_security', { key: randomUUID(), recipient: account.email }, {
    subject: `${config.serviceName} : connexion par ${label}`,
    paragraphs: [
      `Bonjour ${account.name},`,
      `Votre compte s’ouvre désormais aussi par ${label}${whose && ` (${whose})`}.`,
      'Si vous n’en êtes pas à l’origine, prévenez le pilotage du service.',
    ],
  });
  return account.id;
}

/** Takes the identities of an account away; `false` if it has none. A next time, it is linked by its address again. */
export async function dropIdentities(services: Services, tx: Queries, id: string): Promise<boolean> {
  const { config } = services;
  const account = await accountById(tx, id);
  if (!account || !(await unlinkIdentities(tx, id))) return false;
  const label = config.oidc?.label ?? 'un fournisseur d’identité';
  await writeLetter(services, tx, 'account_security', { key: randomUUID(), recipient: account.email }, {
    subject: `${config.serviceName} : connexion par ${label}`,
    paragraphs: [`Bonjour ${account.name},`, `Le pilotage du service vient de délier votre compte de ${label}.`],
  });
  return true;
}

/** What is kept of an identity: the organisation that vouches for the person, and nothing of the person. */
const keptOf = ({ siret, idpId }: Identified): { siret: string | null; idp_id: string | null } => ({ siret: siret ?? null, idp_id: idpId ?? null });
