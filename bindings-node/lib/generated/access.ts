// Generated from the declarations of the core by `make generate`: not to be edited.

/** What can be seen or done of a need. */
export type Action =
  | 'see_need'
  | 'see_contact'
  | 'comment'
  | 'move'
  | 'transfer'
  | 'send'
  | 'suspend'
  | 'see_survey'
  | 'see_figures';

/** Why something is allowed, or is not. */
export type PermissionReason = 'in_scope' | 'out_of_scope' | 'not_for_role';

/** As what somebody uses the host's application. */
export type Role =
  | 'expert'
  | 'member'
  | 'antenne_manager'
  | 'adviser'
  | 'cooperation_manager'
  | 'steering';

/** Of which needs. */
export type Scope = 'nothing' | 'own' | 'perimeter' | 'cooperation' | 'everything';

/** Somebody who wants to see or do something, as far as permissions go. */
export interface Actor {
  /** As what they act. */
  role: Role;
  /** The id of the expert, or of the team of a member. */
  expert?: string | null | undefined;
  /** The ids of the antennes of a manager's perimeter: those that `perimeter` lists. */
  antennes?: readonly string[] | null | undefined;
  /** The host's id of an adviser. */
  adviser?: string | null | undefined;
  /** The sites and campaigns of a cooperation. */
  origins?: readonly string[] | null | undefined;
}

/** Whether something is allowed, and why. */
export interface Permission {
  /** Whether it is. */
  allowed: boolean;
  /** Of which needs the role may. */
  scope: Scope;
  /** Why. */
  reason: PermissionReason;
}

/** A row of the table. */
export interface PermissionRule {
  /** As what somebody acts. */
  role: Role;
  /** What they want to see or do. */
  action: Action;
  /** Of which needs they may. */
  scope: Scope;
}
