/** Which addresses the service may send to: public ones, whatever a name resolves to at the moment of sending. */

import type { LookupAddress } from 'node:dns';
import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const resolveName: Resolve = (host) => dnsLookup(host, { all: true });

export class PrivateAddress extends Error {
  constructor(address: string) {
    super(`${address} is no public address`);
  }
}

/** Whether an address is one of the public Internet: not of this machine, this network, or a way around to either. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && !(parsed instanceof ipaddr.IPv6 && parsed.match(WRAPPED));
}

/** An address of version 4 in one of version 6, as it was written once: `::127.0.0.1`, whose range has no name. */
const WRAPPED = ipaddr.IPv6.parseCIDR('::/96');

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why an address of a receiver cannot be taken, in French; nothing if it can. */
export function receiverFault(text: string, production: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'C’est une adresse comme https://partenaire.example/reception.';
  if (url.username || url.password) return 'L’adresse ne contient ni nom ni mot de passe : la signature suffit.';
  if (url.hash) return 'L’adresse n’a pas de partie après « # ».';
  if (isLocal(url, production)) return undefined;
  if (url.protocol !== 'https:') return 'L’adresse commence par https:// : les événements ne partent que chiffrés.';
  const host = hostOf(url);
  if (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublic(host))) {
    return 'Cette adresse est celle d’un réseau privé : rien n’y est envoyé.';
  }
  return undefined;
}

/** A receiver on this machine: for trying, never in production. */
export const isLocal = (url: URL, production: boolean): boolean => !production && LOCAL_HOSTS.has(url.hostname);

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Throws where a host is written as an address that is not public: no name is looked up then. */
export function refuseLiteral(url: URL): void {
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host);
}

/**
 * Looks a name up as the connection asks for it, and lets only public addresses through: what was checked is what is
 * connected to, whatever the name resolves to a moment later. One private address refuses all of them.
 */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const refused = found.find(({ address }) => !isPublic(address));
        const [first] = found;
        if (refused || !first) return callback(refused ? new PrivateAddress(refused.address) : new Error(`${host} has no address`), '', 0);
        // Which of the two forms is wanted depends on the caller.
        if (options.all) return callback(null, found);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
