/** Talks with companies: diagnoses of advisers, and requests of the portal. */

import { only, type Queries } from '../database/index.js';
import type { Facts } from '../library.js';
import { companyOf, type Company, type RegisterNote } from './companies.js';

export interface Contact {
  name: string;
  job: string;
  email: string;
  phone: string;
}

export interface Diagnosis {
  id: string;
  company: Company;
  adviser: string | null;
  adviserName: string | null;
  adviserEmail: string | null;
  /** Their account is closed: nobody reads what is written to them. */
  adviserLeft: boolean;
  origin: 'adviser' | 'portal';
  /** Through whom a request came, if not by the portal itself; `origin` is what it is counted under. */
  partner: { name: string; origin: string; channel: 'api' | 'page' } | null;
  status: 'draft' | 'sent' | 'closed';
  seed: string;
  story: string | null;
  contact: Contact;
  /** What a company chose itself on the portal, whatever became of it. */
  askedSubjects: string[];
  /** When the company confirmed the address of a request. */
  confirmedAt: Date | null;
  createdAt: Date;
  sentAt: Date | null;
  erasedAt: Date | null;
}

/** What is said of a company in a diagnosis, and by whom. */
export interface Described {
  siret?: string | undefined;
  name: string;
  facts: Facts;
  by: 'visitor' | 'adviser';
  /** What the register answered; nothing where it was not asked. */
  register?: RegisterNote | undefined;
}

export interface NewDiagnosis {
  company: Described;
  adviser: string | null;
  origin: 'adviser' | 'portal';
  /** By which equals share its needs; a new one if it is not given. */
  seed?: string | undefined;
  story?: string | undefined;
  contact?: Contact | undefined;
  consentedAt?: Date | undefined;
}

export async function createDiagnosis(db: Queries, one: NewDiagnosis, now: Date): Promise<string> {
  const { contact, company } = one;
  const rows = await db.query<{ id: string }>(
    `insert into diagnoses (company_id, adviser_id, origin, status, story, contact_name, contact_job, contact_email,
                            contact_phone, consented_at, created_at, seed, company_name, facts, facts_by, register)
     values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, coalesce($11, gen_random_uuid()::text), $12, $13, $14, $15)
     returning id`,
    [
      await companyOf(db, company.siret, now),
      one.adviser,
      one.origin,
      one.story ?? null,
      contact?.name ?? null,
      contact?.job ?? null,
      contact?.email ?? null,
      contact?.phone ?? null,
      one.consentedAt ?? null,
      now,
      one.seed ?? null,
      company.name,
      JSON.stringify(company.facts),
      company.by,
      noteText(company),
    ],
  );
  return only(rows).id;
}

/** Changes what a draft says of its company; who calls holds it. Who would be alerted is proposed anew: the choice was made for other facts. */
export async function describeCompany(tx: Queries, id: string, company: Described, now: Date): Promise<void> {
  await tx.query(
    `update diagnoses set company_id = $2, company_name = $3, facts = $4, facts_by = $5, register = $6 where id = $1`,
    [id, await companyOf(tx, company.siret, now), company.name, JSON.stringify(company.facts), company.by, noteText(company)],
  );
  await tx.query('update needs set chosen = null where diagnosis_id = $1 and sent_at is null', [id]);
}

const noteText = ({ register }: Described): string | null => (register ? JSON.stringify(register) : null);

export const DIAGNOSIS_COLUMNS = `diagnoses.*, companies.siret,
         accounts.name as adviser_name, accounts.email as adviser_email,
         accounts.disabled_at is not null as adviser_left,
         partners.name as partner_name`;
export const DIAGNOSIS_JOINS = `join companies on companies.id = diagnoses.company_id
    left join accounts on accounts.id = diagnoses.adviser_id
    left join partners on partners.id = diagnoses.partner_id`;
export const SELECT_DIAGNOSIS = `select ${DIAGNOSIS_COLUMNS} from diagnoses ${DIAGNOSIS_JOINS}`;

export interface DiagnosisRow {
  id: string;
  company_id: string;
  siret: string | null;
  company_name: string | null;
  facts: Facts;
  register: RegisterNote | null;
  adviser_id: string | null;
  adviser_name: string | null;
  adviser_email: string | null;
  adviser_left: boolean;
  origin: 'adviser' | 'portal';
  partner_name: string | null;
  partner_origin: string | null;
  partner_channel: 'api' | 'page' | null;
  status: 'draft' | 'sent' | 'closed';
  seed: string;
  asked_subjects: string[];
  confirmed_at: Date | null;
  story: string | null;
  contact_name: string | null;
  contact_job: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  created_at: Date;
  sent_at: Date | null;
  erased_at: Date | null;
}

