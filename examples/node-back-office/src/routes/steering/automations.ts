/** What the service does by itself: switches, what would leave, and running it now. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rehearse } from '../../scheduler/dry-run.js';
import { runNow } from '../../scheduler/run.js';
import { nextSlot } from '../../scheduler/slots.js';
import type { Task } from '../../scheduler/task.js';
import { taskOf, TASKS } from '../../scheduler/tasks.js';
import type { Services } from '../../services/index.js';
import { MOST_IN_WAVE, MOST_WAVE_DAYS, policyIn } from '../../services/wave-plan.js';
import { audit } from '../../store/audit.js';
import { automationOf, automations, lastRuns, setAutomation } from '../../store/automations.js';
import { needsInWaves } from '../../store/waves.js';
import { ranNotice } from '../../views/notices.js';
import { automationsView, type TaskLine } from '../../views/steering/automations.js';
import { rehearsalView } from '../../views/steering/rehearsal.js';
import { textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function automationRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config } = services;

  app.get('/pilotage/automatismes', async (_request, reply) => {
    const { lines, inWaves } = await shown();
    return reply.page((frame) => automationsView({ frame, lines, inWaves, mailed: config.smtpUrl !== undefined }));
  });

  app.post('/pilotage/automatismes/:task', async (request, reply) => {
    const task = taskIn(request);
    const actor = `account:${account(request).id}`;
    const step = textOf(request.body, 'suite', 10);
    if (step === 'lancer') {
      const run = await runNow(services, task, actor);
      if (!run) return reply.redirect('/pilotage/automatismes?fait=occupe', 303);
      await audit(database, { actor, action: 'automation_run', at: clock(), detail: task.id });
      return reply.tell('/pilotage/automatismes', ranNotice(task.label, run));
    }
    if (step !== 'regler') throw new NotFound();
    const set = await automationOf(database, task.id);
    const enabled = textOf(request.body, 'actif', 3) === 'oui';
    const settings = task.id === 'waves' ? { ...policyIn(numbersIn(request)) } : (set?.settings ?? {});
    if (task.id === 'waves' && enabled && !policyIn(settings)) {
      const { lines, inWaves } = await shown();
      const error = `Indiquez combien d’experts à la fois (1 à ${MOST_IN_WAVE}) et combien de jours de silence (1 à ${MOST_WAVE_DAYS}).`;
      return reply.code(422).page((frame) => automationsView({ frame, lines, inWaves, mailed: config.smtpUrl !== undefined, error }));
    }
    const now = clock();
    await setAutomation(database, { task: task.id, enabled, settings, next_at: nextSlot(task.slot, now) });
    await audit(database, { actor, action: enabled ? 'automation_on' : 'automation_off', at: now, detail: task.id });
    return reply.redirect('/pilotage/automatismes?fait=reglage', 303);
  });

  /** What would leave, and to whom; nothing is kept of it. */
  app.get('/pilotage/automatismes/:task', async (request, reply) => {
    const task = taskIn(request);
    const rehearsal = await rehearse(services, task);
    return reply.page((frame) => rehearsalView({ frame, task: task.label, rehearsal, named: config.smtpUrl === undefined }));
  });

  async function shown(): Promise<{ lines: TaskLine[]; inWaves: number }> {
    const known = new Map((await automations(database)).map((one) => [one.task, one]));
    const runs = new Map((await lastRuns(database)).map((one) => [one.task, one]));
    const lines = TASKS.map(({ id, label, about, slot, on }): TaskLine => {
      const set = known.get(id);
      return { id, label, about, enabled: set?.enabled ?? on, policy: policyIn(set?.settings ?? {}), next: set?.next_at ?? nextSlot(slot, clock()), last: runs.get(id) };
    });
    return { lines, inWaves: (await needsInWaves(database)).length };
  }
}

function taskIn(request: FastifyRequest): Task {
  const task = taskOf((request.params as { task: string }).task);
  if (!task) throw new NotFound();
  return task;
}

const numbersIn = ({ body }: FastifyRequest): { size: number; days: number } => ({
  size: Number(textOf(body, 'size', 4)),
  days: Number(textOf(body, 'days', 4)),
});
