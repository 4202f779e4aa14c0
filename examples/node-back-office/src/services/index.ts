/** What the routes stand on: made once, given to all. */

import { addDays, dayOf, type Clock } from '../clock.js';
import { ConfigError, type Config } from '../config.js';
import type { Database } from '../database/index.js';
import { closeDemoAccounts } from '../demo/accounts.js';
import { smtpMailer } from '../mail/smtp.js';
import { startWorker, type Worker } from '../mail/worker.js';
import { openRegister } from '../register/open.js';
import type { Register } from '../register/register.js';
import { signedLinks, type Links } from '../security/links.js';
import { currentAbsences } from '../store/absences.js';
import { resolveName } from '../webhooks/addresses.js';
import { webhookWorker, type WebhookWorker } from '../webhooks/worker.js';
import { openKeptDirectory, type KeptDirectory } from './directory.js';
import { keepFigures, type Figures } from './figures/keeper.js';
import { publishAll } from './partners/events.js';
import { openWorkshop, type Workshop } from './workshop/threads.js';

export interface Services {
  config: Config;
  database: Database;
  clock: Clock;
  /** The directory in service. */
  directory: KeptDirectory;
  links: Links;
  worker: Worker;
  /** Where errors go that no visitor sees. */
  report: (error: unknown) => void;
  register: Register;
  figures: Figures;
  /** Tells partners what happens to their requests. */
  webhooks: WebhookWorker;
  /** Works out what proposed directories change. */
  workshop: Workshop;
}

export async function startServices(
  config: Config,
  database: Database,
  clock: Clock,
  report: (error: unknown) => void,
): Promise<Services> {
  const absences = () => currentAbsences(database, dayOf(clock()));
  const directory = await openKeptDirectory({ path: config.directory, database, clock, absences, report });
  const unknown = config.territory.find((zone) => !directory.library.isZone(zone));
  if (unknown !== undefined) {
    throw new ConfigError(`TERRITORY est une liste de zones comme « departement:80 region:32 », et « ${unknown} » n’en est pas une`);
  }
  if (!config.demo) await database.transaction((tx) => closeDemoAccounts(tx, clock()));
  return {
    config,
    database,
    clock,
    directory,
    report,
    links: signedLinks(config.secret),
    register: openRegister(config, report),
    figures: keepFigures({ database, clock, directory, patience: config.figuresWait, report }),
    worker: startWorker({
      database,
      clock,
      mailer: config.smtpUrl ? smtpMailer(config.smtpUrl) : undefined,
      from: config.mailFrom,
      leaseSeconds: config.mailLease,
      report,
    }),
    webhooks: webhookWorker({
      database,
      clock,
      secret: config.secret,
      publish: () => publishAll({ database, clock }),
      production: config.production,
      resolve: resolveName,
      milliseconds: config.webhookSeconds * 1000,
      report,
    }),
    workshop: openWorkshop(),
  };
}

/** The address of a signed link, good from now on for as long as links are. */
export function linkTo(services: Services, purpose: 'expert' | 'company', subject: string): string {
  const { config, links, clock } = services;
  const token = links.sign(purpose, subject, addDays(clock(), config.linkDays));
  return `${config.baseUrl}/${purpose === 'expert' ? 'e' : 'suivi'}/${token}`;
}
