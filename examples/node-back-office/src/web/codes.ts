/** Forms with codes and passwords of an account, and how often they may be wrong. */

import type { FastifyRequest } from 'fastify';
import type { Account } from '../security/sessions.js';
import type { Services } from '../services/index.js';
import { enrol, newEnrolment, openEnrolment, takeCode, type Enrolment } from '../services/second-factor.js';
import { accountById, hasPassword } from '../store/accounts.js';
import { audit } from '../store/audit.js';
import type { Errors } from '../views/forms.js';
import { textOf } from './input.js';
import { failureLimit } from './limits.js';

const REFUSED = {
  refused: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.',
  unreadable: 'Ce code ne peut plus être vérifié\u00a0: la clé du service a changé. Prenez un code de secours, ou demandez au pilotage de retirer votre second facteur.',
} as const;
const LATE = 'Cette page était ouverte depuis trop longtemps\u00a0: voici une autre clé.';

/** A device that was brought, with its recovery codes; or the form again, with what it has to say. */
export type Brought = { codes: string[] } | { codes?: undefined; enrolment: Enrolment; errors: Errors };

export interface CodeForms {
  hasPassword(who: Account): Promise<boolean>;
  /** What is wrong with the password of a form, of an account that has one. */
  checkPassword(who: Account, request: FastifyRequest): Promise<Errors>;
  /** What is wrong with its code; nothing of one that was taken. */
  wrongCode(who: Account, request: FastifyRequest): Promise<string | undefined>;
  bring(who: Account, request: FastifyRequest, errors: Errors): Promise<Brought>;
}

export function codeForms(services: Services): CodeForms {
  const { database, clock } = services;
  // Of one account, wherever they come from: whoever tries has its password already.
  const guesses = failureLimit(clock, 10, 15);
  const hasOne = async ({ id }: Account): Promise<boolean> => (await accountById(database, id))?.ready === true;

  return {
    hasPassword: hasOne,

    async checkPassword(who, request): Promise<Errors> {
      if (!(await hasOne(who))) return {};
      const takeBack = guesses.attempt(who.id);
      if (!(await hasPassword(database, who.id, textOf(request.body, 'current', 200)))) return { current: 'Ce n’est pas votre mot de passe actuel.' };
      takeBack();
      return {};
    },

    async wrongCode(who, request) {
      guesses.attempt(who.id);
      const outcome = await takeCode(services, who, textOf(request.body, 'code', 40));
      if (outcome === 'taken') return void guesses.forget(who.id);
      await audit(database, { actor: `account:${who.id}`, action: 'code_refused', at: clock() });
      return REFUSED[outcome];
    },

    async bring(who, request, errors) {
      const enrolment = openEnrolment(services, who, textOf(request.body, 'enrolment', 500));
      if (!enrolment) return { enrolment: newEnrolment(services, who), errors: { ...errors, code: LATE } };
      if (Object.keys(errors).length > 0) return { enrolment, errors };
      const takeBack = guesses.attempt(who.id);
      const codes = await enrol(services, who, enrolment, textOf(request.body, 'code', 10).replaceAll(/\s/g, ''), request.cookies['session']);
      if (!codes) return { enrolment, errors: { code: REFUSED.refused } };
      takeBack();
      return { codes };
    },
  };
}
