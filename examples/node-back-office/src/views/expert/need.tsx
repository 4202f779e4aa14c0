/** One need as its expert sees it, and the answers that are open to them. */

import type { ComponentChildren } from 'preact';
import type { AnswerCard } from '../../library.js';
import type { Diagnosis, Need } from '../../store/diagnoses.js';
import { Area, Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { answerText, longDay } from '../labels.js';
import { Page } from '../layout.js';
import { CompanyPart, ContactPart } from '../parts/company.js';
import { StatusTag } from '../parts/status.js';
import { Timeline, type Moment } from '../parts/timeline.js';

interface ExpertNeedViewProps {
  frame: Frame;
  referral: { id: string; state: string; stateLabel: string; sentAt: Date; seq: number };
  subject: string;
  need: Need;
  answers: readonly AnswerCard[];
  diagnosis: Diagnosis;
  commune: string;
  /** Where the referral may go from here, by the library. */
  moves: readonly string[];
  reasons: readonly (readonly [id: string, label: string])[];
  colleagues: { expert: string; stateLabel: string; state: string }[];
  /** The other needs that the company told of at once, as far as they are this expert's. */
  others: { id: string; subject: string; state: string; stateLabel: string }[];
  moments: Moment[];
}

export function expertNeedView(props: ExpertNeedViewProps) {
  const { frame, referral, subject, need, answers, diagnosis, commune, colleagues, others, moments } = props;
  return (
    <Page frame={frame} title={subject}>
      <p class="crumb">
        <a href="/expert">Mes demandes</a>
      </p>
      <div class="row between head">
        <h1>{subject}</h1>
        <StatusTag status={referral.state} label={referral.stateLabel} />
      </div>
      <p class="lead">
        Transmise le {longDay(referral.sentAt)}
        {diagnosis.adviserName ? ` par ${diagnosis.adviserName}` : ' depuis le portail'}
      </p>
      <div class="split">
        <div>
          <article>
            <h2 class="flat">Le besoin</h2>
            {diagnosis.story && <blockquote class="words">{diagnosis.story}</blockquote>}
            {need.comment && <p class="words">{need.comment}</p>}
            {answers.length > 0 && (
              <ul>
                {answers.map((answer) => (
                  <li>
                    {answer.question} <strong>{answerText(answer.answer)}</strong>
                  </li>
                ))}
              </ul>
            )}
            {!diagnosis.story && !need.comment && answers.length === 0 && <p>Sans commentaire.</p>}
          </article>
          {others.length > 0 && (
            <article>
              <h2 class="flat">La même demande porte aussi sur</h2>
              <ul class="plain">
                {others.map((one) => (
                  <li class="row between">
                    <a href={`/expert/demandes/${one.id}`}>{one.subject}</a>
                    <StatusTag status={one.state} label={one.stateLabel} />
                  </li>
                ))}
              </ul>
            </article>
          )}
          <Answers {...props} />
          <article>
            <h2 class="flat">Historique</h2>
            <Timeline moments={moments} />
          </article>
        </div>
        <div>
          <article>
            <ContactPart contact={diagnosis.contact} />
          </article>
          <article>
            <CompanyPart company={diagnosis.company} commune={commune} />
          </article>
          {colleagues.length > 0 && (
            <article>
              <h2 class="flat">Aussi alertés</h2>
              <ul class="plain">
                {colleagues.map((one) => (
                  <li>
                    {one.expert} <StatusTag status={one.state} label={one.stateLabel} />
                  </li>
                ))}
              </ul>
            </article>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The moves that the library allows, each as a form of its own. */
function Answers({ frame, referral, moves, reasons }: ExpertNeedViewProps) {
  const address = `/expert/demandes/${referral.id}`;
  // What the page showed: an answer to something that has moved on since is not taken.
  const seen = <input type="hidden" name="seq" value={referral.seq} />;
  const closings = CLOSINGS.filter(([state]) => moves.includes(state));
  const waiting = referral.state === 'waiting';
  return (
    <article>
      <h2 class="flat">Votre réponse</h2>
      {moves.includes('taken_in_charge') && (
        <Form frame={frame} action={address}>
          {seen}
          <p>L’entreprise attend un appel. Prendre en charge, c’est dire que vous l’appelez.</p>
          <button type="submit" name="to" value="taken_in_charge">
            Je prends en charge
          </button>
        </Form>
      )}
      {closings.length > 0 && (
        <Closing open={!waiting} summary="L’appel a déjà eu lieu : clore la demande">
          <Form frame={frame} action={address}>
            {seen}
            <Area name="remark" label="Un mot sur la suite" rows={2} maxlength={2000} />
            <div class="row">
              {closings.map(([state, label]) => (
                <button type="submit" name="to" value={state} class={state === 'done' ? '' : 'quiet'}>
                  {label}
                </button>
              ))}
            </div>
          </Form>
        </Closing>
      )}
      {moves.includes('not_for_me') && (
        <details>
          <summary>Ce n’est pas pour moi</summary>
          <Form frame={frame} action={address}>
            {seen}
            <fieldset>
              <legend>Pourquoi ?</legend>
              {reasons.map(([id, label]) => (
                <label>
                  <input type="radio" name="reason" value={id} required />
                  {label}
                </label>
              ))}
            </fieldset>
            <Area name="remark" label="Précisez si c’est utile" rows={2} maxlength={2000} />
            <button type="submit" name="to" value="not_for_me" class="danger">
              Refuser la demande
            </button>
          </Form>
        </details>
      )}
      {moves.includes('waiting') && (
        <details>
          <summary>{closings.length > 0 ? 'Je ne peux finalement pas m’en occuper' : 'Rouvrir la demande'}</summary>
          <Form frame={frame} action={address}>
            {seen}
            <p>La demande revient en attente de réponse, et les dates de prise en charge et de clôture sont effacées.</p>
            <button type="submit" name="to" value="waiting" class="quiet">
              Remettre en attente
            </button>
          </Form>
        </details>
      )}
    </article>
  );
}

const CLOSINGS = [
  ['done', 'Entreprise aidée'],
  ['done_no_help', 'Pas d’aide possible'],
  ['done_not_reachable', 'Injoignable'],
] as const;

function Closing({ open, summary, children }: { open: boolean; summary: string; children: ComponentChildren }) {
  if (open) return <>{children}</>;
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
