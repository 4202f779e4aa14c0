/** Messages of this service's own, beside those that the library words. */

import { renderToString } from 'preact-render-to-string';
import type { Queries } from '../database/index.js';
import { enqueue, type NewMessage } from '../store/outbox.js';
import { french } from '../views/typography.js';
import type { Services } from './index.js';

/** What steering reads for each kind, as the library's `labels.notificationKind` says it for its own. */
export const LETTER_KINDS = {
  company_confirm: 'Adresse à confirmer, à l’entreprise',
  company_received: 'Accusé de réception, à l’entreprise',
  company_answered: 'Réponse d’un conseiller, à l’entreprise',
  company_closed: 'Demande close, à l’entreprise',
  adviser_queue: 'Demandes à relire, au conseiller',
  company_nobody_left: 'Plus personne à alerter, à l’entreprise',
  company_transferred: 'Autre interlocuteur, à l’entreprise',
  adviser_comment: 'Message d’un expert, au conseiller',
  adviser_transferred: 'Transfert, au conseiller',
  expert_comment: 'Message au sujet d’un besoin, à l’expert',
  expert_digest: 'Récapitulatif de la semaine, à l’expert',
  expert_transferred: 'Transfert, à l’expert d’avant',
  manager_transferred: 'Transfert, au responsable d’antenne',
  steering_unfollowed: 'Besoin que personne ne suit, au pilotage',
  account_password: 'Mot de passe à choisir, au compte',
  account_security: 'Accès modifié, au compte',
} as const satisfies Readonly<Record<string, string>>;
export type LetterKind = keyof typeof LETTER_KINDS;

export interface Letter {
  subject: string;
  paragraphs: readonly string[];
  link?: { label: string; href: string };
}

/** Puts a letter into the outbox; 0 if it was there before, else 1. */
export async function writeLetter(
  services: Services,
  tx: Queries,
  kind: LetterKind,
  message: Pick<NewMessage, 'key' | 'recipient' | 'diagnosis' | 'replyTo'>,
  written: Letter,
): Promise<number> {
  const { config, clock } = services;
  const letter = { ...written, subject: french(written.subject), paragraphs: written.paragraphs.map(french) };
  const rendered = { subject: letter.subject, text: textOf(config.serviceName, letter), html: htmlOf(config.serviceName, letter) };
  const host = new URL(config.baseUrl).hostname;
  return (await enqueue(tx, { ...message, key: `${kind}:${message.key}`, ...rendered }, host, clock())) ? 1 : 0;
}

function textOf(service: string, { paragraphs, link }: Letter): string {
  const parts = [...paragraphs, ...(link ? [`${link.label}\u00a0:\n${link.href}`] : []), `--\n${service}`];
  return `${parts.join('\n\n')}\n`;
}

function htmlOf(service: string, { subject, paragraphs, link }: Letter): string {
  const page = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body>
        {paragraphs.map((text) => (
          <p>
            {text.split('\n').map((line, at) => (
              <>
                {at > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
        {link && (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        )}
        <p>{service}</p>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}
