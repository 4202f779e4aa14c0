/** One referral of an antenne: where it stands, whom to ask, and what a manager may do about it. */

import type { Delay } from '../../services/delays.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay, siretOf } from '../labels.js';
import { Page } from '../layout.js';
import { StatusTag } from '../parts/status.js';
import { Timeline, type Moment } from '../parts/timeline.js';
import { delayText } from './list.js';

interface ManagedReferralProps {
  frame: Frame;
  id: string;
  subject: string;
  commune: string;
  expert: string;
  institution: string;
  sentAt: Date;
  state: string;
  stateLabel: string;
  delay: Delay | undefined;
  /** Who the company is, as far as the table of permissions allows. */
  diagnosis: Diagnosis | undefined;
  moments: readonly Moment[];
  others: readonly { expert: string; state: string; stateLabel: string }[];
  mayRemind: boolean;
}

export function managedReferralView(props: ManagedReferralProps) {
  const { frame, id, subject, commune, expert, institution, sentAt, state, stateLabel, delay, diagnosis, moments, others } = props;
  return (
    <Page frame={frame} title={subject}>
      <p>
        <a href="/antenne">Toutes les demandes</a>
      </p>
      <h1>{subject}</h1>
      <p class="lead">
        {commune} ; reçue le {longDay(sentAt)} par {expert}, {institution}. <StatusTag status={state} label={stateLabel} />{' '}
        {delay && delayText(delay)}
      </p>
      <div class="split">
        <div>
          <h2>Ce qui s’est passé</h2>
          <Timeline moments={moments} />
          {others.length > 0 && (
            <>
              <h2>Transmise aussi à</h2>
              <ul class="plain">
                {others.map((other) => (
                  <li class="row between">
                    <span>{other.expert}</span>
                    <StatusTag status={other.state} label={other.stateLabel} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div>
          {diagnosis && <Company diagnosis={diagnosis} />}
          {props.mayRemind && (
            <article>
              <h2>Relancer</h2>
              <p>{`Un message part à ${expert} et à son équipe, avec le lien de la demande. Une fois par jour au plus.`}</p>
              <Form frame={frame} action={`/antenne/demandes/${id}/relance`}>
                <button type="submit">Relancer</button>
              </Form>
            </article>
          )}
        </div>
      </div>
    </Page>
  );
}

function Company({ diagnosis: { company, contact, erasedAt } }: { diagnosis: Diagnosis }) {
  if (erasedAt) {
    return (
      <article>
        <h2>L’entreprise</h2>
        <p class="muted">Ses données sont effacées.</p>
      </article>
    );
  }
  return (
    <article>
      <h2>L’entreprise</h2>
      <p>
        {company.name}
        {company.siret && (
          <>
            <br />
            <small>SIRET {siretOf(company.siret)}</small>
          </>
        )}
      </p>
      <p>
        {[contact.name, contact.job].filter(Boolean).join(', ')}
        {contact.phone && (
          <>
            <br />
            <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
          </>
        )}
        {contact.email && (
          <>
            <br />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </>
        )}
      </p>
    </article>
  );
}
