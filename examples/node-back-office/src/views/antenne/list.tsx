/** What the experts of antennes have, and since when. Who the companies are stands on the page of each. */

import type { ExpertLoad } from '../../store/managed.js';
import type { Delay } from '../../services/delays.js';
import { Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, many, number, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { NumberedPages } from '../parts/listing.js';
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
  filters: { antenne: string; expert: string; etat: string };
  antennes: readonly (readonly [string, string])[];
  states: readonly (readonly [string, string])[];
  loads: readonly ExpertLoad[];
  lines: readonly ReferralLine[];
  page: number;
  size: number;
  total: number;
}

export function antenneView({ frame, managed, lost, filters, antennes, states, loads, lines, page, size, total }: AntenneViewProps) {
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
          <article>
            <form method="get" action="/antenne">
              <div class="grid">
                {antennes.length > 1 && (
                  <Select name="antenne" label="Antenne" required value={filters.antenne} options={[['', 'Toutes'], ...antennes]} />
                )}
                <Select name="expert" label="Expert" required value={filters.expert} options={[['', 'Tous'], ...experts]} />
                <Select name="etat" label="État" required value={filters.etat} options={[['', 'Tous'], ['open', 'Celles qui ne sont pas closes'], ...states]} />
              </div>
              <button type="submit" class="quiet">
                Afficher
              </button>
            </form>
          </article>
          {total > 0 && <p class="muted">{many(total, 'demande')}</p>}
          {lines.length === 0 ? <div class="notice">Aucune demande ne répond à ces critères.</div> : <Lines lines={lines} />}
          <NumberedPages path="/antenne" filters={filters} page={{ number: page + 1, of: Math.max(1, Math.ceil(total / size)) }} label="demandes" />
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
            <th scope="col" class="number">Closes</th>
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
