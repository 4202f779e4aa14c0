import type { AuditRow } from '../../store/audit.js';
import type { Frame } from '../frame.js';
import { dayAndTime } from '../labels.js';
import { Page } from '../layout.js';

const ACTIONS: Record<string, string> = {
  sign_in: 'connexion',
  sign_in_refused: 'connexion refusée',
  link_opened: 'lien ouvert',
  need_seen: 'besoin consulté',
  need_sent: 'besoin transmis',
  facts_changed: 'entreprise corrigée',
  diagnosis_sent: 'diagnostic transmis',
  follow_seen: 'suivi consulté',
  request_received: 'demande reçue',
  request_confirmed: 'demande confirmée par l’entreprise',
  request_read: 'demande du portail lue',
  request_rejected: 'demande du portail classée, avec une réponse',
  request_erased: 'demande du portail effacée',
  portal_request_taken: 'demande du portail prise',
  portal_request_released: 'demande du portail rendue',
  referral_taken_in_charge: 'prise en charge',
  referral_waiting: 'remise en attente',
  referral_done: 'clôture : aide',
  referral_done_no_help: 'clôture : pas d’aide',
  referral_done_not_reachable: 'clôture : injoignable',
  referral_not_for_me: 'refus',
  reminder_poke: 'première relance',
  reminder_last_chance: 'dernière relance',
  reminder_abandoned: 'abandon',
  reminder_refused: 'refus de tous signalé',
  directory_reloaded: 'annuaire rechargé',
  directory_refused: 'annuaire refusé',
  message_sent_again: 'message renvoyé',
  messages_sent_again: 'messages renvoyés',
  mail_retried: 'serveur de courriel essayé de nouveau',
  message_taken_as_sent: 'message tenu pour arrivé',
  account_added: 'compte ajouté',
  account_disabled: 'compte désactivé',
  account_enabled: 'compte réactivé',
  password_reset: 'lien de mot de passe envoyé',
  password_changed: 'mot de passe changé',
  erased: 'données personnelles effacées',
  erasure_asked: 'effacement demandé',
};

const ACTORS: Record<string, string> = { company: 'Une entreprise', visitor: 'Un visiteur', service: 'Le service' };

interface JournalViewProps {
  frame: Frame;
  need: string | undefined;
  entries: AuditRow[];
  nameOf: (expert: string) => string;
}

export function journalView({ frame, need, entries, nameOf }: JournalViewProps) {
  return (
    <Page frame={frame} title="Journal">
      <h1>Journal</h1>
      <p class="lead">
        Qui a vu ou fait quoi. Rien ne s’y modifie ni ne s’y efface.
        {need && (
          <>
            {' '}
            Un seul besoin est affiché : <a href="/pilotage/journal">tout afficher</a>.
          </>
        )}
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Journal">
        <table aria-label="Journal">
          <thead>
            <tr>
              <th scope="col">Quand</th>
              <th scope="col">Qui</th>
              <th scope="col">Quoi</th>
              <th scope="col">Besoin</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr>
                <th scope="row" class="nowrap">{dayAndTime(entry.at)}</th>
                <td>{who(entry, nameOf)}</td>
                <td>{ACTIONS[entry.action] ?? entry.action}</td>
                <td>
                  {entry.need_id && (
                    <a href={`/pilotage/journal?besoin=${entry.need_id}`}>
                      <code>{entry.need_id.slice(0, 8)}</code>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

function who(entry: AuditRow, nameOf: (expert: string) => string): string {
  if (entry.actor_name) return entry.actor_name;
  const [kind, id] = entry.actor.split(':');
  return kind === 'expert' && id ? nameOf(id) : (ACTORS[entry.actor] ?? entry.actor);
}
