/** Starts the service: `node dist/src/main.js`. */

import { buildApp } from './app.js';
import { ConfigError, missingLegal, readConfig } from './config.js';
import { openDatabase } from './database/index.js';
import { demoDirectory } from './demo/directory.js';
import { prepareDemo } from './demo/index.js';
import { DirectoryError } from './library.js';
import { startScheduler } from './scheduler/index.js';
import { startServices, type Services } from './services/index.js';
import { warmImpact } from './services/figures/impact.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.demo) config.directory = await demoDirectory(config, new Date());
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder });
  const report = (error: unknown): void => console.error(error);
  const services = await startServices(config, database, () => new Date(), report).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const closing = async (): Promise<void> => {
    await services.worker.stop();
    await services.figures.stop();
    await database.close();
  };
  try {
    await serve(services, closing);
  } catch (error) {
    // What was started keeps a process alive, and nobody would start another in its place.
    await closing();
    throw error;
  }
}

async function serve(services: Services, closing: () => Promise<void>): Promise<void> {
  const { config, report } = services;
  const app = await buildApp(services);
  const accounts = config.demo ? await prepareDemo(services, (words) => console.log(words)) : [];
  const address = await app.listen({ host: config.host, port: config.port });

  let stopping = false;
  services.worker.wake();
  const scheduler = startScheduler(services);
  // The first who looks at figures need not wait for all of them to be read.
  warmImpact(services).catch((error: unknown) => void (stopping || report(error)));
  // Requests follow the directory in service by themselves; what runs without one does so by this.
  const following = setInterval(() => void services.directory.follow().catch(report), 5000);

  console.log(`\n${config.serviceName} : ${config.baseUrl}${address === config.baseUrl ? '' : ` (${address})`}`);
  for (const line of accounts) console.log(line);
  const owed = missingLegal(config.legal);
  if (config.production && owed.length > 0) console.error(`${owed.join(', ')} : à régler, les pages légales disent qu’il manque.`);
  if (config.production && !config.smtpUrl) console.error('SMTP_URL n’est pas réglé : aucun message ne part.');

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(following);
    await app.close();
    await scheduler.stop();
    await closing();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(`Réglage : ${error.message}`);
  else if (error instanceof DirectoryError) {
    console.error('L’annuaire est refusé :');
    for (const one of error.diagnostics) console.error(`  ${one.file ?? ''}:${one.line ?? ''} ${one.code} ${one.message}`);
  } else console.error(error);
  process.exitCode = 1;
});
