import { LETTER_KINDS, type LetterKind } from '../../services/letters.js';
import type { OutboxMessage, OutboxStatus } from '../../store/outbox.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { labels } from '../../library.js';
import { dayAndTime } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import type { Unsent } from '../../store/resending.js';
import { reasonLabel, RetryPart, UnsentPart } from './unsent.js';

const STATUSES: Record<OutboxStatus, { label: string; tag: string }> = {
  waiting: { label: 'À envoyer', tag: 'plain' },
  claimed: { label: 'En cours', tag: 'plain' },
  in_flight: { label: 'En cours', tag: 'plain' },
  sent: { label: 'Envoyé', tag: 'good' },
  shown: { label: 'Affiché ici', tag: '' },
  refused: { label: 'Refusé', tag: 'bad' },
  in_doubt: { label: 'Incertain', tag: 'wait' },
};

interface OutboxViewProps {
  frame: Frame;
  messages: OutboxMessage[];
  unsent: readonly Unsent[];
  reason: string;
  /** The messages that a person may send again. */
  decidable: ReadonlySet<number>;
  smtp: boolean;
  /** Whether the server takes nothing at the moment. */
  trouble: boolean;
}

export function outboxView({ frame, messages, unsent, reason, decidable, smtp, trouble }: OutboxViewProps) {
  return (
    <Page frame={frame} title="Envois">
      <h1>Envois</h1>
      <p class="lead">
        {smtp
          ? 'Les messages partent par le serveur de courriel ; leur texte est oublié dès qu’ils sont partis.'
          : 'Aucun serveur de courriel n’est réglé : les messages s’affichent ici au lieu de partir.'}
      </p>
      {trouble && <RetryPart frame={frame} />}
      <UnsentPart frame={frame} unsent={unsent} reason={reason} />
      {messages.length === 0 ? (
        <article>
          <p>Aucun message pour l’instant.</p>
        </article>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Messages">
          <table aria-label="Messages">
            <thead>
              <tr>
                <th scope="col">Message</th>
                <th scope="col">Pour</th>
                <th scope="col">État</th>
                <th scope="col">Écrit le</th>
              </tr>
            </thead>
            <tbody>
              {messages.map((message) => (
                <tr>
                  <th scope="row">
                    {kindOf(message)}
                    {message.status === 'shown' && !smtp && message.body_text !== null && (
                      <>
                        <br />
                        <a href={`/pilotage/envois/${message.id}`}>
                          {message.subject} <Said>(message n° {message.id})</Said>
                        </a>
                      </>
                    )}
                    {(message.failure || message.error) && (
                      <small>
                        <br />
                        {[message.failure && reasonLabel(message.failure), message.error].filter(Boolean).join('\u00a0: ')}
                      </small>
                    )}
                  </th>
                  <td>{smtp && message.key.startsWith('company_') ? 'L’entreprise' : message.recipient}</td>
                  <td>
                    <span class={`tag ${STATUSES[message.status].tag}`}>{STATUSES[message.status].label}</span>
                    {decidable.has(message.id) && <Decision frame={frame} message={message} />}
                  </td>
                  <td class="nowrap">{dayAndTime(message.created_at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

/** What a message is, in the library's words: with a server, steering reads neither of whom nor to whom it speaks. */
function kindOf(message: OutboxMessage): string {
  const kind = message.key.split(':')[0] ?? '';
  return { ...labels.notificationKind, ...LETTER_KINDS }[kind as LetterKind] ?? kind;
}

/** What the service cannot know: whether a message arrived when the line broke on its last word. */
function Decision({ frame, message }: { frame: Frame; message: OutboxMessage }) {
  return (
    <Form frame={frame} action={`/pilotage/envois/${message.id}`} class="row">
      <button type="submit" name="suite" value="renvoyer" class="small quiet">
        Envoyer de nouveau <Said>le message n° {message.id}</Said>
      </button>
      {message.status === 'in_doubt' && (
        <button type="submit" name="suite" value="verifie" class="small quiet">
          Il est arrivé <Said>: le message n° {message.id}</Said>
        </button>
      )}
    </Form>
  );
}

export function messageView({ frame, message, baseUrl }: { frame: Frame; message: OutboxMessage; baseUrl: string }) {
  const text = message.body_text ?? '';
  // The links of the service itself, so that a demonstration can go on from here.
  const parts = text.split(new RegExp(`(${baseUrl.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}/[A-Za-z0-9_./-]*)`));
  return (
    <Page frame={frame} title={message.subject} narrow>
      <p class="crumb">
        <a href="/pilotage/envois">Envois</a>
      </p>
      <h1>{message.subject}</h1>
      <p class="lead">
        Pour {message.recipient}, le {dayAndTime(message.created_at)}
      </p>
      <article>
        <p class="words">
          {parts.map((part) => (part.startsWith(`${baseUrl}/`) ? <a href={part}>{part}</a> : part))}
        </p>
      </article>
    </Page>
  );
}
