/** Choosing a password: by a link to the account's address, or with the one of before. */

import { addDays } from '../clock.js';
import type { Queries } from '../database/index.js';
import { PASSWORD_DAYS } from '../security/links.js';
import { LEAST_PASSWORD } from '../security/passwords.js';
import { accountById, passwordMark, type AccountRow } from '../store/accounts.js';
import type { Errors } from '../views/forms.js';
import { isUuid, textOf } from '../web/input.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';

/** Writes to an account how to choose a password; `false` where nobody may sign in with it. */
export async function sendPasswordLink(services: Services, tx: Queries, id: string): Promise<boolean> {
  const { config, clock, links } = services;
  const account = await accountById(tx, id);
  const mark = await passwordMark(tx, id);
  if (!account || !mark) return false;
  const token = links.sign('password', `${id} ${mark}`, addDays(clock(), PASSWORD_DAYS));
  const key = `${id}:${mark}:${clock().getTime()}`;
  await writeLetter(services, tx, 'account_password', { key, recipient: account.email }, {
    subject: `${config.serviceName} : choisissez votre mot de passe`,
    paragraphs: [
      `Bonjour ${account.name},`,
      `Ce lien permet de choisir votre mot de passe. Il est valable ${PASSWORD_DAYS} jours, et une fois.`,
    ],
    link: { label: 'Choisir mon mot de passe', href: `${config.baseUrl}/mot-de-passe/${token}` },
  });
  return true;
}

/** The account that a link may choose a password for; nothing once that is done. */
export async function accountOfLink(services: Services, token: string): Promise<AccountRow | 'expired' | undefined> {
  const { database, clock, links } = services;
  const opened = links.open('password', token, clock());
  if (opened === 'expired') return 'expired';
  const [id = '', mark] = opened?.split(' ') ?? [];
  if (!isUuid(id)) return undefined;
  return (await passwordMark(database, id)) === mark ? accountById(database, id) : 'expired';
}

/** A new password from a form, typed twice. */
export function readPassword(body: unknown): { password: string; errors: Errors } {
  const password = textOf(body, 'password', 200);
  const errors: Errors = {};
  if (password.length < LEAST_PASSWORD) errors['password'] = `${LEAST_PASSWORD} caractères au moins.`;
  else if (password !== textOf(body, 'again', 200)) errors['again'] = 'Les deux mots de passe diffèrent.';
  return { password, errors };
}
