/** What steering decides about a partner: its page, its keys, where it is told. Each decision is written down with who made it. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../../database/index.js';
import { newKey } from '../../security/api-keys.js';
import { addKey, revokeKey } from '../../store/api-keys.js';
import { audit } from '../../store/audit.js';
import { addPartner, savePage, setPartnerDisabled, takeOrigin, type Partner } from '../../store/partners.js';
import { addWebhook, changeSalt, disableWebhook, enableWebhook, sendAgain, webhookById } from '../../store/webhooks.js';
import type { Errors } from '../../views/forms.js';
import { isUuid, textOf } from '../../web/input.js';
import { receiverFault } from '../../webhooks/addresses.js';
import { FORMER_HOURS, newSalt, secretOf } from '../../webhooks/signing.js';
import type { Services } from '../index.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_FRAMES = 20;

/** What came of a decision: done, with what is shown once; refused, with what is wrong; or there is nothing to decide. */
export type Decided = { is: 'done'; told: string; shown?: Shown } | { is: 'refused'; errors: Errors } | { is: 'nothing' };

/** A secret that nobody can read again. */
export interface Shown {
  label: string;
  value: string;
}

interface Decision {
  services: Services;
  tx: Queries;
  partner: Partner;
  body: unknown;
  wrote: (action: string, detail?: string) => Promise<void>;
}

const refused = (errors: Errors): Decided => ({ is: 'refused', errors });
const done = (told: string, shown?: Shown): Decided => ({ is: 'done', told, ...(shown && { shown }) });
const NOTHING: Decided = { is: 'nothing' };

export async function decide(services: Services, partner: Partner, step: string, body: unknown, actor: string): Promise<Decided> {
  const run = STEPS.get(step);
  if (!run) return NOTHING;
  return services.database.transaction((tx) => {
    const wrote = (action: string, detail = ''): Promise<void> =>
      audit(tx, { actor, action, at: services.clock(), detail: [partner.id, detail].filter(Boolean).join(' ') });
    return run({ services, tx, partner, body, wrote });
  });
}

/** Adds a partner; its id, or what is wrong. */
export async function add(services: Services, body: unknown, actor: string): Promise<{ id: string } | { errors: Errors }> {
  const name = textOf(body, 'name', 80);
  const slug = textOf(body, 'slug', 60);
  const errors: Errors = {};
  if (!name) errors['name'] = 'Indiquez le nom.';
  if (!SLUG.test(slug) || slug.length > 40 || RESERVED.has(slug)) errors['slug'] = SLUG_WORDS;
  if (Object.keys(errors).length > 0) return { errors };
  return services.database.transaction(async (tx) => {
    const id = await addPartner(tx, name, slug, services.clock());
    if (!id) return { errors: { slug: 'Un partenaire ou une clé porte déjà ce nom court.' } };
    await audit(tx, { actor, action: 'partner_added', at: services.clock(), detail: id });
    return { id };
  });
}

/** What requests of nobody else are counted under. */
const RESERVED = new Set(['portal', 'adviser']);
const SLUG_WORDS = 'Des lettres minuscules sans accent, des chiffres et des tirets, 40 au plus : « chambre-metiers ».';

async function savedPage({ services, tx, partner, body, wrote }: Decision): Promise<Decided> {
  const lines = textOf(body, 'frames', 4000).split(/\s+/).filter(Boolean);
  const frames = lines.map((line) => siteIn(line, services.config.production));
  const wrong = lines.find((_line, at) => frames[at] === undefined);
  if (wrong !== undefined) return refused({ frames: `« ${wrong} » n’est pas un site comme https://www.partenaire.example, sans chemin.` });
  if (frames.length > MOST_FRAMES) return refused({ frames: 'Vingt sites au plus.' });
  await savePage(tx, partner.id, textOf(body, 'page', 3) === 'oui', [...new Set(frames as string[])]);
  await wrote('partner_changed');
  return done('enregistre');
}

/** Addresses may hold signs that end a directive of the pages' policy (`;`) or a policy (`,`); names of hosts do not. */
const HOST = /^(?:[a-z0-9_-]+\.)*[a-z0-9-]+$|^\[[0-9a-f:]+\]$/;

