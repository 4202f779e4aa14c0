/** Proposals: made of sheets, of files or of a version of before; worked out again when the directory in service moved on. */

import { addDays, dayOf } from '../../clock.js';
import type { Queries } from '../../database/index.js';
import type { AskedNeed } from '../../library.js';
import { audit } from '../../store/audit.js';
import {
  addProposal,
  addSheets,
  lockProposal,
  proposalById,
  saveComputed,
  sheetsOf,
  type Computed,
  type KeptSheet,
  type ProposalRow,
  type ReadingChoice,
} from '../../store/directory-proposals.js';
import { dropLooseContents, keepContent, latestVersion, lockVersions, versionOf, type VersionSource } from '../../store/directory-versions.js';
import { routedNeeds } from '../../store/routed-needs.js';
import { contentFrom, jsonOf, type Content } from '../directory-content.js';
import type { Services } from '../index.js';
import { acceptedAnswers } from '../questions.js';
import type { Result, Task } from './types.js';

export type Proposal = ProposalRow<Result>;

/** How far back needs are tried on. */
export const TRIED_DAYS = 30;

const NO_CHOICE: ReadingChoice = { institution: null, chosen: [], whole: false, lenient: false, departures: null };

/** Proposes what sheets say; the answer is the proposal's id. */
export async function proposeSheets(
  services: Services,
  author: string,
  files: readonly KeptSheet[],
  choice: Omit<ReadingChoice, 'departures'>,
): Promise<string> {
  const chosen: ReadingChoice = { ...choice, departures: null };
  return added(services, author, { source: 'sheets', choice: chosen, files });
}

/** Proposes the files of `DIRECTORY`, where what was approved stands above them. */
export const proposeFiles = async (services: Services, author: string): Promise<string> =>
  added(services, author, { source: 'files', choice: NO_CHOICE, files: [] });

/** Proposes that a version of before comes back. */
export const proposeReturn = async (services: Services, author: string, version: number): Promise<string> =>
  added(services, author, { source: 'return', choice: NO_CHOICE, files: [], returnsTo: version });

interface Origin {
  source: VersionSource;
  choice: ReadingChoice;
  files: readonly KeptSheet[];
  returnsTo?: number;
}

async function added(services: Services, author: string, origin: Origin): Promise<string> {
  const { computed, content } = await computedFrom(services, origin);
  return services.database.transaction(async (tx) => {
    await lockVersions(tx);
    if (content) await keepContent(tx, content.digest, content.document);
    const proposal = { ...origin.choice, ...computed, source: origin.source, author, returnsTo: origin.returnsTo ?? null };
    const id = await addProposal(tx, proposal, services.clock());
    await addSheets(tx, id, origin.files);
    await audit(tx, { actor: `account:${author}`, action: 'directory_proposed', at: services.clock(), detail: id });
    return id;
  });
}

/**
 * Works a proposal out again on the directory that is in service now, as its author chose or chooses. Who may choose is
 * for the caller to say. `false` where it is not open any more.
 */
export async function recompute(services: Services, account: string, proposal: Proposal, choice: ReadingChoice = proposal): Promise<boolean> {
  const files = await sheetsOf(services.database, proposal.id);
  const { source, returns_to } = proposal;
  const { computed, content } = await computedFrom(services, { source, choice, files, ...(returns_to !== null && { returnsTo: returns_to }) });
  return services.database.transaction(async (tx) => {
    await lockVersions(tx);
    await lockProposal(tx, proposal.id);
    const now = await proposalById<Result>(tx, proposal.id);
    // Somebody else was faster: what they see is not changed under their eyes.
    if (now?.status !== 'open' || now.digest !== proposal.digest || now.base !== proposal.base) return false;
    if (content) await keepContent(tx, content.digest, content.document);
    await saveComputed(tx, proposal.id, choice, computed);
    await dropLooseContents(tx);
    await audit(tx, { actor: `account:${account}`, action: 'directory_recomputed', at: services.clock(), detail: proposal.id });
    return true;
  });
}

async function computedFrom(services: Services, origin: Origin): Promise<{ computed: Computed; content: Content | undefined }> {
  const { database } = services;
  const latest = await latestVersion(database);
  if (!latest) throw new Error('no directory is in service');
  const { document, result, numbers } = await services.workshop.workOut({
    base: await jsonOf(database, latest.digest),
    ...(await proposed(services, origin)),
    needs: await neededLately(services, database),
    territory: services.config.territory,
  });
  const content = document === undefined ? undefined : await contentFrom(document);
  return { computed: { base: latest.number, digest: content?.digest ?? null, result, numbers }, content };
}

/** What is compared with the directory in service. */
async function proposed(services: Services, { source, choice, files, returnsTo = 0 }: Origin): Promise<Pick<Task, 'sheets' | 'whole'>> {
  if (source === 'sheets') {
    const { institution, chosen, whole, lenient, departures } = choice;
    return { sheets: { files, institution, chosen, whole, lenient, departures } };
  }
  if (source === 'files') return { whole: { path: services.config.directory } };
  const version = await versionOf(services.database, returnsTo);
  if (!version) throw new Error(`there is no version ${returnsTo}`);
  return { whole: { json: await jsonOf(services.database, version.digest) } };
}

/** The needs of the last month as if they came today. */
async function neededLately({ clock, directory }: Services, db: Queries): Promise<AskedNeed[]> {
  const on = dayOf(clock());
  const { library } = directory;
  const needs = await routedNeeds(db, dayOf(addDays(clock(), -TRIED_DAYS)), on);
  return needs
    .filter((need) => library.subject(need.subject))
    .map((need) => ({ ...need, on, answers: acceptedAnswers(library.subject(need.subject)?.questions ?? [], need.answers) }));
}
