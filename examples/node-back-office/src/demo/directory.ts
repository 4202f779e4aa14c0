/**
 * The directory of the demonstration: a copy of the sample beside the data, to be changed and reloaded at will, in which
 * some experts are away these days, some with a substitute.
 */

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf } from '../clock.js';
import type { Config } from '../config.js';
import { Directory, type Expert } from '../library.js';
import { fromRoot } from '../root.js';

const SAMPLE = fromRoot('../hauts-de-france');
const ABSENCES = 'absences.csv';
/** Of those who have a colleague, one in so many is away. */
const ONE_IN = 12;

/** Where the directory is; another one that the settings name is left as it is. */
export async function demoDirectory(config: Config, now: Date): Promise<string> {
  if (config.directory !== SAMPLE) return config.directory;
  const folder = join(config.dataFolder, 'annuaire');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(SAMPLE)) if (file.endsWith('.csv')) copyFileSync(join(SAMPLE, file), join(folder, file));
  }
  // Written at each start: who is away is away today.
  writeFileSync(join(folder, ABSENCES), absences(await Directory.open(SAMPLE), now));
  return folder;
}

function absences({ experts }: Directory, now: Date): string {
  const [, ...sample] = readFileSync(join(SAMPLE, ABSENCES), 'utf8').trimEnd().split(/\r?\n/);
  const away = experts.filter((expert) => colleagueOf(experts, expert) !== undefined).filter((_, at) => at % ONE_IN === 0);
  const rows = away.map((expert, at) => {
    const substitute = at % 2 === 0 ? (colleagueOf(experts, expert)?.id ?? '') : '';
    return [expert.id, dayOf(addDays(now, -(at % 4))), dayOf(addDays(now, 3 + (at % 9))), substitute].join();
  });
  return `${['expert,from,until,substitute', ...sample.map((row) => `${row},`), ...rows].join('\n')}\n`;
}

/** Somebody else of the same antenne, who is not among those who may be away. */
function colleagueOf(experts: readonly Expert[], expert: Expert): Expert | undefined {
  if (!expert.id.endsWith('-2')) return undefined;
  const first = expert.id.slice(0, -2);
  return experts.find(({ id, antenne, active }) => id === first && antenne === expert.antenne && active);
}