/** The origin of a site that may show the page in a frame. */
function siteIn(text: string, production: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.pathname !== '/' || url.search || url.hash || !HOST.test(url.hostname)) return undefined;
  const local = !production && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  return url.protocol === 'https:' || local ? url.origin : undefined;
}

const setDisabled =
  (disabled: boolean) =>
  async ({ services, tx, partner, wrote }: Decision): Promise<Decided> => {
    await setPartnerDisabled(tx, partner.id, disabled ? services.clock() : null);
    await wrote(disabled ? 'partner_disabled' : 'partner_enabled');
    return done('enregistre');
  };

async function addedKey({ services, tx, partner, body, wrote }: Decision): Promise<Decided> {
  const name = textOf(body, 'key_name', 80);
  const origin = textOf(body, 'origin', 60) || partner.slug;
  const errors: Errors = {};
  if (!name) errors['key_name'] = 'Dites à quoi sert la clé.';
  if (!SLUG.test(origin) || origin.length > 40 || RESERVED.has(origin)) errors['origin'] = SLUG_WORDS;
  if (Object.keys(errors).length > 0) return refused(errors);
  if (!(await takeOrigin(tx, partner.id, origin))) return refused({ origin: 'Cette origine est celle d’un autre partenaire.' });
  const key = newKey();
  await addKey(tx, partner.id, { name, origin }, key, services.clock());
  await wrote('api_key_added', key.hint);
  return done('', { label: `La clé « ${name} »`, value: key.token });
}

async function revokedKey({ services, tx, partner, body, wrote }: Decision): Promise<Decided> {
  const key = textOf(body, 'key', 36);
  if (!isUuid(key) || !(await revokeKey(tx, partner.id, key, services.clock()))) return NOTHING;
  await wrote('api_key_revoked', key);
  return done('cle-revoquee');
}

async function addedWebhook({ services, tx, partner, body, wrote }: Decision): Promise<Decided> {
  const url = textOf(body, 'url', 500);
  const fault = url ? receiverFault(url, services.config.production) : 'Indiquez une adresse.';
  if (fault) return refused({ url: fault });
  const [id, salt] = [randomUUID(), newSalt()];
  await addWebhook(tx, id, partner.id, new URL(url).href, salt, services.clock());
  await wrote('webhook_added', id);
  return done('', { label: 'Le secret de cette adresse', value: secretOf(services.config.secret, id, salt) });
}

/** Decisions about one receiver, if it is this partner's. */
const onWebhook =
  (run: (decision: Decision, id: string) => Promise<Decided>) =>
  async (decision: Decision): Promise<Decided> => {
    const id = textOf(decision.body, 'webhook', 36);
    const webhook = isUuid(id) ? await webhookById(decision.tx, id) : undefined;
    return webhook?.partner_id === decision.partner.id ? run(decision, id) : NOTHING;
  };

const STEPS: ReadonlyMap<string, (decision: Decision) => Promise<Decided>> = new Map([
  ['page', savedPage],
  ['desactiver', setDisabled(true)],
  ['reactiver', setDisabled(false)],
  ['cle', addedKey],
  ['revoquer', revokedKey],
  ['adresse', addedWebhook],
  ['secret', onWebhook(async ({ services, tx, wrote }, id) => {
    const salt = newSalt();
    await changeSalt(tx, id, salt, new Date(services.clock().getTime() + FORMER_HOURS * 3_600_000));
    await wrote('webhook_secret_changed', id);
    return done('', { label: `Le nouveau secret ; l’ancien signe aussi pendant ${FORMER_HOURS} heures`, value: secretOf(services.config.secret, id, salt) });
  })],
  ['arreter', onWebhook(async ({ services, tx, wrote }, id) => {
    if (!(await disableWebhook(tx, id, 'steering', services.clock()))) return NOTHING;
    await wrote('webhook_stopped', id);
    return done('enregistre');
  })],
  ['reprendre', onWebhook(async ({ tx, wrote }, id) => {
    if (!(await enableWebhook(tx, id))) return NOTHING;
    await wrote('webhook_restarted', id);
    return done('enregistre');
  })],
  ['renvoyer', onWebhook(async ({ services, tx, wrote }, id) => {
    const events = await sendAgain(tx, id, services.clock());
    if (events === 0) return NOTHING;
    await wrote('webhook_sent_again', `${id} ${events}`);
    return done('evenements-renvoyes');
  })],
]);
