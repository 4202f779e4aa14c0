/** The referrals of an expert, part by part. */

import type { Queries } from '../database/index.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';
import type { ReferralRow } from './referrals.js';

/** To answer, under way, over. */
export const QUEUE_PARTS = ['waiting', 'under_way', 'closed'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

const IN_PART: Readonly<Record<QueuePart, string>> = {
  waiting: `not referrals.closed and referrals.state = 'waiting'`,
  under_way: `not referrals.closed and referrals.state <> 'waiting'`,
  closed: 'referrals.closed',
};

export interface ExpertFilter {
  /** Whether anything is searched for: words of the company's name, or subjects whose labels hold them. */
  sought: { search: string | undefined; subjects: readonly string[] } | undefined;
  /** The id of a subject; blank for all. */
  subject: string;
}

export interface QueueRow extends Pick<ReferralRow, 'id' | 'state' | 'sent_at'> {
  subject: string;
  company: string | null;
  commune: string;
}

/** The latest first. */
export function referralsTo(db: Queries, expert: string, part: QueuePart, filter: ExpertFilter, place: Place): Promise<PageOf<QueueRow>> {
  const where = new Conditions().add('referrals.expert = ?', expert).add(IN_PART[part]);
  const joins = 'join needs on needs.id = referrals.need_id join diagnoses on diagnoses.id = needs.diagnosis_id';
  if (filter.subject) where.add('needs.subject = ?', filter.subject);
  if (filter.sought) where.add('diagnoses.search @@ ?::tsquery or needs.subject = any(?::text[])', filter.sought.search ?? '', filter.sought.subjects);
  const filtered = filter.sought !== undefined || filter.subject !== '';
  return pageOf(
    db,
    {
      columns: `referrals.id, referrals.state, referrals.sent_at, needs.subject, diagnoses.company_name as company,
                needs.routed->>'commune' as commune`,
      from: filtered ? `referrals ${joins}` : 'referrals',
      joined: filtered ? '' : joins,
      where,
      order: [
        { expression: 'referrals.sent_at', type: 'timestamptz' },
        { expression: 'referrals.id', type: 'uuid' },
      ],
      descending: true,
    },
    place,
  );
}
