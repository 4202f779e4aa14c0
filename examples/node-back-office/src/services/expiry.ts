/** What nobody answered, by the library's clock: it leaves what waits, then the expert's page. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, reminders } from '../library.js';
import { eventsWhere } from '../store/referrals.js';
import type { Services } from './index.js';

const WAITING = `exists (select from referrals where id = referral_id and state = 'waiting' and archived_on is null)`;

/** How many referrals that was. */
export async function archiveExpired(services: Services, tx: Queries): Promise<number> {
  const on = dayOf(services.clock());
  const { expired, toArchive } = reminders(foldEvents(await eventsWhere(tx, WAITING)).referrals, on);
  const rows = await tx.query(
    `update referrals set expired_on = coalesce(expired_on, $3), archived_on = case when id = any($2::uuid[]) then $3::date end
      where state = 'waiting' and (id = any($2::uuid[]) and archived_on is null or id = any($1::uuid[]) and expired_on is null)
     returning id`,
    [expired, toArchive, on],
  );
  return rows.length;
}
