// Requests before they are needs: what a company deposits, until it is transmitted or closed.

import * as check from './arguments';
import { call } from './boundary';
import type { DayInput } from './generated/days';
import type {
  FoldedRequests,
  RequestEventInput,
  RequestFate,
  RequestState,
  TrackedRequest,
  TrackedRequestInput,
} from './generated/deposits';

/**
 * The requests that events make, in whatever order they come and however often. What cannot have
 * happened is `ignored`, what is of a kind that this version does not know is `unknown`; one of a known
 * kind that cannot be read throws a `ReferralError`. With `on`, as they stood that day.
 */
export function foldRequests(
  events: readonly RequestEventInput[],
  options?: { on?: DayInput | null | undefined } | null,
): FoldedRequests {
  const { on } = check.options(options, ['on']);
  return call('fold_requests', { events, on });
}

/**
 * The request with an event applied; without a request, the one that a deposit begins. One that was
 * applied already, by its number, changes nothing. Throws a `ReferralError`.
 */
export function applyRequestEvent(
  request: TrackedRequestInput | null | undefined,
  event: RequestEventInput,
): TrackedRequest {
  return call('apply_request_event', { request, event });
}

/** What became of a request in a state. */
export function requestFate(state: RequestState): RequestFate {
  return call('request_fate', { state });
}

/** Throws a `ReferralError` where a request's dates cannot be true or do not go with its state. */
export function checkRequest(request: TrackedRequestInput): void {
  call('check_request', { request });
}

/** The request with what statistics may keep, and nothing that leads to the company. */
export function anonymiseRequest(request: TrackedRequestInput): TrackedRequest {
  return call('anonymise_request', { request });
}
