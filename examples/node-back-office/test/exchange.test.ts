/** Advisers and experts write to each other on a need; experts say when they are away, and give needs to colleagues. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eraseDue } from '../src/services/retention.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { having, mails, pathIn, run, turnOn, type Mail } from './help/loop.js';
import { ask, diagnose, openLink, reply, seqIn } from './help/steps.js';
import { onPage } from './help/on-page.js';

/** Experts of one institution who answer `recruter` in Amiens, and of another. */
const ONE = 'apec-centre-d-amiens-recrutement-et-formation';
const COLLEAGUE = 'apec-centre-d-amiens-recrutement-et-formation-2';
/** A colleague elsewhere, who would not be found by themselves. */
const FAR = 'apec-centre-de-lille-recrutement-et-formation';
const ELSEWHERE = 'cap-emploi-somme-recrutement-et-formation';
const chosen = (...experts: string[]) => ({ 'shown:recruter': '1', 'experts:recruter': experts });

async function opened(office: TestApp, address: string, expert: string, substitute?: string) {
  const row = (await having(office, address)).find((one) => one.expert === expert);
  assert.ok(row, `${expert} has it`);
  const subject = [expert, row.id, substitute].filter(Boolean).join(' ');
  return { row, ...(await openLink(office, `/e/${office.services.links.sign('expert', subject, new Date('2030-01-01'))}`)) };
}

const emailOf = (office: TestApp, id: string): string => office.services.directory.library.expert(id)?.email ?? '';

