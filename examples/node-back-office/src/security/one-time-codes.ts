/** Codes of a second factor: those of a device, by RFC 6238, and those for whoever has lost it. */

import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** SHA-1, six digits and thirty seconds: what every application on telephones takes. */
const totpOf = (secret: string, issuer = '', label = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, issuer, label });

/** What a device reads from the picture. */
export const enrolmentUri = (secret: string, issuer: string, label: string): string => totpOf(secret, issuer, label).toString();

/** The step of time that a code is of, if it is of now, the one before or the one after: clocks differ. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const totp = totpOf(secret);
  const timestamp = at.getTime();
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

export const isDeviceCode = (code: string): boolean => /^\d{6}$/.test(code);

/** Crockford's alphabet: no letter is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
export const RECOVERY_CODES = 10;

/** Eighty random bits each, written in fours. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, recoveryCode);

function recoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a recovery code. It is not guessed from its hash: it is as random as a key. */
export function recoveryHash(account: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return createHash('sha256').update(`${account}:${plain}`).digest('base64url');
}
