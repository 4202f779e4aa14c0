/** What happened to a need, in order. */

import { dayAndTime } from '../labels.js';

export interface Moment {
  at: Date;
  /** Who, as the reader may know them. */
  who: string;
  what: string;
  words?: string | undefined;
  /** How many experts it was sent to at this moment. */
  sentTo?: number;
  /** Which wave that was, in words; blank where all were alerted at once. */
  wave?: string;
}

export function Timeline({ moments }: { moments: readonly Moment[] }) {
  if (moments.length === 0) return <p class="muted">Rien pour l’instant.</p>;
  return (
    <ol class="line">
      {moments.map((moment) => (
        <li>
          <small>{dayAndTime(moment.at)}</small>
          <br />
          {moment.who} : {moment.what}
          {moment.words && <blockquote class="words">{moment.words}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
