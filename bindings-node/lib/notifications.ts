// Notifications: the library renders, the host sends. French, escaped, and the wording is the host's
// to change.

import { NativeTemplates } from '../native';
import * as check from './arguments';
import { call, jsonOf } from './boundary';
import { attempt } from './errors';
import type { Message, NotificationData, NotificationKind, TemplateOverride } from './generated/notifications';

let sources: ReadonlyMap<string, string> | undefined;

/** Templates, compiled once and rendered often. */
export class Templates {
  readonly #native: NativeTemplates;

  /** Throws a `ReferralError` for a template that does not exist or cannot be compiled. */
  constructor(overrides: readonly TemplateOverride[] = []) {
    this.#native = attempt(() => NativeTemplates.with(jsonOf(overrides, 'TemplateOverride', 'referral')));
  }

  /** Renders a message. Throws a `ReferralError` that names what is missing, or a link that is none. */
  render(kind: NotificationKind, data: NotificationData): Message {
    return call('render_with', { kind, data }, this.#native);
  }

  /** The template that is rendered where the host has none of its own. */
  static source(template: string): string | undefined {
    sources ??= new Map(Object.entries(call('default_templates', {})));
    return sources.get(check.text(template, 'template'));
  }
}

let standard: Templates | undefined;

/** Renders a message with the library's own templates. */
export function renderNotification(kind: NotificationKind, data: NotificationData): Message {
  standard ??= new Templates();
  return standard.render(kind, data);
}
