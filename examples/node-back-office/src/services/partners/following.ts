/** Where a partner's request stands. It names subjects and institutions, and nobody. */

import { foldEvents, foldRequests } from '../../library.js';
import { requestOfPartner } from '../../store/deposits.js';
import { needsOf } from '../../store/needs.js';
import { eventsOf, referralsOf } from '../../store/referrals.js';
import { requestEventsOf } from '../../store/requests.js';
import type { Services } from '../index.js';

export async function followedRequest({ database }: Services, id: string, partner: string): Promise<object | undefined> {
  const request = await requestOfPartner(database, id, partner);
  if (!request) return undefined;
  const [tracked] = foldRequests(await requestEventsOf(database, id)).requests;
  if (!tracked) throw new Error('a request that was deposited has an event');
  const needs = [];
  // What an adviser is still writing is not what was asked.
  for (const need of (await needsOf(database, id)).filter((one) => one.sent_at !== null)) {
    const { referrals } = foldEvents(await eventsOf(database, need.id));
    const rows = new Map((await referralsOf(database, [need.id])).map((row) => [row.id, row]));
    needs.push({
      id: need.id,
      subject: need.subject,
      status: need.status,
      sent_at: need.sent_at?.toISOString(),
      referrals: referrals.map((one) => ({
        id: one.id,
        institution: { id: one.institution, name: rows.get(one.id)?.institution_name ?? one.institution },
        state: one.state,
        ...(one.reason && { reason: one.reason }),
        sent_on: one.sentOn,
        ...(one.takenOn && { taken_on: one.takenOn }),
        ...(one.closedOn && { closed_on: one.closedOn }),
      })),
    });
  }
  return {
    id: request.id,
    origin: request.partner_origin,
    channel: request.partner_channel,
    ...(request.partner_reference && { reference: request.partner_reference }),
    deposited_at: request.created_at.toISOString(),
    ...(request.confirmed_at && { confirmed_at: request.confirmed_at.toISOString() }),
    ...(request.erased_at && { erased_at: request.erased_at.toISOString() }),
    state: tracked.state,
    ...(tracked.heldFor && { held_for: tracked.heldFor }),
    ...(tracked.closedFor && { closed_for: tracked.closedFor }),
    asked_subjects: request.asked_subjects,
    needs,
  };
}
