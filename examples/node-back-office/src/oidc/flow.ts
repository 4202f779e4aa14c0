/** Signing in by authorization code, with PKCE, state and nonce; and signing out at the provider too. */

import * as client from 'openid-client';
import { faultOf, SignInFault } from './faults.js';
import type { Provider } from './provider.js';

/** What a sign-in that has begun has to remember until the answer comes. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who somebody is, as the provider says. */
export interface Identified {
  issuer: string;
  subject: string;
  email: string | undefined;
  /** Whether the address is theirs: nothing, where the provider does not say. */
  emailVerified: boolean | undefined;
  name: string;
  siret: string | undefined;
  idpId: string | undefined;
  idToken: string;
}

/** ProConnect's profile. */
const SCOPES = ['openid', 'email', 'given_name', 'usual_name', 'siret'];

/** Those that a provider has, if it says which: some refuse a request with others. */
function scopesOf(configuration: client.Configuration): string {
  const { scopes_supported: known } = configuration.serverMetadata();
  return SCOPES.filter((scope) => scope === 'openid' || !known || known.includes(scope)).join(' ');
}

export async function begin(provider: Provider, redirectUri: string): Promise<{ address: URL; begun: Begun }> {
  try {
    const configuration = await provider.configuration();
    const begun = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    const { acrValues } = provider.settings;
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: scopesOf(configuration),
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
    });
    return { address, begun };
  } catch (error) {
    throw faultOf(error);
  }
}

/** Who came back with an answer; throws a `SignInFault`. */
export async function finish(provider: Provider, answer: URL, begun: Begun): Promise<Identified> {
  try {
    const configuration = await provider.configuration();
    const tokens = await client.authorizationCodeGrant(configuration, answer, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new SignInFault('other', 'no id token');
    const { acrValues } = provider.settings;
    if (acrValues.length > 0 && !acrValues.includes(String(claims['acr']))) throw new SignInFault('level', 'acr');
    const user = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: textOf(user.email),
      emailVerified: typeof user.email_verified === 'boolean' ? user.email_verified : undefined,
      name: [textOf(user.given_name), textOf(user['usual_name']) ?? textOf(user.family_name)].filter(Boolean).join(' '),
      siret: textOf(user['siret']),
      idpId: textOf(user['idp_id']),
      idToken: tokens.id_token,
    };
  } catch (error) {
    throw faultOf(error);
  }
}

/** Where the session at the provider is closed; nothing where it has no such place, or does not answer. */
export async function signOutAddress(provider: Provider, idToken: string, returnTo: string, state: string): Promise<URL | undefined> {
  try {
    const configuration = await provider.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return client.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: returnTo, state });
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 300) : undefined);
