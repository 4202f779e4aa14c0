/** The needs of an expert: those to answer first, then those under way, then the history. */

import type { Frame } from '../frame.js';
import { dayAndTime, shortDay } from '../labels.js';
import { Page } from '../layout.js';
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
  closed: boolean;
}

export function queueView({ frame, name, lines }: { frame: Frame; name: string; lines: ExpertLine[] }) {
  const waiting = lines.filter((line) => line.state === 'waiting');
  const underWay = lines.filter((line) => line.state !== 'waiting' && !line.closed);
  const closed = lines.filter((line) => line.closed);
  return (
    <Page frame={frame} title="Mes demandes">
      <h1>Mes demandes</h1>
      <p class="lead">{name}</p>
      <Lines title="À répondre" empty="Aucune demande n’attend votre réponse." lines={waiting} />
      <Lines title="En cours" empty="Aucune prise en charge en cours." lines={underWay} />
      <Lines title="Historique" empty="Aucune demande close." lines={closed} />
    </Page>
  );
}

function Lines({ title, empty, lines }: { title: string; empty: string; lines: ExpertLine[] }) {
  return (
    <section>
      <h2>
        {title} ({lines.length})
      </h2>
      {lines.length === 0 ? (
        <p class="muted">{empty}</p>
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
              {lines.map((line) => (
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
    </section>
  );
}
