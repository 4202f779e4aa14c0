/** A proposal: what it changes, and what becomes of it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services/index.js';
import { approve, close, type Approval } from '../../services/workshop/decisions.js';
import { recompute, type Proposal } from '../../services/workshop/proposals.js';
import type { Departure, Result } from '../../services/workshop/types.js';
import { institutionNames } from '../../services/workshop/names.js';
import { audit } from '../../store/audit.js';
import { proposalById, sheetAt, sheetNames, type Departures } from '../../store/directory-proposals.js';
import { latestVersion } from '../../store/directory-versions.js';
import type { Cell } from '../../services/csv.js';
import type { Errors } from '../../views/forms.js';
import { proposalView } from '../../views/steering/workshop/proposal.js';
import { changeRows, findingRows, needRows } from '../../views/steering/workshop/tables.js';
import { sendCsv } from '../../web/download.js';
import { isUuid, listOf, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { readingIn, sheetNames as namesIn } from './directory-sheets.js';

const TABLES: readonly (readonly [name: string, rows: (result: Result) => Cell[][]])[] = [
  ['remarques', findingRows],
  ['changements', changeRows],
  ['besoins', needRows],
];

export function proposalRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, directory } = services;

  const proposalIn = async (request: FastifyRequest): Promise<Proposal> => {
    const { id } = request.params as { id: string };
    const proposal = isUuid(id) ? await proposalById<Result>(database, id) : undefined;
    if (!proposal) throw new NotFound();
    return proposal;
  };

  app.get('/pilotage/annuaire/propositions/:id', async (request, reply) => shown(request, reply, await proposalIn(request)));

  for (const [name, rowsOf] of TABLES) {
    app.get(`/pilotage/annuaire/propositions/:id/${name}.csv`, async (request, reply) => {
      const { id, result } = await proposalIn(request);
      if (!result) throw new NotFound();
      return sendCsv(reply, { what: `annuaire-${name}`, filters: [['proposition', id.slice(0, 8)]], rows: rowsOf(result) });
    });
  }

  app.get('/pilotage/annuaire/propositions/:id/feuilles/:position', async (request, reply) => {
    const { position } = request.params as { position: string };
    const proposal = await proposalIn(request);
    const sheet = /^\d$/.test(position) ? await sheetAt(database, proposal.id, Number(position)) : undefined;
    if (!sheet) throw new NotFound();
    await audit(database, { actor: `account:${account(request).id}`, action: 'directory_sheet_read', at: clock(), detail: proposal.id });
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(sheet.name)}`)
      .send(Buffer.from(sheet.bytes));
  });

  app.post('/pilotage/annuaire/propositions/:id', async (request, reply) => {
    const proposal = await proposalIn(request);
    const own = proposal.author_id === account(request).id;
    const step = textOf(request.body, 'suite', 20);
    if (step === 'approuver') return approved(request, reply, proposal);
    if (step === 'refuser') return refused(request, reply, proposal);
    if (step === 'recalculer') return recomputed(request, reply, proposal, proposal);
    // The rest is its author's.
    if (!own) throw new NotFound();
    if (step === 'retirer') {
      const done = await close(services, proposal, { status: 'withdrawn', by: account(request).id, reason: null });
      return reply.redirect(`/pilotage/annuaire?fait=${done ? 'proposition-retiree' : 'a-jour'}`, 303);
    }
    if (step === 'departs') {
      return recomputed(request, reply, proposal, { ...proposal, departures: departuresIn(request.body, proposal.result?.departures ?? []) });
    }
    if (step === 'lecture' && proposal.source === 'sheets') {
      const { institution, chosen, whole, lenient } = readingIn(request.body);
      const known = institution !== '*' && directory.library.directory.institution(institution) !== undefined;
      return recomputed(request, reply, proposal, {
        institution: known ? institution : null,
        chosen: namesIn(chosen),
        whole,
        lenient,
        departures: null,
      });
    }
    throw new NotFound();
  });

  async function approved(request: FastifyRequest, reply: FastifyReply, proposal: Proposal): Promise<FastifyReply> {
    const outcome = await approve(services, account(request).id, proposal.id, textOf(request.body, 'shown', 64));
    return reply.redirect(`${outcome === 'approved' ? '/pilotage/annuaire' : addressOf(proposal)}?fait=${TOLD[outcome]}`, 303);
  }

  async function refused(request: FastifyRequest, reply: FastifyReply, proposal: Proposal): Promise<FastifyReply> {
    const { id } = account(request);
    // Whoever made it takes it back; a refusal is somebody else's, with a reason.
    if (proposal.author_id === id) throw new NotFound();
    const reason = textOf(request.body, 'reason', 1000);
    if (!reason) return shown(request, reply.code(422), proposal, { reason: 'Dites pourquoi : son auteur doit savoir quoi corriger.' });
    const done = await close(services, proposal, { status: 'rejected', by: id, reason });
    return reply.redirect(`/pilotage/annuaire?fait=${done ? 'proposition-refusee' : 'a-jour'}`, 303);
  }

  async function recomputed(request: FastifyRequest, reply: FastifyReply, proposal: Proposal, choice: Parameters<typeof recompute>[3]): Promise<FastifyReply> {
    const done = proposal.status === 'open' && (await recompute(services, account(request).id, proposal, choice));
    return reply.redirect(`${addressOf(proposal)}?fait=${done ? 'recalculee' : 'a-jour'}`, 303);
  }

  async function shown(request: FastifyRequest, reply: FastifyReply, proposal: Proposal, errors?: Errors): Promise<FastifyReply> {
    const latest = await latestVersion(database);
    const sheets = await sheetNames(database, proposal.id);
    return reply.page((frame) =>
      proposalView({
        frame,
        proposal,
        sheets,
        account: account(request).id,
        version: latest?.number ?? 0,
        changes: proposal.digest !== latest?.digest,
        pages: { page: textOf(request.query, 'page', 6), remarques: textOf(request.query, 'remarques', 6) },
        institutions: directory.library.directory.institutions.map((one) => [one.id, one.name] as const),
        nameOf: institutionNames(services),
        errors,
      }),
    );
  }
}

const addressOf = ({ id }: Proposal): string => `/pilotage/annuaire/propositions/${id}`;

const TOLD: Readonly<Record<Approval, string>> = {
  approved: 'annuaire-approuve',
  own: 'proposition-propre',
  stale: 'proposition-perimee',
  changed: 'proposition-changee',
  empty: 'proposition-vide',
  decided: 'a-jour',
};

/** More boxes than a page of departures has are no form of ours. */
const MOST_TICKED = 5000;

/** Who was ticked among those who could be; an institution's box stands for all of its own. */
function departuresIn(body: unknown, departures: readonly Departure[]): Departures {
  const ticked = new Set(listOf(body, 'departures', MOST_TICKED));
  const all = new Set(listOf(body, 'departures_of', MOST_TICKED));
  const of = (list: Departure['list']): string[] =>
    departures
      .filter((one) => one.list === list && (ticked.has(`${list}:${one.id}`) || all.has(one.institution)))
      .map((one) => one.id);
  return { antennes: of('antennes'), experts: of('experts') };
}
