/** Messages about needs. Their words are the library's; the service brings the facts and the links. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { renderNotification, type Expert, type NotificationData, type NotificationKind } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import { enqueue, type NewMessage } from '../store/outbox.js';
import type { ReferralRow } from '../store/referrals.js';
import { noteSubstitution } from '../store/substitutions.js';
import { activityLine } from '../views/activities.js';
import { bandLabel } from '../views/labels.js';
import { linkTo, type Services } from './index.js';
import { answerCards } from './questions.js';
import { repliesTo } from './replies.js';
import type { Addressee } from './told.js';

/** A need that was sent, and the experts who have it. */
export interface Sent {
  need: Pick<Need, 'id' | 'subject' | 'answers'>;
  experts: readonly string[];
}

type ToExpert = 'expert_new_need' | 'expert_reminder' | 'expert_last_chance';

/** What an expert is told of, and at which addresses. */
export interface ToTell {
  expert: Expert;
  addressees: readonly Addressee[];
  /** The needs of one diagnosis, each with the expert's referral. */
  items: readonly { need: Need; referral: { id: string } }[];
}

/** To an expert and their team, with the link that opens the first of the needs; how many messages that was. */
export async function expertNotice(
  services: Services,
  tx: Queries,
  kind: ToExpert,
  diagnosis: Diagnosis,
  { expert, addressees, items }: ToTell,
  /** What sets this occasion apart from one before, and for how many days the need has waited. */
  occasion?: { days?: number; since: string },
): Promise<number> {
  const [first] = items;
  if (!first) return 0;
  const referrals = items.map((item) => item.referral.id);
  let written = 0;
  for (const { name, email, substitute } of addressees) {
    const link = linkTo(services, 'expert', [expert.id, first.referral.id, substitute].filter(Boolean).join(' '));
    if (substitute) for (const referral of referrals) await noteSubstitution(tx, referral, substitute, services.clock());
    const data: NotificationData = {
      ...about(services, diagnosis, ...items.map((item) => item.need)),
      expert: { ...expertCard(services, expert), name: name || expert.name },
      // Each says what it is for; the page that it opens asks to confirm.
      links: { takeCharge: `${link}/prendre`, notForMe: `${link}/refuser`, see: link },
    };
    if (occasion?.days !== undefined) data.need = { ...data.need, days: occasion.days };
    const key = `${kind}:${first.referral.id}:${occasion?.since ?? ''}:${email.toLowerCase()}`;
    const message = { key, recipient: email, replyTo: repliesTo(services, diagnosis), need: first.need.id, referrals };
    written += await write(services, tx, message, kind, data);
  }
  return written;
}

/** To the company: what was sent, to whom, and where to follow it; how many messages that was. */
export async function companyNotice(services: Services, tx: Queries, diagnosis: Diagnosis, sent: readonly Sent[]): Promise<number> {
  let written = 0;
  for (const { need, experts } of sent) {
    if (experts.length > 0) written += await companyMessage(services, tx, 'company_sent', diagnosis, need, experts);
  }
  return written;
}

export async function companyMessage(
  services: Services,
  tx: Queries,
  kind: 'company_sent' | 'company_taken' | 'company_not_taken' | 'company_not_reachable' | 'company_abandoned' | 'company_survey',
  diagnosis: Diagnosis,
  need: Pick<Need, 'id' | 'subject' | 'answers'>,
  experts: readonly string[],
  /** What sets this occasion apart from one before: a need that is reopened is told of again. */
  occasion = '',
  links: NotificationData['links'] = {},
): Promise<number> {
  const recipient = diagnosis.contact.email;
  if (!recipient) return 0;
  const { library } = services.directory;
  const cards = experts.flatMap((id) => {
    const expert = library.expert(id);
    return expert ? [expertCard(services, expert)] : [];
  });
  const link = linkTo(services, 'company', diagnosis.id);
  const data: NotificationData = {
    ...about(services, diagnosis, need),
    experts: cards,
    ...(cards[0] && { expert: cards[0] }),
    links: { see: link, askAgain: services.config.baseUrl, ...links },
  };
  const key = [kind, need.id, experts.join(), ...(occasion ? [occasion] : [])].join(':');
  return write(services, tx, { key, recipient, replyTo: repliesTo(services, diagnosis), need: need.id }, kind, data);
}

