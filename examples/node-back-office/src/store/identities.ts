/** The identities by which accounts sign in at a provider. */

import type { Queries } from '../database/index.js';
import { closeSessions } from '../security/sessions.js';

export interface Identity {
  issuer: string;
  subject: string;
  account_id: string;
  siret: string | null;
  idp_id: string | null;
  linked_at: Date;
}

/** The account of an identity, disabled or not. */
export async function accountOfIdentity(
  db: Queries,
  issuer: string,
  subject: string,
): Promise<{ account_id: string; disabled: boolean } | undefined> {
  const [row] = await db.query<{ account_id: string; disabled: boolean }>(
    `select account_id, accounts.disabled_at is not null as disabled
       from identities join accounts on accounts.id = identities.account_id
      where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return row;
}

/** Links an identity for the first time; `false` where it or the account is linked already. */
export async function linkIdentity(tx: Queries, identity: Omit<Identity, 'linked_at'>, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into identities (issuer, subject, account_id, siret, idp_id, linked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning subject`,
    [identity.issuer, identity.subject, identity.account_id, identity.siret, identity.idp_id, now],
  );
  return rows.length === 1;
}

/** Keeps the organisation that the provider names today. */
export async function renewIdentity(tx: Queries, { issuer, subject, siret, idp_id }: Omit<Identity, 'linked_at' | 'account_id'>): Promise<void> {
  await tx.query('update identities set siret = $3, idp_id = $4 where issuer = $1 and subject = $2', [issuer, subject, siret, idp_id]);
}

export async function identitiesOf(db: Queries, account: string): Promise<Identity[]> {
  return db.query<Identity>('select * from identities where account_id = $1 order by linked_at', [account]);
}

/** Takes the identities of an account away, and its sessions; `false` if it has none. */
export async function unlinkIdentities(tx: Queries, account: string): Promise<boolean> {
  const rows = await tx.query('delete from identities where account_id = $1 returning subject', [account]);
  if (rows.length > 0) await closeSessions(tx, account);
  return rows.length > 0;
}
