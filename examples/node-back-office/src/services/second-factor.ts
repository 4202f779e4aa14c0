/** The second factor of an account: asked for after a password, brought by the account, taken away by steering. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../database/index.js';
import {
  enrolmentUri,
  isDeviceCode,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  stepOf,
} from '../security/one-time-codes.js';
import { sealFor, type Seal } from '../security/sealing.js';
import { closeOtherSessions, closeSessions, type Account } from '../security/sessions.js';
import { audit } from '../store/audit.js';
import {
  addSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
  secondFactorOf,
  takeRecoveryCode,
  takeStep,
} from '../store/second-factors.js';
import { many } from '../views/labels.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';

const sealOf = ({ config }: Services): Seal => sealFor(config.secret, 'second factor');

/** Whether an account does not get in by a password alone. Whoever manages anything is a manager, whatever else they are. */
export function needsSecondFactor({ config }: Services, account: Account): boolean {
  const manages = account.antennes.length + account.origins.length > 0;
  return config.secondFactor.includes(account.role) || (manages && config.secondFactor.includes('manager'));
}

/** A device that is about to be brought. Nothing is kept of it before it has shown a code: the form carries it, sealed. */
export interface Enrolment {
  secret: string;
  uri: string;
  sealed: string;
}

const MINUTES = 30;

export function newEnrolment(services: Services, account: Account): Enrolment {
  const secret = newSecret();
  const sealed = sealOf(services).close(`${services.clock().getTime()} ${secret}`, `enrolment:${account.id}`);
  return enrolmentOf(services, account, secret, sealed);
}

/** The one that a form carries, if it is this account's and not too old. */
export function openEnrolment(services: Services, account: Account, sealed: string): Enrolment | undefined {
  const [at, secret] = sealOf(services).open(sealed, `enrolment:${account.id}`)?.split(' ') ?? [];
  if (!secret || services.clock().getTime() - Number(at) > MINUTES * 60_000) return undefined;
  return enrolmentOf(services, account, secret, sealed);
}

const enrolmentOf = ({ config }: Services, account: Account, secret: string, sealed: string): Enrolment => ({
  secret,
  sealed,
  uri: enrolmentUri(secret, config.serviceName, account.email),
});

/**
 * Keeps a device whose code is right, and returns the recovery codes; nothing for a wrong code, or where there is one.
 * Whoever is in by a password alone is in no more, but for the session that brought the device.
 */
export async function enrol(services: Services, account: Account, { secret }: Enrolment, code: string, session: string | undefined): Promise<string[] | undefined> {
  const { database, clock } = services;
  const step = stepOf(secret, code, clock());
  if (step === null) return undefined;
  return database.transaction(async (tx) => {
    const sealed = sealOf(services).close(secret, account.id);
    if (!(await addSecondFactor(tx, account.id, sealed, step, clock()))) return undefined;
    await closeOtherSessions(tx, account.id, session);
    await audit(tx, { actor: `account:${account.id}`, action: 'second_factor_added', at: clock() });
    return freshCodes(tx, account.id);
  });
}

async function freshCodes(tx: Queries, account: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, account, codes.map((code) => recoveryHash(account, code)));
  return codes;
}

/** Other recovery codes in the place of those of before. */
export function renewCodes({ database, clock }: Services, account: Account): Promise<string[]> {
  return database.transaction(async (tx) => {
    await audit(tx, { actor: `account:${account.id}`, action: 'recovery_codes_renewed', at: clock() });
    return freshCodes(tx, account.id);
  });
}

/** `unreadable` where the secret was sealed with another key than today's: steering has to take it away. */
export type CodeOutcome = 'taken' | 'refused' | 'unreadable';

/** Takes a code, of the device or a recovery code; each is good once. */
export async function takeCode(services: Services, account: Account, given: string): Promise<CodeOutcome> {
  const { database, clock, worker } = services;
  const outcome = await database.transaction(async (tx): Promise<CodeOutcome> => {
    const factor = await secondFactorOf(tx, account.id);
    if (!factor) return 'refused';
    const code = given.replaceAll(/\s/g, '');
    if (isDeviceCode(code)) {
      const secret = sealOf(services).open(factor.secret, account.id);
      if (secret === null) return 'unreadable';
      const step = stepOf(secret, code, clock());
      return step !== null && (await takeStep(tx, account.id, step)) ? 'taken' : 'refused';
    }
    if (!(await takeRecoveryCode(tx, account.id, recoveryHash(account.id, code), clock()))) return 'refused';
    await audit(tx, { actor: `account:${account.id}`, action: 'recovery_code_used', at: clock() });
    await tell(services, tx, account, 'un code de secours a servi', `Un code de secours de votre compte vient de servir. Il en reste ${many(factor.codes - 1, 'utilisable', 'utilisables')}.`);
    return 'taken';
  });
  if (outcome === 'taken') worker.wake();
  return outcome;
}

/** Takes the second factor of an account away; `false` if it has none. */
export async function dropSecondFactor(services: Services, tx: Queries, account: Pick<Account, 'id' | 'email' | 'name'>, by: 'themselves' | 'steering'): Promise<boolean> {
  if (!(await removeSecondFactor(tx, account.id))) return false;
  // Whoever is in with a device that counts no more is in no more.
  if (by === 'steering') await closeSessions(tx, account.id);
  await tell(services, tx, account, 'votre second facteur est retiré', `Le second facteur de votre compte vient d’être retiré, ${by === 'steering' ? 'par le pilotage du service' : 'par vous-même'}.`);
  return true;
}

async function tell(services: Services, tx: Queries, { email, name }: Pick<Account, 'email' | 'name'>, subject: string, text: string): Promise<void> {
  await writeLetter(services, tx, 'account_security', { key: randomUUID(), recipient: email }, {
    subject: `${services.config.serviceName} : ${subject}`,
    paragraphs: [`Bonjour ${name},`, text, 'Si vous n’en êtes pas à l’origine, prévenez le pilotage du service.'],
  });
}
