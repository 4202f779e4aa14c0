/** Signed links: what they open and until when, with a signature that only this service can make. */

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A link for one purpose never opens another. */
export type Purpose = 'expert' | 'company' | 'confirm' | 'password' | 'form';

/** For how many days a link to choose a password is good, unless one is chosen before. */
export const PASSWORD_DAYS = 2;

/** For how many days a company may confirm its address; what is not confirmed is erased then. */
export const CONFIRM_DAYS = 7;

export interface Links {
  /** Makes the token of a link. */
  sign(purpose: Purpose, subject: string, until: Date): string;
  /** What a token opens; `null` if it was forged or made for another purpose, `'expired'` if it was good once. */
  open(purpose: Purpose, token: string, now: Date): string | 'expired' | null;
}

const SHAPE = /^[A-Za-z0-9_-]{1,400}\.[A-Za-z0-9_-]{43}$/;

export function signedLinks(secret: string): Links {
  const keys = new Map<Purpose, Buffer>();
  const keyOf = (purpose: Purpose): Buffer => {
    const known = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `link:${purpose}`, 32));
    keys.set(purpose, known);
    return known;
  };
  const signature = (purpose: Purpose, payload: string): string =>
    createHmac('sha256', keyOf(purpose)).update(payload).digest('base64url');

  return {
    sign(purpose, subject, until) {
      const seconds = Math.floor(until.getTime() / 1000);
      const payload = Buffer.from(`${seconds} ${subject}`).toString('base64url');
      return `${payload}.${signature(purpose, payload)}`;
    },
    open(purpose, token, now) {
      if (!SHAPE.test(token)) return null;
      const [payload = '', given = ''] = token.split('.');
      // As they are written: several texts would decode to the same bytes. The shape makes their lengths the same.
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(purpose, payload)))) return null;
      const text = Buffer.from(payload, 'base64url').toString();
      const space = text.indexOf(' ');
      if (Number(text.slice(0, space)) * 1000 <= now.getTime()) return 'expired';
      return text.slice(space + 1);
    },
  };
}
