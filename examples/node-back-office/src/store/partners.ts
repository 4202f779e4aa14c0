/** Partners: their pages, and the origins that are theirs. */

import { only, type Queries } from '../database/index.js';

export interface Partner {
  id: string;
  name: string;
  slug: string;
  /** Whether its page is open. */
  page: boolean;
  /** Which sites may show its page in a frame. */
  frames: string[];
  created_at: Date;
  disabled_at: Date | null;
}

export interface PartnerRow extends Partner {
  keys: number;
  requests: number;
  /** Events that were given up on, of receivers that are still told. */
  given_up: number;
}

export async function allPartners(db: Queries): Promise<PartnerRow[]> {
  return db.query<PartnerRow>(
    `select partners.*,
            (select count(*)::int from api_keys where partner_id = partners.id and revoked_at is null) as keys,
            (select count(*)::int from diagnoses where partner_id = partners.id) as requests,
            (select count(*)::int from webhook_deliveries join webhooks on webhooks.id = webhook_id
              where partner_id = partners.id and status = 'given_up' and webhooks.disabled_at is null) as given_up
       from partners order by name, id`,
  );
}

export async function partnerById(db: Queries, id: string): Promise<Partner | undefined> {
  return (await db.query<Partner>('select * from partners where id = $1', [id]))[0];
}

/** A partner whose page is open. */
export async function partnerWithPage(db: Queries, slug: string): Promise<Partner | undefined> {
  return (await db.query<Partner>('select * from partners where slug = $1 and page and disabled_at is null', [slug]))[0];
}

/** Adds a partner and returns its id; nothing where the name in addresses, or the origin of the same name, is taken. */
export async function addPartner(tx: Queries, name: string, slug: string, now: Date): Promise<string | undefined> {
  const rows = await tx.query<{ id: string }>(
    `insert into partners (name, slug, created_at) select $1, $2, $3
      where not exists (select from partner_origins where origin = $2)
     on conflict (slug) do nothing returning id`,
    [name, slug, now],
  );
  const id = rows[0]?.id;
  if (id) await takeOrigin(tx, id, slug);
  return id;
}

/** Makes an origin a partner's; `false` where it is another's. */
export async function takeOrigin(tx: Queries, partner: string, origin: string): Promise<boolean> {
  await tx.query('insert into partner_origins (origin, partner_id) values ($1, $2) on conflict do nothing', [origin, partner]);
  const rows = await tx.query<{ partner_id: string }>('select partner_id from partner_origins where origin = $1', [origin]);
  return only(rows).partner_id === partner;
}

export async function savePage(db: Queries, id: string, page: boolean, frames: readonly string[]): Promise<void> {
  await db.query('update partners set page = $2, frames = $3 where id = $1', [id, page, frames]);
}

export async function setPartnerDisabled(db: Queries, id: string, at: Date | null): Promise<void> {
  await db.query('update partners set disabled_at = $2 where id = $1', [id, at]);
}
