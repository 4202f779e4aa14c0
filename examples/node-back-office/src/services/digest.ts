/** The week's digest to an expert: what waits for their answer, and what they have under way. */

import { dayOf, weekOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { referralsTo, waitingByExpert } from '../store/referrals.js';
import { longDay, many } from '../views/labels.js';
import { linkTo, type Services } from './index.js';
import { writeLetter } from './letters.js';
import { wouldBeTold } from './told.js';

export interface Waiting {
  id: string;
  name: string;
  waiting: number;
}

/** Experts of the directory who are there today and for whom something waits that has not expired. */
export async function addresseesWithWaiting(services: Services, db: Queries): Promise<Waiting[]> {
  const { library } = services.directory;
  const on = dayOf(services.clock());
  return (await waitingByExpert(db)).flatMap(({ expert: id, count }) => {
    const expert = library.expert(id);
    return expert?.active && !library.awayUntil(id, on) ? [{ id, name: expert.name, waiting: count }] : [];
  });
}

/** So many are named; the page has them all. */
const NAMED = 15;

/** Writes a digest once a week to each address of an expert; how many messages that was. */
export async function writeDigest(services: Services, tx: Queries, id: string): Promise<number> {
  const { config, clock, directory } = services;
  const { library } = directory;
  const now = clock();
  const expert = library.expert(id);
  const rows = await referralsTo(tx, id);
  const waiting = rows.filter((row) => row.state === 'waiting' && !row.expired_on).reverse();
  const [oldest] = waiting;
  if (!expert?.active || !oldest) return 0;
  const underWay = rows.filter((row) => !row.closed && row.state !== 'waiting').length;
  const lines = waiting.slice(0, NAMED).map((row) => `– ${library.labelOf(row.subject)}, ${library.communeName(row.commune)}, depuis le ${longDay(row.sent_at)}`);
  let written = 0;
  // Whoever stands in is told of what is theirs, and of nothing else.
  for (const { email } of wouldBeTold(library, expert, dayOf(now)).filter((one) => !one.substitute)) {
    const message = { key: `${id}:${weekOf(now)}:${email.toLowerCase()}`, recipient: email, replyTo: config.replyTo };
    written += await writeLetter(services, tx, 'expert_digest', message, {
      subject: `${config.serviceName} : ${many(waiting.length, 'demande attend', 'demandes attendent')} votre réponse`,
      paragraphs: [
        `Bonjour ${expert.name},`,
        `${many(waiting.length, 'entreprise attend', 'entreprises attendent')} votre réponse :`,
        lines.join('\n'),
        ...(waiting.length > NAMED ? [`Et ${many(waiting.length - NAMED, 'autre')}.`] : []),
        ...(underWay > 0 ? [`Vous avez aussi ${many(underWay, 'demande')} en cours.`] : []),
      ],
      link: { label: 'Ouvrir la plus ancienne, puis « Mes demandes »', href: linkTo(services, 'expert', `${id} ${oldest.id}`) },
    });
  }
  return written;
}
