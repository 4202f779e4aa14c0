/** What the service does by itself. */

import type { Run } from '../../store/automations.js';
import type { WavePolicy } from '../../store/needs.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, many } from '../labels.js';
import { Page } from '../layout.js';

export interface TaskLine {
  id: string;
  label: string;
  about: string;
  enabled: boolean;
  /** Whether it has no switch. */
  always: boolean;
  /** Of waves: how many at a time, and for how many days. */
  policy: WavePolicy | undefined;
  next: Date;
  last: Run | undefined;
}

interface AutomationsViewProps {
  frame: Frame;
  lines: readonly TaskLine[];
  /** How many needs were sent in waves and wait for somebody to move. */
  inWaves: number;
  /** Whether messages leave. */
  mailed: boolean;
  error?: string;
}

export function automationsView({ frame, lines, inWaves, mailed, error }: AutomationsViewProps) {
  return (
    <Page frame={frame} title="Automatismes">
      <h1>Automatismes</h1>
      <p class="lead">
        Ce que le service fait tout seul, à l’heure de Paris. Chaque message part une fois, même si le service s’arrête en
        route. À blanc, rien ne part et rien n’est gardé.
      </p>
      {error && (
        <div class="notice bad" role="alert">
          {error}
        </div>
      )}
      {!mailed && <div class="notice wait">Aucun serveur de courriel n’est réglé : ce qui part s’affiche dans les envois.</div>}
      {lines.map((line) => (
        <article>
          <header class="row between">
            <h2 class="flat">{line.label}</h2>
            <span class={`tag ${line.enabled ? 'good' : 'plain'}`}>{line.enabled ? 'Activé' : 'Éteint'}</span>
          </header>
          <p>{line.about}</p>
          {line.id === 'waves' && inWaves > 0 && (
            <p class="muted">
              {many(inWaves, 'besoin attend', 'besoins attendent')} que quelqu’un bouge ou que la vague suivante parte.
              {!line.enabled && ' Éteint, elle ne part pas : leurs conseillers peuvent alerter d’autres experts.'}
            </p>
          )}
          <p class="muted">
            {line.enabled ? `Prochain passage : ${dayAndTime(line.next)}. ` : ''}
            {line.last ? lastOf(line.last) : 'Jamais lancé.'}
          </p>
          <Form frame={frame} action={`/pilotage/automatismes/${line.id}`}>
            {line.id === 'waves' && (
              <div class="grid">
                <NumberField id="size" label="Experts à la fois" value={line.policy?.size ?? 3} />
                <NumberField id="days" label="Jours de silence avant la suite" value={line.policy?.days ?? 5} />
              </div>
            )}
            <div class="row">
              {line.always ? (
                <span class="muted">Toujours activé : c’est promis sur la page des données personnelles.</span>
              ) : (
                <>
                  <label>
                    <input type="checkbox" role="switch" name="actif" value="oui" checked={line.enabled} />
                    {line.label} : activé
                  </label>
                  <button type="submit" name="suite" value="regler" class="small quiet" aria-label={`Enregistrer le réglage : ${line.label}`}>
                    Enregistrer
                  </button>
                </>
              )}
              <a href={`/pilotage/automatismes/${line.id}`} aria-label={`Essayer à blanc : ${line.label}`}>
                Essayer à blanc
              </a>
              <button type="submit" name="suite" value="lancer" class="small quiet" aria-label={`Lancer maintenant : ${line.label}`}>
                Lancer maintenant
              </button>
            </div>
          </Form>
        </article>
      ))}
    </Page>
  );
}

function NumberField({ id, label, value }: { id: string; label: string; value: number }) {
  return (
    <label for={id}>
      {label}
      <input id={id} name={id} type="number" min="1" max="60" value={value} />
    </label>
  );
}

function lastOf({ at, actor, items, messages, failed, error }: Run): string {
  const by = actor === 'service' ? '' : ', à la demande';
  const done = `${many(items, 'fait', 'faits')}, ${many(messages, 'message')}`;
  return `Dernier passage : ${dayAndTime(at)}${by} (${done}${failed > 0 ? `, ${many(failed, 'échec')} : ${error ?? ''}` : ''}).`;
}