/** An expert as a referral names them: they may have left the directory since. */
type Named = Pick<ReferralRow, 'expert_name' | 'institution_name'>;

/** To the adviser who follows the diagnosis, while they are there; how many messages that was. */
export async function adviserMessage(
  services: Services,
  tx: Queries,
  kind: 'adviser_progress' | 'adviser_refused' | 'adviser_last_chance',
  diagnosis: Diagnosis,
  need: Need,
  more: { key: string; need?: NotificationData['need']; experts: readonly Named[] },
): Promise<number> {
  if (!diagnosis.adviserEmail || diagnosis.adviserLeft) return 0;
  const data: NotificationData = {
    ...about(services, diagnosis, need),
    experts: more.experts.map(({ expert_name: name, institution_name: institution }) => ({ name, institution })),
    links: { see: `${services.config.baseUrl}/conseiller/diagnostics/${diagnosis.id}` },
  };
  const [first] = data.experts ?? [];
  if (first) data.expert = first;
  data.need = { ...data.need, ...more.need };
  const message = { key: `${kind}:${more.key}`, recipient: diagnosis.adviserEmail, need: need.id };
  return write(services, tx, message, kind, data);
}

/** Puts a message into the outbox; 0 if it was there before, else 1. */
async function write(
  services: Services,
  tx: Queries,
  message: Omit<NewMessage, 'subject' | 'text' | 'html'>,
  kind: NotificationKind,
  data: NotificationData,
): Promise<number> {
  const host = new URL(services.config.baseUrl).hostname;
  return (await enqueue(tx, { ...message, ...renderNotification(kind, data) }, host, services.clock())) ? 1 : 0;
}

type Told = Pick<Need, 'id' | 'subject' | 'answers'> & { comment?: string | null };

/** What all messages about needs of a diagnosis know: mostly one need. */
function about(services: Services, diagnosis: Diagnosis, ...needs: readonly Told[]): NotificationData {
  const { library } = services.directory;
  const { company, contact } = diagnosis;
  const subjects = needs.map((need) => ({ need, label: library.labelOf(need.subject), subject: library.subject(need.subject) }));
  const themes = subjects.flatMap(({ subject }) => (subject ? [library.directory.theme(subject.theme)?.label ?? ''] : []));
  const comments = subjects.flatMap(({ need, label }) => {
    if (!need.comment) return [];
    return [needs.length > 1 ? `${label} : ${need.comment}` : need.comment];
  });
  const headcount = company.facts.headcount?.toString() ?? (company.facts.headcountBand && bandLabel(company.facts.headcountBand));
  return compact({
    service: compact({ name: services.config.serviceName }),
    need: compact({
      subject: subjects.map(({ label }) => label).join(' · '),
      theme: [...new Set(themes)].filter(Boolean).join(' · '),
      // The company's own words first, then what an adviser adds.
      description: [diagnosis.story, ...comments].filter(Boolean).join('\n\n'),
      answers: subjects.flatMap(({ need, subject }) => (subject ? answerCards(subject.questions, need.answers) : [])),
      sentOn: dayOf(diagnosis.sentAt ?? services.clock()),
    }),
    facility: compact({
      name: company.name ?? undefined,
      siret: company.siret ?? undefined,
      commune: library.communeName(company.facts.commune),
      activity: activityLine(company.facts),
      headcount,
    }),
    contact: compact({ name: contact.name, phone: contact.phone, email: contact.email }),
    adviser: compact({ name: diagnosis.adviserName ?? undefined }),
  });
}

function expertCard(services: Services, expert: Expert): NonNullable<NotificationData['expert']> {
  const institution = services.directory.library.institutionOf(expert);
  return compact({ name: expert.name, institution: institution?.name, phone: expert.phone, email: expert.email });
}

/** Without what is not known. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== '')) as T;
}
