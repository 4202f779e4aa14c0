/** A request of the portal as an adviser reads it, before or after taking it, and what they may decide. */

import type { AnswerCard } from '../../library.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { listAddress, type Listing } from '../../web/listing.js';
import { Area, Form, Select, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay } from '../labels.js';
import { Page } from '../layout.js';
import { AnswerList } from '../parts/answer-list.js';
import { CompanyPart, ContactPart } from '../parts/company.js';
import { LaterNotice } from '../parts/register.js';

interface RequestViewProps {
  frame: Frame;
  diagnosis: Diagnosis;
  commune: string;
  subjects: { label: string; offered: boolean; answers: readonly AnswerCard[] }[];
  reasons: string[];
  /** Why a request may be closed. */
  closures: readonly (readonly [id: string, label: string])[];
  /** Those of the list that it was opened from. */
  filters: Listing['filters'];
  /** An answer that was refused. */
  answer?: { reason: string; message: string; errors: Errors } | undefined;
}

export function requestView(props: RequestViewProps) {
  const { frame, diagnosis, commune, subjects, reasons } = props;
  return (
    <Page frame={frame} title="Demande du portail" errors={props.answer?.errors}>
      <p class="crumb">
        <a href={listAddress('/conseiller/portail', props.filters)}>Demandes à relire</a>
      </p>
      <h1>{diagnosis.company.name ?? 'Demande'}</h1>
      <p class="lead">
        Demande du {longDay(diagnosis.createdAt)}
        {diagnosis.partner && (diagnosis.partner.channel === 'api' ? `, déposée par ${diagnosis.partner.name}` : `, par la page de ${diagnosis.partner.name}`)}
      </p>
      {diagnosis.status === 'closed' && <div class="notice">Cette demande est classée sans suite.</div>}
      {diagnosis.status === 'draft' && <LaterNotice note={diagnosis.company.register} />}
      {reasons.length > 0 && (
        <div class="notice wait">
          <ul>
            {reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="split">
        <div>
          <article>
            <h2 class="flat">Son message</h2>
            {diagnosis.story ? <blockquote class="words">{diagnosis.story}</blockquote> : <p class="muted">Sans message.</p>}
          </article>
          <article>
            <h2 class="flat">Les sujets choisis</h2>
            {subjects.map((subject) => (
              <div>
                <p>
                  <strong>{subject.label}</strong> {!subject.offered && <span class="tag wait">n’est plus proposé</span>}
                </p>
                <AnswerList answers={subject.answers} />
              </div>
            ))}
          </article>
          {diagnosis.status !== 'closed' && <Decisions {...props} />}
        </div>
        <div>
          <article>
            <ContactPart contact={diagnosis.contact} />
          </article>
          <article>
            <CompanyPart company={diagnosis.company} commune={commune} />
          </article>
        </div>
      </div>
    </Page>
  );
}

function Decisions({ frame, diagnosis, closures, filters, answer }: RequestViewProps) {
  const address = listAddress(`/conseiller/portail/${diagnosis.id}`, filters);
  const draft = diagnosis.status === 'draft';
  return (
    <article>
      <h2 class="flat">Que faire ?</h2>
      {diagnosis.adviser === null || diagnosis.adviserLeft ? (
        <Form frame={frame} action={address}>
          <p>Elle quitte la file et rejoint vos diagnostics : vous corrigez les faits et les sujets, puis vous l’envoyez.</p>
          <button type="submit" name="suite" value="prendre">
            Je m’en occupe
          </button>
        </Form>
      ) : (
        <>
          <p>
            Vous vous en occupez : <a href={`/conseiller/diagnostics/${diagnosis.id}`}>reprendre le diagnostic</a>.
          </p>
          {draft && (
            <Form frame={frame} action={address}>
              <button type="submit" name="suite" value="rendre" class="quiet">
                La rendre à un collègue
              </button>
            </Form>
          )}
        </>
      )}
      {draft && (
        <details open={answer !== undefined}>
          <summary>Répondre à l’entreprise et classer</summary>
          <Form frame={frame} action={address}>
            <Select name="reason" label="Motif" value={answer?.reason} errors={answer?.errors} options={[['', 'Choisissez'], ...closures]} required />
            <Area
              name="message"
              label="Ce que l’entreprise lira"
              hint="Dites pourquoi, et vers qui se tourner"
              value={answer?.message ?? 'Bonjour,\n\nNous avons lu votre demande. '}
              errors={answer?.errors}
              rows={8}
              maxlength={4000}
              required
            />
            <button type="submit" name="suite" value="repondre">
              Envoyer la réponse et classer
            </button>
          </Form>
        </details>
      )}
      {draft && (
        <details>
          <summary>Effacer sans répondre</summary>
          <Form frame={frame} action={address}>
            <p>Pour un démarchage ou un essai : ce qui a été écrit est effacé aussitôt, personne n’est prévenu.</p>
            <button type="submit" name="suite" value="effacer" class="danger">
              Effacer la demande
            </button>
          </Form>
        </details>
      )}
    </article>
  );
}
