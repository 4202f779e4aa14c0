/** Looks every so often at what is due. Several processes may: the lease lets one of them run. */

import type { Services } from '../services/index.js';
import { runDue } from './run.js';

export interface Scheduler {
  /** Ends after the run under way. */
  stop(): Promise<void>;
}

const MOST_SECONDS_BETWEEN = 30;

export function startScheduler(services: Services): Scheduler {
  let stopped = false;
  let round: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    round = round.then(() => (stopped ? undefined : runDue(services))).catch(services.report);
  };
  look();
  const seconds = Math.min(MOST_SECONDS_BETWEEN, services.config.scheduleLease);
  const timer = setInterval(look, seconds * 1000);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
