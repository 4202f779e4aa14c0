import type { OutboxMessage, OutboxStatus } from '../../store/outbox.js';
import { OUTBOX_STATUSES } from '../../store/outbox-list.js';
import type { PageOf } from '../../store/paging.js';
import { listAddress, type Listing } from '../../web/listing.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import type { Unsent } from '../../store/resending.js';
import { ChoiceField, Count, DayField, Filters, isFiltered, Pages, SearchField } from '../parts/listing.js';
import { MESSAGE_KINDS, messageKind } from './message-kind.js';
import { REASON_CODES, reasonLabel, RetryPart, UnsentPart } from './unsent.js';

const STATUSES: Record<OutboxStatus, { label: string; tag: string; choice?: string }> = {
  waiting: { label: 'À envoyer', tag: 'plain' },
  claimed: { label: 'En cours', tag: 'plain' },
  in_flight: { label: 'En cours', tag: 'plain', choice: 'En cours, sur la ligne' },
  sent: { label: 'Envoyé', tag: 'good' },
  shown: { label: 'Affiché ici', tag: '' },
  refused: { label: 'Refusé', tag: 'bad' },
  in_doubt: { label: 'Incertain', tag: 'wait' },
};

interface OutboxViewProps {
  frame: Frame;
  listing: Listing;
  page: PageOf<OutboxMessage>;
  unsent: readonly Unsent[];
  /** The messages that a person may send again. */
  decidable: ReadonlySet<number>;
  smtp: boolean;
  /** Whether the server takes nothing at the moment. */
  trouble: boolean;
}

export function outboxView({ frame, listing, page, unsent, decidable, smtp, trouble }: OutboxViewProps) {
  const messages = page.rows;
  const list = { path: '/pilotage/envois', listing };
  return (
    <Page frame={frame} title="Envois">
      <h1>Envois</h1>
      <p class="lead">
        {smtp
          ? 'Les messages partent par le serveur de courriel ; leur texte est oublié dès qu’ils sont partis.'
          : 'Aucun serveur de courriel n’est réglé : les messages s’affichent ici au lieu de partir.'}
      </p>
      {trouble && <RetryPart frame={frame} />}
      <UnsentPart frame={frame} unsent={unsent} listing={listing} />
      <Filters {...list}>
        <SearchField name="q" label="Adresse" listing={listing} hint="Le début suffit" />
        <ChoiceField name="etat" label="État" listing={listing} options={[['', 'Tous'], ...OUTBOX_STATUSES.map((status) => [status, STATUSES[status].choice ?? STATUSES[status].label] as const)]} />
        <ChoiceField name="type" label="Message" listing={listing} options={[['', 'Tous'], ...MESSAGE_KINDS]} />
        <ChoiceField name="raison" label="Pas parti parce que" listing={listing} options={[['', 'Toute raison'], ...REASON_CODES.map((reason) => [reason, reasonLabel(reason)] as const)]} />
        <DayField name="du" label="Du" listing={listing} />
        <DayField name="au" label="Au" listing={listing} />
      </Filters>
      <Count page={page} one="message" several="messages" />
      {messages.length === 0 ? (
        <article>
          <p>{isFiltered(listing) ? 'Aucun message ne correspond à ces filtres.' : 'Aucun message pour l’instant.'}</p>
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
                    {messageKind(message.key)}
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
                    {decidable.has(message.id) && <Decision frame={frame} message={message} listing={listing} />}
                  </td>
                  <td class="nowrap">{dayAndTime(message.created_at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages {...list} page={page} label="messages" />
    </Page>
  );
}

/** What the service cannot know: whether a message arrived when the line broke on its last word. */
function Decision({ frame, message, listing }: { frame: Frame; message: OutboxMessage; listing: Listing }) {
  return (
    <Form frame={frame} action={listAddress(`/pilotage/envois/${message.id}`, listing.filters)} class="row">
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
