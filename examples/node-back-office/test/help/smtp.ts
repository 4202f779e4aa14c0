/** A real SMTP server on loopback, which can be made to stop in the middle of a message. */

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { atEnd } from './cleanup.js';

export interface Received {
  to: string;
  messageId: string;
  subject: string;
  text: string;
}

export type Stage = 'connect' | 'recipient' | 'data';

export interface Mailbox {
  url: string;
  received: Received[];
  /** Stops at that point of the next message, and resolves once it is reached. */
  stopAt(stage: Stage): Promise<void>;
  /** Goes on with new connections. */
  goOn(): void;
  /** Refuses the next messages with this code. */
  refuseWith(code: number | undefined): void;
}

export async function startSmtp(): Promise<Mailbox> {
  const received: Received[] = [];
  let stop: { stage: Stage; reached: () => void } | undefined;
  let refusal: number | undefined;

  /** Goes on, or tells that the point is reached and never answers. */
  const at = (stage: Stage, goOn: () => void): void => {
    if (stop?.stage === stage) stop.reached();
    else goOn();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (_session, callback) => at('connect', () => callback()),
    onRcptTo: (_address, _session, callback) => at('recipient', () => callback()),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refusal !== undefined) return callback(Object.assign(new Error('refused'), { responseCode: refusal }));
        const mail = await simpleParser(Buffer.concat(chunks));
        received.push({
          to: session.envelope.rcptTo.map((one) => one.address).join(),
          messageId: mail.messageId ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
        });
        // The message is taken: only the sender does not hear of it.
        at('data', () => callback());
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stopAt: (stage) => new Promise((reached) => (stop = { stage, reached })),
    goOn: () => (stop = undefined),
    refuseWith: (code) => (refusal = code),
  };
}
