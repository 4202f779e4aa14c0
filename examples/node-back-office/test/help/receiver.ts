/** A partner's receiver on this machine, which does as it is told. */

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { atEnd } from './cleanup.js';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  /** What came in, whatever was answered. */
  received: Received[];
  /** Answers so from now on. */
  answerWith(answer: (response: ServerResponse) => void): void;
  /** Resolves once so many requests have come in. */
  until(count: number): Promise<void>;
}

export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end();

/** Takes the request and says nothing. */
export const hang = (): void => {};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { count: number; reached: () => void }[] = [];
  let answer: (response: ServerResponse) => void = status(204);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      for (const one of waiting) if (received.length >= one.count) one.reached();
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/reception`,
    received,
    answerWith: (next) => (answer = next),
    until: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((reached) => waiting.push({ count, reached })),
  };
}
