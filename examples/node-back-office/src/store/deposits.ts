/** Deposits of partners: whose a request is, and what was answered under which key. */

import { only, type Queries } from '../database/index.js';
import { addDays } from '../clock.js';

/** For how many days the same deposit has the same answer. */
export const DEPOSIT_DAYS = 7;

/** Through whom a request came in. */
export interface Through {
  partner: string;
  name: string;
  /** What it is counted under. */
  origin: string;
  channel: 'api' | 'page';
  reference?: string | undefined;
}

/** Writes down through whom a request came, before anything happens to it. */
export async function stampRequest(tx: Queries, request: string, through: Through): Promise<void> {
  await tx.query(
    'update diagnoses set partner_id = $2, partner_origin = $3, partner_channel = $4, partner_reference = $5 where id = $1',
    [request, through.partner, through.origin, through.channel, through.reference ?? null],
  );
}

export interface KeptDeposit {
  digest: string;
  answer: object;
}

export async function keptDeposit(db: Queries, partner: string, key: string, now: Date): Promise<KeptDeposit | undefined> {
  const rows = await db.query<KeptDeposit>(
    'select digest, answer from deposits where partner_id = $1 and key = $2 and created_at > $3',
    [partner, key, addDays(now, -DEPOSIT_DAYS)],
  );
  return rows[0];
}

/** Keeps an answer under its key; `false` where another deposit has the key. One that is under way is waited for. */
export async function keepDeposit(
  tx: Queries,
  { partner, key, digest, request, answer }: { partner: string; key: string; digest: string; request: string; answer: object },
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into deposits (partner_id, key, digest, request_id, answer, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (partner_id, key) do update
       set digest = excluded.digest, request_id = excluded.request_id, answer = excluded.answer, created_at = excluded.created_at
     where deposits.created_at <= $7
     returning key`,
    [partner, key, digest, request, JSON.stringify(answer), now, addDays(now, -DEPOSIT_DAYS)],
  );
  return rows.length === 1;
}

/** Forgets the keys that are no longer good; returns how many. */
export async function forgetDeposits(db: Queries, now: Date): Promise<number> {
  const rows = await db.query<{ n: number }>(
    'with gone as (delete from deposits where created_at <= $1 returning 1) select count(*)::int as n from gone',
    [addDays(now, -DEPOSIT_DAYS)],
  );
  return only(rows).n;
}

/** What a partner may know of a request; nothing of one that is not theirs. */
export interface PartnerRequest {
  id: string;
  partner_origin: string;
  partner_channel: 'api' | 'page';
  partner_reference: string | null;
  asked_subjects: string[];
  created_at: Date;
  confirmed_at: Date | null;
  erased_at: Date | null;
}

export async function requestOfPartner(db: Queries, id: string, partner: string): Promise<PartnerRequest | undefined> {
  const rows = await db.query<PartnerRequest>(
    `select id, partner_origin, partner_channel, partner_reference, asked_subjects, created_at, confirmed_at, erased_at
       from diagnoses where id = $1 and partner_id = $2`,
    [id, partner],
  );
  return rows[0];
}
