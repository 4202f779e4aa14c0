/** What advisers do. Every route is theirs alone, and shows them their own diagnoses only. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Queries } from '../../database/index.js';
import type { Services } from '../../services/index.js';
import { diagnosisOf, holdDiagnosis, type Diagnosis } from '../../store/diagnoses.js';
import { isUuid } from '../../web/input.js';
import { account, NotFound, only } from '../../web/visitors.js';
import { companyRoutes } from './company.js';
import { contactRoutes } from './contact.js';
import { diagnosisRoutes } from './diagnosis.js';
import { exchangeRoutes } from './exchange.js';
import { needRoutes } from './needs.js';
import { reviewRoutes } from './review.js';

export function adviserRoutes(app: FastifyInstance, services: Services): void {
  app.register(async (adviser) => {
    adviser.addHook('preHandler', only('adviser'));
    for (const routes of [diagnosisRoutes, reviewRoutes, companyRoutes, needRoutes, contactRoutes, exchangeRoutes]) routes(adviser, services);
  });
}

/** The diagnosis that an address names, if it is the adviser's own; one of others does not exist for them. */
export async function ownDiagnosis({ database }: Services, request: FastifyRequest): Promise<Diagnosis> {
  const { id } = request.params as { id: string };
  const diagnosis = isUuid(id) ? await diagnosisOf(database, id, account(request).id) : undefined;
  if (!diagnosis) throw new NotFound();
  return diagnosis;
}

/** The same while it can still be changed. */
export async function ownDraft(services: Services, request: FastifyRequest): Promise<Diagnosis> {
  const diagnosis = await ownDiagnosis(services, request);
  if (diagnosis.status !== 'draft') throw new NotFound();
  return diagnosis;
}

/** Changes a draft that is still one, and still the adviser's, when its turn comes: another window may have sent it. */
export async function changeDraft(services: Services, request: FastifyRequest, change: (tx: Queries) => Promise<void>): Promise<void> {
  const { id } = await ownDraft(services, request);
  await services.database.transaction(async (tx) => {
    const diagnosis = await holdDiagnosis(tx, id);
    if (diagnosis?.status !== 'draft' || diagnosis.adviser !== account(request).id) throw new NotFound();
    await change(tx);
  });
}
