import type { NeedField, Owner, Rule, Rules, Zone } from './codes';
import type { Entities } from './entities';
import { type Antenne, type Criterion, criterion, type Expert, type Institution, type Subject } from './records';
import { fieldName } from './wire';

/** What one rule says of one expert, and through what. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly holds: boolean;
  /** All that in French. */
  readonly sentence: string;
  /** Whether it rejects only because facts are not known. */
  readonly undetermined: boolean;
  /** Whether the sentence tells more than that all is well. */
  readonly remarkable: boolean;
  /** Whose data decided. */
  readonly owner?: Owner;
  /** The criterion that rejects. */
  readonly criterion?: Criterion;
  /** The fields of the need that decided, or are not known. */
  readonly fields: readonly NeedField[];
  /** The zone that covers the commune. */
  readonly zone?: Zone;
  /** The question whose answer contradicts. */
  readonly question?: string;
}

/** What the rules say of one competent expert. */
export interface ExpertVerdict {
  readonly expert: Expert;
  readonly antenne: Antenne;
  readonly institution: Institution;
  readonly matches: boolean;
  /** One verdict a rule, in the order of the rules. */
  readonly rules: readonly RuleVerdict[];
  /** Those that stop the expert; none if the expert matches. */
  readonly stoppedBy: readonly RuleVerdict[];
}

/** How many experts are left after a rule and those before it. */
export interface FunnelStep {
  readonly rule: Rule;
  readonly left: number;
}

/** A fact that the need does not carry, and that rejected somebody: what to ask the company. */
export interface MissingFact {
  readonly field: NeedField;
  /** How many experts it could unlock by itself. */
  readonly unlocks: number;
  /** How many experts lack it, some of them among other facts. */
  readonly concerns: number;
}

/** An expert whom one rule alone stops. */
export interface NearMiss {
  readonly expert: Expert;
  readonly stoppedBy: Rule;
  /** The narrowest zone that holds both the commune and a part of the expert's territory. */
  readonly shared: Zone;
  /** Why, in French. */
  readonly sentence: string;
}

/** Why each competent expert matches a need or does not. */
export interface Explanation {
  /** The version of the rules that decided. */
  readonly rules: Rules;
  readonly subject: Subject;
  /** The current commune of the need, as a zone. */
  readonly commune: Zone;
  /** Every expert who has the competence, active or not, by id. */
  readonly experts: readonly ExpertVerdict[];
  /** How many are left after each rule. */
  readonly funnel: readonly FunnelStep[];
  /** What to ask the company; the most useful first. */
  readonly missing: readonly MissingFact[];
  /** The experts whom one rule alone stops, the nearest territory first. */
  readonly nearest: readonly NearMiss[];
}

function ruleVerdict(json: any): RuleVerdict {
  return {
    rule: json.rule,
    holds: json.holds,
    sentence: json.sentence,
    undetermined: json.undetermined ?? false,
    remarkable: json.remarkable ?? false,
    ...(json.owner && { owner: json.owner }),
    ...(json.criterion && { criterion: criterion(json.criterion) }),
    fields: (json.fields ?? []).map(fieldName),
    ...(json.zone && { zone: json.zone }),
    ...(json.question && { question: json.question }),
  };
}

function expertVerdict(json: any, entities: Entities): ExpertVerdict {
  const rules: RuleVerdict[] = json.rules.map(ruleVerdict);
  return {
    expert: entities.experts.of(json.expert),
    antenne: entities.antennes.of(json.antenne),
    institution: entities.institutions.of(json.institution),
    matches: json.matches,
    rules,
    stoppedBy: rules.filter((verdict) => !verdict.holds),
  };
}

/** @internal */
export function explanation(json: any, entities: Entities): Explanation {
  return {
    rules: json.rules,
    subject: entities.subjects.of(json.subject),
    commune: json.commune,
    experts: json.experts.map((one: any) => expertVerdict(one, entities)),
    funnel: json.funnel,
    missing: json.missing.map((one: any) => ({ ...one, field: fieldName(one.field) })),
    nearest: json.nearest.map((one: any) => ({
      expert: entities.experts.of(one.expert),
      stoppedBy: one.stopped_by,
      shared: one.shared,
      sentence: one.sentence,
    })),
  };
}
