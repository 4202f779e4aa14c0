/** A telephone that shows codes. */

import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Page } from './browser.js';

/** The code that a device shows, `steps` of thirty seconds from then. */
export function codeAt(secret: string, at: Date, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() + steps * 30_000 });
}

/** The key that a page shows, and what its form carries. */
export function enrolmentIn({ html }: Page): { secret: string; enrolment: string } {
  const secret = /<code class="key">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '');
  const enrolment = /name="enrolment" value="([^"]+)"/.exec(html)?.[1];
  assert.ok(secret && enrolment, html);
  return { secret, enrolment };
}

/** The recovery codes that a page shows. */
export const codesIn = ({ html }: Page): string[] => [...html.matchAll(/<code>([0-9a-z]{4}(?:-[0-9a-z]{4}){3})<\/code>/g)].map((match) => match[1] ?? '');
