import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import { StatusTag } from '../parts/status.js';

export interface DiagnosisLine {
  id: string;
  company: string | null;
  commune: string;
  at: Date;
  draft: boolean;
  closed: boolean;
  portal: boolean;
  needs: { label: string; status: string; statusLabel: string }[];
}

/** Tells a company's diagnoses apart: what they are about, and when. */
const nameOf = (line: DiagnosisLine): string => [...(line.draft ? ['brouillon'] : []), ...line.needs.map((need) => need.label), dayAndTime(line.at)].join(', ');

export function diagnosesView({ frame, lines, waiting }: { frame: Frame; lines: DiagnosisLine[]; waiting: number }) {
  return (
    <Page frame={frame} title="Mes diagnostics">
      <div class="row between head">
        <h1>Mes diagnostics</h1>
        <a role="button" href="/conseiller/nouveau">
          Nouveau diagnostic
        </a>
      </div>
      {waiting > 0 && (
        <div class="notice wait">
          <a href="/conseiller/portail">
            {waiting === 1 ? '1 demande du portail attend' : `${waiting} demandes du portail attendent`} un conseiller
          </a>
          .
        </div>
      )}
      {lines.length === 0 ? (
        <article>
          <p>Aucun diagnostic pour l’instant. Le premier se fait en quelques minutes, avec l’entreprise.</p>
        </article>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Diagnostics">
          <table aria-label="Diagnostics">
            <thead>
              <tr>
                <th scope="col">Entreprise</th>
                <th scope="col">Besoins</th>
                <th scope="col">Date</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <th scope="row">
                    <a href={`/conseiller/diagnostics/${line.id}${line.draft ? '/besoins' : ''}`}>
                      {line.company ?? 'Nom effacé'} <Said>{nameOf(line)}</Said>
                    </a>
                    <small>
                      <br />
                      {line.commune}
                      {line.portal && ' · par le portail'}
                    </small>
                  </th>
                  <td>
                    {line.draft && <span class="tag plain">Brouillon</span>}
                    {line.closed && <span class="tag plain">Classée sans suite</span>}
                    {!line.draft &&
                      !line.closed &&
                      line.needs.map((need) => (
                        <div>
                          <StatusTag status={need.status} label={need.statusLabel} /> {need.label}
                        </div>
                      ))}
                  </td>
                  <td class="nowrap">{shortDay(line.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

export function portalQueueView({ frame, lines }: { frame: Frame; lines: (DiagnosisLine & { reasons: string[] })[] }) {
  return (
    <Page frame={frame} title="Demandes à relire">
      <h1>Demandes du portail à relire</h1>
      <p class="lead">
        Elles ne sont pas parties seules : personne n’a été trouvé, ou le message mérite une relecture. La plus ancienne
        d’abord.
      </p>
      {lines.length === 0 && (
        <article>
          <p>Aucune demande n’attend.</p>
        </article>
      )}
      {lines.map((line) => (
        <article>
          <header class="row between">
            <strong>{line.company}</strong>
            <span class="muted">
              {line.commune} · {shortDay(line.at)}
            </span>
          </header>
          <p>{line.needs.map((need) => need.label).join(' · ')}</p>
          <ul>
            {line.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
          <div class="row">
            <a role="button" href={`/conseiller/portail/${line.id}`}>
              Lire la demande <Said>de {line.company}, {nameOf(line)}</Said>
            </a>
            <Form frame={frame} action={`/conseiller/portail/${line.id}`}>
              <button type="submit" class="quiet">
                Je m’en occupe <Said>: {line.company}, {nameOf(line)}</Said>
              </button>
            </Form>
          </div>
        </article>
      ))}
    </Page>
  );
}
