/** The diagnoses of an adviser, searched and filtered. */

import type { Queries } from '../database/index.js';
import { DIAGNOSIS_COLUMNS, DIAGNOSIS_JOINS, diagnosisOfRow, type Diagnosis, type DiagnosisRow } from './diagnoses.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';

export interface DiagnosisFilter {
  /** A status of diagnoses, or of needs of those that were sent; blank for all. */
  status: string;
  /** The id of a subject; blank for all. */
  subject: string;
  from: string;
  until: string;
  /** What is searched for, where anything is: any of these is enough. */
  sought: Sought | undefined;
}

export interface Sought {
  /** Words of the company's or an expert's name, as `searchOf` makes them. */
  search: string | undefined;
  /** The beginning of a SIRET. */
  siret: string | undefined;
  /** Subjects whose labels hold the words. */
  subjects: readonly string[];
}

/** The latest first. */
export async function diagnosesOf(db: Queries, adviser: string, filter: DiagnosisFilter, place: Place): Promise<PageOf<Diagnosis>> {
  const where = new Conditions().add('diagnoses.adviser_id = ?', adviser).days('diagnoses.created_at', filter.from, filter.until);
  if (filter.status === 'draft' || filter.status === 'closed') where.add('diagnoses.status = ?', filter.status);
  else if (filter.status) {
    where.add(`diagnoses.status = 'sent' and exists (select from needs where diagnosis_id = diagnoses.id and needs.status = ?)`, filter.status);
  }
  if (filter.subject) where.add('exists (select from needs where diagnosis_id = diagnoses.id and needs.subject = ?)', filter.subject);
  if (filter.sought) search(where, adviser, filter.sought);
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
      descending: true,
    },
    place,
  );
  return { ...page, rows: page.rows.map(diagnosisOfRow) };
}

/** Each kind of thing is looked up for itself, among the adviser's own. */
function search(where: Conditions, adviser: string, { search: words, siret, subjects }: Sought): void {
  const found: [string, unknown][] = [];
  if (words) {
    found.push(['select own.id from diagnoses as own where own.adviser_id = ? and own.search @@ ?::tsquery', words]);
    found.push([
      `select needs.diagnosis_id from diagnoses as own join needs on needs.diagnosis_id = own.id join referrals on need_id = needs.id
        where own.adviser_id = ? and referrals.search @@ ?::tsquery`,
      words,
    ]);
  }
  if (siret) found.push(['select own.id from diagnoses as own join companies on companies.id = own.company_id where own.adviser_id = ? and siret like ?', `${siret}%`]);
  if (subjects.length > 0) {
    found.push(['select diagnosis_id from diagnoses as own join needs on needs.diagnosis_id = own.id where own.adviser_id = ? and needs.subject = any(?::text[])', subjects]);
  }
  // Signs alone are nobody's name.
  if (found.length === 0) where.add('false');
  else where.add(`diagnoses.id in (${found.map(([text]) => text).join(' union ')})`, ...found.flatMap(([, value]) => [adviser, value]));
}
