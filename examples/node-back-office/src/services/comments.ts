/** What advisers and experts write to each other about a need. The library says whom it concerns; the company never. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { commentReferral, foldEvents, ReferralError, type Recipient, type Referral, type ReferralEvent } from '../library.js';
import { audit } from '../store/audit.js';
import { addComment, commentsSince } from '../store/comments.js';
import { diagnosisById, type Diagnosis } from '../store/diagnoses.js';
import { needById, type Need } from '../store/needs.js';
import { eventsOf } from '../store/referrals.js';
import { linkTo, type Services } from './index.js';
import { writeLetter } from './letters.js';
import { repliesTo } from './replies.js';

export const LONGEST_COMMENT = 2000;

/** So many an hour of one author: a conversation, and no flood. */
const MOST_AN_HOUR = 20;

export interface NewComment {
  need: string;
  text: string;
  /** On which referral; on all that are open, else on all, where it is to everybody. */
  referral?: string | undefined;
  author: { kind: 'account' | 'expert'; id: string; name: string; email?: string | undefined };
}

/** What came of it: how many messages tell of it. */
export type Commented = { is: 'kept'; messages: number } | { is: 'too_many' } | { is: 'impossible' };

export async function comment(services: Services, { need: id, text, referral, author }: NewComment): Promise<Commented> {
  const commented = await services.database.transaction(async (tx): Promise<Commented> => {
    await tx.query('select from needs where id = $1 for update', [id]);
    const need = await needById(tx, id);
    const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
    if (!need || !diagnosis || diagnosis.erasedAt || !text) return { is: 'impossible' };
    const now = services.clock();
    const actor = `${author.kind}:${author.id}`;
    if ((await commentsSince(tx, actor, new Date(now.getTime() - 3_600_000))) >= MOST_AN_HOUR) return { is: 'too_many' };
    const { referrals } = foldEvents(await eventsOf(tx, id));
    const events = eventsOn(referrals, referral, author.id, dayOf(now));
    if (events.length === 0) return { is: 'impossible' };
    const comment = await addComment(tx, { need: id, author: actor, name: author.name, text }, events, now);
    await audit(tx, { actor, action: 'comment_written', need: id, at: now });
    const told = events.flatMap((event) => services.directory.library.recipients(event, referrals, diagnosis.adviser ?? undefined));
    const letter = { comment, text, author, need, diagnosis, referrals };
    return { is: 'kept', messages: (await tellExperts(services, tx, letter, told)) + (await tellAdviser(services, tx, letter, told)) };
  });
  services.worker.wake();
  return commented;
}

/** The events by which it is on one referral, or on all: those that are open, if any is. */
function eventsOn(referrals: readonly Referral[], referral: string | undefined, author: string, on: string): ReferralEvent[] {
  const open = referrals.filter((one) => one.closedOn === undefined);
  const targets = referral ? referrals.filter((one) => one.id === referral) : open.length > 0 ? open : referrals;
  try {
    return targets.flatMap((one) => commentReferral(referrals, { referral: one.id, on, author }).events);
  } catch (error) {
    if (error instanceof ReferralError) return [];
    throw error;
  }
}

interface ToTell {
  comment: number;
  text: string;
  author: NewComment['author'];
  need: Need;
  diagnosis: Diagnosis;
  referrals: readonly Referral[];
}

async function tellExperts(services: Services, tx: Queries, letter: ToTell, told: readonly Recipient[]): Promise<number> {
  const { comment, text, author, need, diagnosis, referrals } = letter;
  const { config, directory } = services;
  let written = 0;
  for (const { role, id, email, name } of told) {
    const own = referrals.find((one) => one.expert === id);
    if (!email || !own || role === 'adviser' || role === 'company') continue;
    const replyTo = author.kind === 'account' ? repliesTo(services, diagnosis) : (author.email ?? repliesTo(services, diagnosis));
    const message = { key: `${comment}:${email.toLowerCase()}`, recipient: email, replyTo, diagnosis: diagnosis.id };
    const subject = directory.library.labelOf(need.subject);
    written += await writeLetter(services, tx, 'expert_comment', message, {
      subject: `${config.serviceName} : un message au sujet de « ${subject} »`,
      paragraphs: [name ? `Bonjour ${name},` : 'Bonjour,', `${author.name} vous écrit au sujet du besoin « ${subject} » :`, text],
      link: { label: 'Voir le besoin et répondre', href: linkTo(services, 'expert', `${own.expert} ${own.id}`) },
    });
  }
  return written;
}

async function tellAdviser(services: Services, tx: Queries, letter: ToTell, told: readonly Recipient[]): Promise<number> {
  const { comment, text, author, need, diagnosis } = letter;
  if (!told.some(({ role }) => role === 'adviser') || !diagnosis.adviserEmail || diagnosis.adviserLeft) return 0;
  const { config, directory } = services;
  const message = { key: `${comment}`, recipient: diagnosis.adviserEmail, replyTo: author.email ?? config.replyTo, diagnosis: diagnosis.id };
  const subject = directory.library.labelOf(need.subject);
  return writeLetter(services, tx, 'adviser_comment', message, {
    subject: `${config.serviceName} : un message au sujet de « ${subject} »`,
    paragraphs: ['Bonjour,', `${author.name} vous écrit au sujet du besoin « ${subject} » :`, text],
    link: { label: 'Voir le besoin et répondre', href: `${config.baseUrl}/conseiller/diagnostics/${diagnosis.id}` },
  });
}