for (const kind of DATABASES) {
  describe(`messages on a need, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let adviser: Browser;
    let address: string;
    const needOf = async (): Promise<string> => (await having(office, address))[0]?.need ?? '';
    before(async () => {
      office = await startApp({ kind });
      adviser = await office.signedIn('adviser', 'Marie');
      address = await diagnose(adviser, chosen(ONE, COLLEAGUE, ELSEWHERE));
    });

    test('an expert writes: the adviser and the colleagues of the network are told, the company is not', async () => {
      const { expert, address: page } = await opened(office, address, ONE);
      await expert.get(page);
      const told = await expert.follow(await expert.post(`${page}/messages`, { comment: 'Faut-il un contrat avant mars ?' }));
      assert.match(told.html, /Le message est enregistré ; 2 personnes en sont prévenues/);
      const [toAdviser] = await mails(office, 'adviser_comment');
      assert.equal(toAdviser?.recipient, 'marie@example.org');
      assert.match(toAdviser?.body_text ?? '', /Faut-il un contrat avant mars/);
      assert.deepEqual((await mails(office, 'expert_comment')).map((mail) => mail.recipient), [emailOf(office, COLLEAGUE)]);
      for (const html of [told.html, (await adviser.get(address)).html, (await opened(office, address, ELSEWHERE)).html]) {
        assert.match(html, /Faut-il un contrat avant mars/);
      }
      const all = await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'company\\_%'`);
      assert.ok(all.every((mail) => !mail.body_text.includes('Faut-il un contrat')));
    });

    test('the adviser answers everybody, or one; each by their own link', async () => {
      await adviser.get(address);
      const before = (await mails(office, 'expert_comment')).length;
      await adviser.post(`${address}/messages`, { need: await needOf(), comment: 'En avril.' });
      const everybody = (await mails(office, 'expert_comment')).slice(before);
      assert.deepEqual(everybody.map((mail) => mail.recipient).sort(), [ONE, COLLEAGUE, ELSEWHERE].map((id) => emailOf(office, id)).sort());
      for (const mail of everybody) {
        const { html } = await openLink(office, pathIn(mail.body_text, 'e'));
        assert.match(html, /En avril\./);
      }
      const rows = await having(office, address);
      const to = rows.find((one) => one.expert === ELSEWHERE)?.id ?? '';
      await adviser.post(`${address}/messages`, { need: await needOf(), to, comment: 'À vous seul.' });
      const one = (await mails(office, 'expert_comment')).slice(before + 3);
      assert.deepEqual(one.map((mail) => mail.recipient), [emailOf(office, ELSEWHERE)]);
    });

    test('the company sees none of it', async () => {
      const [company] = await mails(office, 'company_sent');
      const { html } = await office.visitor().get(pathIn(company?.body_text ?? '', 'suivi'));
      assert.doesNotMatch(html, /En avril|contrat avant mars|À vous seul/);
    });

    test('nobody writes on a need of others', async () => {
      const other = await office.signedIn('adviser');
      await other.get('/conseiller');
      assert.equal((await other.post(`${address}/messages`, { need: await needOf(), comment: 'x' })).status, 404);
      const own = await diagnose(other, chosen(ELSEWHERE));
      assert.equal((await other.post(`${own}/messages`, { need: await needOf(), comment: 'x' })).status, 404);
      const [mine] = await having(office, own);
      assert.equal((await other.post(`${own}/messages`, { need: mine?.need ?? '', to: (await having(office, address))[0]?.id ?? '', comment: 'x' })).status, 404);
      const { expert } = await opened(office, own, ELSEWHERE);
      const foreign = (await having(office, address)).find((one) => one.expert === ONE);
      assert.equal((await expert.post(`/expert/demandes/${foreign?.id}/messages`, { comment: 'x' })).status, 404);
    });

    test('its length and its number are bounded', async () => {
      await adviser.get(address);
      await adviser.post(`${address}/messages`, { need: await needOf(), comment: `${'x'.repeat(1999)}yz` });
      const [longest] = await office.database.query<{ text: string }>('select text from comments order by id desc limit 1');
      assert.equal(longest?.text, `${'x'.repeat(1999)}y`);
      const empty = await adviser.follow(await adviser.post(`${address}/messages`, { need: await needOf(), comment: '  ' }));
      assert.match(empty.html, /n’est pas enregistré/);
      const need = await needOf();
      const statuses = await Promise.all(Array.from({ length: 24 }, () => adviser.post(`${address}/messages`, { need, comment: 'encore' }).then((page) => page.status)));
      assert.ok(statuses.filter((status) => status === 429).length >= 6);
      const [count] = await office.database.query<{ n: number }>(`select count(*)::int as n from comments where author_name = 'Marie'`);
      assert.equal(count?.n, 20);
      office.later(0.05);
      adviser = await office.signedIn('adviser', 'Marie');
      await adviser.get(address);
      assert.equal((await adviser.post(`${address}/messages`, { need, comment: 'plus tard' })).status, 303);
    });

    test('it is erased with the need’s other words, and cannot be added to afterwards', async () => {
      office.later(31 * 36 + 40);
      assert.ok((await eraseDue(office.services)) > 0);
      const text = JSON.stringify([await office.database.query('select * from comments'), await office.database.query('select * from outbox')]);
      assert.doesNotMatch(text, /En avril|contrat avant mars/);
      adviser = await office.signedIn('adviser', 'Marie');
      const { html } = await adviser.get(address);
      assert.match(html, /Texte effacé/);
      const refused = await adviser.follow(await adviser.post(`${address}/messages`, { need: await needOf(), comment: 'x' }));
      assert.match(refused.html, /n’est pas enregistré/);
    });
  });

  describe(`absences on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let adviser: Browser;
    let expert: Browser;
    /** What the expert had before any absence. */
    let earlier: string;
    let directory: Awaited<ReturnType<typeof changedDirectory>>;
    before(async () => {
      directory = await changedDirectory(() => {});
      office = await startApp({ kind, env: { DIRECTORY: directory.path } });
      adviser = await office.signedIn('adviser', 'Jean');
      const first = await opened(office, await diagnose(adviser, chosen(ONE)), ONE);
      expert = first.expert;
      earlier = first.row.id;
    });
    const say = async (fields: Record<string, string>) => {
      await expert.get('/expert/absences');
      return expert.post('/expert/absences', { from: '2026-11-23', until: '2026-11-30', substitute: '', ...fields });
    };
    const matched = () => office.services.directory.library.match({ subject: 'recruter', commune: '80021', on: '2026-11-24' });

    test('what cannot be an absence is said so, and what was written stays', async () => {
      for (const [fields, words] of [
        [{ from: '2026-02-31' }, /Indiquez le premier jour/],
        [{ until: '' }, /Indiquez le dernier jour/],
        [{ until: '2026-11-22' }, /Ce jour est passé/],
        [{ from: '2026-12-02' }, /avant le premier/],
        [{ until: '2029-01-01' }, /un an à l’avance/],
        [{ substitute: ELSEWHERE }, /Choisissez un collègue/],
        [{ substitute: ONE }, /Choisissez un collègue/],
      ] as const) {
        const page = await say(fields);
        assert.equal(page.status, 422);
        assert.match(page.html, words);
      }
      assert.deepEqual(await office.database.query('select * from absences'), []);
    });

    test('counts at once for who is proposed, and who stands in takes the place', async () => {
      assert.ok(matched().some((match) => match.expert.id === ONE));
      const said = await say({ substitute: FAR });
      assert.match((await expert.follow(said)).html, /Du 23 novembre 2026 au 30 novembre 2026 inclus/);
      const now = matched();
      assert.ok(!now.some((match) => match.expert.id === ONE));
      assert.equal(now.find((match) => match.expert.id === FAR)?.insteadOf?.id, ONE);
      const steering = await office.signedIn('steering');
      assert.match((await steering.get('/pilotage/annuaire')).html, /Absences dites par les experts/);
    });

    test('a circle is refused', async () => {
      await withdrawAll(office);
      await say({ substitute: COLLEAGUE });
      const other = await opened(office, await diagnose(adviser, chosen(COLLEAGUE)), COLLEAGUE);
      await other.expert.get('/expert/absences');
      const page = await other.expert.post('/expert/absences', { from: '2026-11-25', until: '2026-11-26', substitute: ONE });
      assert.equal(page.status, 422);
      assert.match(page.html, /sa suppléance revient à vous/);
    });

    test('other processes take it up, and it outlives a reload of the directory', async () => {
      const other = await startApp({ env: { DIRECTORY: directory.path }, database: { ...office.database, close: async () => {} } });
      await withdrawAll(office);
      await other.services.directory.freshen(true);
      assert.equal(other.services.directory.library.awayUntil(ONE, '2026-11-24'), undefined);
      await say({ substitute: COLLEAGUE });
      await other.services.directory.freshen(true);
      assert.equal(other.services.directory.library.awayUntil(ONE, '2026-11-24'), '2026-11-30');

      // Whoever stands in leaves the directory: the absence stays.
      directory.again(({ experts }) => experts.forEach((one) => one.id === COLLEAGUE && (one.active = false)));
      assert.equal(await office.services.directory.reload(), 'in_service');
      assert.equal(office.services.directory.library.awayUntil(ONE, '2026-11-24'), '2026-11-30');
      assert.match((await (await office.signedIn('steering')).get('/pilotage/annuaire')).html, /ne peut plus remplacer/);
      assert.match((await expert.get('/expert/absences')).html, /il ne peut plus vous remplacer/);
      directory.again(({ experts }) => experts.forEach((one) => one.id === COLLEAGUE && (one.active = true)));
      await office.services.directory.reload();
    });

    test('the link of whoever stands in opens what they were told of, and nothing else', async () => {
      const before = await diagnose(adviser, chosen(ELSEWHERE));
      assert.equal((await having(office, before)).length, 1);
      const address = await diagnose(adviser, chosen(ONE));
      const [mail] = (await mails(office, 'expert_new_need')).filter((one: Mail) => one.recipient === emailOf(office, COLLEAGUE)).slice(-1);
      const link = pathIn(mail?.body_text ?? '', 'e');
      const { expert: substitute, address: page, html } = await openLink(office, link);
      assert.match(html, /Je prends en charge/);
      const queue = (await substitute.get('/expert')).html;
      assert.match(queue, /seules les demandes de cette suppléance/);
      assert.match(queue, /À répondre \(1\)/, 'and not what was sent before the absence');
      assert.equal((await substitute.get(`/expert/demandes/${earlier}`)).status, 404);
      assert.equal((await substitute.get('/expert/absences')).status, 404, 'nor say when others are away');
      await substitute.get('/expert');
      assert.equal((await substitute.post('/expert/absences', { from: '2026-12-01', until: '2026-12-02' })).status, 404);
      await reply(substitute, page, { to: 'taken_in_charge' });
      const [event] = await office.database.query<{ author: string }>(`select author from referral_events where to_state = 'taken_in_charge'`);
      assert.equal(event?.author, `expert:${COLLEAGUE}`, 'who answered is who did');
      // A link for a referral of which nobody told them opens nothing.
      const forged = office.services.links.sign('expert', `${ONE} ${earlier} ${COLLEAGUE}`, new Date('2030-01-01'));
      assert.equal((await office.visitor().get(`/e/${forged}`)).status, 404);
      assert.equal((await having(office, address)).length, 1);
    });

    test('who is away is not reminded; one that has ended or was withdrawn counts no more', async () => {
      await withdrawAll(office);
      await say({ until: '2026-12-05' });
      await turnOn(office, 'reminders');
      office.later(9);
      await run(office);
      assert.ok((await mails(office, 'expert_reminder')).every((mail) => mail.recipient !== emailOf(office, ONE)));
      office.later(5);
      assert.equal(office.services.directory.library.awayUntil(ONE, '2026-12-07'), undefined);
      await office.services.directory.freshen(true);
      assert.deepEqual(office.services.directory.absences, []);
      await run(office);
      assert.ok((await mails(office, 'expert_reminder')).some((mail) => mail.recipient === emailOf(office, ONE)), 'and is reminded once back');
      ({ expert } = await opened(office, await diagnose(await office.signedIn('adviser'), chosen(ONE)), ONE));
      await say({ from: '2026-12-20', until: '2026-12-24' });
      const id = /action="\/expert\/absences\/([0-9a-f-]{36})"/.exec((await expert.get('/expert/absences')).html)?.[1];
      const stranger = await opened(office, await diagnose(await office.signedIn('adviser'), chosen(ELSEWHERE)), ELSEWHERE);
      await stranger.expert.get('/expert/absences');
      assert.equal((await stranger.expert.post(`/expert/absences/${id}`, {})).status, 404, 'others’ are theirs');
      assert.equal((await expert.post(`/expert/absences/${id}`, {})).status, 303);
      assert.equal(office.services.directory.library.awayUntil(ONE, '2026-12-21'), undefined);
    });
  });

  describe(`transfers on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let adviser: Browser;
    before(async () => {
      office = await startApp({ kind });
      adviser = await office.signedIn('adviser', 'Louise');
    });
    const referralIn = (html: string): string => /name="referral" value="([^"]+)"/.exec(html)?.[1] ?? '';

    test('a colleague takes it over as it stands; the link of the one before changes it no more', async () => {
      const address = await diagnose(adviser, chosen(ONE));
      const { expert, address: page, row } = await opened(office, address, ONE);
      await reply(expert, page, { to: 'taken_in_charge' });
      const own = await expert.get(page);
      const referral = referralIn(own.html);
      const seq = seqIn(own.html);
      const done = await expert.follow(await expert.post(`${page}/transfert`, { referral, expert: COLLEAGUE }));
      assert.match(done.html, /La demande passe à /);
      assert.deepEqual((await having(office, address)).map((one) => [one.expert, one.state]), [[COLLEAGUE, 'taken_in_charge']]);

      assert.equal((await expert.get(page)).status, 404);
      assert.equal((await expert.post(page, { seq, to: 'done' })).status, 404);
      const again = office.visitor();
      const link = office.services.links.sign('expert', `${ONE} ${row.id}`, new Date('2030-01-01'));
      assert.match((await again.follow(await again.get(`/e/${link}`))).html, /a été transférée à un collègue/);

      const [mail] = (await mails(office, 'expert_new_need')).slice(-1);
      assert.equal(mail?.recipient, emailOf(office, COLLEAGUE));
      for (const [one, recipient] of [['company_transferred', 'contact@entreprise.example'], ['adviser_transferred', 'louise@example.org']] as const) {
        assert.deepEqual((await mails(office, one)).map((written) => written.recipient), [recipient]);
      }
      const next = await openLink(office, pathIn(mail?.body_text ?? '', 'e'));
      assert.match(next.html, /transférée à /);
      await reply(next.expert, next.address, { to: 'done' });

      const { html } = await adviser.get(address);
      const names = [ONE, COLLEAGUE].map((id) => onPage(office.services.directory.library.expert(id)?.name ?? ''));
      assert.ok(html.includes(`${names[0]} : prise en charge`), 'who did what then is not rewritten');
      assert.ok(html.includes(`${names[0]} : transférée à ${names[1]}`));
      assert.ok(html.includes(`${names[1]} : aide proposée`));
      const { html: impact } = await (await office.signedIn('steering')).get('/pilotage/impact');
      assert.match(impact, /<strong>1<\/strong><span>entreprises aidées, sur 1/);
    });

    test('a message that no mailbox of the one before took is not sent again to them', async () => {
      const address = await diagnose(adviser, chosen(ONE));
      const { expert, address: page, row } = await opened(office, address, ONE);
      const waiting = () => office.database.query('select 1 from outbox where recipient = $1 and need_id = $2', [emailOf(office, ONE), row.need]);
      await office.database.query(`update outbox set status = 'refused', failure = 'mailbox' where recipient = $1 and need_id = $2`, [emailOf(office, ONE), row.need]);
      assert.equal((await waiting()).length, 1);
      const referral = referralIn((await expert.get(page)).html);
      assert.match((await expert.follow(await expert.post(`${page}/transfert`, { referral, expert: COLLEAGUE }))).html, /La demande passe à /);
      assert.equal((await waiting()).length, 0);
    });

    test('an adviser transfers too; nobody gives it to another institution, twice, or to whoever has it', async () => {
      const address = await diagnose(adviser, chosen(ONE, ELSEWHERE));
      const page = await adviser.get(address);
      const referral = new RegExp(`value="([0-9a-f-]{36}:1)"[^>]*>${onPage(office.services.directory.library.expert(ONE)?.name ?? '')}<`).exec(page.html)?.[1] ?? '';
      const give = async (fields: Record<string, string>) => (await adviser.follow(await adviser.post(`${address}/transfert`, { referral, expert: COLLEAGUE, ...fields }))).html;
      assert.match(await give({ expert: ELSEWHERE }), /Rien n’est transféré/);
      assert.match(await give({ expert: ONE }), /Rien n’est transféré/);
      assert.match(await give({ expert: 'nobody' }), /Rien n’est transféré/);
      const pages = await Promise.all([give({}), give({})]);
      assert.ok(pages.some((html) => /La demande passe à/.test(html)));
      const transfers = await office.database.query(`select 1 from transfers join referrals on referrals.id = referral_id where need_id = $1`, [(await having(office, address))[0]?.need]);
      assert.equal(transfers.length, 1);
      const other = await office.signedIn('adviser');
      await other.get('/conseiller');
      assert.equal((await other.post(`${address}/transfert`, { referral, expert: COLLEAGUE })).status, 404);
      const own = await diagnose(other, chosen(ELSEWHERE));
      assert.equal((await other.post(`${own}/transfert`, { referral, expert: COLLEAGUE })).status, 404);
    });

    test('steering moves all that is open with somebody who leaves, and says what stays', async () => {
      const both = await diagnose(adviser, chosen(ONE, COLLEAGUE));
      const alone = await diagnose(adviser, chosen(ONE));
      const [open] = await office.database.query<{ n: number }>('select count(*)::int as n from referrals where expert = $1 and not closed', [ONE]);
      const steering = await office.signedIn('steering');
      const page = await steering.get(`/pilotage/departs?expert=${ONE}`);
      assert.match(page.html, new RegExp(`value="${COLLEAGUE}"`));
      assert.doesNotMatch(page.html, /Menuiserie de test/);
      assert.equal((await steering.post('/pilotage/departs', { expert: ONE, successor: ELSEWHERE })).status, 404);
      const moved = await steering.follow(await steering.post('/pilotage/departs', { expert: ONE, successor: COLLEAGUE }));
      assert.match(moved.html, new RegExp(`${(open?.n ?? 0) - 1} demandes? transférées?.*1 reste`));
      assert.deepEqual((await having(office, alone)).map((one) => one.expert), [COLLEAGUE]);
      assert.deepEqual((await having(office, both)).map((one) => one.expert).sort(), [ONE, COLLEAGUE].sort());
      const again = await steering.follow(await steering.post('/pilotage/departs', { expert: ONE, successor: COLLEAGUE }));
      assert.match(again.html, /0 demande transférée/);
    });
  });
}

async function withdrawAll(office: TestApp): Promise<void> {
  await office.database.query('update absences set withdrawn_at = created_at');
  await office.services.directory.freshen(true);
}

test('a need of the portal that nobody follows says that nobody is told of a message', async () => {
  const office = await startApp();
  await ask(office.visitor());
  const [row] = await office.database.query<{ id: string; expert: string }>('select id, expert from referrals limit 1');
  const { expert, address } = await openLink(office, `/e/${office.services.links.sign('expert', `${row?.expert} ${row?.id}`, new Date('2030-01-01'))}`);
  const told = await expert.follow(await expert.post(`${address}/messages`, { comment: 'Quelqu’un ?' }));
  assert.match(told.html, /personne n’en est prévenu/);
});
