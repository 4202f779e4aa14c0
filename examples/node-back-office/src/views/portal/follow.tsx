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

/** Whether a request waits for its company to confirm, for an adviser, or for experts; or goes no further. */
export type Standing = 'to_confirm' | 'held' | 'sent' | 'closed';

interface FollowViewProps {
  frame: Frame;
  company: string | null;
  at: Date;
  stands: Standing;
  /** To which a message to confirm went. */
  email: string;
  subjects: FollowedSubject[];
  address: string;
}

export function followView({ frame, company, at, stands, email, subjects, address }: FollowViewProps) {
  const sent = stands === 'sent';
  return (
    <Page frame={frame} title="Votre demande" narrow>
      <h1>Votre demande</h1>
      <p class="lead">
        {company ? `${company}, demande ` : 'Demande '}du {longDay(at)}
      </p>
      <Steps steps={PORTAL_STEPS} current={2} />
      {stands === 'to_confirm' && (
        <div class="notice wait">
          Nous avons écrit à <strong>{email}</strong> : ouvrez le lien de ce message pour confirmer votre demande. Rien
          n’est transmis avant. S’il n’arrive pas, vérifiez l’adresse et les indésirables.
        </div>
      )}
      {stands === 'closed' && (
        <div class="notice">
          Cette demande est close. Si un message vous l’explique, il vous a été envoyé par courriel. Vous pouvez{' '}
          <a href="/">en déposer une autre</a>.
        </div>
      )}
      {stands === 'held' && (
        <div class="notice">
          Un conseiller lit votre demande et cherche qui peut vous aider. Il vous rappelle s’il lui manque une précision.
        </div>
      )}
      {subjects.map((subject) => (
        <article>
          <header class="row between">
            <h2 class="flat">{subject.label}</h2>
            {sent && <StatusTag status={subject.status} label={subject.statusLabel} />}
          </header>
          {sent && subject.callers.length === 0 && <p>Nous n’avons trouvé personne pour ce sujet. Il est noté : il aide à voir ce qui manque.</p>}
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
          {stands === 'held' && <p class="muted">En cours de lecture.</p>}
          {stands === 'to_confirm' && <p class="muted">Pas encore transmis.</p>}
        </article>
      ))}
      <p class="muted">
        Gardez <a href={address}>le lien de cette page</a> : il montre où en est votre demande, sans mot de passe. Il vous
        est aussi envoyé par courriel.
      </p>
    </Page>
  );
}
