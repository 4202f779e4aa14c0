/** A real SMTP server on loopback, which can be made to stop in the middle of a message. */

import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { atEnd } from './cleanup.js';

export interface Received {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  /** Where a reply would go; blank for the sender. */
  replyTo: string;
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
  /** Whether the next who sign in are let in; `url` with a user and a password signs in. */
  letIn(ok: boolean): void;
  /** How many tried to sign in. */
  tries(): number;
  /** Refuses recipients at these domains for good. */
  refuseRecipientsAt(domain: string | undefined): void;
}

export async function startSmtp({ signIn = false } = {}): Promise<Mailbox> {
  const received: Received[] = [];
  let stop: { stage: Stage; reached: () => void } | undefined;
  let refusal: number | undefined;
  let open = true;
  let tries = 0;
  let nowhere: string | undefined;

  /** Goes on, or tells that the point is reached and never answers. */
  const at = (stage: Stage, goOn: () => void): void => {
    if (stop?.stage === stage) stop.reached();
    else goOn();
  };
  const server = new SMTPServer({
    authOptional: !signIn,
    allowInsecureAuth: true,
    disabledCommands: signIn ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    onAuth(_given, _session, callback) {
      tries += 1;
      if (open) callback(null, { user: 'service' });
      else callback(Object.assign(new Error('5.7.8 Authentication failed'), { responseCode: 535 }));
    },
    onConnect: (_session, callback) => at('connect', () => callback()),
    onRcptTo: (address, _session, callback) =>
      nowhere !== undefined && address.address.endsWith(nowhere)
        ? callback(Object.assign(new Error('5.1.1 User unknown'), { responseCode: 550 }))
        : at('recipient', () => callback()),
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
          replyTo: mail.replyTo?.value[0]?.address ?? '',
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
    url: `smtp://${signIn ? 'service:secret@' : ''}127.0.0.1:${port}`,
    received,
    stopAt: (stage) => new Promise((reached) => (stop = { stage, reached })),
    goOn: () => (stop = undefined),
    refuseWith: (code) => (refusal = code),
    letIn: (ok) => (open = ok),
    tries: () => tries,
    refuseRecipientsAt: (domain) => (nowhere = domain),
  };
}
