/** When an expert is away, and who stands in: theirs to say, and not their substitute's. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayOf } from '../../clock.js';
import { colleaguesOf, sayAbsence, withdraw, type SaidForm } from '../../services/absences.js';
import type { Services } from '../../services/index.js';
import { currentAbsences } from '../../store/absences.js';
import { absencesView } from '../../views/expert/absences.js';
import type { Errors } from '../../views/forms.js';
import type { Frame } from '../../views/frame.js';
import { isUuid, textOf } from '../../web/input.js';
import { expertVisitor, NotFound } from '../../web/visitors.js';

export function absenceRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, directory } = services;

  async function page(expert: string, values?: SaidForm, errors: Errors = {}) {
    const { library } = directory;
    const today = dayOf(clock());
    const said = await currentAbsences(database, today, expert);
    const nameOf = (id: string | null | undefined): string | undefined => (id ? (library.expert(id)?.name ?? id) : undefined);
    const lines = said.map((one) => ({
      ...one,
      substituteName: nameOf(one.substitute),
      withoutSubstitute: directory.withoutSubstitute.has(one.id),
    }));
    // Laid over the directory's own, which are changed where the directory is kept.
    const own = (library.expert(expert)?.absences ?? []).filter(
      ({ from, until }) => until >= today && !said.some((one) => one.from === from && one.until === until),
    );
    const kept = own.map(({ from, until, substitute }) => ({ from, until, substituteName: nameOf(substitute) }));
    const colleagues = colleaguesOf(library, expert).map(({ id, name }) => [id, name] as const);
    return (frame: Frame) => absencesView({ frame, lines, kept, colleagues, today, values, errors });
  }

  app.get('/expert/absences', async (request, reply) => reply.page(await page(themselves(request))));

  app.post('/expert/absences', async (request, reply) => {
    const expert = themselves(request);
    const form = {
      from: textOf(request.body, 'from', 10),
      until: textOf(request.body, 'until', 10),
      substitute: textOf(request.body, 'substitute', 200),
    };
    const errors = await sayAbsence(services, expert, form);
    if (Object.keys(errors).length > 0) return reply.code(422).page(await page(expert, form, errors));
    return reply.redirect('/expert/absences?fait=absence', 303);
  });

  app.post('/expert/absences/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!isUuid(id) || !(await withdraw(services, id, themselves(request)))) throw new NotFound();
    return reply.redirect('/expert/absences?fait=absence-retiree', 303);
  });
}

function themselves(request: FastifyRequest): string {
  const { expert, substitute } = expertVisitor(request);
  if (substitute) throw new NotFound();
  return expert;
}
