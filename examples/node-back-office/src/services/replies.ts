/** Where replies to messages go: nobody reads the address that sends them. */

import type { Diagnosis } from '../store/diagnoses.js';
import type { Services } from './index.js';

/** To the adviser who follows a diagnosis, while they are there; else to the service, where it has an address for that. */
export const repliesTo = ({ config }: Pick<Services, 'config'>, { adviserEmail, adviserLeft }: Diagnosis): string | null =>
  (adviserLeft ? null : adviserEmail) ?? config.replyTo ?? null;
