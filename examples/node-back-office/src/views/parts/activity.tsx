/** A company's activity in one nomenclature, among the facts of its card. */

import type { ComponentChildren } from 'preact';
import { activityText, type ToldActivity } from '../activities.js';

/** More correspondents than this are folded away: some codes have forty. */
const MOST_OPEN = 6;

export function ActivityPart({ activity, source }: { activity: ToldActivity; source?: ComponentChildren }) {
  const { nomenclature, known, corresponding } = activity;
  if (!known && !corresponding) return null;
  return (
    <>
      <dt>Activité ({nomenclature})</dt>
      <dd>
        {known && activityText(known)}
        {known && source}
        {corresponding && <CorrespondingPart {...corresponding} />}
      </dd>
    </>
  );
}

/** What a code of the other nomenclature corresponds to: told as that, never as a code of the company. */
function CorrespondingPart({ to, codes }: NonNullable<ToldActivity['corresponding']>) {
  const [only] = codes;
  if (only && codes.length === 1) {
    return (
      <span class="muted">
        Non renseignée : {to} correspond à {activityText(only)}
      </span>
    );
  }
  return (
    <details class="muted" open={codes.length <= MOST_OPEN}>
      <summary>
        Non renseignée : {to} correspond à l’un de ces {codes.length} codes
      </summary>
      <ul class="plain">
        {codes.map((code) => (
          <li class="muted">{activityText(code)}</li>
        ))}
      </ul>
    </details>
  );
}
