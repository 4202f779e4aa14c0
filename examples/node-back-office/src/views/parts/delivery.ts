/** Where the messages to an expert stand, as far as an adviser has to know. */

import type { Delivery } from '../../store/outbox.js';

export interface DeliveryLabel {
  text: string;
  tag: 'bad' | 'wait' | 'plain';
}

/** Nothing where every message left, or where one of several did. */
export function deliveryOf(deliveries: readonly Delivery[], referral: string): DeliveryLabel | undefined {
  const states = deliveries.filter((one) => one.referral === referral).map((one) => one.status);
  if (states.length === 0) return { text: 'sans adresse : à joindre vous-même', tag: 'bad' };
  if (states.some((state) => state === 'sent' || state === 'shown')) return undefined;
  if (states.every((state) => state === 'refused')) return { text: 'message refusé : à joindre vous-même', tag: 'bad' };
  if (states.some((state) => state === 'in_doubt')) return { text: 'message incertain', tag: 'wait' };
  return { text: 'message en route', tag: 'plain' };
}
