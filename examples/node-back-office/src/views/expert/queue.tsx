/** The needs of an expert: those to answer first, then those under way, then the history. */

import type { Frame } from '../frame.js';
import { shortDay } from '../labels.js';
import { Page } from '../layout.js';
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
  /** Nobody answered it for so long that it does not wait any more. */
  expired: boolean;
}

interface QueueViewProps {
  frame: Frame;
  name: string;
  lines: ExpertLine[];
  /** Whoever stands in for the expert, where it is they who look. */
  substitute?: string | undefined;
}

export function queueView({ frame, name, lines, substitute }: QueueViewProps) {
  const waiting = lines.filter((line) => line.state === 'waiting' && !line.expired);
  const expired = lines.filter((line) => line.state === 'waiting' && line.expired);
  const underWay = lines.filter((line) => line.state !== 'waiting' && !line.closed);
  const closed = lines.filter((line) => line.closed);
  return (
    <Page frame={frame} title="Mes demandes">
      <h1>Mes demandes</h1>
      <p class="lead">
        {name}
        {substitute && `, remplacé par ${substitute} : seules les demandes de cette suppléance s’affichent`}
      </p>
      {!substitute && (
        <p>
          <a href="/expert/absences">Mes absences</a>
        </p>
      )}
      <Lines title="À répondre" empty="Aucune demande n’attend votre réponse." lines={waiting} />
      <Lines title="En cours" empty="Aucune prise en charge en cours." lines={underWay} />
      {expired.length > 0 && <Lines title="Restées sans réponse" empty="" lines={expired} />}
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
          <table>
            <thead>
              <tr>
                <th>Besoin</th>
                <th>Entreprise</th>
                <th>Reçue le</th>
                <th>État</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <td>
                    <a href={`/expert/demandes/${line.id}`}>{line.subject}</a>
                  </td>
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
