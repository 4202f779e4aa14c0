import type { Answer } from './boundary';
import type { ExpertVerdict as Verdict, Explanation as ExplanationAnswer, RuleVerdict } from './generated/explaining';

/** What the rules say of one competent expert. */
export interface ExpertVerdict extends Verdict {
  /** The verdicts that stop the expert; none if the expert matches. */
  readonly stoppedBy: readonly RuleVerdict[];
}

/** Why each competent expert matches a need or does not. */
export interface Explanation extends Omit<ExplanationAnswer, 'experts'> {
  /** Every expert who has the competence, active or not, by id. */
  readonly experts: readonly ExpertVerdict[];
}

/** @internal */
export function explanationOf(answer: Answer<'explain'>): Explanation {
  const stopped = (verdict: Verdict) => ({ ...verdict, stoppedBy: verdict.rules.filter((rule) => !rule.holds) });
  return { ...answer, experts: answer.experts.map(stopped) };
}
