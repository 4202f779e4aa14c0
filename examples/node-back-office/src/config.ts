/** What can be set from outside, read once from the environment. The README has the table. */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import { readSignIn, type SignInSettings } from './config-sign-in.js';
import { fromRoot } from './root.js';

export { ConfigError };

export interface Config extends SignInSettings {
  host: string;
  port: number;
  /** What links in e-mails start with. */
  baseUrl: string;
  /** Signs links, sessions' cookies and form tokens. */
  secret: string;
  databaseUrl: string | undefined;
  dataFolder: string;
  /** The directory: a folder of CSV files, a JSON file or a snapshot. */
  directory: string;
  /** The territory that coverage is measured against. */
  territory: string[];
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where replies go where no adviser is known; to the sender if it is not set. */
  replyTo: string | undefined;
  /** After how many seconds a message that was being sent when a process died is looked at again. */
  mailLease: number;
  /** After how many seconds another process takes over from one that died while it ran what is due. */
  scheduleLease: number;
  serviceName: string;
  theme: string;
  linkDays: number;
  /** After how many months without activity personal data is erased. */
  retentionMonths: number;
  /** At most so many experts of one institution are proposed for a need. */
  perInstitution: number;
  /** Of companies known beforehand: a CSV file, or none. */
  register: string | undefined;
  /** The API Recherche d'entreprises, or what answers as it does; nothing leaves for it otherwise. */
  registerUrl: string | undefined;
  /** How many seconds a question to it may take. */
  registerSeconds: number;
  demo: boolean;
  /** Whether anybody may read the service's figures. */
  publicFigures: boolean;
  /** Whether real people use the service. */
  production: boolean;
  /** How many proxies stand in front, and are believed about the visitor's address. */
  trustProxy: number;
  /** Whether a company confirms its address before experts are alerted. */
  confirmAddress: boolean;
  /** After how many seconds a request that has not arrived whole is cut. */
  requestSeconds: number;
  /** Who answers for the service, as its legal pages say; what is missing is told in production. */
  legal: Legal;
  /** For how many milliseconds a page waits for figures that something has changed, before it shows those of before. */
  figuresWait: number;
  logLevel: string;
  /** How many calls a minute one key of the API may make. */
  apiPerMinute: number;
  /** For how many seconds a partner's receiver may take to answer. */
  webhookSeconds: number;
}

export interface Legal {
  /** Who decides about personal data: a name and a postal address. */
  controller: string | undefined;
  /** Where people write for their rights, or about a page that they cannot use. */
  contact: string | undefined;
  /** Who answers for what is published: a name and a function. */
  publisher: string | undefined;
  /** Who hosts the service: a name, an address, a telephone number. */
  hosting: string | undefined;
}

