// Waves: a need goes to a few experts at a time. Candidates come from a router, or from the host.

import * as check from './arguments';
import { call } from './boundary';
import type { DayInput } from './generated/days';
import type { Language } from './generated/directory';
import type { ReferralInput } from './generated/follow-up';
import type { CandidatesInput, Wave, WavePolicyInput } from './generated/waves';

/** How a wave is told. */
export interface WaveOptions {
  /** The language of its sentence: French if it is not given. */
  language?: Language | null | undefined;
}

/**
 * Whom to alert now about a need; `referrals` are all those that it has. On every day somebody has the need,
 * or is in `alert`, or `tellCompany` says that the company is to be told. Throws a `ReferralError`.
 */
export function nextWave(
  candidates: CandidatesInput,
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: WavePolicyInput | null,
  options?: WaveOptions | null,
): Wave {
  const { language } = check.options(options, ['language']);
  return call('next_wave', { candidates, referrals, on, policy, language });
}
