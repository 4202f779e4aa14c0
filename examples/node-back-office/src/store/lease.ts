/** The right to run what is due, held by one process at a time: a row whose end the database's own clock decides. */

import type { Queries } from '../database/index.js';

/** Takes the lease, or holds it for longer; `false` while somebody else has it. */
export async function takeLease(db: Queries, holder: string, seconds: number): Promise<boolean> {
  const rows = await db.query(
    `insert into scheduler_lease (holder, until) values ($1, clock_timestamp() + make_interval(secs => $2))
     on conflict (single) do update set holder = excluded.holder, until = excluded.until
       where scheduler_lease.until <= clock_timestamp() or scheduler_lease.holder = excluded.holder
     returning holder`,
    [holder, seconds],
  );
  return rows.length === 1;
}

/** Holds on to a lease that has not ended, or that nobody took since. */
export async function keepLease(db: Queries, holder: string, seconds: number): Promise<boolean> {
  const rows = await db.query(
    'update scheduler_lease set until = clock_timestamp() + make_interval(secs => $2) where holder = $1 returning holder',
    [holder, seconds],
  );
  return rows.length === 1;
}

export async function giveLeaseBack(db: Queries, holder: string): Promise<void> {
  await db.query('delete from scheduler_lease where holder = $1', [holder]);
}
