/** What the experts of antennes have, and since when. Who the companies are stands on the page of each. */

import type { Delay } from '../../services/delays.js';
import type { ExpertLoad } from '../../store/managed.js';
import type { PageOf } from '../../store/paging.js';
import type { Listing } from '../../web/listing.js';
import type { Frame } from '../frame.js';
import { dayAndTime, many, number, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { ChoiceField, Count, Filters, Pages } from '../parts/listing.js';
import { Said } from '../said.js';
import { StatusTag } from '../parts/status.js';

export interface ReferralLine {
  id: string;
  subject: string;
  commune: string;
  expert: string;
  antenne: string;
  sentAt: Date;
  state: string;
  stateLabel: string;
  delay: Delay | undefined;
}

interface AntenneViewProps {
  frame: Frame;
  /** The names of the antennes that are managed, and the ids of those that the directory has no longer. */
  managed: readonly string[];
  lost: readonly string[];
  listing: Listing;
  antennes: readonly (readonly [string, string])[];
  states: readonly (readonly [string, string])[];
  loads: readonly ExpertLoad[];
  page: PageOf<ReferralLine>;
}

export function antenneView({ frame, managed, lost, listing, antennes, states, loads, page }: AntenneViewProps) {
  const list = { path: '/antenne', listing };
  const experts = loads.map((load) => [load.expert, load.expert_name] as const);
  return (
    <Page frame={frame} title="Mon antenne">
      <h1>{managed.length > 1 ? 'Mes antennes' : 'Mon antenne'}</h1>
      <p class="lead">{managed.join(', ') || 'Aucune antenne de l’annuaire en service.'}</p>
      {lost.length > 0 && (
        <div class="notice bad" role="alert">
          {`${lost.length > 1 ? 'Ces antennes ne sont plus' : 'Cette antenne n’est plus'} dans l’annuaire en service, et n’ouvre${lost.length > 1 ? 'nt' : ''} plus rien\u00a0: ${lost.join(', ')}. Le pilotage du service peut vous donner celle qui la remplace.`}
        </div>
      )}
      {managed.length > 0 && (
        <>
          <h2>Par expert</h2>
          {loads.length === 0 ? <p class="muted">Aucune demande n’est encore arrivée.</p> : <Loads loads={loads} />}
          <h2>Les demandes</h2>
          <Filters {...list}>
            {antennes.length > 1 && <ChoiceField name="antenne" label="Antenne" listing={listing} options={[['', 'Toutes'], ...antennes]} />}
            <ChoiceField name="expert" label="Expert" listing={listing} options={[['', 'Tous'], ...experts]} />
            <ChoiceField name="etat" label="État" listing={listing} options={[['', 'Tous'], ['open', 'Celles qui ne sont pas closes'], ...states]} />
          </Filters>
          <Count page={page} one="demande" several="demandes" />
          {page.rows.length === 0 ? <div class="notice">Aucune demande ne répond à ces critères.</div> : <Lines lines={page.rows} />}
          <Pages {...list} page={page} label="demandes" />
        </>
      )}
    </Page>
  );
}

function Loads({ loads }: { loads: readonly ExpertLoad[] }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Par expert">
      <table aria-label="Par expert">
        <thead>
          <tr>
            <th scope="col">Expert</th>
            <th scope="col" class="number">En attente</th>
            <th scope="col">La plus ancienne</th>
            <th scope="col" class="number">Prises en charge</th>
            <th scope="col" class="number">Closes, reçues depuis un an</th>
          </tr>
        </thead>
        <tbody>
          {loads.map((load) => (
            <tr>
              <th scope="row">
                <a href={`/antenne?expert=${encodeURIComponent(load.expert)}`}>{load.expert_name}</a>
              </th>
              <td class="number">{number(load.waiting)}</td>
              <td>{load.oldest && shortDay(load.oldest)}</td>
              <td class="number">{number(load.taken)}</td>
              <td class="number">{number(load.closed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lines({ lines }: { lines: readonly ReferralLine[] }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Demandes">
      <table aria-label="Demandes">
        <thead>
          <tr>
            <th scope="col">Demande</th>
            <th scope="col">Expert</th>
            <th scope="col">Reçue le</th>
            <th scope="col">État</th>
            <th scope="col">Délai</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                <a href={`/antenne/demandes/${line.id}`}>
                  {line.subject} <Said>({line.commune}, {line.expert}, {dayAndTime(line.sentAt)})</Said>
                </a>
                <br />
                <small>{line.commune}</small>
              </th>
              <td>
                {line.expert}
                <br />
                <small>{line.antenne}</small>
              </td>
              <td class="nowrap">{shortDay(line.sentAt)}</td>
              <td>
                <StatusTag status={line.state} label={line.stateLabel} />
              </td>
              <td>{line.delay && delayText(line.delay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function delayText({ waits, taken, closed }: Delay): string {
  if (waits !== undefined) return `attend depuis ${many(waits, 'jour')}`;
  const told = [taken === undefined ? '' : `prise en ${many(taken, 'jour')}`, closed === undefined ? '' : `close en ${many(closed, 'jour')}`];
  return told.filter(Boolean).join(', ');
}
