/** The needs that came from the sites and campaigns of a cooperation: what they are about, and where they stand. */

import type { PageOf } from '../store/paging.js';
import type { Listing } from '../web/listing.js';
import type { Frame } from './frame.js';
import { dayAndTime, longDay, many, shortDay } from './labels.js';
import { Page } from './layout.js';
import { ChoiceField, Count, Filters, Pages } from './parts/listing.js';
import { Said } from './said.js';
import { StatusTag } from './parts/status.js';
import { Timeline, type Moment } from './parts/timeline.js';

export interface CooperationLine {
  id: string;
  subject: string;
  commune: string;
  origin: string;
  sentAt: Date;
  status: string;
  statusLabel: string;
  experts: number;
}

interface CooperationViewProps {
  frame: Frame;
  origins: readonly string[];
  listing: Listing;
  states: readonly (readonly [string, string])[];
  page: PageOf<CooperationLine>;
}

export function cooperationView({ frame, origins, listing, states, page }: CooperationViewProps) {
  const list = { path: '/cooperation', listing };
  return (
    <Page frame={frame} title="Ma coopération">
      <h1>Ma coopération</h1>
      <p class="lead">{`Les besoins qui viennent de\u00a0: ${origins.join(', ')}. Vous voyez où ils en sont, et non qui les a déposés.`}</p>
      <Filters {...list}>
        <ChoiceField name="etat" label="État" listing={listing} options={[['', 'Tous'], ...states]} />
      </Filters>
      <Count page={page} one="besoin" several="besoins" />
      {page.rows.length === 0 ? (
        <div class="notice">Aucun besoin ne répond à ces critères.</div>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Besoins">
          <table aria-label="Besoins">
            <thead>
              <tr>
                <th scope="col">Besoin</th>
                <th scope="col">Origine</th>
                <th scope="col">Transmis le</th>
                <th scope="col">À</th>
                <th scope="col">État</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((line) => (
                <tr>
                  <th scope="row">
                    <a href={`/cooperation/besoins/${line.id}`}>
                      {line.subject} <Said>({line.commune}, {dayAndTime(line.sentAt)})</Said>
                    </a>
                    <br />
                    <small>{line.commune}</small>
                  </th>
                  <td>{line.origin}</td>
                  <td class="nowrap">{shortDay(line.sentAt)}</td>
                  <td>{many(line.experts, 'expert')}</td>
                  <td>
                    <StatusTag status={line.status} label={line.statusLabel} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages {...list} page={page} label="besoins" />
    </Page>
  );
}

export function cooperationNeedView({ frame, line, moments }: { frame: Frame; line: CooperationLine; moments: readonly Moment[] }) {
  return (
    <Page frame={frame} title={line.subject} narrow>
      <p>
        <a href="/cooperation">Tous les besoins</a>
      </p>
      <h1>{line.subject}</h1>
      <p class="lead">
        {line.commune} ; transmis le {longDay(line.sentAt)} à {many(line.experts, 'expert')}.{' '}
        <StatusTag status={line.status} label={line.statusLabel} />
      </p>
      <h2>Ce qui s’est passé</h2>
      <Timeline moments={moments} />
    </Page>
  );
}
