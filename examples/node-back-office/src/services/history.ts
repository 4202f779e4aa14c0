/** What happened to needs, told in order, for whoever may see them. */

import { labels, type ReferralEvent } from '../library.js';
import { datedEventsOf, referralsOf, type ReferralRow } from '../store/referrals.js';
import { remarksOf } from '../store/remarks.js';
import { answeredAt } from '../store/surveys.js';
import { transfersOf, type TransferRow } from '../store/transfers.js';
import { wavesOf, type SentWave } from '../store/waves.js';
import { surveyOf } from './surveys.js';
import type { Queries } from '../database/index.js';
import type { Moment } from '../views/parts/timeline.js';

export interface History {
  referrals: ReferralRow[];
  events: ReferralEvent[];
  moments: Moment[];
}

export async function historyOf(db: Queries, need: string): Promise<History> {
  const referrals = await referralsOf(db, [need]);
  const dated = await datedEventsOf(db, need);
  const transfers = await transfersOf(db, referrals.map((referral) => referral.id));
  const nameAt = ({ referral, seq }: ReferralEvent): string => nameOf(referrals, transfers, referral, seq);
  const remarks = await remarksOf(db, need);
  const waves = await wavesOf(db, need);
  const moments: Moment[] = [];
  for (const { event, at } of dated) {
    const before = moments.at(-1);
    // Sent to several at once is one moment.
    if (event.kind === 'sent' && before?.sentTo !== undefined && before.at.getTime() === at.getTime()) {
      before.sentTo += 1;
      before.what = `${before.wave ?? ''}transmise à ${before.sentTo} experts`;
      continue;
    }
    const words = remarks.find((one) => one.referral_id === event.referral && one.at.getTime() === at.getTime());
    moments.push(
      event.kind === 'sent'
        ? { at, who: 'Demande', what: `${waveAt(waves, at)}transmise à ${nameAt(event)}`, sentTo: 1, wave: waveAt(waves, at) }
        : { at, who: nameAt(event), what: told(event, transfers), words: words?.text },
    );
  }
  const survey = await surveyMoment(db, need);
  return { referrals, events: dated.map((one) => one.event), moments: survey ? [...moments, survey] : moments };
}

/** Who had a referral when an event happened: it may have gone over since. */
function nameOf(referrals: readonly ReferralRow[], transfers: readonly TransferRow[], referral: string, seq: number): string {
  const next = transfers.find((one) => one.referral_id === referral && one.seq >= seq);
  return next?.from_name ?? referrals.find((one) => one.id === referral)?.expert_name ?? '';
}

/** Which wave left at a moment, and why, before what it did. */
function waveAt(waves: readonly SentWave[], at: Date): string {
  const wave = waves.find((one) => one.at.getTime() === at.getTime());
  if (!wave) return '';
  return wave.number === 1 ? 'vague 1, ' : `vague ${wave.number} (${labels.waveCause[wave.cause].toLowerCase()} ; ${labels.waveStep[wave.step].toLowerCase()}), `;
}

async function surveyMoment(db: Queries, need: string): Promise<Moment | undefined> {
  const survey = await surveyOf(db, need);
  const at = await answeredAt(db, need);
  if (!survey?.answeredOn || !at) return undefined;
  const said = [
    survey.calledBack ? 'rappelée' : 'pas rappelée',
    ...(survey.useful === undefined ? [] : [survey.useful ? 'échange utile' : 'échange pas utile']),
    ...(survey.outcomes ?? []).map((outcome) => labels.surveyOutcome[outcome].toLowerCase()),
  ];
  return { at, who: 'L’entreprise, à l’enquête', what: said.join(', ') };
}

function told(event: ReferralEvent, transfers: readonly TransferRow[]): string {
  if (event.kind === 'transferred') {
    const to = transfers.find((one) => one.referral_id === event.referral && one.seq === event.seq);
    return `transférée à ${to?.to_name ?? ''}`;
  }
  const label = labels.referralState[event.to].toLowerCase();
  return event.reason ? `${label} (${labels.refusalReason[event.reason].toLowerCase()})` : label;
}
