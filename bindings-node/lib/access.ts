// Who may see and do what, by one table. The antennes of a perimeter are the directory's to say.

import { call } from './boundary';
import type { Action, Actor, Permission, PermissionRule } from './generated/access';
import type { ReferralInput, TrackedNeedInput } from './generated/follow-up';

/**
 * Whether somebody may see or do something of a need, and why; `referrals` are those of the need. Throws a
 * `ReferralError` where the role needs to know who it is.
 */
export function may(
  actor: Actor,
  action: Action,
  need: TrackedNeedInput,
  referrals: readonly ReferralInput[],
): Permission {
  return call('may', { actor, action, need, referrals });
}

/** Who may see and do what, as one table: a row for each role and action. */
export function permissionRules(): PermissionRule[] {
  return call('permission_rules', {});
}
