/** Hands one message to an SMTP server, and says when it can no longer be taken back. */

import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { failureOf, type Failure, type SmtpError, type Stage } from './failures.js';

export interface Letter {
  from: string;
  to: string;
  /** Where replies go, if not to the sender. */
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

/** What became of a letter that was not taken. */
export class SendError extends Error {
  constructor(
    message: string,
    readonly failure: Failure,
  ) {
    super(message);
  }
}

export interface Mailer {
  /** Sends; `beforeLast` is called when all but the end of the letter is out, and may still stop it by throwing. */
  send(letter: Letter, beforeLast: () => Promise<void>): Promise<void>;
}

/** A server such as `smtp://user:password@host:587` or `smtps://host`. STARTTLS is used where it is offered. */
export function smtpMailer(url: string): Mailer {
  const place = new URL(url);
  const secure = place.protocol === 'smtps:';
  const user = decodeURIComponent(place.username);
  const options = {
    host: place.hostname,
    port: Number(place.port) || (secure ? 465 : 587),
    secure,
    requireTLS: place.searchParams.get('tls') === 'required',
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  };

  return {
    async send(letter, beforeLast) {
      const node = new MailComposer({
        from: letter.from,
        to: letter.to,
        ...(letter.replyTo && { replyTo: letter.replyTo }),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        messageId: letter.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      }).compile();
      const bytes = await node.build();
      const connection = new SMTPConnection(options);
      let last = false;
      let stage: Stage = 'connect';

      // The end of the letter leaves only once `beforeLast` is through: whatever fails before then, nobody has it.
      async function* body(): AsyncGenerator<Buffer> {
        yield bytes.subarray(0, -1);
        await beforeLast();
        last = true;
        yield bytes.subarray(-1);
      }

      try {
        await called((done) => {
          connection.once('error', done);
          connection.connect(done);
        });
        if (user) {
          stage = 'sign_in';
          const credentials = { user, pass: decodeURIComponent(place.password) };
          await called((done) => connection.login({ credentials }, done));
        }
        stage = 'send';
        const envelope = node.getEnvelope();
        await called((done) => {
          connection.once('error', done);
          connection.send({ from: envelope.from, to: envelope.to }, Readable.from(body()), done);
        });
        connection.quit();
      } catch (error) {
        connection.close();
        throw new SendError((error as Error).message, failureOf(error as SmtpError, stage, last));
      }
    },
  };
}

/** A callback as a promise; what comes after the first answer is of no interest. */
function called(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => run((error) => (error ? reject(error) : resolve())));
}
