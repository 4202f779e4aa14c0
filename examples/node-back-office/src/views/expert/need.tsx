/** One need as its expert sees it, and the answers that are open to them. */

import type { AnswerCard } from '../../library.js';
import type { Successor } from '../../services/transfers.js';
import type { CommentRow } from '../../store/comments.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import type { Need } from '../../store/needs.js';
import type { Frame } from '../frame.js';
import { longDay } from '../labels.js';
import { Page } from '../layout.js';
import { AnswerList } from '../parts/answer-list.js';
import { CallFirst, CompanyPart, ContactPart } from '../parts/company.js';
import { CommentsPart } from '../parts/comments.js';
import { StatusTag } from '../parts/status.js';
import { Timeline, type Moment } from '../parts/timeline.js';
import { TransferPart } from '../parts/transfer.js';
import type { Errors } from '../forms.js';
import { Answers, AskedAnswer, REFUSAL_IDS, type AskedStep } from './answers.js';

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
  comments: readonly CommentRow[];
  /** Colleagues who could take it over. */
  successors: readonly (readonly [institution: string, colleagues: readonly Successor[]])[];
  /** The answer that the link of a message asks to confirm. */
  asked: AskedStep | undefined;
  /** What is wrong with the answer that was sent, and the words that came with it. */
  errors?: Errors | undefined;
  remark?: string | undefined;
}

export function expertNeedView(props: ExpertNeedViewProps) {
  const { frame, referral, subject, need, answers, diagnosis, commune, colleagues, others, moments, comments, successors } = props;
  const address = `/expert/demandes/${referral.id}`;
  return (
    <Page frame={frame} title={subject} errors={props.errors} errorIds={REFUSAL_IDS}>
      <p class="crumb">
        <a href="/expert">Mes demandes</a>
      </p>
      <div class="row between head">
        <h1>{subject}</h1>
        <StatusTag status={referral.state} label={referral.stateLabel} />
      </div>
      <CallFirst contact={diagnosis.contact} company={diagnosis.company.name} />
      <p class="lead">
        Transmise le {longDay(referral.sentAt)}
        {diagnosis.adviserName ? ` par ${diagnosis.adviserName}` : ' depuis le portail'}
      </p>
      <AskedAnswer {...props} several={others.length > 0} />
      <div class="split">
        <div>
          <article>
            <h2 class="flat">Le besoin</h2>
            {diagnosis.story && <blockquote class="words">{diagnosis.story}</blockquote>}
            {need.comment && <blockquote class="words">{need.comment}</blockquote>}
            <AnswerList answers={answers} />
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
          {successors.length > 0 && (
            <article>
              <h2 class="flat">Confier à un collègue</h2>
              <details>
                <summary>Transférer la demande</summary>
                <TransferPart frame={frame} action={`${address}/transfert`} id="own" referrals={[{ ...referral, expert: '' }]} successors={successors} />
              </details>
            </article>
          )}
          <article>
            <h2 class="flat">Échanges</h2>
            <CommentsPart frame={frame} comments={comments} action={diagnosis.erasedAt ? undefined : `${address}/messages`} id="need" who="le conseiller et les experts" />
          </article>
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
