// Generated from the declarations of the core by `make generate`: not to be edited.

import type { ReferralState, RefusalReason } from './follow-up';

/** A message that the library can render. */
export type NotificationKind =
  | 'expert_new_need'
  | 'expert_reminder'
  | 'expert_last_chance'
  | 'company_sent'
  | 'company_taken'
  | 'company_abandoned'
  | 'adviser_progress'
  | 'adviser_refused'
  | 'adviser_last_chance';

/** An adviser, as messages show them. */
export interface AdviserCard {
  /** Their name. */
  readonly name?: string | null | undefined;
}

/** A question and its answer. */
export interface AnswerCard {
  /** The label of the question. */
  readonly question: string;
  /** The answer. */
  readonly answer: boolean;
}

/** A person of the company. */
export interface ContactCard {
  /** Their name. */
  readonly name?: string | null | undefined;
  /** Where to call. */
  readonly phone?: string | null | undefined;
  /** Where to write. */
  readonly email?: string | null | undefined;
}

/** An expert, as messages show them. */
export interface ExpertCard {
  /** Their name. */
  readonly name?: string | null | undefined;
  /** The name of their institution. */
  readonly institution?: string | null | undefined;
  /** Where to call. */
  readonly phone?: string | null | undefined;
  /** Where to write. */
  readonly email?: string | null | undefined;
}

/** A facility, as messages show it. */
export interface FacilityCard {
  /** The company's name. */
  readonly name?: string | null | undefined;
  /** Its number. */
  readonly siret?: string | null | undefined;
  /** The name of its commune. */
  readonly commune?: string | null | undefined;
  /** What it does, in words. */
  readonly activity?: string | null | undefined;
  /** How many work there, in words. */
  readonly headcount?: string | null | undefined;
}

/**
 * Where buttons lead: `http`, `https` or `mailto`, made by the host.
 *
 * Mail filters follow links before people do: a link should lead to a page with a button, and not change
 * anything by itself.
 */
export interface Links {
  /** “I take charge”. */
  readonly takeCharge?: string | null | undefined;
  /** “Not for me”. */
  readonly notForMe?: string | null | undefined;
  /** The need in the host's application. */
  readonly see?: string | null | undefined;
  /** Asking again, for a company that nobody called. */
  readonly askAgain?: string | null | undefined;
}

/** A message to be sent. */
export interface Message {
  /** One line without control characters. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** A whole HTML document. */
  readonly html: string;
}

/** A need, as messages show it. */
export interface NeedCard {
  /** The label of its subject. */
  readonly subject?: string | null | undefined;
  /** The label of its theme. */
  readonly theme?: string | null | undefined;
  /** What the company wrote. */
  readonly description?: string | null | undefined;
  /** What the company answered. */
  readonly answers?: readonly AnswerCard[] | null | undefined;
  /** The day it was sent. */
  readonly sentOn?: string | Date | null | undefined;
  /** For how many days it has been waiting. */
  readonly days?: number | null | undefined;
  /** Where its referral stands: `taken_in_charge`, `done`… */
  readonly state?: ReferralState | null | undefined;
  /** Why the expert refused. */
  readonly reason?: RefusalReason | null | undefined;
}

/**
 * The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that is
 * missing is an error that names it.
 */
export interface NotificationData {
  /** Who sends. */
  readonly service?: Service | null | undefined;
  /** What the company needs. */
  readonly need?: NeedCard | null | undefined;
  /** The company's site. */
  readonly facility?: FacilityCard | null | undefined;
  /** Whom to call in the company. */
  readonly contact?: ContactCard | null | undefined;
  /** The expert to whom, or of whom, the message is. */
  readonly expert?: ExpertCard | null | undefined;
  /** All experts who got the need. */
  readonly experts?: readonly ExpertCard[] | null | undefined;
  /** The adviser to whom the message is. */
  readonly adviser?: AdviserCard | null | undefined;
  /** Where buttons lead. */
  readonly links?: Links | null | undefined;
}

/** A message that is to be rendered. */
export interface RenderRequest {
  /** What it is. */
  readonly kind: NotificationKind;
  /** What it shows. */
  readonly data: NotificationData;
  /** Templates of the host instead of the library's. */
  readonly overrides?: readonly TemplateOverride[] | null | undefined;
}

/** A message that is to be rendered by templates that were compiled before. */
export interface RenderWithRequest {
  /** What it is. */
  readonly kind: NotificationKind;
  /** What it shows. */
  readonly data: NotificationData;
}

/** The service that sends. */
export interface Service {
  /** Its name, at the head and the foot of every message. */
  readonly name?: string | null | undefined;
  /** Where to write to a person. */
  readonly email?: string | null | undefined;
  /** Where to call. */
  readonly phone?: string | null | undefined;
}

/** A template of the host's instead of ours. */
export interface TemplateOverride {
  /** Which one: `expert_new_need.html`, `layout.text`… See `template_names`. */
  readonly template: string;
  /** Its text, in Jinja. */
  readonly source: string;
}
