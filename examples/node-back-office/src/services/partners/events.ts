/** What a partner is told of its requests: states, reasons, subjects, institutions and dates; nobody's name or words. */

import { eventsAfter, holdPublishing, lastPosition, notedEvents, partnersToTell, publishEvent, type NotedEvent, type ToldEvent } from '../../store/partner-events.js';
import type { Clock } from '../../clock.js';
import type { Database } from '../../database/index.js';

/** What publishing stands on: a part of the services, which themselves stand on it. */
interface Base {
  database: Database;
  clock: Clock;
}

/** An event as partners read it, by the cursor or from a webhook. */
export interface PartnerEvent {
  id: string;
  cursor: string;
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

function told(noted: NotedEvent, position: number): PartnerEvent {
  const about = noted.referral_id ? 'referral' : 'request';
  return {
    id: noted.event,
    cursor: `${position}`,
    type: `${about}.${noted.kind}`,
    timestamp: noted.at.toISOString(),
    data: present({ request: noted.request_id, on: noted.on_day, ...(noted.referral_id ? ofReferral(noted) : ofRequest(noted)) }),
  };
}

const ofRequest = (noted: NotedEvent): Record<string, unknown> => ({
  origin: noted.origin,
  subject: noted.subject,
  from: noted.from_subject,
  needs: noted.needs?.length ? noted.needs : null,
  held_for: noted.held_for,
  closed_for: noted.closed_for,
});

const ofReferral = (noted: NotedEvent): Record<string, unknown> => ({
  need: noted.need_id,
  subject: noted.subject,
  referral: noted.referral_id,
  state: noted.to_state,
  reason: noted.reason,
  institution: present({ id: noted.institution, name: noted.institution_name }),
});

const present = (given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null && one !== undefined));

/** Publishes what a partner has not heard yet; returns how many events that was. */
async function publishTo(services: Base, partner: string): Promise<number> {
  return services.database.transaction(async (tx) => {
    await holdPublishing(tx, partner);
    const noted = await notedEvents(tx, partner);
    if (noted.length === 0) return 0;
    let position = await lastPosition(tx, partner);
    for (const one of noted) {
      position += 1;
      await publishEvent(tx, partner, one.id, { position, told: told(one, position) }, services.clock());
    }
    return noted.length;
  });
}

/** The same for every partner. */
export async function publishAll(services: Base): Promise<void> {
  for (const partner of await partnersToTell(services.database)) {
    while ((await publishTo(services, partner)) > 0);
  }
}

export interface EventPage {
  events: object[];
  /** From where to go on. */
  next: string;
  /** Whether more is there already. */
  more: boolean;
}

/** The events after a cursor; nothing where that is no cursor of this partner's. */
export async function eventPage(services: Base, partner: string, after: number, limit: number): Promise<EventPage | undefined> {
  const { database } = services;
  while ((await publishTo(services, partner)) > 0);
  // A cursor beyond the end is of another database: to answer "nothing new" for ever would be a lie.
  if (after > (await lastPosition(database, partner))) return undefined;
  const found: ToldEvent[] = await eventsAfter(database, partner, after, limit + 1);
  const events = found.slice(0, limit);
  return { events: events.map((one) => one.told), next: `${events.at(-1)?.position ?? after}`, more: found.length > limit };
}
