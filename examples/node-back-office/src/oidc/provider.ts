/** The provider of identities: looked for when it is first needed, so that its outages are no one else's. */

import * as client from 'openid-client';
import type { OidcSettings } from '../config-sign-in.js';

/** Seconds after which a provider that does not answer is out of order. */
const PATIENCE = 8;
/** Seconds by which its clock may differ from ours. */
const TOLERANCE = 60;
const DAY = 86_400_000;

export interface Provider {
  readonly settings: OidcSettings;
  /** What the provider says of itself; asked again every day, and after each failure. */
  configuration(): Promise<client.Configuration>;
}

export function oidcProvider(settings: OidcSettings): Provider {
  let asked: { at: number; answer: Promise<client.Configuration> } | undefined;
  return {
    settings,
    configuration() {
      if (asked && Date.now() - asked.at < DAY) return asked.answer;
      const one = { at: Date.now(), answer: discover(settings) };
      one.answer.catch(() => {
        if (asked === one) asked = undefined;
      });
      asked = one;
      return one.answer;
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const metadata = { client_secret: clientSecret, [client.clockTolerance]: TOLERANCE };
  // Every token and the user's claims are checked against the provider's keys, whatever way they came.
  const execute = [client.enableNonRepudiationChecks];
  // The settings allow it for this machine only.
  if (issuer.protocol === 'http:') execute.push(client.allowInsecureRequests);
  return client.discovery(issuer, clientId, metadata, client.ClientSecretPost(clientSecret), { execute, timeout: PATIENCE });
}
