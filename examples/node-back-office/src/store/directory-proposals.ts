/** Directories that somebody wants in service, and the sheets that they are made of. */

import { only, type Queries } from '../database/index.js';
import type { VersionSource } from './directory-versions.js';

export type SheetKind = 'antennes' | 'experts';

export interface KeptSheet {
  kind: SheetKind;
  name: string;
  bytes: Uint8Array;
}

/** The ids of those who leave. */
export interface Departures {
  antennes: string[];
  experts: string[];
}

/** What an author says of sheets. */
export interface ReadingChoice {
  institution: string | null;
  chosen: string[];
  whole: boolean;
  lenient: boolean;
  departures: Departures | null;
}

export type ProposalStatus = 'open' | 'approved' | 'rejected' | 'withdrawn' | 'expired';

export interface ProposalRow<Result> extends ReadingChoice {
  id: string;
  source: VersionSource;
  author_id: string;
  author: string;
  created_at: Date;
  returns_to: number | null;
  base: number;
  digest: string | null;
  result: Result | null;
  numbers: Record<string, number>;
  status: ProposalStatus;
  decided_by: string | null;
  decider: string | null;
  decided_at: Date | null;
  reason: string | null;
}

export interface Computed {
  base: number;
  digest: string | null;
  result: unknown;
  numbers: Record<string, number>;
}

export interface NewProposal extends ReadingChoice, Computed {
  source: VersionSource;
  author: string;
  returnsTo: number | null;
}

export async function addProposal(tx: Queries, proposal: NewProposal, now: Date): Promise<string> {
  const rows = await tx.query<{ id: string }>(
    `insert into directory_proposals (source, author_id, created_at, institution, chosen, whole, lenient, departures,
                                      returns_to, base, digest, result, numbers)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      proposal.source,
      proposal.author,
      now,
      proposal.institution,
      proposal.chosen,
      proposal.whole,
      proposal.lenient,
      json(proposal.departures),
      proposal.returnsTo,
      proposal.base,
      proposal.digest,
      json(proposal.result),
      json(proposal.numbers),
    ],
  );
  return only(rows).id;
}

export async function addSheets(tx: Queries, proposal: string, sheets: readonly KeptSheet[]): Promise<void> {
  for (const [position, sheet] of sheets.entries()) {
    await tx.query('insert into directory_sheets (proposal_id, position, kind, name, bytes) values ($1, $2, $3, $4, $5)', [
      proposal,
      position,
      sheet.kind,
      sheet.name,
      sheet.bytes,
    ]);
  }
}

/** What came of computing a proposal again, while it is open; `false` where it is not any more. */
export async function saveComputed(tx: Queries, id: string, choice: ReadingChoice, computed: Computed): Promise<boolean> {
  const rows = await tx.query(
    `update directory_proposals
        set institution = $2, chosen = $3, whole = $4, lenient = $5, departures = $6, base = $7, digest = $8, result = $9, numbers = $10
      where id = $1 and status = 'open' returning id`,
    [
      id,
      choice.institution,
      choice.chosen,
      choice.whole,
      choice.lenient,
      json(choice.departures),
      computed.base,
      computed.digest,
      json(computed.result),
      json(computed.numbers),
    ],
  );
  return rows.length === 1;
}

const PROPOSAL = `
  select directory_proposals.*, author.name as author, decider.name as decider
    from directory_proposals
    join accounts author on author.id = author_id
    left join accounts decider on decider.id = decided_by`;

export async function proposalById<Result>(db: Queries, id: string): Promise<ProposalRow<Result> | undefined> {
  return (await db.query<ProposalRow<Result>>(`${PROPOSAL} where directory_proposals.id = $1`, [id]))[0];
}

/** Nobody else decides on it until the transaction ends. */
export async function lockProposal(tx: Queries, id: string): Promise<void> {
  await tx.query('select id from directory_proposals where id = $1 for update', [id]);
}

export type ProposalLine = Omit<ProposalRow<never>, 'result' | 'departures'>;

const LINE = `
  select directory_proposals.id, source, author_id, directory_proposals.created_at, institution, chosen, whole, lenient, returns_to, base,
         digest, numbers, status, decided_by, decided_at, reason, author.name as author, decider.name as decider
    from directory_proposals
    join accounts author on author.id = author_id
    left join accounts decider on decider.id = decided_by`;

/** Those that wait for somebody, the oldest first. */
export async function openProposals(db: Queries): Promise<ProposalLine[]> {
  return db.query<ProposalLine>(`${LINE} where status = 'open' order by directory_proposals.created_at, directory_proposals.id`);
}

/** Those that did not come to be, the latest first. */
export async function closedProposals(db: Queries, limit = 50): Promise<ProposalLine[]> {
  return db.query<ProposalLine>(
    `${LINE} where status in ('rejected', 'withdrawn', 'expired') order by decided_at desc limit $1`,
    [limit],
  );
}

export async function sheetsOf(db: Queries, proposal: string): Promise<KeptSheet[]> {
  return db.query<KeptSheet>('select kind, name, bytes from directory_sheets where proposal_id = $1 order by position', [proposal]);
}

export async function sheetNames(db: Queries, proposal: string): Promise<{ position: number; kind: SheetKind; name: string; size: number }[]> {
  return db.query(
    'select position, kind, name, length(bytes)::int as size from directory_sheets where proposal_id = $1 order by position',
    [proposal],
  );
}

export async function sheetAt(db: Queries, proposal: string, position: number): Promise<KeptSheet | undefined> {
  const rows = await db.query<KeptSheet>(
    'select kind, name, bytes from directory_sheets where proposal_id = $1 and position = $2',
    [proposal, position],
  );
  return rows[0];
}

export interface Decision {
  status: Exclude<ProposalStatus, 'open'>;
  by: string | null;
  reason: string | null;
}

/** Closes an open proposal: the files that came go, and what was shown too unless it went into service. */
export async function decideProposal(tx: Queries, id: string, { status, by, reason }: Decision, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update directory_proposals
        set status = $2, decided_by = $3, decided_at = $4, reason = $5,
            result = case when $2 = 'approved' then result end,
            digest = case when $2 = 'approved' then digest end,
            departures = null
      where id = $1 and status = 'open' returning id`,
    [id, status, by, now, reason],
  );
  if (rows.length === 0) return false;
  await tx.query('delete from directory_sheets where proposal_id = $1', [id]);
  return true;
}

/** JSON as both drivers take it. A null character fits into no `jsonb`. */
const json = (value: unknown): string | null =>
  value == null ? null : JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.replaceAll('\0', '') : part));
