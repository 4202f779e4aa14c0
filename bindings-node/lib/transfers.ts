// Comments, transfers, and whom events concern.

import { call } from './boundary';
import { type Directory, nativeDirectoryIfAny } from './directory';
import type { Changes, ReferralEventInput, ReferralInput, TrackedNeedInput } from './generated/follow-up';
import type { Comment, Departure, DepartureChanges, Recipient, RecipientRule, Transfer } from './generated/transfers';

/** Another expert takes a referral over as it stands: its state and dates stay. Throws a `ReferralError`. */
export function transferReferral(referrals: readonly ReferralInput[], transfer: Transfer): Changes {
  return call('transfer', { referrals, transfer });
}

/**
 * All open referrals of somebody who leaves go over to a successor; those that cannot are in `kept`. Throws a
 * `ReferralError`.
 */
export function transferAllReferrals(referrals: readonly ReferralInput[], departure: Departure): DepartureChanges {
  return call('transfer_all', { referrals, departure });
}

/** The event of a comment on a referral, which changes nothing. The text is the host's. Throws a `ReferralError`. */
export function commentReferral(referrals: readonly ReferralInput[], comment: Comment): Changes {
  return call('comment', { referrals, comment });
}

/**
 * Whom an event concerns, each once and without its author; `referrals` are those of the need after it. The
 * directory knows members of teams, substitutes, names and addresses. Throws a `ReferralError`.
 */
export function recipients(
  event: ReferralEventInput,
  need: TrackedNeedInput,
  referrals: readonly ReferralInput[],
  directory?: Directory | null,
): Recipient[] {
  return call('recipients', { event, need, referrals }, nativeDirectoryIfAny(directory));
}

/** Who is told of what, as one table. */
export function recipientRules(): RecipientRule[] {
  return call('recipient_rules', {});
}
