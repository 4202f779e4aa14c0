/** Loaded into the service's process, before the service: tells whoever started it how long its event loop was kept. */

import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

process.on('message', (asked) => {
  // What blocked the loop is counted at its next turn.
  setTimeout(() => {
    process.send?.(asked === 'read' ? delay.max / 1e6 - RESOLUTION_MS : 0);
    delay.reset();
  }, 5);
});
process.channel?.unref();
