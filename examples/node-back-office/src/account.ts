/** Adds an account, or changes one: `npm run account -- adviser ADDRESS NAME`. The password comes on the input. */

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { readConfig } from './config.js';
import { openDatabase } from './database/index.js';
import { LEAST_PASSWORD } from './security/passwords.js';
import { saveAccount } from './store/accounts.js';
import { removeSecondFactor } from './store/second-factors.js';

const [role, email, name] = process.argv.slice(2);
if ((role !== 'adviser' && role !== 'steering') || !email?.includes('@') || !name) {
  console.error('npm run account -- adviser|steering ADDRESS NAME');
  process.exit(2);
}
// What is typed is not shown.
const output = new Writable({ write: (_chunk, _encoding, done) => done() });
const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
process.stderr.write(`Mot de passe (${LEAST_PASSWORD} caractères au moins) : `);
const password = await lines.question('');
process.stderr.write('\n');
lines.close();
if (password.length < LEAST_PASSWORD) {
  console.error('Trop court : rien n’est changé.');
  process.exit(1);
}
const config = readConfig(process.env);
const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder });
const dropped = await database.transaction(async (tx) => {
  const id = await saveAccount(tx, { email, name, role, password }, new Date());
  // Whoever may do this may read the database: it is the way back in where a telephone is lost and nobody else steers.
  return removeSecondFactor(tx, id);
});
await database.close();
console.error(`${email} peut se connecter.${dropped ? ' Son second facteur est retiré.' : ''}`);
