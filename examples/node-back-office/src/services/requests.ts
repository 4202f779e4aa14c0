/** What happens to a request of the portal. The library says what may follow what. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { applyRequestEvent, foldRequests, type RequestEvent, type TrackedRequest } from '../library.js';
import { addRequestEvent, requestEventsOf } from '../store/requests.js';
import type { Services } from './index.js';

type Happening = Omit<RequestEvent, 'request' | 'seq' | 'on' | 'at'>;

/** Writes down what happened; throws a `ReferralError` where it cannot have. Who calls holds the diagnosis. */
export async function happened(services: Services, tx: Queries, request: string, what: Happening): Promise<TrackedRequest> {
  const now = services.clock();
  const before = await requestEventsOf(tx, request);
  const event: RequestEvent = { ...what, request, seq: before.length + 1, on: dayOf(now), at: now.toISOString() };
  const next = applyRequestEvent(foldRequests(before).requests[0], event);
  await addRequestEvent(tx, event, next, now);
  return next;
}
