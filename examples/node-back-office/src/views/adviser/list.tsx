import { labels } from '../../library.js';
import type { PageOf } from '../../store/paging.js';
import { listAddress, type Listing } from '../../web/listing.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { ChoiceField, Count, DayField, Filters, isFiltered, Pages, SearchField } from '../parts/listing.js';
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

/** What the list can be filtered by: what became of a diagnosis, or of one of its needs. */
export const DIAGNOSIS_STATUSES = [['draft', 'Brouillon'], ['closed', 'Classée sans suite'], ...Object.entries(labels.needStatus)] as const;

type Subjects = readonly (readonly [string, string])[];

interface DiagnosesProps {
  frame: Frame;
  listing: Listing;
  page: PageOf<DiagnosisLine>;
  subjects: Subjects;
  waiting: number;
}

export function diagnosesView({ frame, listing, page, subjects, waiting }: DiagnosesProps) {
  const lines = page.rows;
  const list = { path: '/conseiller', listing };
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
      <Filters {...list}>
        <SearchField name="q" label="Chercher" listing={listing} hint="Entreprise, SIRET, sujet ou expert" />
        <ChoiceField name="etat" label="État" listing={listing} options={[['', 'Tous'], ...DIAGNOSIS_STATUSES]} />
        <ChoiceField name="sujet" label="Sujet" listing={listing} options={[['', 'Tous'], ...subjects]} />
        <DayField name="du" label="Du" listing={listing} />
        <DayField name="au" label="Au" listing={listing} />
      </Filters>
      <Count page={page} one="diagnostic" several="diagnostics" />
      {lines.length === 0 ? (
        <article>
          <p>
            {isFiltered(listing)
              ? 'Aucun de vos diagnostics ne correspond à ces filtres.'
              : 'Aucun diagnostic pour l’instant. Le premier se fait en quelques minutes, avec l’entreprise.'}
          </p>
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
      <Pages {...list} page={page} label="diagnostics" />
    </Page>
  );
}

interface PortalQueueProps {
  frame: Frame;
  listing: Listing;
  page: PageOf<DiagnosisLine & { reasons: string[] }>;
  subjects: Subjects;
}

export function portalQueueView({ frame, listing, page, subjects }: PortalQueueProps) {
  const lines = page.rows;
  const list = { path: '/conseiller/portail', listing };
  return (
    <Page frame={frame} title="Demandes à relire">
      <h1>Demandes du portail à relire</h1>
      <p class="lead">
        Elles ne sont pas parties seules : personne n’a été trouvé, ou le message mérite une relecture. La plus ancienne
        d’abord.
      </p>
      <Filters {...list}>
        <SearchField name="q" label="Chercher" listing={listing} hint="Entreprise ou SIRET" />
        <ChoiceField name="sujet" label="Sujet" listing={listing} options={[['', 'Tous'], ...subjects]} />
        <DayField name="du" label="Du" listing={listing} />
        <DayField name="au" label="Au" listing={listing} />
      </Filters>
      <Count page={page} one="demande" several="demandes" />
      {lines.length === 0 && (
        <article>
          <p>{isFiltered(listing) ? 'Aucune demande qui attend ne correspond à ces filtres.' : 'Aucune demande n’attend.'}</p>
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
            <a role="button" href={listAddress(`/conseiller/portail/${line.id}`, listing.filters)}>
              Lire la demande <Said>de {line.company}, {nameOf(line)}</Said>
            </a>
            <Form frame={frame} action={listAddress(`/conseiller/portail/${line.id}`, listing.filters)}>
              <button type="submit" class="quiet">
                Je m’en occupe <Said>: {line.company}, {nameOf(line)}</Said>
              </button>
            </Form>
          </div>
        </article>
      ))}
      <Pages {...list} page={page} label="demandes à relire" />
    </Page>
  );
}
