/** Needs as figures are made from them: facts and dates, nobody's name. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import type { Facts, TrackedNeed } from '../library.js';

interface Row {
  id: string;
  subject: string;
  first_subject: string | null;
  created_at: Date;
  found: number | null;
  company_id: string;
  new_company: boolean | null;
  adviser_id: string | null;
  origin: string;
  routed: Facts;
  anonymised_on: string | null;
  status: string;
  reminded: string[];
}

/** A need that was sent, and where it stands. */
export interface NeedFacts {
  tracked: TrackedNeed;
  status: string;
  /** The reminders that were sent, as `reminderMark` tells them. */
  reminded: readonly string[];
}

/** Tells the reminders of a need apart: one that is reopened is reminded again. */
export const reminderMark = ({ kind, since }: { kind: string; since: string }): string => `${kind} ${since}`;

/** Those of these needs that were sent, or that nobody was found for. */
export async function factsOfNeeds(db: Queries, ids: readonly string[]): Promise<NeedFacts[]> {
  const rows = await db.query<Row>(
    `select needs.id, needs.subject, needs.first_subject, diagnoses.created_at, needs.found, diagnoses.company_id,
            needs.new_company, diagnoses.adviser_id, coalesce(diagnoses.partner_origin, diagnoses.origin) as origin,
            needs.routed, needs.anonymised_on, needs.status,
            array(select kind || ' ' || to_char(since, 'YYYY-MM-DD') from reminders_sent where need_id = needs.id order by 1) as reminded
       from needs join diagnoses on diagnoses.id = needs.diagnosis_id
      where needs.id = any($1::uuid[]) and needs.sent_at is not null`,
    [ids],
  );
  return rows.map((row) => ({ tracked: trackedNeed(row), status: row.status, reminded: row.reminded }));
}

const trackedNeed = (row: Row): TrackedNeed => ({
  id: row.id,
  subject: row.subject,
  depositedOn: dayOf(row.created_at),
  commune: row.routed.commune,
  company: row.company_id,
  origin: row.origin,
  ...(row.first_subject && { firstSubject: row.first_subject }),
  ...(row.found !== null && { found: row.found }),
  ...(row.new_company !== null && { newCompany: row.new_company }),
  ...(row.adviser_id && { adviser: row.adviser_id }),
  ...(row.routed.naf && { naf: row.routed.naf }),
  ...(row.routed.naf2025 && { naf2025: row.routed.naf2025 }),
  ...(row.routed.headcount !== undefined && { headcount: row.routed.headcount }),
  ...(row.routed.headcountBand && { headcountBand: row.routed.headcountBand }),
  ...(row.anonymised_on && { anonymisedOn: row.anonymised_on }),
});

export interface Counts {
  /** Sent to an expert at least. */
  sent: number;
  /** Sent to nobody: there was no expert, or none who can be written to. */
  nobody: number;
  waiting: number;
  taken: number;
  drafts: number;
}

export async function countNeeds(db: Queries): Promise<Counts> {
  const [row] = await db.query<Counts>(
    `select count(*) filter (where sent_at is not null and status <> 'not_sent')::int as sent,
            count(*) filter (where sent_at is not null and status = 'not_sent')::int as nobody,
            count(*) filter (where status = 'waiting')::int as waiting,
            count(*) filter (where status = 'taken_in_charge')::int as taken,
            count(*) filter (where sent_at is null)::int as drafts
       from needs`,
  );
  return row ?? { sent: 0, nobody: 0, waiting: 0, taken: 0, drafts: 0 };
}
