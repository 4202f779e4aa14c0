// TEMPORARY until the package offers these: deleted then.
/* eslint-disable */
export type ReferralState = 'waiting' | 'taken_in_charge' | 'done' | 'done_no_help' | 'done_not_reachable' | 'not_for_me' | 'taken_by_sibling';
export interface ReferralEvent { referral: string; on: string; seq: number; need: string; kind: 'sent' | 'moved' | 'reassigned'; to: ReferralState; reason?: string; author?: string; expert?: string; antenne?: string; institution?: string; byHand: boolean }
export interface Referral { id: string; need: string; expert: string; antenne?: string; institution: string; sentOn: string; byHand: boolean; state: ReferralState; reopenedOn?: string; takenOn?: string; closedOn?: string; reason?: string; author?: string; movedOn?: string; seq: number }
export interface Changes { events: ReferralEvent[]; referrals: Referral[] }
const CLOSED = ['done', 'done_no_help', 'done_not_reachable', 'not_for_me', 'taken_by_sibling'];
const may = (from: string, to: string) => from === 'waiting' ? ['taken_in_charge', 'not_for_me', 'done', 'done_no_help', 'done_not_reachable'].includes(to) : from === 'taken_in_charge' ? ['waiting', 'done', 'done_no_help', 'done_not_reachable'].includes(to) : to === 'waiting';
export class ReferralError extends Error { code = 'forbidden_transition'; field?: string; }
export function apply(r: Referral, e: ReferralEvent): Referral {
  const n: Referral = { ...r, state: e.to, seq: e.seq, movedOn: e.on };
  if (e.to === 'waiting') { delete n.takenOn; delete n.closedOn; delete n.reason; n.reopenedOn = e.on; }
  if (e.to === 'taken_in_charge' || e.to.startsWith('done')) n.takenOn ??= e.on;
  if (CLOSED.includes(e.to)) n.closedOn = e.on;
  if (e.reason) n.reason = e.reason;
  return n;
}
export function send(_rs: Referral[], s: { referral: string; need: string; expert: string; antenne?: string; institution: string; on: string; byHand?: boolean; author?: string }): Changes {
  const event: ReferralEvent = { referral: s.referral, need: s.need, expert: s.expert, antenne: s.antenne, institution: s.institution, on: s.on, byHand: s.byHand ?? false, author: s.author, seq: 1, kind: 'sent', to: 'waiting' };
  return { events: [event], referrals: [{ id: s.referral, need: s.need, expert: s.expert, antenne: s.antenne, institution: s.institution, sentOn: s.on, byHand: s.byHand ?? false, state: 'waiting', seq: 1 }] };
}
export function moveReferral(rs: Referral[], m: { referral: string; to: ReferralState; on: string; reason?: string; author?: string }, single: string[] = []): Changes {
  const r = rs.find((x) => x.id === m.referral)!;
  if (r.state === m.to) return { events: [], referrals: [] };
  if (!may(r.state, m.to)) throw new ReferralError('forbidden');
  const events: ReferralEvent[] = [{ referral: r.id, need: r.need, on: m.on, seq: r.seq + 1, kind: 'moved', to: m.to, reason: m.reason, author: m.author, byHand: false }];
  if (single.includes(r.institution) && (m.to === 'taken_in_charge' || m.to.startsWith('done'))) for (const o of rs) if (o.id !== r.id && o.institution === r.institution && o.state === 'waiting') events.push({ referral: o.id, need: o.need, on: m.on, seq: o.seq + 1, kind: 'moved', to: 'taken_by_sibling', byHand: false });
  return { events, referrals: events.map((e) => apply(rs.find((x) => x.id === e.referral)!, e)) };
}
export function fold(events: ReferralEvent[]): { referrals: Referral[] } {
  const m = new Map<string, Referral>();
  for (const e of [...events].sort((a, b) => a.seq - b.seq)) m.set(e.referral, e.kind === 'sent' ? { id: e.referral, need: e.need, expert: e.expert!, antenne: e.antenne, institution: e.institution!, sentOn: e.on, byHand: e.byHand, state: 'waiting', seq: 1 } : apply(m.get(e.referral)!, e));
  return { referrals: [...m.values()] };
}
export function needStatus(states: string[]): string {
  if (!states.length) return 'not_sent';
  return ['done', 'done_no_help', 'done_not_reachable', 'taken_in_charge', 'waiting'].find((s) => states.includes(s)) ?? 'not_for_me';
}
export const STATE_LABELS: Record<string, string> = { waiting: 'En attente de réponse', taken_in_charge: 'Prise en charge', done: 'Aide proposée', done_no_help: 'Pas d’aide disponible', done_not_reachable: 'Entreprise injoignable', not_for_me: 'Refusée', taken_by_sibling: 'Prise en charge par un collègue du réseau', not_sent: 'Pas encore transmis' };
export const REASON_LABELS: Record<string, string> = { subject: 'Sujet hors de ma compétence', territory: 'Hors de mon territoire', criteria: 'Entreprise hors critères', capacity: 'Pas disponible', already_helped: 'Entreprise déjà accompagnée', not_a_need: 'Demande sans objet', other: 'Autre raison' };
export const isClosed = (s: string) => CLOSED.includes(s);
export interface Message { subject: string; text: string; html: string }
export function render(kind: string, data: any): Message {
  const link = data.links?.see ?? '';
  return { subject: `${kind} : ${data.need?.subject}`, text: `${kind}\n${link}\n`, html: `<p>${kind}</p><p><a href="${link}">Ouvrir</a></p>` };
}

