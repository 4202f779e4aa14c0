/** What advisers and experts write to each other about a need: events that only grow, and words that are erased. */

import { only, type Queries } from '../database/index.js';
import type { ReferralEvent } from '../library.js';

export interface CommentRow {
  id: number;
  at: Date;
  author: string;
  author_name: string;
  /** Nothing once it is erased. */
  text: string | null;
}

export interface NewComment {
  need: string;
  author: string;
  name: string;
  text: string;
}

/** Keeps a comment with its events, one for each referral that it is on; returns its id. */
export async function addComment(tx: Queries, one: NewComment, events: readonly ReferralEvent[], now: Date): Promise<number> {
  const { id } = only(
    await tx.query<{ id: number }>('insert into comments (need_id, at, author, author_name, text) values ($1, $2, $3, $4, $5) returning id', [
      one.need,
      now,
      one.author,
      one.name,
      one.text,
    ]),
  );
  for (const event of events) {
    await tx.query('insert into comment_events (comment_id, referral_id, need_id, on_day, to_state, author) values ($1, $2, $3, $4, $5, $6)', [
      id,
      event.referral,
      event.need,
      event.on,
      event.to,
      one.author,
    ]);
  }
  return id;
}

export async function commentsOf(db: Queries, need: string): Promise<CommentRow[]> {
  return db.query<CommentRow>('select id, at, author, author_name, text from comments where need_id = $1 order by id', [need]);
}

/** How many somebody wrote since; whoever asks is alone with that author until the transaction ends. */
export async function commentsSince(tx: Queries, author: string, since: Date): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [author]);
  const [row] = await tx.query<{ n: number }>('select count(*)::int as n from comments where author = $1 and at > $2', [author, since]);
  return row?.n ?? 0;
}
