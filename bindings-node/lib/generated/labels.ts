// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Rule } from './explaining';
import type { ContactKind, FlagReason, OutOfScopeKind, PlaceKind } from './messages';
import type { OpcoCertainty, Register } from './companies';
import type { EventKind, NeedStatus, ReferralState, RefusalReason, RequestKind } from './follow-up';
import type { ClosureReason, HoldReason, RequestEventKind, RequestFate, RequestState } from './deposits';
import type { Occasion, RecipientRole } from './transfers';
import type { ReminderKind } from './reminders';
import type { PassedOverReason, WaveCause, WaveStep } from './waves';
import type { Action, PermissionReason, Role, Scope } from './access';
import type { SurveyEventKind, SurveyOutcome } from './surveys';
import type { DemandBy, DemandChangeKind } from './demand';
import type { Dimension, Period } from './impact';
import type { NotificationKind } from './notifications';

/** What users read, in French, for each word of the closed lists. */
export interface Labels {
  readonly referralState: Readonly<Record<ReferralState, string>>;
  readonly needStatus: Readonly<Record<NeedStatus, string>>;
  readonly refusalReason: Readonly<Record<RefusalReason, string>>;
  readonly eventKind: Readonly<Record<EventKind, string>>;
  readonly reminderKind: Readonly<Record<ReminderKind, string>>;
  readonly requestKind: Readonly<Record<RequestKind, string>>;
  readonly flagReason: Readonly<Record<FlagReason, string>>;
  readonly outOfScopeKind: Readonly<Record<OutOfScopeKind, string>>;
  readonly placeKind: Readonly<Record<PlaceKind, string>>;
  readonly contactKind: Readonly<Record<ContactKind, string>>;
  readonly notificationKind: Readonly<Record<NotificationKind, string>>;
  readonly requestEventKind: Readonly<Record<RequestEventKind, string>>;
  readonly requestState: Readonly<Record<RequestState, string>>;
  readonly requestFate: Readonly<Record<RequestFate, string>>;
  readonly holdReason: Readonly<Record<HoldReason, string>>;
  readonly closureReason: Readonly<Record<ClosureReason, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly action: Readonly<Record<Action, string>>;
  readonly scope: Readonly<Record<Scope, string>>;
  readonly permissionReason: Readonly<Record<PermissionReason, string>>;
  readonly occasion: Readonly<Record<Occasion, string>>;
  readonly recipientRole: Readonly<Record<RecipientRole, string>>;
  readonly waveStep: Readonly<Record<WaveStep, string>>;
  readonly waveCause: Readonly<Record<WaveCause, string>>;
  readonly passedOverReason: Readonly<Record<PassedOverReason, string>>;
  readonly surveyOutcome: Readonly<Record<SurveyOutcome, string>>;
  readonly surveyEventKind: Readonly<Record<SurveyEventKind, string>>;
  readonly dimension: Readonly<Record<Dimension, string>>;
  readonly period: Readonly<Record<Period, string>>;
  readonly rule: Readonly<Record<Rule, string>>;
  readonly demandChangeKind: Readonly<Record<DemandChangeKind, string>>;
  readonly demandBy: Readonly<Record<DemandBy, string>>;
  readonly opcoCertainty: Readonly<Record<OpcoCertainty, string>>;
  readonly register: Readonly<Record<Register, string>>;
}
