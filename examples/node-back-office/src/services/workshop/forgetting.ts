/**
 * Directories name people. What is not in service any more is forgotten as other personal data is; proposals that nobody
 * decides on do not wait for ever.
 */

import { addDays } from '../../clock.js';
import type { Queries } from '../../database/index.js';
import { audit } from '../../store/audit.js';
import { decideProposal } from '../../store/directory-proposals.js';
import { dropLooseContents, lockVersions } from '../../store/directory-versions.js';
import type { Services } from '../index.js';

/** Days after which a proposal that nobody decided on is closed. */
export const PROPOSAL_DAYS = 60;

/** What was decided on, or left service, before `limit` names nobody any more. */
export async function forgetDirectories({ clock }: Pick<Services, 'clock'>, tx: Queries, limit: Date): Promise<void> {
  await lockVersions(tx);
  const late = await tx.query<{ id: string }>(
    `select id from directory_proposals where status = 'open' and created_at <= $1 for update`,
    [addDays(clock(), -PROPOSAL_DAYS)],
  );
  for (const { id } of late) {
    await decideProposal(tx, id, { status: 'expired', by: null, reason: null }, clock());
    await audit(tx, { actor: 'service', action: 'directory_expired', at: clock(), detail: id });
  }
  await tx.query('update directory_proposals set result = null, reason = null where decided_at < $1', [limit]);
  // A directory was in service until the next version: who left it before the limit is named nowhere.
  await tx.query(
    `update directory_contents set document = null
      where document is not null
        and exists (select from directory_versions where digest = directory_contents.digest)
        and not exists (select from directory_proposals where digest = directory_contents.digest and status = 'open')
        and not exists (
          select from directory_versions version
           where version.digest = directory_contents.digest
             and coalesce((select next.at from directory_versions next where next.number = version.number + 1), $1) >= $1)`,
    [limit],
  );
  await dropLooseContents(tx);
}
