/** What companies do: ask, confirm that it was they who asked, and follow what becomes of it. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Purpose } from '../../security/links.js';
import type { Services } from '../../services/index.js';
import { diagnosisById, type Diagnosis } from '../../store/diagnoses.js';
import { Gone } from '../../web/errors.js';
import { isUuid } from '../../web/input.js';
import { linkLimit, type FailureLimit } from '../../web/limits.js';
import { NotFound } from '../../web/visitors.js';
import { askRoutes } from './ask.js';
import { confirmRoutes } from './confirm.js';
import { followRoutes } from './follow.js';
import { surveyRoutes } from './survey.js';

/** Finds the request that a signed link opens. */
export type Opener = (request: FastifyRequest, purpose: Purpose) => Promise<Diagnosis>;

/** Opens links, and counts for each address those that open nothing. */
export function opener({ database, clock, links }: Services, forged: FailureLimit): Opener {
  return async (request, purpose) => {
    const { token } = request.params as { token: string };
    forged.check(request.ip);
    const id = links.open(purpose, token, clock());
    if (id === 'expired') throw new Gone();
    const diagnosis = id && isUuid(id) ? await diagnosisById(database, id) : undefined;
    if (diagnosis) return diagnosis;
    forged.fail(request.ip);
    throw new NotFound();
  };
}

export function portalRoutes(app: FastifyInstance, services: Services): void {
  const forged = linkLimit(services.clock);
  const open = opener(services, forged);
  askRoutes(app, services);
  confirmRoutes(app, services, open);
  followRoutes(app, services, open);
  surveyRoutes(app, services, forged);
}
