// Figures of what was done, and notifications.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  compareImpact,
  impact,
  impactCsv,
  impactTable,
  impactWorkbook,
  labels,
  readReferralsCsv,
  readRequestsCsv,
  readSurveysCsv,
  ReferralError,
  renderNotification,
  Router,
  Templates,
} from 'aiguillage';

import { rejected, SMALL, thrown } from './shared.mjs';

const { directory } = Router.fromJson(SMALL);
const NEEDS = [
  { id: 'n1', subject: 'recruter', commune: '80021', depositedOn: '2026-10-01', company: 'c1' },
  { id: 'n2', subject: 'recruter', commune: '59350', depositedOn: new Date(2026, 10, 2), company: 'c2', found: 0 },
];
const REFERRALS = [
  {
    id: 'r1',
    need: 'n1',
    expert: 'recrutement',
    antenne: 'somme',
    institution: 'cci',
    sentOn: '2026-10-02',
    state: 'done',
    takenOn: '2026-10-03',
    closedOn: '2026-10-09',
    seq: 3,
  },
];

test('a report', async () => {
  const query = { on: new Date(2026, 11, 31), by: 'departement', period: 'month', zones: ['region:32'] };
  const report = await impact(NEEDS, REFERRALS, query, { directory });
  assert.equal(report.query.on, '2026-12-31');
  assert.deepEqual([report.total.funnel.deposited, report.total.funnel.helped, report.total.funnel.nobodyFound], [2, 1, 1]);
  assert.deepEqual(report.total.helped, { count: 1, of: 1, value: 1, small: true });
  assert.deepEqual(report.total.takenWithin3Days.count, 1);
  assert.equal(report.total.medianDaysToTake, 1);
  assert.equal(report.total.referrals.takenBySibling, 0);
  assert.ok(report.addsUp);
  const somme = report.rows.find((row) => row.group === 'departement:80' && row.period === '2026-10');
  assert.deepEqual([somme.label, somme.figures.funnel.helped], ['Somme', 1]);
  assert.equal(report.equity.territories.length, 5);
  assert.deepEqual(report.faults, []);

  const { columns } = impactTable(report);
  assert.equal(columns.find((column) => column.name === 'helped').counts.length, report.rows.length);
  assert.equal(impactCsv(report).trimEnd().split('\n').length, report.rows.length + 1);
  const before = await impact(NEEDS.slice(1), [], { ...query, on: '2026-11-30' }, { directory });
  const workbook = impactWorkbook(report);
  assert.deepEqual([...workbook.subarray(0, 2)], [...Buffer.from('PK')]);
  assert.deepEqual(impactWorkbook(report), workbook);
  assert.notDeepEqual(impactWorkbook(report, before), workbook);
  assert.equal(thrown(() => impactWorkbook({})).code, 'missing_field');
  const change = compareImpact(before, report).find((one) => one.group === undefined && one.figure === 'helped');
  assert.deepEqual([change.before, change.after, change.difference], [0, 1, 1]);
});

test('faulty items are told and left out', async () => {
  const report = await impact([...NEEDS, { id: 'n3' }], [...REFERRALS, { ...REFERRALS[0], id: 'r2', state: 'x' }], { on: '2026-12-31' }, { directory });
  assert.equal(report.total.funnel.deposited, 2);
  assert.deepEqual(report.faults.map((fault) => [fault.code, fault.leftOut]), [['missing_field', true], ['unknown_state', true]]);
});

test('a report that cannot be made is told', async () => {
  const faults = [
    ['missing_field', () => impact(NEEDS, REFERRALS, {})],
    ['directory_needed', () => impact(NEEDS, REFERRALS, { on: '2026-12-31', by: 'theme' })],
    ['unknown_subject', () => impact(NEEDS, REFERRALS, { on: '2026-12-31', subjects: ['x'] }, { directory })],
    ['invalid_value', () => impact(NEEDS, REFERRALS, { on: '2026-12-31', from: '2026-12-01', until: '2026-11-01' })],
    ['invalid_value', () => impact(NEEDS, REFERRALS, { on: '2026-12-31' }, { directory: {} })],
    ['unknown_field', () => impact(NEEDS, REFERRALS, { on: '2026-12-31' }, { directories: [] })],
  ];
  for (const [code, call] of faults) assert.equal((await rejected(call())).code, code);
  const reason = new Error('too late');
  const signal = AbortSignal.abort(reason);
  assert.equal(await rejected(impact(NEEDS, REFERRALS, { on: '2026-12-31' }, { signal })), reason);
});

