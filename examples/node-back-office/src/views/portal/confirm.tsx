/** What a company reads before it confirms its request: what leaves, and to whom. */

import type { Contact } from '../../store/diagnoses.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';

interface ConfirmViewProps {
  frame: Frame;
  address: string;
  company: string | null;
  story: string | null;
  contact: Contact;
  subjects: { label: string; callers: string[] }[];
  /** Whether an adviser reads it first. */
  held: boolean;
  /** What tells this page from another: only what was shown is sent. */
  shown: string;
  changed: boolean;
}

export function confirmView({ frame, address, company, story, contact, subjects, held, shown, changed }: ConfirmViewProps) {
  return (
    <Page frame={frame} title="Confirmer votre demande" narrow>
      <h1>Confirmez votre demande</h1>
      {changed && (
        <div class="notice wait" role="alert">
          Rien n’est encore parti : qui vous appellera a changé depuis que cette page s’est affichée. Relisez, puis
          confirmez.
        </div>
      )}
      <article>
        <p>
          <strong>{company}</strong>
        </p>
        {story && <blockquote class="words">{story}</blockquote>}
        <p class="flat">
          {[contact.name, contact.phone, contact.email].filter(Boolean).join(' · ')}
        </p>
      </article>
      {subjects.map(({ label, callers }) => (
        <article>
          <h2 class="flat">{label}</h2>
          {callers.length > 0 && (
            <>
              <p>Qui vous appellera :</p>
              <ul>
                {callers.map((name) => (
                  <li>{name}</li>
                ))}
              </ul>
            </>
          )}
          {!held && callers.length === 0 && <p class="muted">Personne n’est trouvé pour ce sujet.</p>}
        </article>
      ))}
      {held && <p>Un conseiller lira votre demande et cherchera avec vous qui peut vous aider.</p>}
      <Form frame={frame} action={address}>
        <input type="hidden" name="shown" value={shown} />
        <div class="actions">
          <button type="submit">Confirmer et envoyer</button>
        </div>
      </Form>
      <p class="muted">Si vous n’avez rien demandé, fermez cette page : tout sera effacé dans quelques jours.</p>
    </Page>
  );
}
