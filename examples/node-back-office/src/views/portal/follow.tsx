/** Where a company's request stands, by its signed link. */

import type { Frame } from '../frame.js';
import { longDay } from '../labels.js';
import { Page } from '../layout.js';
import { StatusTag } from '../parts/status.js';
import { PORTAL_STEPS, Steps } from '../parts/steps.js';

export interface FollowedSubject {
  label: string;
  status: string;
  statusLabel: string;
  callers: { name: string; state: string; stateLabel: string }[];
}

interface FollowViewProps {
  frame: Frame;
  company: string | null;
  at: Date;
  /** An adviser reads it first. */
  held: boolean;
  subjects: FollowedSubject[];
  address: string;
}

export function followView({ frame, company, at, held, subjects, address }: FollowViewProps) {
  return (
    <Page frame={frame} title="Votre demande" narrow>
      <h1>Votre demande</h1>
      <p class="lead">
        {company ? `${company}, demande ` : 'Demande '}du {longDay(at)}
      </p>
      <Steps steps={PORTAL_STEPS} current={2} />
      {held && (
        <div class="notice">
          Un conseiller lit votre demande et cherche qui peut vous aider. Il vous rappelle s’il lui manque une précision.
        </div>
      )}
      {subjects.map((subject) => (
        <article>
          <header class="row between">
            <h2 class="flat">{subject.label}</h2>
            {!held && <StatusTag status={subject.status} label={subject.statusLabel} />}
          </header>
          {!held && subject.callers.length === 0 && <p>Nous n’avons trouvé personne pour ce sujet. Il est noté : il aide à voir ce qui manque.</p>}
          {subject.callers.length > 0 && (
            <>
              <p>Qui vous appellera :</p>
              <ul class="plain">
                {subject.callers.map((caller) => (
                  <li class="row between">
                    <span>{caller.name}</span>
                    <StatusTag status={caller.state} label={caller.stateLabel} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {held && subject.callers.length === 0 && <p class="muted">En cours de lecture.</p>}
        </article>
      ))}
      <p class="muted">
        Gardez <a href={address}>le lien de cette page</a> : il montre où en est votre demande, sans mot de passe. Il vous
        est aussi envoyé par courriel.
      </p>
    </Page>
  );
}
