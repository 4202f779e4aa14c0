/** The thread in which a proposal is worked out: it serves nobody, so that it may take its time. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './types.js';
import { workOut } from './work.js';

parentPort?.postMessage(await workOut(workerData as Task));