test('the funnel begins at the deposit', async () => {
  const { requests, faults } = await readRequestsCsv(
    'request;on;kind;subject;needs;closed_for\nd1;01/10/2026;deposited;former;;\nd1;02/10/2026;requalified;recruter;;\n' +
      'd1;02/10/2026;transmitted;;n1;\nd2;01/10/2026;deposited;;;\nd2;02/10/2026;closed;;;employe\n',
  );
  assert.deepEqual(faults.map((fault) => [fault.line, fault.code]), [[6, 'invalid_value']]);
  const report = await impact(NEEDS, REFERRALS, { on: '2026-12-31', by: 'subject' }, { directory, requests });
  const { deposited, transmitted, toRead, transmittedInTime, requalified } = report.total.requests;
  assert.deepEqual([deposited, transmitted, toRead], [2, 1, 1]);
  assert.deepEqual([transmittedInTime.count, transmittedInTime.of, requalified.count], [1, 2, 1]);
  const row = report.rows.find((one) => one.group === 'recruter');
  assert.equal(row.figures.requests.deposited, 1);
});

test('the report ends with what companies say', async () => {
  const { surveys, faults } = await readSurveysCsv(
    'need;on;kind;called_back;useful;outcomes\nn1;20/10/2026;asked;;;\nn1;22/10/2026;answered;oui;oui;choice_made|other\n' +
      'n9;22/10/2026;answered;oui;;\n',
  );
  assert.deepEqual(faults.map((fault) => [fault.line, fault.need, fault.code]), [[4, 'n9', 'unknown_need']]);
  const report = await impact(NEEDS, REFERRALS, { on: '2026-12-31' }, { directory, surveys });
  const { asked, answered, satisfied, outcomes } = report.total.surveys;
  assert.deepEqual([asked, answered, satisfied, outcomes.length], [1, 1, 1, 2]);
});

test('files of referrals', async () => {
  const file = await readReferralsCsv('need,subject,deposited_on,referral,expert,institution,sent_on,state\nn1,recruter,2026-10-01,r1,recrutement,cci,2026-10-02,waiting\n', { directory, name: 'suivi.csv' });
  assert.deepEqual(file.faults, []);
  assert.deepEqual([file.needs[0].depositedOn, file.referrals[0].sentOn], ['2026-10-01', '2026-10-02']);
});

const DATA = {
  service: { name: 'Entraide entreprises' },
  need: { subject: 'Recruter', days: 21, sentOn: new Date(2026, 10, 2), answers: [{ question: 'Un apprenti ?', answer: true }] },
  facility: { name: 'Boulangerie <Test>\r\nBcc: x', commune: 'Amiens' },
  contact: { name: 'Le gérant', phone: '03 53 01 00 00' },
  expert: { name: 'Conseiller recrutement', institution: 'CCI' },
  experts: [{ name: 'Conseiller recrutement', institution: 'CCI', phone: '03 53 01 00 01' }],
  adviser: { name: 'Conseiller référent' },
  links: {
    takeCharge: 'https://example.org/oui',
    notForMe: 'https://example.org/non',
    see: 'https://example.org/voir',
    askAgain: 'https://example.org/encore',
    survey: 'https://example.org/enquete',
  },
};

test('every message is rendered', () => {
  for (const kind of Object.keys(labels.notificationKind)) {
    const state = kind === 'adviser_progress' ? { state: 'done' } : {};
    const message = renderNotification(kind, { ...DATA, need: { ...DATA.need, ...state } });
    assert.deepEqual(Object.keys(message), ['subject', 'text', 'html'], kind);
    assert.ok(!/[\r\n]/.test(message.subject), kind);
    assert.ok(!message.html.includes('<Test>') && message.html.includes('lang="fr"'), kind);
  }
});

test('the host words its own', () => {
  assert.match(Templates.source('expert_new_need.subject'), /\{/);
  assert.equal(Templates.source('x'), undefined);
  const templates = new Templates([{ template: 'expert_new_need.subject', source: '{{ facility.commune }} : un besoin' }]);
  assert.equal(templates.render('expert_new_need', DATA).subject, 'Amiens : un besoin');
  const missing = thrown(() => templates.render('expert_new_need', { ...DATA, links: {} }));
  assert.ok(missing instanceof ReferralError);
  assert.deepEqual([missing.code, missing.field], ['missing_variable', 'links.takeCharge']);
  const faults = {
    unknown_template: () => new Templates([{ template: 'x', source: '' }]),
    invalid_template: () => new Templates([{ template: 'expert_new_need.subject', source: '{{' }]),
    invalid_link: () => renderNotification('expert_new_need', { ...DATA, links: { ...DATA.links, takeCharge: 'javascript:alert(1)' } }),
    invalid_value: () => renderNotification('expert_newneed', DATA),
    unknown_field: () => renderNotification('expert_new_need', { ...DATA, need: { subjects: 'x' } }),
  };
  for (const [code, call] of Object.entries(faults)) assert.equal(thrown(call).code, code);
});
