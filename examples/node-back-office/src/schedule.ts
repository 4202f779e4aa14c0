/** Runs what is due once, or tells what would leave: `npm run schedule -- [--dry-run] [TASK]`. For a host's own timer. */

import { ConfigError, readConfig } from './config.js';
import { openDatabase } from './database/index.js';
import { rehearse } from './scheduler/dry-run.js';
import { runDue, runNow } from './scheduler/run.js';
import type { Task } from './scheduler/task.js';
import { taskOf, TASKS } from './scheduler/tasks.js';
import { startServices, type Services } from './services/index.js';
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
    try {
      await (dry ? tell : run)(services, tasks[0]);
    } finally {
      await services.worker.stop();
      await services.figures.stop();
    }
  } finally {
    await database.close();
  }
}

async function tell(services: Services, only: Task | undefined): Promise<void> {
  // What waits in the outbox is left there: this shell may not even know the mail server.
  await services.worker.stop();
  for (const task of only ? [only] : TASKS) {
    const { items, left } = await rehearse(services, task);
    console.log(`${task.id}\t${items.length + left}`);
    for (const { what, messages, failed } of items) {
      console.log(`  ${what}${failed ? `\t${failed}` : ''}`);
      for (const { key, recipient } of messages) console.log(`    ${messageKind(key)}\t${recipient}`);
    }
  }
}

async function run(services: Services, only: Task | undefined): Promise<void> {
  const runs = only ? [await runNow(services, only, 'service')] : await runDue(services);
  for (const one of runs) {
    console.log(one ? `${one.task}\t${one.items}\t${one.messages}\t${one.failed}` : 'Un autre passage est en cours.');
    if (!one || one.failed > 0) process.exitCode = 1;
  }
  await services.worker.drain();
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? `Réglage : ${error.message}` : error);
  process.exitCode = 1;
});