/** Reads the settings; throws a `ConfigError` that names the variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const number = (name: string, otherwise: number, least: number): number => {
    const value = text(name) === undefined ? otherwise : Number(text(name));
    if (!Number.isInteger(value) || value < least) {
      throw new ConfigError(`${name} est un nombre entier, ${least} au moins, et non « ${env[name]} »`);
    }
    return value;
  };
  const flag = (name: string, otherwise = false): boolean => {
    const value = text(name)?.toLowerCase();
    if (value === undefined) return otherwise;
    if (['1', 'true', 'yes'].includes(value)) return true;
    if (['0', 'false', 'no'].includes(value)) return false;
    throw new ConfigError(`${name} vaut 1 ou 0, et non « ${env[name]} »`);
  };

  const host = text('HOST') ?? '127.0.0.1';
  const port = number('PORT', 3000, 0);
  const dataFolder = resolve(text('DATA_DIR') ?? fromRoot('data'));
  const demo = flag('DEMO');
  const baseUrl = (text('BASE_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/+$/, '');
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) {
    throw new ConfigError(`BASE_URL est une adresse comme https://orientation.example.org, et non « ${baseUrl} »`);
  }
  if (demo && env['NODE_ENV'] === 'production') {
    throw new ConfigError('DEMO crée des comptes aux mots de passe connus : il est refusé quand NODE_ENV vaut production');
  }
  return {
    host,
    port,
    baseUrl,
    secret: text('SECRET') === undefined ? keptSecret(dataFolder, env) : longEnough(text('SECRET') ?? ''),
    databaseUrl: databaseUrl(text('DATABASE_URL')),
    dataFolder,
    directory: resolve(text('DIRECTORY') ?? fromRoot('../hauts-de-france')),
    territory: (text('TERRITORY') ?? 'region:32').split(/\s+/),
    smtpUrl: smtpUrl(text('SMTP_URL')),
    mailFrom: sender('MAIL_FROM', text('MAIL_FROM')) ?? 'Aiguillage <ne-pas-repondre@aiguillage.example>',
    replyTo: sender('REPLY_TO', text('REPLY_TO')),
    mailLease: number('MAIL_LEASE', 120, 1),
    scheduleLease: number('SCHEDULE_LEASE', 120, 1),
    serviceName: text('SERVICE_NAME') ?? 'Aiguillage',
    theme: folder('THEME', resolve(text('THEME') ?? fromRoot('theme'))),
    linkDays: number('LINK_DAYS', 60, 1),
    retentionMonths: number('RETENTION_MONTHS', 36, 1),
    perInstitution: number('PER_INSTITUTION', 1, 1),
    ...registers(text('REGISTER'), text('REGISTER_URL'), demo),
    registerSeconds: number('REGISTER_SECONDS', 4, 1),
    demo,
    publicFigures: flag('PUBLIC_FIGURES', demo),
    production: env['NODE_ENV'] === 'production',
    trustProxy: number('TRUST_PROXY', 0, 0),
    confirmAddress: flag('CONFIRM_ADDRESS', true),
    requestSeconds: number('REQUEST_SECONDS', 30, 1),
    legal: {
      controller: line('CONTROLLER', text('CONTROLLER')),
      contact: mailbox('CONTACT', text('CONTACT')),
      publisher: line('PUBLISHER', text('PUBLISHER')),
      hosting: line('HOSTING', text('HOSTING')),
    },
    figuresWait: number('FIGURES_WAIT', 150, 0),
    ...readSignIn(text, flag),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    apiPerMinute: number('API_PER_MINUTE', 300, 1),
    webhookSeconds: number('WEBHOOK_SECONDS', 15, 1),
  };
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

function oneOf(name: string, value: string, known: readonly string[]): string {
  if (!known.includes(value)) throw new ConfigError(`${name} est l’un de ${known.join(', ')}, et non « ${value} »`);
  return value;
}

function smtpUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const place = URL.canParse(url) ? new URL(url) : undefined;
  // What it holds may be a password: it is not repeated.
  if (!place || !['smtp:', 'smtps:'].includes(place.protocol) || !place.hostname) {
    throw new ConfigError('SMTP_URL est une adresse comme smtp://utilisateur:secret@serveur.example.org:587 ou smtps://serveur.example.org');
  }
  const tls = place.searchParams.get('tls');
  if (tls !== null && tls !== 'required') throw new ConfigError(`SMTP_URL a « ?tls=required » ou rien, et non « ?tls=${tls} »`);
  return url;
}

function databaseUrl(url: string | undefined): string | undefined {
  if (url === undefined || /^postgres(ql)?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) return url;
  throw new ConfigError('DATABASE_URL est une adresse comme postgres://utilisateur:secret@serveur/base');
}

function sender(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text;
  throw new ConfigError(`${name} est une adresse comme « Orientation <ne-pas-repondre@example.org> », et non « ${text} »`);
}

function mailbox(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)) return text;
  throw new ConfigError(`${name} est une adresse électronique comme contact@example.org, et non « ${text} »`);
}

function line(name: string, text: string | undefined): string | undefined {
  if (text === undefined || (text.length <= 300 && !/[\r\n<>]/.test(text))) return text;
  throw new ConfigError(`${name} tient en une ligne de 300 caractères au plus`);
}

/** The settings that a service in production still owes its visitors, by their names. */
export const missingLegal = ({ controller, contact, publisher, hosting }: Legal): string[] =>
  Object.entries({ CONTROLLER: controller, CONTACT: contact, PUBLISHER: publisher, HOSTING: hosting })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);

function folder(name: string, path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new ConfigError(`${name} est un dossier, et « ${path} » n’en est pas un`);
  return path;
}

function file(name: string, path: string | undefined): string | undefined {
  if (path !== undefined && !statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new ConfigError(`${name} est un fichier, et « ${path} » n’en est pas un`);
  }
  return path;
}

/** One register or the other: whose word would count where they differ? */
function registers(path: string | undefined, url: string | undefined, demo: boolean): Pick<Config, 'register' | 'registerUrl'> {
  if (url === undefined) {
    return { register: file('REGISTER', path) ?? (demo ? fromRoot('demo/etablissements.csv') : undefined), registerUrl: undefined };
  }
  if (path !== undefined) throw new ConfigError('REGISTER et REGISTER_URL ne vont pas ensemble : gardez l’un des deux');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).search || new URL(url).username) {
    throw new ConfigError('REGISTER_URL est une adresse comme https://recherche-entreprises.api.gouv.fr, sans question ni mot de passe');
  }
  return { register: undefined, registerUrl: url };
}

function longEnough(secret: string): string {
  if (secret.length < 32) throw new ConfigError('SECRET a 32 caractères au moins : « openssl rand -hex 32 » en fait un');
  return secret;
}

/** Without SECRET, one is made and kept beside the data: links and sessions outlive a restart. */
function keptSecret(folder: string, env: NodeJS.ProcessEnv): string {
  if (env['NODE_ENV'] === 'production') throw new ConfigError('SECRET est nécessaire quand NODE_ENV vaut production');
  const path = join(folder, 'secret');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}
