/** Needs of a period as they were routed, with their answers: what directories are tried on. Nobody's name is in them. */

import type { Queries } from '../database/index.js';
import type { Answers, AskedNeed } from '../library.js';

interface Row {
  id: string;
  routed: Omit<AskedNeed, 'id' | 'answers'>;
  answers: Answers;
}

/** Needs that were sent, or that nobody was found for, from a day until another, both included. */
export async function routedNeeds(db: Queries, from: string, until: string): Promise<(AskedNeed & { id: string; answers: Answers })[]> {
  const rows = await db.query<Row>(
    `select id, routed, answers from needs
      where sent_at is not null and routed is not null and routed->>'on' between $1 and $2
      order by sent_at, id`,
    [from, until],
  );
  return rows.map(({ id, routed, answers }) => ({ ...routed, id, answers }));
}
