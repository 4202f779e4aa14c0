/** The answers that are open to an expert; and the one that the link of a message asks to confirm. */

import type { ComponentChildren } from 'preact';
import { Area, Form, Group, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { french } from '../typography.js';

/** What the links of a message lead to, and the move that each stands for. */
const MOVES = { prendre: 'taken_in_charge', refuser: 'not_for_me' } as const;
export type AskedStep = keyof typeof MOVES;

export const isAskedStep = (step: string): step is AskedStep => Object.hasOwn(MOVES, step);

interface AnswersProps {
  frame: Frame;
  referral: { id: string; state: string; seq: number };
  /** Where the referral may go from here, by the library. */
  moves: readonly string[];
  reasons: readonly (readonly [id: string, label: string])[];
  asked: AskedStep | undefined;
  errors?: Errors | undefined;
  remark?: string | undefined;
}

/** The fields of a refusal are beside those of other answers on one page. */
export const REFUSAL_IDS = { reason: 'refusal-reason', remark: 'refusal-remark' } as const;

/** What the page showed: an answer to something that has moved on since is not taken. */
const Seen = ({ seq }: { seq: number }) => <input type="hidden" name="seq" value={seq} />;

/** Opening a link changes nothing: mailboxes try them. What it is for is asked about here. */
export function AskedAnswer({ frame, referral, moves, reasons, asked, errors, remark, several }: AnswersProps & { several: boolean }) {
  if (asked === undefined) return null;
  if (!moves.includes(MOVES[asked])) {
    return <div class="notice wait">{french('Cette demande n’attend plus cette réponse : voici où elle en est.')}</div>;
  }
  const address = `/expert/demandes/${referral.id}`;
  return (
    <article>
      <h2 class="flat">{french(asked === 'prendre' ? 'Prenez-vous cette demande en charge ?' : 'Cette demande n’est pas pour vous ?')}</h2>
      <p>
        Rien n’est encore enregistré.{' '}
        {french(
          asked === 'prendre'
            ? 'Prendre en charge, c’est dire que vous appelez l’entreprise : elle en est prévenue.'
            : 'Dites pourquoi : quelqu’un d’autre pourra aider l’entreprise.',
        )}
        {several && french(' Votre réponse vaut pour ce besoin ; les autres de la même demande ont la leur.')}
      </p>
      {asked === 'prendre' ? (
        <Form frame={frame} action={address}>
          <Seen seq={referral.seq} />
          <button type="submit" name="to" value="taken_in_charge">
            Oui, je prends en charge
          </button>
        </Form>
      ) : (
        <Refusal frame={frame} referral={referral} reasons={reasons} errors={errors} remark={remark} />
      )}
      <p class="flat">
        <a href={address}>Voir la demande sans répondre</a>
      </p>
    </article>
  );
}

function Refusal({ frame, referral, reasons, errors, remark }: Pick<AnswersProps, 'frame' | 'referral' | 'reasons' | 'errors' | 'remark'>) {
  return (
    <Form frame={frame} action={`/expert/demandes/${referral.id}`}>
      <Seen seq={referral.seq} />
      <Group name="reason" id={REFUSAL_IDS.reason} label="Pourquoi ?" kind="one" errors={errors}>
        {reasons.map(([id, label]) => (
          <label>
            <input type="radio" name="reason" value={id} required />
            {label}
          </label>
        ))}
      </Group>
      <Area name="remark" label="Précisez si c’est utile" rows={2} maxlength={2000} id={REFUSAL_IDS.remark} value={remark} />
      <button type="submit" name="to" value="not_for_me" class="danger">
        Refuser la demande
      </button>
    </Form>
  );
}

/** The moves that the library allows, each as a form of its own. */
export function Answers({ frame, referral, moves: allowed, reasons, asked }: AnswersProps) {
  // What is asked about at the head of the page is not repeated.
  const moves = allowed.filter((move) => asked === undefined || move !== MOVES[asked]);
  const address = `/expert/demandes/${referral.id}`;
  const seen = <Seen seq={referral.seq} />;
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
          <Refusal frame={frame} referral={referral} reasons={reasons} />
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
