/** What companies were asked and what they answered. The table only grows. */

import type { Queries } from '../database/index.js';
import type { ReferralEvent, SurveyEvent, SurveyOutcome } from '../library.js';
import { eventsWhere } from './referrals.js';

interface Row {
  need_id: string;
  kind: SurveyEvent['kind'];
  on_day: string;
  called_back: boolean | null;
  useful: boolean | null;
  outcomes: SurveyOutcome[];
}

const eventOf = (row: Row): SurveyEvent => ({
  need: row.need_id,
  on: row.on_day,
  kind: row.kind,
  ...(row.called_back !== null && { calledBack: row.called_back }),
  ...(row.useful !== null && { useful: row.useful }),
  ...(row.outcomes.length > 0 && { outcomes: row.outcomes }),
});

/** Every event there is: what figures are made from. */
export async function allSurveyEvents(db: Queries): Promise<SurveyEvent[]> {
  return (await db.query<Row>('select * from survey_events order by at, need_id, kind')).map(eventOf);
}

export async function surveyEventsOf(db: Queries, need: string): Promise<SurveyEvent[]> {
  return (await db.query<Row>('select * from survey_events where need_id = $1 order by at, kind', [need])).map(eventOf);
}

export async function addSurveyEvents(tx: Queries, events: readonly SurveyEvent[], now: Date): Promise<void> {
  for (const { need, kind, on, calledBack, useful, outcomes = [] } of events) {
    await tx.query(
      'insert into survey_events (need_id, kind, on_day, at, called_back, useful, outcomes) values ($1, $2, $3, $4, $5, $6, $7)',
      [need, kind, on, now, calledBack ?? null, useful ?? null, outcomes],
    );
  }
}

/** The events of needs with which somebody helped, and about which nobody has asked a company that can be written to. */
export const eventsToAskAbout = (db: Queries): Promise<ReferralEvent[]> =>
  eventsWhere(
    db,
    `exists (select from needs join diagnoses on diagnoses.id = diagnosis_id
              where needs.id = need_id and needs.status = 'done' and erased_at is null and contact_email <> ''
                and not exists (select from survey_events where survey_events.need_id = needs.id))`,
  );

/** When a company answered about a need. */
export async function answeredAt(db: Queries, need: string): Promise<Date | undefined> {
  return (await db.query<{ at: Date }>(`select at from survey_events where need_id = $1 and kind = 'answered'`, [need]))[0]?.at;
}
