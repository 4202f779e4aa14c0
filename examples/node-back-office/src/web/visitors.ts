/** Who sends a request, what they may see, and pages made for them. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { areasOf, type Area } from '../security/areas.js';
import { closeSession, openSession, SESSION_HOURS, visitorOf, type Entering, type Visitor } from '../security/sessions.js';
import type { Services } from '../services/index.js';
import { legalAlerts } from '../services/legal-alerts.js';
import { mailAlerts } from '../services/mail-alerts.js';
import type { Frame } from '../views/frame.js';
import { lookOf, type Look } from '../views/look.js';
import { NOTICES, type Notice } from '../views/notices.js';
import { typeset } from '../views/typography.js';
import { textOf } from './input.js';
import { signInFor } from './return.js';

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null;
  }
  interface FastifyReply {
    /** Answers with a page; the view receives what every page knows. */
    page(view: (frame: Frame) => VNode): Promise<FastifyReply>;
    /** Answers with a part of a page, for the script. */
    part(view: VNode): FastifyReply;
    enter(who: Entering): Promise<void>;
    leave(): Promise<void>;
    /** Keeps the colours that the visitor chose, for a year. */
    wear(look: Look): FastifyReply;
    /** Sends to a page that says something: it travels in a signed cookie, since no text may come from an address. */
    tell(address: string, notice: Notice): FastifyReply;
  }
}

export function visitors(app: FastifyInstance, services: Services, secure: boolean): void {
  const { config, database, clock } = services;

  const hasDark = existsSync(join(config.theme, 'dark.css'));

  app.decorateRequest('visitor', null);
  app.addHook('onRequest', async (request, reply) => {
    request.visitor = await visitorOf(database, request.cookies['session'], clock());
    // Pages are made for one visitor: no cache keeps them.
    reply.header('cache-control', 'no-store');
  });
  // Every form that changes something carries the token; a route cannot forget to ask for it.
  app.addHook('preValidation', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') return done();
    app.csrfProtection(request, reply, done);
  });

  app.decorateReply('page', async function (view) {
    const request = this.request;
    const frame: Frame = {
      service: config.serviceName,
      visitor: request.visitor,
      token: this.generateCsrf({ userInfo: request.cookies['session'] ?? 'nobody' }),
      path: request.url.split('?')[0] ?? '/',
      notice: told(request, this) ?? NOTICES.get(textOf(request.query, 'fait', 40)),
      demo: config.demo,
      alerts: steers(request.visitor) ? [...(await mailAlerts(services)), ...legalAlerts(config)] : [],
      look: lookOf(request.cookies[LOOK]),
      hasDark,
    };
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${typeset(renderToString(view(frame)))}`);
  });
  app.decorateReply('part', function (view) {
    return this.type('text/html; charset=utf-8').send(typeset(renderToString(view)));
  });

  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  app.decorateReply('tell', function (address, notice) {
    const cookie = JSON.stringify({ address: address.split('?')[0] ?? address, notice } satisfies ToldAt);
    return this.setCookie(NOTICE, cookie, { ...cookieOptions, signed: true, maxAge: 60 }).redirect(address, 303);
  });
  app.decorateReply('enter', async function (who) {
    // The session of before, if any, ends: nobody keeps a token from before signing in.
    await closeSession(database, this.request.cookies['session']);
    const token = await openSession(database, who, clock());
    this.setCookie('session', token, { ...cookieOptions, maxAge: SESSION_HOURS * 3600 });
    // A page that answers at once is already that of who came in.
    this.request.cookies['session'] = token;
    this.request.visitor = await visitorOf(database, token, clock());
  });
  app.decorateReply('wear', function (look) {
    if (look === 'auto') return this.clearCookie(LOOK, cookieOptions);
    return this.setCookie(LOOK, look, { ...cookieOptions, maxAge: 365 * 24 * 3600 });
  });
  app.decorateReply('leave', async function () {
    await closeSession(database, this.request.cookies['session']);
    this.clearCookie('session', cookieOptions);
    delete this.request.cookies['session'];
    this.request.visitor = null;
  });
}

const steers = (visitor: Visitor | null): boolean => visitor?.kind === 'account' && visitor.role === 'steering';

const NOTICE = 'avis';
const LOOK = 'affichage';

interface ToldAt {
  address: string;
  notice: Notice;
}

/** What an action left to say on this page, once. */
function told(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
  const cookie = request.cookies[NOTICE];
  if (cookie === undefined) return undefined;
  const { valid, value } = request.unsignCookie(cookie);
  const kept = valid && value ? toldAt(value) : undefined;
  if (kept && kept.address !== request.url.split('?')[0]) return undefined;
  reply.clearCookie(NOTICE, { path: '/' });
  return kept?.notice;
}

/** The signature is that of every cookie that this service signs: what stood in another is no notice. */
function toldAt(text: string): ToldAt | undefined {
  try {
    const kept = JSON.parse(text) as Partial<ToldAt> | null;
    return kept?.address !== undefined && kept.notice ? { address: kept.address, notice: kept.notice } : undefined;
  } catch {
    return undefined;
  }
}

/** Lets those through who may enter this part; others are sent to sign in, or told that the page does not exist. */
export function only(area: Area) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { visitor } = request;
    if (visitor !== null && areasOf(visitor).includes(area)) return;
    if (visitor === null) {
      if (area === 'expert') throw new SignedOut();
      // A form that was sent is not sent again by signing in.
      return void (await reply.redirect(request.method === 'GET' ? signInFor(request.url) : '/connexion', 303));
    }
    throw new NotFound();
  };
}

/** What does not exist, or is not for this visitor to know of. */
export class NotFound extends Error {
  readonly statusCode = 404;
}

/** An expert whose session is over: the link of the message opens another. */
export class SignedOut extends Error {
  readonly statusCode = 401;
}

export function account(request: FastifyRequest): Extract<Visitor, { kind: 'account' }> {
  if (request.visitor?.kind !== 'account') throw new NotFound();
  return request.visitor;
}

export function expertOf(request: FastifyRequest): string {
  return expertVisitor(request).expert;
}

/** The expert, and whoever stands in for them where it is they who came. */
export function expertVisitor(request: FastifyRequest): Extract<Visitor, { kind: 'expert' }> {
  if (request.visitor?.kind !== 'expert') throw new NotFound();
  return request.visitor;
}
