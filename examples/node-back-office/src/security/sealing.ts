/** What is kept where others may read it, and is for this service alone: AES-256-GCM, one key for each use. */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** `context` says whose it is: what is sealed for one does not open for another. */
  close(text: string, context: string): string;
  /** `null` for what was not closed with this key, for this context. */
  open(sealed: string, context: string): string | null;
}

const IV = 12;
const TAG = 16;

export function sealFor(secret: string, use: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `seal:${use}`, 32));
  return {
    close(text, context) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV, IV + TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
