/** A company asks. Nothing is kept before it agrees, and nobody is alerted before it confirms its address. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../clock.js';
import { LONGEST_STORY, MOST_SUBJECTS } from '../../services/bounds.js';
import { completed } from '../../services/completing.js';
import { readContact } from '../../services/contact.js';
import { faultsOf, readFacts, readSiret, siretFault } from '../../services/facts.js';
import { prefilled } from '../../services/partners/prefilling.js';
import { readPlace } from '../../services/places.js';
import { lookUp, type CompanyAsked } from '../../services/portal-company.js';
import { propose } from '../../services/proposal.js';
import { receive } from '../../services/reception.js';
import { registerNote } from '../../services/register-note.js';
import type { Services } from '../../services/index.js';
import type { Answers, Facts } from '../../library.js';
import type { Through } from '../../store/deposits.js';
import { openLoad } from '../../store/referrals.js';
import type { Errors } from '../../views/forms.js';
import type { Frame } from '../../views/frame.js';
import { CallersPart } from '../../views/parts/proposal.js';
import { startView } from '../../views/portal/start.js';
import { subjectsView } from '../../views/portal/subjects.js';
import { isUuid, listOf, textOf } from '../../web/input.js';
import { NotFound } from '../../web/visitors.js';
import { readNeed } from '../adviser/needs.js';
import { nameSearch } from './look-for-name.js';

/** What a request is about, as its form says. */
interface Asked extends CompanyAsked {
  story: string;
  siret: string;
  /** What it is counted under, where it comes by a partner's page. */
  origin: string | undefined;
  /** By which equals share its needs: what is shown is what will be sent. */
  seed: string;
}

