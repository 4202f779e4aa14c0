/** What steering has to know of the mail server, on every page. */

import type { ServerFailure } from '../mail/failures.js';
import { mailTrouble } from '../store/mail-trouble.js';
import { dayAndTime } from '../views/labels.js';
import { french } from '../views/typography.js';
import type { Services } from './index.js';

const REFUSALS: Readonly<Record<ServerFailure, string>> = {
  sign_in: 'Le serveur de courriel refuse l’identification du service',
  connection: 'Le serveur de courriel est injoignable',
  sender: 'Le serveur de courriel refuse l’adresse d’expédition du service',
};

export async function mailAlerts({ config, database }: Pick<Services, 'config' | 'database'>): Promise<string[]> {
  if (!config.smtpUrl) return config.production ? [french(NO_SERVER)] : [];
  const trouble = await mailTrouble(database);
  if (!trouble) return [];
  const { failure, words, since } = trouble;
  return [
    french(`${REFUSALS[failure]} depuis le ${dayAndTime(since)} (« ${words} »). Aucun message ne part : tous attendent et partiront quand le serveur les prendra. Vérifiez SMTP_URL et MAIL_FROM.`),
  ];
}

const NO_SERVER =
  'Aucun serveur de courriel n’est réglé : aucun message ne part, ni aux experts ni aux entreprises. Réglez SMTP_URL et redémarrez le service, puis envoyez depuis « Envois » les messages qui n’ont été qu’affichés.';
