/** Keys of partners: 256 random bits, shown once; the table keeps a hash, which costs nothing to guess and cannot be. */

import { createHash, randomBytes } from 'node:crypto';

/** Begins every key, so that scanners of leaked secrets find it. */
const PREFIX = 'aig_';
const SHAPE = /^aig_[A-Za-z0-9_-]{43}$/;

export interface NewKey {
  /** What the partner sends; nobody can read it again. */
  token: string;
  hash: string;
  /** By which people tell keys apart. */
  hint: string;
}

export function newKey(): NewKey {
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOf(token), hint: token.slice(0, PREFIX.length + 6) };
}

/** The hash of what an `Authorization` header holds; nothing if that is no key. */
export function hashIn(header: string | undefined): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return token && SHAPE.test(token) ? hashOf(token) : undefined;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
