/** Fills a database with made-up needs, spread over two years, and all that comes with them. The same every time. */

import { addDays, dayOf } from '../../src/clock.js';
import type { Database } from '../../src/database/index.js';
import { foldEvents, foldRequests, needStatus, reminders, type Facts, type Library, type Referral, type RequestEvent } from '../../src/library.js';
import { hashPassword } from '../../src/security/passwords.js';
import { lifeOf, type Happened } from './life.js';
import { messagesOf } from './messages.js';
import { chance, siretOf } from './random.js';
import { addRows, type Row } from './rows.js';

export const DAYS = 730;
export const PASSWORD = 'a password to measure with';
export const ADVISERS = 30;

type Table = 'accounts' | 'companies' | 'diagnoses' | 'needs' | 'referrals' | 'referral_events' | 'request_events' | 'outbox' | 'audit' | 'remarks' | 'reminders_sent';

export async function fill(database: Database, library: Library, count: number, now: Date): Promise<Record<Table, number>> {
  const random = chance(2026);
  const { next, below, pick, uuid } = random;
  const communes = library.communesOf('region:32').filter((commune) => commune.population > 1000);
  const tables: Record<Table, Row[]> = { accounts: [], companies: [], diagnoses: [], needs: [], referrals: [], referral_events: [], request_events: [], outbox: [], audit: [], remarks: [], reminders_sent: [] };

  const idle: Referral[] = [];
  const password = await hashPassword(PASSWORD);
  const since = addDays(now, -DAYS - 30);
  const advisers = Array.from({ length: ADVISERS }, uuid);
  for (const [at, id] of advisers.entries()) {
    tables.accounts.push({ id, email: `conseil-${at + 1}@example.org`, name: `Conseiller ${at + 1}`, role: 'adviser', password, created_at: since });
  }
  tables.accounts.push({ id: uuid(), email: 'pilotage@example.org', name: 'Pilotage', role: 'steering', password, created_at: since });

  for (let number = 1; tables.needs.length < count; number += 1) diagnose(number);
  // Who steers presses the button once a week: what has been due for longer was sent.
  const weekAgo = dayOf(addDays(now, -7));
  for (const { need, kind, since } of reminders(idle, dayOf(now)).needs) {
    if (since <= weekAgo) tables.reminders_sent.push({ need_id: need, kind, since, at: now, account_id: null });
  }
  const made = Object.entries(tables) as [Table, Row[]][];
  // All or nothing: a fill that was stopped is done again.
  await database.transaction(async (tx) => {
    for (const [table, rows] of made) await addRows(tx, table, rows);
  });
  await database.script('analyze');
  return Object.fromEntries(made.map(([table, rows]) => [table, rows.length])) as Record<Table, number>;

  function diagnose(number: number): void {
    // More and more, as a service that becomes known.
    const at = addDays(now, -DAYS * (1 - Math.sqrt(next())) - 0.1);
    const [company, id] = [uuid(), uuid()];
    const portal = next() < 0.45;
    const fate = next();
    const is = fate < 0.94 ? 'sent' : fate < 0.97 && portal ? 'closed' : 'draft';
    // Drafts that wait are of late.
    const createdAt = is === 'draft' ? addDays(now, -20 * next()) : at;
    const adviser = portal && next() < 0.6 && is !== 'closed' ? null : pick(advisers);
    const facts: Facts = {
      commune: pick(communes).code,
      naf: pick(['10.71C', '43.32A', '45.20A', '47.11B', '56.10A', '62.01Z', '96.02A', '25.62B', '49.41A']),
      headcountBand: pick(['00', '01', '01', '02', '02', '03', '11', '12']),
      legalForm: pick(['1000', '5499', '5499', '5710', '5720']),
      createdOn: dayOf(addDays(createdAt, -400 - below(6000))),
      activities: [pick(['ARTISANALE', 'COMMERCIALE', 'COMMERCIALE', 'LIBERALE_NON_REGLEMENTEE'])],
    };
    const subjects = [...new Set([pick(library.subjects), ...(next() < 0.35 ? [pick(library.subjects)] : [])])];
    tables.companies.push({ id: company, siret: next() < 0.8 ? siretOf(number) : null, created_at: createdAt });
    tables.diagnoses.push({
      id, company_id: company, adviser_id: adviser, origin: portal ? 'portal' : 'adviser', status: is, seed: id,
      story: portal ? 'Une demande composée pour mesurer le service.' : null,
      contact_name: `Contact ${number}`, contact_job: '', contact_email: `contact-${number}@entreprise.example`, contact_phone: '03 53 01 00 00',
      created_at: createdAt, sent_at: is === 'sent' ? createdAt : null,
      company_name: `${pick(['Boulangerie', 'Menuiserie', 'Garage', 'Épicerie', 'Café', 'Atelier', 'Société'])} ${pick(['des Écoles', 'du Marché', 'Saint-Éloi', 'de l’Œuvre', 'du Nord', 'des Hauts'])} ${number}`,
      facts, facts_by: portal ? 'visitor' : 'adviser', confirmed_at: portal ? createdAt : null,
      request_state: portal ? { sent: 'transmitted', closed: 'closed', draft: 'held' }[is] : null,
      held_for: portal && is === 'draft' ? 'unclear' : null,
      asked_subjects: portal ? subjects.map((subject) => subject.id) : [],
    });
    const needs = subjects.map((subject) => ({ id: uuid(), subject: subject.id }));
    for (const need of needs) ask(need, { id, adviser, facts, at: createdAt, sent: is === 'sent', siret: siretOf(number), portal, number });
    if (portal) request({ id, company, commune: facts.commune, subjects: subjects.map((one) => one.id), needs: needs.map((one) => one.id), at: createdAt, is });
  }

  interface Talk { id: string; adviser: string | null; facts: Facts; at: Date; sent: boolean; siret: string; portal: boolean; number: number }

  function ask(need: { id: string; subject: string }, talk: Talk): void {
    const row = { id: need.id, diagnosis_id: talk.id, subject: need.subject, comment: 'Un mot sur ce besoin.', answers: {}, new_company: null, routed: null, found: null, status: 'not_sent', sent_at: null as Date | null };
    if (!talk.sent) return void tables.needs.push(row);
    const asked = { ...talk.facts, id: need.id, subject: need.subject, on: dayOf(talk.at), origin: talk.portal ? 'portal' : 'adviser' };
    const found = library.matchReachable(asked, { perInstitution: 1 }).map((match) => match.expert);
    const happened = lifeOf(library, random, { need: need.id, experts: found.slice(0, 1 + below(4)), at: talk.at, now });
    const { referrals, ignored } = foldEvents(happened.map((one) => one.event));
    if (ignored.length > 0) throw new Error(`what is made up cannot happen: ${JSON.stringify(ignored[0])}`);
    const { id: _id, ...routed } = asked;
    tables.needs.push({ ...row, found: found.length, new_company: true, routed, sent_at: talk.at, status: needStatus(referrals.map((one) => one.state)) } as never);
    const status = needStatus(referrals.map((one) => one.state));
    if (status === 'waiting' || status === 'not_for_me') idle.push(...referrals);
    for (const one of referrals) {
      const expert = library.expert(one.expert);
      const institution = expert && library.institutionOf(expert);
      tables.referrals.push({
        id: one.id, need_id: need.id, expert: one.expert, expert_name: expert?.name ?? '', antenne: one.antenne ?? '', institution: one.institution,
        institution_name: institution?.name ?? '', by_hand: false, state: one.state, closed: one.closedOn !== undefined, sent_at: talk.at,
      });
    }
    for (const one of happened) written(one, talk);
    tables.outbox.push(...messagesOf(library, random, { need: need.id, diagnosis: talk.id, happened, company: `contact-${talk.number}@entreprise.example` }));
    for (let time = below(5); time > 0; time -= 1) {
      tables.audit.push({ at: addDays(talk.at, next() * 5), actor: talk.adviser ? `account:${talk.adviser}` : 'company', action: talk.adviser ? 'need_seen' : 'follow_seen', need_id: talk.adviser ? need.id : null, detail: talk.id });
    }
  }

  function written({ event, at }: Happened, { adviser }: Talk): void {
    tables.referral_events.push({
      referral_id: event.referral, seq: event.seq, need_id: event.need, on_day: event.on, kind: event.kind, to_state: event.to, reason: event.reason ?? null,
      author: event.author ?? null, expert: event.expert ?? null, antenne: event.antenne ?? null, institution: event.institution ?? null, by_hand: false, at,
    });
    const sent = event.kind === 'sent';
    tables.audit.push({ at, actor: sent ? (adviser ? `account:${adviser}` : 'company') : (event.author ?? ''), action: sent ? 'need_sent' : `referral_${event.to}`, need_id: event.need, detail: null });
    if (!sent && next() < 0.3) {
      tables.remarks.push({ need_id: event.need, referral_id: event.referral, at, author: event.author ?? '', text: 'Un mot de l’expert.' });
    }
  }

  function request(one: { id: string; company: string; commune: string; subjects: string[]; needs: string[]; at: Date; is: string }): void {
    const base = { request: one.id, on: dayOf(one.at), at: one.at.toISOString() };
    const events: RequestEvent[] = [
      { ...base, seq: 1, kind: 'deposited', origin: 'portal', company: one.company, commune: one.commune, ...(one.subjects.length === 1 && { subject: one.subjects[0] as string }) },
      { ...base, seq: 2, kind: 'held', heldFor: one.is === 'draft' ? 'unclear' : 'to_confirm' },
      ...(one.is === 'sent' ? [{ ...base, seq: 3, kind: 'transmitted', needs: one.needs } as const] : []),
      ...(one.is === 'closed' ? [{ ...base, seq: 3, kind: 'closed', closedFor: 'out_of_scope' } as const] : []),
    ];
    const { ignored } = foldRequests(events);
    if (ignored.length > 0) throw new Error(`what is made up cannot happen: ${JSON.stringify(ignored[0])}`);
    for (const event of events) {
      tables.request_events.push({
        request_id: one.id, seq: event.seq, on_day: event.on, at: one.at, kind: event.kind, origin: event.origin ?? null, company: event.company ?? null,
        commune: event.commune ?? null, subject: event.subject ?? null, from_subject: null, needs: event.needs ?? [], held_for: event.heldFor ?? null,
        closed_for: event.closedFor ?? null, author: null,
      });
    }
  }
}
