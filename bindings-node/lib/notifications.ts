// Notifications: the library renders, the host sends. French, escaped, and the wording is the host's
// to change.

import { NativeTemplates, templateSource } from '../native';
import * as check from './arguments';
import { json } from './core';
import { attempt } from './errors';
import type { DayInput } from './need';
import type { RefusalReason, ReferralState } from './referral';

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

type Text = string | null | undefined;

/** An expert, as messages show them. */
export interface ExpertCard {
  name?: Text;
  /** The name of their institution. */
  institution?: Text;
  phone?: Text;
  email?: Text;
}

/** The facts of a message; which of them it needs, it says when one is missing. */
export interface NotificationData {
  /** The service that sends. */
  service?: { name?: Text; email?: Text; phone?: Text };
  need?: {
    /** The label of its subject. */
    subject?: Text;
    /** The label of its theme. */
    theme?: Text;
    /** What the company wrote. */
    description?: Text;
    /** Questions, by their labels, and answers. */
    answers?: readonly { question: string; answer: boolean }[];
    sentOn?: DayInput | null | undefined;
    /** For how many days it has been waiting. */
    days?: number | null | undefined;
    state?: ReferralState | null | undefined;
    reason?: RefusalReason | null | undefined;
  };
  /** The company's site, in words. */
  facility?: { name?: Text; siret?: Text; commune?: Text; activity?: Text; headcount?: Text };
  /** Whom to call in the company. */
  contact?: { name?: Text; phone?: Text; email?: Text };
  /** The expert to whom, or of whom, the message is. */
  expert?: ExpertCard;
  /** All experts who got the need. */
  experts?: readonly ExpertCard[];
  /** The adviser to whom the message is. */
  adviser?: { name?: Text };
  /** Where buttons lead: `http`, `https` or `mailto`. */
  links?: { takeCharge?: Text; notForMe?: Text; see?: Text; askAgain?: Text };
}

/** A message, to be sent by the host. */
export interface Message {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}

/** A template of the host's own in the place of one of the library's. */
export interface TemplateOverride {
  /** Such as `expert_new_need.subject`, `expert_new_need.html` or `layout.html`. */
  template: string;
  /** In Jinja. */
  source: string;
}

/** Templates, compiled once and rendered often. */
export class Templates {
  readonly #native: NativeTemplates;

  /** Throws a `ReferralError` for a template that does not exist or cannot be compiled. */
  constructor(overrides: readonly TemplateOverride[] = []) {
    this.#native = attempt(() => NativeTemplates.with(json(overrides)));
  }

  /** Renders a message. Throws a `ReferralError` that names what is missing, or a link that is none. */
  render(kind: NotificationKind, data: NotificationData): Message {
    return attempt(() => JSON.parse(this.#native.render(check.text(kind, 'kind'), json(data)))) as Message;
  }

  /** The template that is rendered where the host has none of its own: where to begin one. */
  static source(template: string): string | undefined {
    return templateSource(check.text(template, 'template')) ?? undefined;
  }
}

let standard: Templates | undefined;

/** Renders a message with the library's own templates. */
export function renderNotification(kind: NotificationKind, data: NotificationData): Message {
  standard ??= new Templates();
  return standard.render(kind, data);
}
