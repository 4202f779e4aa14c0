/** The messages that a made-up need was the reason of: nearly all have left. */

import type { Library } from '../../src/library.js';
import type { Happened } from './life.js';
import type { Chance } from './random.js';
import type { Row } from './rows.js';

interface Told {
  need: string;
  diagnosis: string;
  happened: readonly Happened[];
  company: string;
}

export function messagesOf(library: Library, { next, uuid }: Chance, { need, diagnosis, happened, company }: Told): Row[] {
  const message = (key: string, recipient: string, at: Date, referrals: string[]): Row => {
    const fate = next();
    const status = fate < 0.97 ? 'sent' : fate < 0.99 ? 'shown' : fate < 0.999 ? 'refused' : 'in_doubt';
    const kept = status !== 'sent';
    return {
      key, message_id: `<${uuid()}@orientation.example>`, recipient, subject: kept ? 'Un besoin pour vous' : '',
      body_text: kept ? 'Bonjour.' : null, body_html: kept ? '<p>Bonjour.</p>' : null, need_id: need, diagnosis_id: diagnosis, status,
      attempts: 1, next_at: at, created_at: at, settled_at: status === 'sent' || status === 'shown' ? at : null, referrals,
      failure: status === 'refused' ? 'address' : status === 'in_doubt' ? 'in_doubt' : null, error: kept ? '550 no such mailbox' : null, server_failures: 0,
    };
  };
  const rows: Row[] = [];
  for (const { event, at } of happened) {
    if (event.kind === 'sent') {
      rows.push(message(`expert_new_need:${event.referral}:`, library.expert(event.expert ?? '')?.email ?? 'expert@example.org', at, [event.referral]));
    } else if (event.to === 'taken_in_charge') {
      rows.push(message(`company_taken:${event.referral}:${event.seq}`, company, at, []));
    }
  }
  return rows;
}