export function askRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config, links, register } = services;

  const byName = nameSearch(services);
  const start = { hasRegister: register.state() !== 'none', mayLookForName: register.isPublic, communeName: (code: string) => services.directory.library.communeName(code) };

  app.get('/', (request, reply) => {
    const blank = { story: '', commune: { code: '', text: '' }, siret: '' };
    const given = request.through && prefilled(services, request.query);
    return reply.page((frame) => startView({ ...start, frame, ...blank, ...given }));
  });

  app.post('/demande', { config: { rateLimit: { max: 120, timeWindow: '10 minutes' } } }, async (request, reply) => {
    const { body } = request;
    if (byName.isWanted(body)) {
      const found = await byName.look(body, request.ip);
      const story = textOf(body, 'story', LONGEST_STORY);
      return reply.page((frame) => startView({ ...start, ...found, frame, story, siret: '', subjects: wantedIn(body) }));
    }
    const asked = await readAsked(body, request.through);
    // The second page sends what it has back, to be corrected.
    if (textOf(body, 'corriger', 3)) return startAgain(reply, { ...asked, errors: {} }, body, 200);
    if (Object.keys(asked.errors).length > 0) return startAgain(reply, asked, body);
    return reply.page(await page(asked, body));
  });

  app.post('/demande/apercu', { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }, async (request, reply) => {
    const asked = await readAsked(request.body, request.through);
    const subject = services.directory.library.subject(textOf(request.body, 'preview', 200));
    if (!subject || asked.errors['commune']) throw new NotFound();
    const { answers } = readNeed(subject, request.body);
    return reply.part(CallersPart({ proposal: await proposed(asked, factsOf(asked, request.body), subject.id, answers) }));
  });

  app.post('/demande/envoi', { config: { rateLimit: { max: 120, timeWindow: '1 hour' } } }, async (request, reply) => {
    const { body } = request;
    const { library } = services.directory;
    const asked = await readAsked(body, request.through);
    // The second page shows these, and cannot mend them.
    if (Object.keys(asked.errors).length > 0) return startAgain(reply, asked, body);
    const { contact, errors } = readContact(body);
    const name = asked.known?.name ?? textOf(body, 'company', 120);
    const ticked = new Set(listOf(body, 'subjects'));
    const subjects = library.subjects.filter((subject) => ticked.has(subject.id));
    const facts = factsOf(asked, body);
    const faults: Errors = { ...errors };
    if (asked.known && textOf(body, 'own_company', 20) !== asked.siret) faults['own_company'] = 'Dites si c’est bien votre entreprise, ou corrigez le SIRET.';
    if (!name) faults['company'] = 'Indiquez le nom de l’entreprise.';
    if (subjects.length === 0) faults['subjects'] = 'Cochez au moins un sujet.';
    if (subjects.length > MOST_SUBJECTS) faults['subjects'] = 'Gardez trois sujets au plus : une autre demande pourra suivre.';
    if (!contact.email) faults['email'] ??= 'Indiquez une adresse électronique : elle reçoit le lien de suivi.';
    if (textOf(body, 'consent', 3) !== 'oui') faults['consent'] = 'Sans votre accord, nous ne pouvons rien transmettre.';
    Object.assign(faults, faultsOf(library, facts, asked.siret, dayOf(clock())));
    const again = async () => reply.code(422).page(await page(asked, body, faults));
    if (Object.keys(faults).length > 0) return again();

    const needs = subjects.map((subject) => ({ ...readNeed(subject, body), comment: '', chosen: null }));
    const company = { siret: asked.siret || undefined, name, facts, by: 'visitor', register: registerNote(asked.lookup, facts, clock()) } as const;
    const id = await receive(services, { company, seed: asked.seed, story: asked.story, contact, through: request.through }, needs);
    if (id === undefined) {
      faults['email'] = 'Trois demandes attendent déjà que cette adresse les confirme : ouvrez l’un des liens reçus.';
      return again();
    }
    const token = links.sign('company', id, addDays(clock(), config.linkDays));
    // No other page of the service opens in a frame.
    return reply.redirect(request.landing ? `/partenaires/${request.landing.slug}/merci/${token}` : `/suivi/${token}`, 303);
  });

  const startAgain = (reply: FastifyReply, { story, siret, commune, errors }: Asked, body: unknown, code = 422) =>
    reply
      .code(code)
      .page((frame) => startView({ ...start, frame, story, siret, commune: commune.value, errors, choices: commune.choices, subjects: wantedIn(body) }));

  /** The subjects that a partner's link named, as far as they are offered and still ticked. */
  function wantedIn(body: unknown) {
    const wanted = new Set(listOf(body, 'sujet', MOST_SUBJECTS));
    return services.directory.library.subjects.filter((subject) => wanted.has(subject.id));
  }

  /** The second page, as it is first shown and as it comes back with faults. */
  async function page(asked: Asked, body: unknown, errors?: Errors) {
    const { library } = services.directory;
    const { story, siret, seed, commune, known } = asked;
    const suggestions = library.suggest(story);
    const first = errors === undefined;
    const ticked = new Set(listOf(body, 'subjects'));
    const facts = factsOf(asked, body);
    const wanted = new Set(wantedIn(body).map((subject) => subject.id));

    async function choice(id: string, sure: boolean) {
      const subject = library.subject(id);
      if (!subject) return [];
      const { answers } = readNeed(subject, body);
      const isTicked = first ? sure || wanted.has(id) : ticked.has(id);
      const proposal = isTicked && commune.value.code ? await proposed(asked, facts, id, answers) : undefined;
      return [{ subject, ticked: isTicked, answers, proposal }];
    }
    const likely = suggestions.subjects.filter((one) => !wanted.has(one.subject));
    const suggested = (
      await Promise.all([...[...wanted].map((id) => choice(id, true)), ...likely.map((one) => choice(one.subject, one.sure))])
    ).flat();
    const named = new Set([...wanted, ...suggestions.subjects.map((one) => one.subject)]);
    const others: Parameters<typeof subjectsView>[0]['others'] = [];
    for (const theme of library.directory.themes) {
      const own = library.subjects.filter((subject) => subject.theme === theme.id && !named.has(subject.id));
      const choices = (await Promise.all(own.map((subject) => choice(subject.id, false)))).flat();
      if (choices.length > 0) others.push({ theme, choices });
    }
    const values = Object.fromEntries(
      ['company', 'headcount_band', 'name', 'phone', 'email'].flatMap((field) => {
        const text = textOf(body, field, 200);
        return text ? [[field, text] as const] : [];
      }),
    );
    return (frame: Frame) =>
      subjectsView({
        frame,
        story,
        siret,
        seed,
        wanted: [...wanted],
        commune: commune.value,
        known,
        lookup: asked.lookup.is,
        owned: textOf(body, 'own_company', 20) === siret,
        asks: asksFor(known ? completed({}, known).facts : {}),
        suggested,
        others,
        sure: suggestions.sure,
        remarks: library.remarks(story).map((remark) => remark.text),
        values,
        activities: listOf(body, 'activities', 10),
        errors,
      });
  }

  async function readAsked(body: unknown, through: Through | undefined): Promise<Asked> {
    const { library } = services.directory;
    const story = textOf(body, 'story', LONGEST_STORY);
    // Typed, or chosen among what the register found.
    const siret = readSiret(body) || textOf(body, 'siret_choice', 14);
    const given = textOf(body, 'seed', 36);
    const seed = isUuid(given) ? given : randomUUID();
    const errors: Errors = {};
    if (!story) errors['story'] = 'Dites-nous en quelques mots ce dont vous avez besoin.';
    const fault = siretFault(library, siret, dayOf(clock()));
    if (fault) errors['siret'] = fault;
    const isBlank = textOf(body, 'commune', 120) === '';
    const asked = await lookUp(services, fault ? '' : siret, readPlace(library, body), isBlank);
    return { ...asked, story, siret, seed, errors: { ...asked.errors, ...errors }, origin: through?.origin };
  }

  /** What is known of the company: by the register, and by what it says where the register says nothing. */
  function factsOf({ known, commune }: Asked, body: unknown): Facts {
    const { code } = commune.value;
    const said = readFacts(body, code);
    if (!known) return said;
    const { facts } = completed({}, known);
    const asks = asksFor(facts);
    return {
      commune: code,
      ...facts,
      ...(asks.headcount && said.headcountBand && { headcountBand: said.headcountBand }),
      ...(asks.activities && said.activities && { activities: said.activities }),
    };
  }

  async function proposed(asked: Asked, facts: Facts, subject: string, answers: Answers) {
    const options = { perInstitution: config.perInstitution, load: await openLoad(database) };
    const id = `${asked.seed}:${subject}`;
    const need = { ...facts, id, ...(asked.siret && { siret: asked.siret }), subject, answers, on: dayOf(clock()), origin: asked.origin ?? 'portal' };
    return propose(services.directory.library, need, options);
  }
}

/** What the register leaves open, and the company is asked for. */
const asksFor = (facts: Partial<Facts>) => ({
  headcount: facts.headcount === undefined && facts.headcountBand === undefined,
  activities: facts.activities === undefined,
});
