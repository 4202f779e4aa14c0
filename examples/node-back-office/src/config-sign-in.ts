/** The settings of signing in: a provider of identities, and who needs a second factor. */

import { ConfigError } from './config-error.js';
import { ROLES, type Role } from './security/sessions.js';

/** An OpenID Connect provider beside passwords. */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** The levels of authentication that are asked for, one of which is wanted. */
  acrValues: readonly string[];
  /** Whether the provider answers for addresses without saying so in `email_verified`. */
  trustEmail: boolean;
  /** What people call it. */
  label: string;
}

export interface SignInSettings {
  oidc: OidcSettings | undefined;
  /** Those who do not get in by a password alone. */
  secondFactor: readonly Role[];
}

type Text = (name: string) => string | undefined;

export function readSignIn(text: Text, flag: (name: string) => boolean): SignInSettings {
  return { oidc: readOidc(text, flag), secondFactor: readRoles(text) };
}

function readRoles(text: Text): Role[] {
  const words = text('REQUIRE_SECOND_FACTOR')?.split(/[\s,]+/) ?? [];
  const unknown = words.find((word) => !ROLES.some((role) => role === word));
  if (unknown !== undefined) {
    throw new ConfigError(`REQUIRE_SECOND_FACTOR est une liste de rôles parmi ${ROLES.join(', ')}, et « ${unknown} » n’en est pas un`);
  }
  return ROLES.filter((role) => words.includes(role));
}

function readOidc(text: Text, flag: (name: string) => boolean): OidcSettings | undefined {
  const issuer = text('OIDC_ISSUER');
  const other = OTHERS.find((name) => text(name) !== undefined);
  if (issuer === undefined) {
    if (other !== undefined) throw new ConfigError(`${other} ne sert qu’avec OIDC_ISSUER, qui n’est pas réglé`);
    return undefined;
  }
  const needed = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw new ConfigError(`${name} est nécessaire avec OIDC_ISSUER`);
    return value;
  };
  const url = issuerUrl(issuer);
  return {
    issuer: url,
    clientId: needed('OIDC_CLIENT_ID'),
    clientSecret: needed('OIDC_CLIENT_SECRET'),
    acrValues: text('OIDC_ACR_VALUES')?.split(/\s+/) ?? [],
    trustEmail: flag('OIDC_TRUST_EMAIL'),
    label: text('OIDC_LABEL') ?? url.host,
  };
}

const OTHERS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ACR_VALUES', 'OIDC_TRUST_EMAIL', 'OIDC_LABEL'];

/** Tokens travel to it: without TLS, only on the machine itself. */
function issuerUrl(issuer: string): URL {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || local) || url.search || url.hash || url.username || url.password) {
    throw new ConfigError(`OIDC_ISSUER est une adresse comme https://identite.example.org, et non « ${url?.password ? '…' : issuer} »`);
  }
  return url;
}
