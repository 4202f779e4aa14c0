import type { ReferralInput } from './generated/follow-up';
import type { Abortable } from './promises';

/** What is known besides the needs. */
export interface DemandOptions extends Abortable {
  /** What became of the needs: the rows then say what was sent, answered and helped. */
  referrals?: readonly ReferralInput[] | null | undefined;
}
