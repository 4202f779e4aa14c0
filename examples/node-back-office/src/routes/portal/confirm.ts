/** A company confirms that it was it who asked. The link only shows: mailboxes that try links confirm nothing. */

import type { FastifyInstance } from 'fastify';
import { addDays } from '../../clock.js';
import type { Services } from '../../services/index.js';
import { planOf } from '../../services/plan.js';
import { confirm } from '../../services/reception.js';
import { holdReasons } from '../../services/review.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import type { Frame } from '../../views/frame.js';
import { confirmView } from '../../views/portal/confirm.js';
import { Gone } from '../../web/errors.js';
import { textOf } from '../../web/input.js';
import type { Opener } from './index.js';

export function confirmRoutes(app: FastifyInstance, services: Services, open: Opener): void {
  const { database, clock, config, links } = services;

  const followed = ({ id }: Diagnosis): string => `/suivi/${links.sign('company', id, addDays(clock(), config.linkDays))}`;

  async function page(diagnosis: Diagnosis, address: string, changed: boolean) {
    const { library } = services.directory;
    const { needs, digest } = await planOf(services, database, diagnosis);
    const held = (await holdReasons(services, diagnosis)).length > 0;
    const subjects = needs.map(({ need, experts }) => ({
      label: library.labelOf(need.subject),
      callers: held ? [] : experts.map((expert) => expert.name),
    }));
    const { company, story, contact } = diagnosis;
    return (frame: Frame) =>
      confirmView({ frame, address, company: company.name, story, contact, subjects, held, shown: digest, changed });
  }

  app.get('/confirmer/:token', async (request, reply) => {
    const diagnosis = await open(request, 'confirm');
    if (diagnosis.erasedAt) throw new Gone();
    if (diagnosis.confirmedAt) return reply.redirect(followed(diagnosis), 303);
    return reply.page(await page(diagnosis, request.url, false));
  });

  app.post('/confirmer/:token', async (request, reply) => {
    const diagnosis = await open(request, 'confirm');
    if (diagnosis.erasedAt) throw new Gone();
    const settled = await confirm(services, diagnosis.id, textOf(request.body, 'shown', 60));
    if (settled.is === 'changed') return reply.code(409).page(await page(diagnosis, request.url, true));
    return reply.redirect(followed(diagnosis), 303);
  });
}
