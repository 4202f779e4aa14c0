/** The web application: plugins, then the routes of each role. */

import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { hkdfSync } from 'node:crypto';
import { partnerApi } from './api/index.js';
import { Problem, problemHandler } from './api/problems.js';
import type { ApiDocument } from './api/reading.js';
import type { Services } from './services/index.js';
import { accountRoutes } from './routes/account.js';
import { adviserRoutes } from './routes/adviser/index.js';
import { antenneRoutes } from './routes/antenne/index.js';
import { cooperationRoutes } from './routes/cooperation.js';
import { communeRoutes } from './routes/communes.js';
import { documentationRoutes } from './routes/documentation.js';
import { expertRoutes } from './routes/expert.js';
import { figureRoutes } from './routes/figures.js';
import { pageRoutes } from './routes/pages.js';
import { portalRoutes } from './routes/portal/index.js';
import { landingRoutes } from './routes/portal/landing.js';
import { signInRoutes } from './routes/sign-in.js';
import { steeringRoutes } from './routes/steering/index.js';
import { assetRoutes } from './web/assets.js';
import { errorPages, unreadable, unrouted } from './web/errors.js';
import { permissions } from './web/permissions.js';
import { visitors } from './web/visitors.js';

/** No form of the service is longer: a portal message is 5,000 characters, a review of 24 needs some 60 kB. */
const BODY_LIMIT = 128 * 1024;

export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config } = services;
  const secure = config.baseUrl.startsWith('https:');
  const app = fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.cookie'] },
    // Addresses may hold a signed link: requests are logged by route.
    logController: new LogController({ disableRequestLogging: true }),
    // So many proxies are ours: what those before them say is the visitor's own word.
    trustProxy: config.trustProxy > 0 && ((_address: string, hop: number) => hop < config.trustProxy),
    bodyLimit: BODY_LIMIT,
    // A form that trickles in holds a line and its memory: it is cut.
    requestTimeout: config.requestSeconds * 1000,
    http: { connectionsCheckingInterval: Math.min(5000, config.requestSeconds * 500), headersTimeout: config.requestSeconds * 1000 },
    frameworkErrors: (error, request, reply) =>
      request.url.startsWith('/api/')
        ? void problemHandler(config.baseUrl)(new Problem('not_found'), request, reply)
        : unrouted(config.serviceName)(error, request, reply),
    clientErrorHandler: unreadable(config.serviceName),
    routerOptions: { maxParamLength: 600 },
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Pico draws its arrows and ticks as data.
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
  await app.register(rateLimit, { global: false });
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(cookie, { secret: derived(config.secret, 'cookies') });
  await app.register(csrf, {
    cookieOpts: { path: '/', sameSite: 'lax', httpOnly: true, secure, signed: true },
    // A token is good for one visitor only.
    csrfOpts: { hmacKey: derived(config.secret, 'forms'), userInfo: true },
    getUserInfo: (request) => request.cookies['session'] ?? 'nobody',
  });
  // What was put in service, and said of absences, by whichever process is what this request is answered from.
  app.addHook('onRequest', async (request) => {
    if (/^\/(?:assets|theme)\//.test(request.url)) return;
    await services.directory.follow();
    await services.directory.freshen();
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });

  app.decorate('guarded', []);
  await app.register(assetRoutes, { services });
  let apiDocument: () => ApiDocument = () => {
    throw new Error('the document is read once the application is ready');
  };
  await app.register(partnerApi, { services, described: (document) => (apiDocument = document) });
  app.register(async (pages) => landingRoutes(pages, services));
  app.addHook('onListen', () => services.webhooks.start());
  app.addHook('onClose', () => services.webhooks.stop());
  // Before the answers under way are waited for: one of them may wait for a sheet that takes a minute.
  app.addHook('preClose', async () => services.workshop.stop());
  app.register(async (site) => {
    visitors(site, services, secure);
    permissions(site, services);
    errorPages(site);
    documentationRoutes(site, services, () => apiDocument());
    for (const routes of [
      pageRoutes,
      figureRoutes,
      communeRoutes,
      signInRoutes,
      accountRoutes,
      portalRoutes,
      expertRoutes,
      adviserRoutes,
      antenneRoutes,
      cooperationRoutes,
      steeringRoutes,
    ]) {
      routes(site, services);
    }
  });
  return app;
}

const derived = (secret: string, use: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', use, 32)).toString('hex');
