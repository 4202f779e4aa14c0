/**
 * Pages of partners, which the partner's own sites may show in a frame. Browsers keep cookies from frames of other
 * sites, each in its own way, so that these pages need none and read none: nobody is signed in on them, and their forms
 * carry a token that this service signed for this partner some hours ago. There is no session that a forged form could
 * borrow; what a request does is bounded by the address that has to confirm it.
 */

import type { FastifyInstance } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import type { Services } from '../services/index.js';
import type { Through } from '../store/deposits.js';
import { partnerWithPage, type Partner } from '../store/partners.js';
import { typeset } from '../views/typography.js';
import type { Frame } from '../views/frame.js';
import { errorHandler } from './errors.js';
import { textOf } from './input.js';
import { NotFound } from './visitors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** On a partner's page: whose it is. */
    landing?: Partner;
    /** The same as what a request is counted under. */
    through?: Through;
  }
}

/** For how many hours a page may stay open before its form is sent. */
const HOURS = 12;

class Forged extends Error {
  readonly statusCode = 403;
}

export function landingPages(app: FastifyInstance, services: Services): void {
  const { config, database, links, clock } = services;

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    request.visitor = null;
    const { slug } = request.params as { slug: string };
    const partner = await partnerWithPage(database, slug);
    if (!partner) throw new NotFound();
    request.landing = partner;
    request.through = { partner: partner.id, name: partner.name, origin: partner.slug, channel: 'page' };
    if (partner.frames.length === 0) return;
    const policy = String(reply.getHeader('content-security-policy'));
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", `frame-ancestors ${partner.frames.join(' ')}`));
    // It knows no list of sites; what stands above rules.
    reply.removeHeader('x-frame-options');
  });
  // Every form carries the token; a route cannot forget to ask for it.
  app.addHook('preValidation', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (links.open('form', textOf(request.body, '_csrf', 600), clock()) !== request.landing?.slug) throw new Forged();
  });

  app.decorateRequest('visitor', null);
  app.decorateReply('page', async function (view) {
    const { landing, url } = this.request;
    const frame: Frame = {
      service: config.serviceName,
      visitor: null,
      token: landing ? links.sign('form', landing.slug, new Date(clock().getTime() + HOURS * 3_600_000)) : '',
      path: url.split('?')[0] ?? '/',
      notice: undefined,
      demo: config.demo,
      alerts: [],
      // It stands in a partner's page, most of which are light.
      look: 'auto',
      hasDark: false,
      ...(landing && { partner: { name: landing.name, slug: landing.slug } }),
    };
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${typeset(renderToString(view(frame)))}`);
  });
  app.decorateReply('part', function (view) {
    return this.type('text/html; charset=utf-8').send(typeset(renderToString(view)));
  });
  app.setErrorHandler(errorHandler);
}