export function diagnosisOfRow(row: DiagnosisRow): Diagnosis {
  return {
    id: row.id,
    company: { id: row.company_id, siret: row.siret, name: row.company_name, facts: row.facts, register: row.register },
    adviser: row.adviser_id,
    adviserName: row.adviser_name,
    adviserEmail: row.adviser_email,
    adviserLeft: row.adviser_left,
    origin: row.origin,
    partner:
      row.partner_name && row.partner_origin && row.partner_channel
        ? { name: row.partner_name, origin: row.partner_origin, channel: row.partner_channel }
        : null,
    status: row.status,
    seed: row.seed,
    story: row.story,
    contact: {
      name: row.contact_name ?? '',
      job: row.contact_job ?? '',
      email: row.contact_email ?? '',
      phone: row.contact_phone ?? '',
    },
    askedSubjects: row.asked_subjects,
    confirmedAt: row.confirmed_at,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    erasedAt: row.erased_at,
  };
}

/** A diagnosis, whoever asks: callers see to it that they may. */
export async function diagnosisById(db: Queries, id: string): Promise<Diagnosis | undefined> {
  const [row] = await db.query<DiagnosisRow>(`${SELECT_DIAGNOSIS} where diagnoses.id = $1`, [id]);
  return row && diagnosisOfRow(row);
}

/** An adviser's own diagnosis. */
export async function diagnosisOf(db: Queries, id: string, adviser: string): Promise<Diagnosis | undefined> {
  const [row] = await db.query<DiagnosisRow>(`${SELECT_DIAGNOSIS} where diagnoses.id = $1 and adviser_id = $2`, [id, adviser]);
  return row && diagnosisOfRow(row);
}

/** The diagnosis, held against others until the transaction ends. */
export async function holdDiagnosis(tx: Queries, id: string): Promise<Diagnosis | undefined> {
  await tx.query('select from diagnoses where id = $1 for update', [id]);
  return diagnosisById(tx, id);
}

/** Puts an adviser's request back into the queue, if it was not sent. */
export async function releaseRequest(db: Queries, id: string, adviser: string): Promise<boolean> {
  const rows = await db.query(
    `update diagnoses set adviser_id = null where id = $1 and adviser_id = $2 and origin = 'portal' and status = 'draft' returning id`,
    [id, adviser],
  );
  return rows.length === 1;
}

/** Closes a request, which stays with who closed it. */
export async function closeRequest(tx: Queries, id: string, adviser: string): Promise<void> {
  await tx.query(`update diagnoses set status = 'closed', adviser_id = $2 where id = $1`, [id, adviser]);
}

/** Whom to call, as long as nothing was sent. */
export async function saveContact(db: Queries, id: string, contact: Contact): Promise<void> {
  await db.query(
    `update diagnoses set contact_name = $2, contact_job = $3, contact_email = $4, contact_phone = $5
      where id = $1 and status = 'draft'`,
    [id, contact.name, contact.job, contact.email, contact.phone],
  );
}

export async function markDiagnosisSent(db: Queries, id: string, now: Date): Promise<void> {
  await db.query(`update diagnoses set status = 'sent', sent_at = $2 where id = $1`, [id, now]);
}

/**
 * What a company asked before, as far as telling requests apart goes: by its SIREN; one that gave no number is known
 * by its name and the address to which it is written.
 */
export async function earlierRequests(
  db: Queries,
  diagnosis: Diagnosis,
): Promise<{ id: string; subject: string; at: Date; open: boolean }[]> {
  return db.query(
    `select needs.id, subject, diagnoses.created_at as at,
            needs.status in ('not_sent', 'waiting', 'taken_in_charge') as open
       from needs join diagnoses on diagnoses.id = diagnosis_id
      where diagnosis_id <> $1 and diagnoses.created_at <= $2 and diagnoses.id in (
        select same.id from companies join diagnoses as same on same.company_id = companies.id where left(siret, 9) = $3
        union
        select same.id from diagnoses as same join companies on companies.id = same.company_id
         where (siret is null or $3::text is null) and lower(contact_email) = lower($4) and lower(company_name) = lower($5))`,
    [
      diagnosis.id,
      diagnosis.createdAt,
      diagnosis.company.siret?.slice(0, 9) ?? null,
      diagnosis.contact.email || null,
      diagnosis.company.name,
    ],
  );
}
