// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Answer } from './directory';
import type { ReferralState, RefusalReason } from './follow-up';
import type { DayInput } from './days';

/** A message that the library can render. */
export type NotificationKind =
  | 'expert_new_need'
  | 'expert_reminder'
  | 'expert_last_chance'
  | 'company_sent'
  | 'company_taken'
  | 'company_abandoned'
  | 'company_not_taken'
  | 'company_not_reachable'
  | 'company_survey'
  | 'company_come_back'
  | 'adviser_progress'
  | 'adviser_refused'
  | 'adviser_last_chance';

/** An adviser, as messages show them. */
export interface AdviserCard {
  /** Their name. */
  name?: string | null | undefined;
}

/** A question and its answer. */
export interface AnswerCard {
  /** The label of the question. */
  question: string;
  /** The answer; choices by their labels. */
  answer: Answer;
}

/** A person of the company. */
export interface ContactCard {
  /** Their name. */
  name?: string | null | undefined;
  /** Where to call. */
  phone?: string | null | undefined;
  /** Where to write. */
  email?: string | null | undefined;
}

/** An expert, as messages show them. */
export interface ExpertCard {
  /** Their name. */
  name?: string | null | undefined;
  /** The name of their institution. */
  institution?: string | null | undefined;
  /** Where to call. */
  phone?: string | null | undefined;
  /** Where to write. */
  email?: string | null | undefined;
}

/** A facility, as messages show it. */
export interface FacilityCard {
  /** The company's name. */
  name?: string | null | undefined;
  /** Its number. */
  siret?: string | null | undefined;
  /** The name of its commune. */
  commune?: string | null | undefined;
  /** What it does, in words. */
  activity?: string | null | undefined;
  /** How many work there, in words. */
  headcount?: string | null | undefined;
}

/**
 * Where buttons lead: `http`, `https` or `mailto`, made by the host.
 *
 * Mail filters follow links before people do: a link should lead to a page with a button, and not change
 * anything by itself.
 */
export interface Links {
  /** “I take charge”. */
  takeCharge?: string | null | undefined;
  /** “Not for me”. */
  notForMe?: string | null | undefined;
  /** The need in the host's application. */
  see?: string | null | undefined;
  /** Asking again, for a company that nobody called. */
  askAgain?: string | null | undefined;
  /** The survey, for a company that was helped. */
  survey?: string | null | undefined;
}

/** A message to be sent. */
export interface Message {
  /** One line without control characters. */
  subject: string;
  /** Plain text. */
  text: string;
  /** A whole HTML document. */
  html: string;
}

/** A need, as messages show it. */
export interface NeedCard {
  /** The label of its subject. */
  subject?: string | null | undefined;
  /** The label of its theme. */
  theme?: string | null | undefined;
  /** What the company wrote. */
  description?: string | null | undefined;
  /** What the company answered. */
  answers?: readonly AnswerCard[] | null | undefined;
  /** The day it was sent. */
  sentOn?: DayInput | null | undefined;
  /** For how many days it has been waiting. */
  days?: number | null | undefined;
  /** Where its referral stands: `taken_in_charge`, `done`… */
  state?: ReferralState | null | undefined;
  /** Why the expert refused. */
  reason?: RefusalReason | null | undefined;
}

/**
 * The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that is
 * missing is an error that names it.
 */
export interface NotificationData {
  /** Who sends. */
  service?: Service | null | undefined;
  /** What the company needs. */
  need?: NeedCard | null | undefined;
  /** The company's site. */
  facility?: FacilityCard | null | undefined;
  /** Whom to call in the company. */
  contact?: ContactCard | null | undefined;
  /** The expert to whom, or of whom, the message is. */
  expert?: ExpertCard | null | undefined;
  /** All experts who got the need. */
  experts?: readonly ExpertCard[] | null | undefined;
  /** The adviser to whom the message is. */
  adviser?: AdviserCard | null | undefined;
  /** Where buttons lead. */
  links?: Links | null | undefined;
}

/** The service that sends. */
export interface Service {
  /** Its name, at the head and the foot of every message. */
  name?: string | null | undefined;
  /** Where to write to a person. */
  email?: string | null | undefined;
  /** Where to call. */
  phone?: string | null | undefined;
}

/** A template of the host's instead of ours. */
export interface TemplateOverride {
  /** Which one: `expert_new_need.html`, `layout.text`… See `template_names`. */
  template: string;
  /** Its text, in Jinja. */
  source: string;
}
