/** Runs what is due once, or tells what would leave: `npm run schedule -- [--dry-run] [TASK]`. For a host's own timer. */

import { ConfigError, readConfig } from './config.js';
import { openDatabase } from './database/index.js';
import { rehearse } from './scheduler/dry-run.js';
import { runDue, runNow } from './scheduler/run.js';
import { taskOf, TASKS } from './scheduler/tasks.js';
import { startServices } from './services/index.js';
import { messageKind } from './views/steering/message-kind.js';

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const dry = given.includes('--dry-run');
  const names = given.filter((one) => one !== '--dry-run');
  const tasks = names.map(taskOf);
  if (given.some((one) => one.startsWith('-') && one !== '--dry-run') || names.length > 1 || tasks.includes(undefined)) {
    console.error(`npm run schedule -- [--dry-run] [${TASKS.map((task) => task.id).join('|')}]`);
    process.exitCode = 2;
    return;
  }
  const config = readConfig(process.env);
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder });
  try {
    const services = await startServices(config, database, () => new Date(), (error) => console.error(error));
    const [only] = tasks;
    if (dry) {
      for (const task of only ? [only] : TASKS) {
        const { items, left } = await rehearse(services, task);
        console.log(`${task.id}\t${items.length + left}`);
        for (const { what, messages, failed } of items) {
          console.log(`  ${what}${failed ? `\t${failed}` : ''}`);
          for (const { key, recipient } of messages) console.log(`    ${messageKind(key)}\t${recipient}`);
        }
      }
    } else {
      const runs = only ? [await runNow(services, only, 'service')] : await runDue(services);
      for (const run of runs) {
        console.log(run ? `${run.task}\t${run.items}\t${run.messages}\t${run.failed}` : 'Un autre passage est en cours.');
        if (!run || run.failed > 0) process.exitCode = 1;
      }
      await services.worker.drain();
    }
    await services.worker.stop();
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? `Réglage : ${error.message}` : error);
  process.exitCode = 1;
});
