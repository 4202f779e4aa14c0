/** One request to a receiver. What it answers is not read: its status is all that counts. */

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isLocal, PrivateAddress, publicLookup, receiverFault, refuseLiteral, type Resolve } from './addresses.js';

/** What an attempt met: the status of an answer, or why there was none. */
export type Met = { status: number } | { fault: 'private_address' | 'refused_address' | 'timeout' | 'connection' };

export interface SendOptions {
  production: boolean;
  resolve: Resolve;
  /** How long the whole of it may take. */
  milliseconds: number;
}

export async function post(address: string, headers: Record<string, string>, body: string, options: SendOptions): Promise<Met> {
  // The rules of today hold for what was registered under those of yesterday.
  if (receiverFault(address, options.production)) return { fault: 'refused_address' };
  const url = new URL(address);
  const local = isLocal(url, options.production);
  const signal = AbortSignal.timeout(options.milliseconds);
  try {
    if (!local) refuseLiteral(url);
    const status = await new Promise<number>((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(
        url,
        {
          method: 'POST',
          // Each attempt looks the name up anew.
          agent: false,
          signal,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'aiguillage-webhooks/1',
            ...headers,
          },
          ...(!local && { lookup: publicLookup(options.resolve) }),
        },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          // Whatever follows the status is nobody's business.
          answer.destroy();
        },
      );
      request.on('error', reject);
      request.end(body);
    });
    return { status };
  } catch (error) {
    if (signal.aborted) return { fault: 'timeout' };
    return { fault: error instanceof PrivateAddress ? 'private_address' : 'connection' };
  }
}
