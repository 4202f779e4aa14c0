/** Where a company's request stands, by its signed link. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { needsOf } from '../../store/needs.js';
import { referralsOf } from '../../store/referrals.js';
import { stateLabel, statusLabel } from '../../views/labels.js';
import { followView, type Standing } from '../../views/portal/follow.js';
import type { Opener } from './index.js';

export function followRoutes(app: FastifyInstance, services: Services, open: Opener): void {
  const { database, clock } = services;

  app.get('/suivi/:token', async (request, reply) => {
    const diagnosis = await open(request, 'company');
    const { library } = services.directory;
    const needs = await needsOf(database, diagnosis.id);
    const referrals = await referralsOf(database, needs.map((need) => need.id));
    await audit(database, { actor: 'company', action: 'follow_seen', at: clock(), detail: diagnosis.id });
    return reply.page((frame) =>
      followView({
        frame,
        company: diagnosis.company.name,
        at: diagnosis.createdAt,
        stands: standingOf(diagnosis),
        email: diagnosis.contact.email,
        address: request.url,
        subjects: needs.map((need) => ({
          label: library.labelOf(need.subject),
          status: need.status,
          statusLabel: statusLabel(need.status),
          callers: referrals
            .filter((referral) => referral.need_id === need.id && CALLING.has(referral.state))
            .map((referral) => ({
              name: referral.expert_name,
              state: referral.state,
              stateLabel: stateLabel(referral.state),
            })),
        })),
      }),
    );
  });
}

/** Who may still call, or has. */
const CALLING = new Set(['waiting', 'taken_in_charge', 'done', 'done_no_help', 'done_not_reachable']);

function standingOf({ status, confirmedAt, erasedAt }: Diagnosis): Standing {
  if (status === 'sent') return 'sent';
  if (status === 'closed' || erasedAt) return 'closed';
  return confirmedAt ? 'held' : 'to_confirm';
}
