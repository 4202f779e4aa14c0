/** The needs of an expert: those to answer first, then those under way, then the history. */

import { QUEUE_PARTS, type QueuePart } from '../../store/expert-queue.js';
import type { PageOf } from '../../store/paging.js';
import { listAddress, type Listing } from '../../web/listing.js';
import type { Frame } from '../frame.js';
import { dayAndTime, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { ChoiceField, countOf, Filters, isFiltered, Pages, SearchField } from '../parts/listing.js';
import { Said } from '../said.js';
import { StatusTag } from '../parts/status.js';

export interface ExpertLine {
  id: string;
  subject: string;
  company: string;
  commune: string;
  sentAt: Date;
  state: string;
  stateLabel: string;
}

export interface ExpertPart {
  part: QueuePart;
  page: PageOf<ExpertLine>;
}

const PARTS: Readonly<Record<QueuePart, { title: string; empty: string }>> = {
  waiting: { title: 'À répondre', empty: 'Aucune demande n’attend votre réponse.' },
  under_way: { title: 'En cours', empty: 'Aucune prise en charge en cours.' },
  expired: { title: 'Restées sans réponse', empty: 'Aucune demande n’est restée sans réponse.' },
  closed: { title: 'Historique', empty: 'Aucune demande close.' },
};

interface QueueProps {
  frame: Frame;
  name: string;
  listing: Listing;
  subjects: readonly (readonly [string, string])[];
  parts: readonly ExpertPart[];
  /** Whoever stands in for the expert, where it is they who look. */
  substitute: string | undefined;
}

export function queueView({ frame, name, listing, subjects, parts, substitute }: QueueProps) {
  const list = { path: '/expert', listing };
  return (
    <Page frame={frame} title="Mes demandes">
      <h1>Mes demandes</h1>
      <p class="lead">
        {name}
        {substitute && `, remplacé par ${substitute} : seules les demandes de cette suppléance s’affichent`}
      </p>
      <Filters {...list}>
        <SearchField name="q" label="Chercher" listing={listing} hint="Entreprise ou sujet" />
        <ChoiceField name="etat" label="État" listing={listing} options={[['', 'Tous'], ...QUEUE_PARTS.map((part) => [part, PARTS[part].title] as const)]} />
        <ChoiceField name="sujet" label="Sujet" listing={listing} options={[['', 'Tous'], ...subjects]} />
      </Filters>
      {parts.map((one) => (
        <Lines {...one} listing={listing} />
      ))}
    </Page>
  );
}

function Lines({ part, page, listing }: ExpertPart & Pick<QueueProps, 'listing'>) {
  const { title, empty } = PARTS[part];
  const alone = listing.filters['etat'] === part;
  return (
    <section>
      <h2>
        {title} ({countOf(page)})
      </h2>
      {page.rows.length === 0 ? (
        <p class="muted">{isFiltered(listing) ? 'Aucune demande ne correspond à ces filtres.' : empty}</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label={title}>
          <table aria-label={title}>
            <thead>
              <tr>
                <th scope="col">Besoin</th>
                <th scope="col">Entreprise</th>
                <th scope="col">Reçue le</th>
                <th scope="col">État</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((line) => (
                <tr>
                  <th scope="row">
                    <a href={`/expert/demandes/${line.id}`}>
                      {line.subject} <Said>({line.company}, {dayAndTime(line.sentAt)})</Said>
                    </a>
                  </th>
                  <td>
                    {line.company}
                    <small>
                      <br />
                      {line.commune}
                    </small>
                  </td>
                  <td class="nowrap">{shortDay(line.sentAt)}</td>
                  <td>
                    <StatusTag status={line.state} label={line.stateLabel} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {alone && <Pages path="/expert" listing={listing} page={page} label={title} />}
      {!alone && page.next !== undefined && (
        <p>
          <a href={listAddress('/expert', { ...listing.filters, etat: part })}>Tout voir ({title.toLowerCase()})</a>
        </p>
      )}
    </section>
  );
}
