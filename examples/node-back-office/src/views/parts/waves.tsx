/** To whom a need went, a few at a time, and who follows when. */

import { labels, type Wave } from '../../library.js';
import type { SentWave } from '../../store/waves.js';
import { dayAndTime, longDay, many } from '../labels.js';

export interface FollowedWaves {
  sent: readonly SentWave[];
  size: number;
  days: number;
  /** What comes next, by the library; nothing where all is erased or closed. */
  next: Pick<Wave, 'step' | 'cause' | 'since'> | undefined;
  /** Who would be alerted then, as things stand. */
  names: readonly string[];
  nobodyLeftOn: string | null;
  /** Whether the service sends them by itself. */
  running: boolean;
}

export function WavesPart({ waves }: { waves: FollowedWaves }) {
  const { sent, size, days } = waves;
  return (
    <details>
      <summary>
        {many(sent.length, 'vague', 'vagues')} sur {many(size, 'expert')} au plus
      </summary>
      <ul>
        {sent.map((wave) => (
          <li>
            Vague {wave.number}, {dayAndTime(wave.at)} : {wave.names.join(' ; ')}
            {wave.number > 1 && <small> ({labels.waveCause[wave.cause].toLowerCase()} ; {labels.waveStep[wave.step].toLowerCase()})</small>}
          </li>
        ))}
      </ul>
      <p>{nextOf(waves, days)}</p>
    </details>
  );
}

function nextOf({ next, names, nobodyLeftOn, running }: FollowedWaves, days: number): string {
  if (nobodyLeftOn) return `Plus personne à alerter depuis le ${longDay(nobodyLeftOn)} : l’entreprise en est prévenue. Choisissez quelqu’un d’autre, ou appelez-la.`;
  if (!next || next.step === 'settled') return 'Quelqu’un s’en occupe : aucune autre vague ne part.';
  const who = names.length > 0 ? names.join(' ; ') : 'plus personne dans l’annuaire : vous en serez prévenu, et l’entreprise aussi';
  if (!running) return `Les vagues sont arrêtées par le pilotage : rien ne part tout seul. Suivants possibles : ${who}.`;
  const when = next.step === 'wait' && next.since ? `Le ${longDay(next.since)}, si personne n’a bougé en ${many(days, 'jour')}` : 'Au prochain passage';
  // Charges and absences move until then.
  return `${when}, en l’état actuel : ${who}.`;
}
