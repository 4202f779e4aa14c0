/** What becomes of a proposal. A second person puts it in service; whoever made it may only take it back. */

import { audit } from '../../store/audit.js';
import { decideProposal, lockProposal, proposalById, type Decision } from '../../store/directory-proposals.js';
import { addVersion, dropLooseContents, latestVersion, lockVersions } from '../../store/directory-versions.js';
import type { Queries } from '../../database/index.js';
import { openContent, sizeOf } from '../directory-content.js';
import type { Services } from '../index.js';
import type { Proposal } from './proposals.js';
import type { Result } from './types.js';

export type Approval =
  | 'approved'
  /** Its author, or somebody who is no second person of steering. */
  | 'own'
  /** Another directory is in service than the one that it was compared with. */
  | 'stale'
  /** What was looked at is not what is proposed now. */
  | 'changed'
  /** Errors stand in the way, or nothing would change. */
  | 'empty'
  /** Somebody decided before. */
  | 'decided';

/** Puts a proposal in service, for all processes at once. `shown` is the digest of what the approver read. */
export async function approve(services: Services, account: string, id: string, shown: string): Promise<Approval> {
  const { database, clock } = services;
  const before = await proposalById<Result>(database, id);
  // Opened once more, outside of the transaction: what cannot be opened never comes into service.
  const size = before?.status === 'open' && before.digest === shown ? sizeOf((await openContent(database, shown)).directory) : undefined;
  const outcome = await database.transaction(async (tx): Promise<Approval> => {
    await lockVersions(tx);
    await lockProposal(tx, id);
    const proposal = await proposalById<Result>(tx, id);
    if (proposal?.status !== 'open') return 'decided';
    if (proposal.author_id === account || !(await steers(tx, account))) return 'own';
    const latest = await latestVersion(tx);
    if (!latest || latest.number !== proposal.base) return 'stale';
    if (!proposal.digest || proposal.digest === latest.digest) return 'empty';
    if (proposal.digest !== shown || !size) return 'changed';
    await addVersion(tx, {
      number: latest.number + 1,
      digest: proposal.digest,
      source: proposal.source,
      proposal: id,
      account: null,
      at: clock(),
      numbers: size,
    });
    await decideProposal(tx, id, { status: 'approved', by: account, reason: null }, clock());
    await audit(tx, { actor: `account:${account}`, action: 'directory_approved', at: clock(), detail: `${latest.number + 1} ${id}` });
    return 'approved';
  });
  await services.directory.follow();
  return outcome;
}

/** Whether the account may still steer: one that was disabled meanwhile is nobody's second. */
async function steers(tx: Queries, account: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from accounts where id = $1 and role = 'steering' and disabled_at is null for share`, [account]);
  return rows.length > 0;
}

/** Closes a proposal that does not come to be: refused with a reason, or taken back by its author. */
export async function close(services: Services, proposal: Proposal, decision: Decision): Promise<boolean> {
  const { database, clock } = services;
  return database.transaction(async (tx) => {
    await lockVersions(tx);
    await lockProposal(tx, proposal.id);
    if (!(await decideProposal(tx, proposal.id, decision, clock()))) return false;
    await dropLooseContents(tx);
    const actor = decision.by ? `account:${decision.by}` : 'service';
    await audit(tx, { actor, action: `directory_${decision.status}`, at: clock(), detail: proposal.id });
    return true;
  });
}
