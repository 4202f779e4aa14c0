/** The messages of the outbox, searched and filtered. */

import type { Queries } from '../database/index.js';
import type { OutboxMessage, OutboxStatus } from './outbox.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';

export const OUTBOX_STATUSES = ['waiting', 'claimed', 'in_flight', 'sent', 'shown', 'refused', 'in_doubt'] as const satisfies readonly OutboxStatus[];

export interface MessageFilter {
  /** The beginning of an address; blank for all. */
  recipient: string;
  /** Whether messages to companies are found by their address. */
  companies: boolean;
  /** Why a message did not leave; blank for all. */
  reason: string;
  status: string;
  /** A kind of message; blank for all. */
  kind: string;
  from: string;
  until: string;
}

/** What is in doubt comes first, which only a person can decide; then what was refused; then the latest. */
const RANK = `(case status when 'in_doubt' then 2 when 'refused' then 1 else 0 end)`;

export function messageList(db: Queries, filter: MessageFilter, place: Place): Promise<PageOf<OutboxMessage>> {
  const where = new Conditions().days('created_at', filter.from, filter.until);
  if (filter.reason === 'shown') where.add(`status = 'shown'`);
  else if (filter.reason) where.add(`status = 'refused' and coalesce(failure, 'unknown') = ?`, filter.reason);
  if (filter.status) where.add('status = ?', filter.status);
  if (filter.kind) where.add(`split_part(key, ':', 1) = ?`, filter.kind);
  if (filter.recipient) {
    where.add(`lower(recipient) like ?`, `${filter.recipient.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`);
    if (!filter.companies) where.add(`key not like 'company\\_%'`);
  }
  const order = [
    { expression: RANK, type: 'int' },
    { expression: 'outbox.id', type: 'bigint' },
  ] as const;
  return pageOf(db, { columns: 'outbox.*', from: 'outbox', where, order, descending: true }, place);
}
