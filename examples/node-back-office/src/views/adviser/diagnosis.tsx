/** What became of a diagnosis. */

import type { Proposal } from '../../services/proposal.js';
import type { Successor } from '../../services/transfers.js';
import type { CommentRow } from '../../store/comments.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import { CompanyPart, ContactPart } from '../parts/company.js';
import { ProposalPart } from '../parts/proposal.js';
import type { DeliveryLabel } from '../parts/delivery.js';
import { StatusTag } from '../parts/status.js';
import { CommentsPart } from '../parts/comments.js';
import { Timeline, type Moment } from '../parts/timeline.js';
import { TransferPart } from '../parts/transfer.js';
import { WavesPart, type FollowedWaves } from '../parts/waves.js';

export interface FollowedReferral {
  id: string;
  seq: number;
  closed: boolean;
  expert: string;
  byHand: boolean;
  state: string;
  stateLabel: string;
  /** Where the message to the expert stands, where it did not simply leave. */
  delivery: DeliveryLabel | undefined;
}

export interface FollowedNeed {
  id: string;
  subject: string;
  label: string;
  status: string;
  statusLabel: string;
  comment: string | null;
  referrals: FollowedReferral[];
  moments: Moment[];
  comments: readonly CommentRow[];
  /** Who could take it over, by institution. */
  successors: readonly (readonly [institution: string, colleagues: readonly Successor[]])[];
  /** Where it goes to a few experts at a time. */
  waves: FollowedWaves | undefined;
  /** Whom it could still go to. */
  others: Proposal | undefined;
}

interface DiagnosisViewProps {
  frame: Frame;
  diagnosis: Diagnosis;
  commune: string;
  needs: FollowedNeed[];
}

export function diagnosisView({ frame, diagnosis, commune, needs }: DiagnosisViewProps) {
  return (
    <Page frame={frame} title={diagnosis.company.name ?? 'Diagnostic'}>
      <h1>{diagnosis.company.name ?? 'Entreprise (nom effacé)'}</h1>
      <p class="lead">
        {diagnosis.sentAt && `Transmis le ${longDay(diagnosis.sentAt)}`}
        {diagnosis.origin === 'portal' && (diagnosis.partner ? `, demande venue de ${diagnosis.partner.name}` : ', demande venue du portail')}
        {diagnosis.erasedAt && ` ; données personnelles effacées le ${longDay(diagnosis.erasedAt)}`}
      </p>
      <div class="split">
        <div>
          {needs.map((need) => (
            <article>
              <header class="row between">
                <h2 class="flat">{need.label}</h2>
                <StatusTag status={need.status} label={need.statusLabel} />
              </header>
              {need.comment && <blockquote class="words">{need.comment}</blockquote>}
              {need.referrals.length === 0 && <p>Aucun expert n’a été trouvé pour ce besoin.</p>}
              {need.referrals.length > 0 && (
                <ul class="plain">
                  {need.referrals.map((referral) => (
                    <li class="row between">
                      <span>
                        {referral.expert}
                        {referral.byHand && ' (ajouté à la main)'}
                        {referral.delivery && <span class={`tag ${referral.delivery.tag}`}>{referral.delivery.text}</span>}
                      </span>
                      <StatusTag status={referral.state} label={referral.stateLabel} />
                    </li>
                  ))}
                </ul>
              )}
              {need.others && need.others.experts.length + need.others.unreachable.length + need.others.nearest.length > 0 && (
                <details open={need.status !== 'waiting'}>
                  <summary>
                    Alerter d’autres experts <Said>: {need.label}</Said>
                  </summary>
                  <Form frame={frame} action={`/conseiller/diagnostics/${diagnosis.id}/experts`}>
                    <input type="hidden" name="need" value={need.id} />
                    <ProposalPart subject={need.subject} proposal={need.others} chosen={[]} more />
                    <div class="actions">
                      <button type="submit" class="quiet">
                        Alerter les experts cochés <Said>: {need.label}</Said>
                      </button>
                    </div>
                  </Form>
                </details>
              )}
              {need.waves && <WavesPart waves={need.waves} />}
              {need.successors.length > 0 && (
                <details>
                  <summary>
                    Transférer à un collègue <Said>: {need.label}</Said>
                  </summary>
                  <TransferPart about={need.label}
                    frame={frame}
                    action={`/conseiller/diagnostics/${diagnosis.id}/transfert`}
                    id={need.id}
                    referrals={need.referrals.filter((referral) => !referral.closed)}
                    successors={need.successors}
                  />
                </details>
              )}
              {need.referrals.length > 0 && (
                <details open={need.comments.length > 0 || frame.notice?.field === `comment-${need.id}`}>
                  <summary>
                    Échanges avec les experts ({need.comments.length}) <Said>: {need.label}</Said>
                  </summary>
                  <CommentsPart
                    about={need.label}
                    frame={frame}
                    comments={need.comments}
                    action={diagnosis.erasedAt ? undefined : `/conseiller/diagnostics/${diagnosis.id}/messages`}
                    id={need.id}
                    need={need.id}
                    to={need.referrals.map((referral) => [referral.id, referral.expert] as const)}
                    who="les experts"
                  />
                </details>
              )}
              <details>
                <summary>
                  Historique <Said>: {need.label}</Said>
                </summary>
                <Timeline moments={need.moments} />
              </details>
            </article>
          ))}
        </div>
        <div>
          <article>
            <CompanyPart company={diagnosis.company} commune={commune} />
          </article>
          <article>
            <ContactPart contact={diagnosis.contact} />
          </article>
          {diagnosis.story && (
            <article>
              <h2 class="flat">Son message</h2>
              <blockquote class="words">{diagnosis.story}</blockquote>
            </article>
          )}
        </div>
      </div>
    </Page>
  );
}
