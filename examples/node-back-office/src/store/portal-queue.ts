/** Requests of the portal that want an adviser. */

import type { Queries } from '../database/index.js';
import { DIAGNOSIS_COLUMNS, DIAGNOSIS_JOINS, diagnosisOfRow, SELECT_DIAGNOSIS, type Diagnosis, type DiagnosisRow } from './diagnoses.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';

/**
 * What was not sent, or in part, or was refused by all, or has a message that no mailbox took; found from these few and
 * not from all that was ever asked.
 */
const WANTS_ADVISER = `diagnoses.status <> 'closed' and diagnoses.id = any(array(
  select drafts.id from diagnoses as drafts where drafts.origin = 'portal' and drafts.status = 'draft'
  union select diagnosis_id from needs where needs.status in ('not_sent', 'not_for_me') and needs.sent_at is not null
  union select diagnosis_id from outbox where outbox.status = 'refused' and referrals <> '{}'))`;

/** Nobody follows it: no adviser has taken it, or the one who did has left. */
const UNFOLLOWED = `(adviser_id is null or exists (
  select from accounts as former where former.id = adviser_id and former.disabled_at is not null))`;

const QUEUED = `origin = 'portal' and ${UNFOLLOWED} and confirmed_at is not null and diagnoses.erased_at is null and ${WANTS_ADVISER}`;

export interface QueueFilter {
  /** The id of a subject; blank for all. */
  subject: string;
  /** Words of the company's name, as `searchOf` makes them; blank for what is nobody's name, nothing for all. */
  search: string | undefined;
  /** The beginning of its SIRET. */
  siret: string | undefined;
  from: string;
  until: string;
}

/** What came by the portal and wants an adviser. The oldest first. */
export async function portalQueue(db: Queries, filter: QueueFilter, place: Place): Promise<PageOf<Diagnosis>> {
  const where = new Conditions().add(QUEUED).days('diagnoses.created_at', filter.from, filter.until);
  if (filter.subject) where.add('exists (select from needs where diagnosis_id = diagnoses.id and needs.subject = ?)', filter.subject);
  const named = 'diagnoses.search @@ ?::tsquery';
  const numbered = 'company_id in (select id from companies where siret like ?)';
  if (filter.siret) where.add(`${numbered} or ${named}`, `${filter.siret}%`, filter.search ?? '');
  else if (filter.search !== undefined) where.add(named, filter.search);
  const page = await pageOf<DiagnosisRow>(
    db,
    {
      columns: DIAGNOSIS_COLUMNS,
      from: 'diagnoses',
      joined: DIAGNOSIS_JOINS,
      where,
      order: [
        { expression: 'diagnoses.created_at', type: 'timestamptz' },
        { expression: 'diagnoses.id', type: 'uuid' },
      ],
      descending: false,
    },
    place,
  );
  return { ...page, rows: page.rows.map(diagnosisOfRow) };
}

/** How many there are. */
export async function countQueue(db: Queries): Promise<number> {
  const [row] = await db.query<{ n: number }>(`select count(*)::int as n from diagnoses where ${QUEUED}`);
  return row?.n ?? 0;
}

/** Gives a portal's request to the adviser who takes it first. */
export async function takePortalRequest(db: Queries, id: string, adviser: string): Promise<boolean> {
  const rows = await db.query(`update diagnoses set adviser_id = $2 where id = $1 and ${QUEUED} returning id`, [id, adviser]);
  return rows.length === 1;
}

/** A request of the portal that an adviser may read: one that waits for whoever takes it, or their own. */
export async function requestFor(db: Queries, id: string, adviser: string): Promise<Diagnosis | undefined> {
  const [row] = await db.query<DiagnosisRow>(
    `${SELECT_DIAGNOSIS} where diagnoses.id = $1 and origin = 'portal' and diagnoses.erased_at is null
        and (adviser_id = $2 or ${QUEUED})`,
    [id, adviser],
  );
  return row && diagnosisOfRow(row);
}