export type NotificationKind = string;
export interface NotificationData { service?: any; need?: any; facility?: any; contact?: any; expert?: any; experts?: any[]; adviser?: any; links?: any }
export const STATES: ReferralState[] = ['waiting', 'taken_in_charge', 'done', 'done_no_help', 'done_not_reachable', 'not_for_me', 'taken_by_sibling'];
export function suggestSubjects(lib: { subjects: readonly { id: string; label: string; keywords: readonly string[] }[] }, text: string, limit: number) {
  const fold = (s: string) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const t = fold(text);
  const subjects = lib.subjects.map((s) => ({ subject: s.id, label: s.label, score: s.keywords.filter((k) => t.includes(fold(k))).length, sure: false })).filter((s) => s.score > 0).sort((a, b) => b.score - a.score).slice(0, limit);
  if (subjects[0]) subjects[0].sure = true;
  return { subjects, sure: subjects.length > 0 };
}
export function screen(_lib: unknown, text: string) { return { flags: /mon patron/.test(text) ? [{ reason: 'employee', message: 'Le message semble venir d’un salarié, pas de l’entreprise.' }] : [] }; }
export type ReminderKind = 'poke' | 'last_chance' | 'abandoned' | 'refused';
export interface NeedReminder { need: string; kind: ReminderKind; since: string; days: number; referrals: string[]; experts: string[]; siblings: string[] }
export interface Reminders { needs: NeedReminder[]; expired: string[]; toArchive: string[]; experts: { expert: string; waiting: number; old: number; expired: number; oldest?: string; many: boolean }[] }
export function reminders(rs: Referral[], on: string): Reminders {
  const by = new Map<string, Referral[]>();
  for (const r of rs) by.set(r.need, [...(by.get(r.need) ?? []), r]);
  const needs: NeedReminder[] = [];
  for (const [need, own] of by) {
    if (own.every((r) => r.state === 'waiting')) {
      const since = own.map((r) => r.reopenedOn ?? r.sentOn).sort()[0]!;
      const days = Math.round((Date.parse(on) - Date.parse(since)) / 864e5);
      if (days >= 9) needs.push({ need, kind: days >= 45 ? 'abandoned' : days >= 21 ? 'last_chance' : 'poke', since, days, referrals: own.map((r) => r.id), experts: own.map((r) => r.expert), siblings: [] });
    } else if (own.every((r) => r.state === 'not_for_me')) needs.push({ need, kind: 'refused', since: own[0]!.closedOn!, days: 0, referrals: own.map((r) => r.id), experts: own.map((r) => r.expert), siblings: [] });
  }
  return { needs, expired: [], toArchive: [], experts: [] };
}
export interface TrackedNeed { id: string; subject: string; firstSubject?: string; commune?: string; depositedOn: string; found?: number; company?: string; newCompany?: boolean; adviser?: string; origin?: string; naf?: string; naf2025?: string; headcount?: number; headcountBand?: string; anonymisedOn?: string }
export interface Share { count: number; of: number; value?: number; small: boolean }
export interface Figures { funnel: Record<'deposited' | 'matched' | 'answered' | 'exchanged' | 'helped' | 'nobodyFound' | 'notSent' | 'waiting' | 'abandoned' | 'pending' | 'expired' | 'refused' | 'unreachable' | 'inProgress' | 'noHelp', number>; referrals: Record<string, number>; refusals: { reason?: string; label: string; count: number }[]; companies: number; companiesHelped: number; withoutCompany: number; matched: Share; answered: Share; exchanged: Share; helped: Share; helpedOfDeposited: Share; nobodyFound: Share; abandoned: Share; requalified: Share; newCompanies: Share; positioning: Share; taken: Share; refusal: Share; takenWithin3Days: Share; takenWithin5Days: Share; exchangedWithin3Days: Share; exchangedWithin5Days: Share; medianDaysToAnswer?: number; medianDaysToTake?: number; medianDaysToClose?: number }
export interface ImpactReport { total: Figures; rows: { group?: string; label: string; period?: string; population?: number; figures: Figures }[]; addsUp: boolean; equity: { by?: string; territories: { zone: string; label: string; population?: number; needs: number; helped: number; needsPerThousand?: number; helpedPerThousand?: number }[]; territoriesGini?: number; institutions: number; institutionsGini?: number }; faults: unknown[] }
export interface ImpactQuery { on: string; from?: string; until?: string; by?: 'theme' | 'subject' | 'institution' | 'departement' | 'origin'; period?: 'month'; themes?: string[]; subjects?: string[]; institutions?: string[]; zones?: string[]; advisers?: string[]; origins?: string[] }
export function impact(needs: TrackedNeed[], rs: Referral[], _q: ImpactQuery): ImpactReport {
  const s = (count: number, of: number): Share => ({ count, of, value: of ? count / of : undefined, small: of < 10 });
  const states = (id: string) => rs.filter((r) => r.need === id).map((r) => r.state);
  const helped = needs.filter((n) => states(n.id).includes('done')).length;
  const z = s(0, 0);
  const f: Figures = { funnel: { deposited: needs.length, matched: needs.length, answered: helped, exchanged: helped, helped, nobodyFound: 0, waiting: 0, abandoned: 0, notSent: 0, pending: 0, expired: 0, refused: 0, unreachable: 0, inProgress: 0, noHelp: 0 }, referrals: { sent: rs.length }, refusals: [], companies: needs.length, companiesHelped: helped, withoutCompany: 0, matched: z, answered: z, exchanged: z, helped: s(helped, needs.length), helpedOfDeposited: z, nobodyFound: z, abandoned: z, requalified: z, newCompanies: z, positioning: z, taken: z, refusal: z, takenWithin3Days: z, takenWithin5Days: z, exchangedWithin3Days: z, exchangedWithin5Days: z };
  return { total: f, rows: [], addsUp: true, equity: { territories: [], institutions: 0 }, faults: [] };
}
export const impactCsv = (_r: ImpactReport): string => 'group\n';
export function dueForAnonymisation(needs: TrackedNeed[], rs: Referral[], on: string, policy: { months: number }): { need: string }[] {
  const limit = new Date(on); limit.setMonth(limit.getMonth() - policy.months);
  return needs.filter((n) => !n.anonymisedOn && [n.depositedOn, ...rs.filter((r) => r.need === n.id).map((r) => r.movedOn ?? r.sentOn)].every((d) => new Date(d) <= limit)).map((n) => ({ need: n.id }));
}
