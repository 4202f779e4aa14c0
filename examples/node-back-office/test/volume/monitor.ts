/** Loaded into the service's process, before the service: tells whoever started it what it had to do. */

import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

let used = process.cpuUsage();

/** What happened since this was last asked, in milliseconds. */
export interface Load {
  /** The longest that the event loop was kept. */
  blocked: number;
  /** What the process computed, in all of its threads: the same on a busy machine as on a quiet one. */
  computed: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage(used);
  // What blocked the loop is counted at its next turn.
  setTimeout(() => {
    process.send?.({ blocked: delay.max / 1e6 - RESOLUTION_MS, computed: (user + system) / 1000 } satisfies Load);
    delay.reset();
    used = process.cpuUsage();
  }, 5);
});
process.channel?.unref();
