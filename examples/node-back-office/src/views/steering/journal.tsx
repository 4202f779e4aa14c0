import type { AuditRow } from '../../store/audit.js';
import type { PageOf } from '../../store/paging.js';
import type { Listing } from '../../web/listing.js';
import type { Frame } from '../frame.js';
import { dayAndTime } from '../labels.js';
import { Page } from '../layout.js';
import { ChoiceField, Count, DayField, Filters, isFiltered, Pages, SearchField } from '../parts/listing.js';

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
  directory_proposed: 'annuaire : proposition',
  directory_recomputed: 'annuaire : proposition recalculée',
  directory_approved: 'annuaire : proposition approuvée, mise en service',
  directory_rejected: 'annuaire : proposition refusée',
  directory_withdrawn: 'annuaire : proposition retirée',
  directory_expired: 'annuaire : proposition classée, faute de décision',
  directory_sheet_read: 'annuaire : feuille d’un partenaire téléchargée',
  message_sent_again: 'message renvoyé',
  messages_sent_again: 'messages renvoyés',
  mail_retried: 'serveur de courriel essayé de nouveau',
  message_taken_as_sent: 'message tenu pour arrivé',
  partner_added: 'partenaire ajouté',
  partner_changed: 'page d’un partenaire réglée',
  partner_disabled: 'partenaire désactivé',
  partner_enabled: 'partenaire réactivé',
  api_key_added: 'clé d’API créée',
  api_key_revoked: 'clé d’API révoquée',
  webhook_added: 'adresse de réception ajoutée',
  webhook_secret_changed: 'secret de réception changé',
  webhook_stopped: 'envois à un partenaire arrêtés',
  webhook_restarted: 'envois à un partenaire repris',
  webhook_sent_again: 'événements renvoyés à un partenaire',
  account_added: 'compte ajouté',
  account_disabled: 'compte désactivé',
  account_enabled: 'compte réactivé',
  password_reset: 'lien de mot de passe envoyé',
  code_refused: 'code de connexion refusé',
  second_factor_added: 'second facteur ajouté',
  second_factor_removed: 'second facteur retiré',
  second_factor_reset: 'second facteur retiré par le pilotage',
  recovery_codes_renewed: 'codes de secours refaits',
  recovery_code_used: 'code de secours utilisé',
  identity_linked: 'identité liée',
  identity_unlinked: 'identité déliée',
  reminder_by_manager: 'relance par un responsable',
  right_given: 'droit donné',
  right_taken: 'droit repris',
  antenne_seen: 'demandes de l’antenne consultées',
  cooperation_seen: 'besoins de la coopération consultés',
  password_changed: 'mot de passe changé',
  erased: 'données personnelles effacées',
  survey_asked: 'enquête envoyée',
  survey_answered: 'enquête : réponse',
  nobody_left: 'plus personne à alerter',
  comment_written: 'message écrit',
  referral_transferred: 'transfert',
  absence_said: 'absence notée',
  absence_withdrawn: 'absence retirée',
  automation_on: 'automatisme activé',
  automation_off: 'automatisme éteint',
  automation_run: 'automatisme lancé',
  erasure_asked: 'effacement demandé',
};

export const ACTION_CODES = Object.keys(ACTIONS);
const ACTION_CHOICES = Object.entries(ACTIONS).sort(([, one], [, other]) => one.localeCompare(other, 'fr'));

export const ACTORS: Readonly<Record<string, string>> = { company: 'Une entreprise', visitor: 'Un visiteur', service: 'Le service' };

interface JournalViewProps {
  frame: Frame;
  listing: Listing;
  page: PageOf<AuditRow>;
  nameOf: (expert: string) => string;
}

export function journalView({ frame, listing, page, nameOf }: JournalViewProps) {
  const list = { path: '/pilotage/journal', listing };
  const entries = page.rows;
  const need = listing.filters['besoin'] ?? '';
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
      <Filters {...list}>
        <SearchField name="q" label="Qui" listing={listing} hint="Le nom d’un compte ou d’un expert" />
        <ChoiceField name="action" label="Quoi" listing={listing} options={[['', 'Tout'], ...ACTION_CHOICES]} />
        <DayField name="du" label="Du" listing={listing} />
        <DayField name="au" label="Au" listing={listing} />
        {need && <input type="hidden" name="besoin" value={need} />}
      </Filters>
      <Count page={page} one="ligne" several="lignes" />
      {entries.length === 0 ? (
        <article>
          <p>{isFiltered(listing) ? 'Rien ne correspond à ces filtres.' : 'Rien n’est encore écrit.'}</p>
        </article>
      ) : (
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
      )}
      <Pages {...list} page={page} label="journal" />
    </Page>
  );
}

function who(entry: AuditRow, nameOf: (expert: string) => string): string {
  if (entry.actor_name) return entry.actor_name;
  const [kind, id] = entry.actor.split(':');
  return kind === 'expert' && id ? nameOf(id) : (ACTORS[entry.actor] ?? entry.actor);
}
