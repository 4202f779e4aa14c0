/** The service as it was at another time, which sends nothing by itself. */

import type { Services } from '../services/index.js';

const IDLE: Services['worker'] = { wake: () => {}, drain: async () => 0, stop: async () => {} };

export const servicesAt = (services: Services, at: Date): Services => ({ ...services, clock: () => at, worker: IDLE });
