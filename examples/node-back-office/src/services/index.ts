/** What the routes stand on: made once, given to all. */

import { addDays, type Clock } from '../clock.js';
import { ConfigError, type Config } from '../config.js';
import type { Database } from '../database/index.js';
import { smtpMailer } from '../mail/smtp.js';
import { startWorker, type Worker } from '../mail/worker.js';
import { signedLinks, type Links } from '../security/links.js';
import { openKeptDirectory, type KeptDirectory } from './directory.js';
import { fileRegister, type Register } from './register.js';

export interface Services {
  config: Config;
  database: Database;
  clock: Clock;
  /** The directory in service. */
  directory: KeptDirectory;
  links: Links;
  worker: Worker;
  register: Register;
}

export async function startServices(
  config: Config,
  database: Database,
  clock: Clock,
  report: (error: unknown) => void,
): Promise<Services> {
  const directory = await openKeptDirectory({ path: config.directory, database, clock, report });
  const unknown = config.territory.find((zone) => !directory.library.isZone(zone));
  if (unknown !== undefined) {
    throw new ConfigError(`TERRITORY est une liste de zones comme « departement:80 region:32 », et « ${unknown} » n’en est pas une`);
  }
  return {
    config,
    database,
    clock,
    directory,
    links: signedLinks(config.secret),
    register: fileRegister(config.register),
    worker: startWorker({
      database,
      clock,
      mailer: config.smtpUrl ? smtpMailer(config.smtpUrl) : undefined,
      from: config.mailFrom,
      leaseSeconds: config.mailLease,
      report,
    }),
  };
}

/** The address of a signed link, good from now on for as long as links are. */
export function linkTo(services: Services, purpose: 'expert' | 'company', subject: string): string {
  const { config, links, clock } = services;
  const token = links.sign(purpose, subject, addDays(clock(), config.linkDays));
  return `${config.baseUrl}/${purpose === 'expert' ? 'e' : 'suivi'}/${token}`;
}
