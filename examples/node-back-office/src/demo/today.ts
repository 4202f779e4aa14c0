/** Plays the requests of these days, by the same services as the pages. */

import { addDays, dayOf } from '../clock.js';
import type { Facts } from '../library.js';
import { answer } from '../services/answers.js';
import { completed } from '../services/completing.js';
import type { Services } from '../services/index.js';
import { planOf } from '../services/plan.js';
import { confirm, receive } from '../services/reception.js';
import { registerNote } from '../services/register-note.js';
import { discard, reject, take } from '../services/reviewing.js';
import type { Lookup } from '../register/register.js';
import { createDiagnosis, diagnosisById } from '../store/diagnoses.js';
import { needsOf, saveNeeds, type DraftNeed } from '../store/needs.js';
import { referralsOf } from '../store/referrals.js';
import { servicesAt } from './past.js';
import { DRAFT, SCENES, type Scene } from './scenes.js';

export interface Advisers {
  adviser: string;
  colleague: string;
}

export async function playToday(services: Services, advisers: Advisers): Promise<void> {
  for (const scene of SCENES) await play(services, scene, advisers);
  await makeDraft(services, advisers.adviser);
}

/** When something happened, so many hours ago, and as many after that as have gone by. */
function later(services: Services, hoursAgo: number, hours = 0): Services {
  const now = services.clock();
  return servicesAt(services, new Date(Math.min(addDays(now, (hours - hoursAgo) / 24).getTime(), now.getTime())));
}

async function play(services: Services, scene: Scene, { adviser, colleague }: Advisers): Promise<void> {
  const at = (hours: number): Services => later(services, scene.hoursAgo, hours);
  const request = await deposit(at(0), scene);
  if (scene.fate === 'unconfirmed') return;
  const diagnosis = await diagnosisById(services.database, request);
  if (!diagnosis) throw new Error('a request that was just written is there');
  await confirm(at(0.2), request, (await planOf(at(0.2), services.database, diagnosis)).digest);
  switch (scene.fate) {
    case 'refused':
      return expertsAnswer(at, request, 'all');
    case 'taken_in_charge':
      return expertsAnswer(at, request, 'one');
    case 'taken':
      return void (await take(at(4), request, adviser));
    case 'taken_by_colleague':
      return void (await take(at(4), request, colleague));
    case 'erased':
      return void (await discard(at(4), request, adviser, 'spam'));
    case 'answered':
      return void (await reject(at(4), request, adviser, 'creation', ANSWER));
    case 'confirmed':
      return;
  }
}

const ANSWER =
  'Bonjour,\n\nNous aidons les entreprises qui existent déjà. Pour un projet, la chambre de commerce ou BGE vous reçoivent sans engagement.';

async function deposit(services: Services, scene: Scene): Promise<string> {
  const { company: name, siret, commune, seed, story, registerDown } = scene;
  const lookup: Lookup = registerDown ? { is: 'down' } : siret ? await services.register.find(siret) : { is: 'none' };
  const said: Facts = { commune, headcountBand: '01' };
  const facts: Facts = lookup.is === 'found' ? { ...said, ...completed({}, lookup.company).facts } : said;
  const company = { siret, name, facts, by: 'visitor', register: registerNote(lookup, facts, services.clock()) } as const;
  const contact = { name: 'Contact de l’entreprise', job: '', phone: '03 53 01 00 00', email: `${seed}@entreprise.example` };
  const id = await receive(services, { company, seed, story, contact }, needsAbout(services, scene.subjects));
  if (id === undefined) throw new Error('no mailbox of the demonstration has three requests');
  return id;
}

/** The subjects that the directory offers; its first where it has none of them. */
function needsAbout({ directory }: Services, subjects: readonly string[]): DraftNeed[] {
  const offered = subjects.filter((subject) => directory.library.offers(subject));
  const [first] = directory.library.subjects;
  return (offered.length > 0 ? offered : first ? [first.id] : []).map((subject) => ({ subject, comment: '', answers: {}, chosen: null }));
}

async function expertsAnswer(at: (hours: number) => Services, request: string, who: 'all' | 'one'): Promise<void> {
  const { database } = at(0);
  const needs = await needsOf(database, request);
  const referrals = (await referralsOf(database, needs.map(({ id }) => id))).sort((one, other) => (one.expert < other.expert ? -1 : 1));
  for (const [number, { id, expert }] of referrals.entries()) {
    const given =
      who === 'all'
        ? { to: 'not_for_me', reason: 'capacity', remark: number === 0 ? 'Complet jusqu’à la fin du mois, désolé.' : '' }
        : { to: 'taken_in_charge', remark: 'Rendez-vous pris jeudi avec le dirigeant.' };
    await answer(at(20 + number), id, expert, { ...given, seq: 1 });
    if (who === 'one') return;
  }
}

async function makeDraft(services: Services, adviser: string): Promise<void> {
  const at = later(services, DRAFT.hoursAgo);
  const lookup = await at.register.find(DRAFT.siret);
  const facts: Facts = { commune: DRAFT.commune, ...(lookup.is === 'found' && completed({}, lookup.company).facts) };
  const company = { siret: DRAFT.siret, name: DRAFT.company, facts, by: 'adviser', register: registerNote(lookup, facts, at.clock()) } as const;
  await services.database.transaction(async (tx) => {
    const id = await createDiagnosis(tx, { company, adviser, origin: 'adviser', seed: DRAFT.seed }, at.clock());
    const comment = `Visite du ${dayOf(at.clock()).split('-').reverse().join('/')} : veut remplacer deux machines anciennes.`;
    await saveNeeds(tx, id, needsAbout(at, DRAFT.subjects).map((need, number) => ({ ...need, comment: number === 0 ? comment : '' })));
  });
}
