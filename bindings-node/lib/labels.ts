import { labels as nativeLabels } from '../native';
import type { Rule } from './codes';
import type { Dimension, Period } from './impact';
import type { NotificationKind } from './notifications';
import type { EventKind, NeedStatus, RefusalReason, ReferralState, ReminderKind, RequestKind } from './referral';

/** What users read, in French, for each word of the closed lists. */
export interface Labels {
  readonly referralState: Readonly<Record<ReferralState, string>>;
  readonly needStatus: Readonly<Record<NeedStatus, string>>;
  readonly refusalReason: Readonly<Record<RefusalReason, string>>;
  readonly eventKind: Readonly<Record<EventKind, string>>;
  readonly reminderKind: Readonly<Record<ReminderKind, string>>;
  readonly requestKind: Readonly<Record<RequestKind, string>>;
  readonly notificationKind: Readonly<Record<NotificationKind, string>>;
  readonly dimension: Readonly<Record<Dimension, string>>;
  readonly period: Readonly<Record<Period, string>>;
  readonly rule: Readonly<Record<Rule, string>>;
}

/** What users read, in French: `labels.referralState.waiting` is « En attente de réponse ». */
export const labels: Labels = Object.freeze(JSON.parse(nativeLabels()));
