// A strict consumer: what is right compiles, what is wrong does not.

import {
  AiguillageError,
  BatchResults,
  type Commune,
  Company,
  type CompanyErrorCode,
  type CompletedNeed,
  type Coverage,
  type Diagnostic,
  Directory,
  DirectoryError,
  type Expert,
  type Explanation,
  Geography,
  type Match,
  type Matches,
  type Need,
  NeedError,
  type NeedErrorCode,
  type NeedField,
  needWithCompany,
  Router,
  type Rule,
  version,
  type Zone,
  type ZoneOwner,
} from 'aiguillage';

/** Holds a type to exactly another one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => undefined;

const router: Router = await Router.open(new URL('file:///annuaire'), { lenient: true, signal: AbortSignal.timeout(1) });
const need: Need = { subject: 'recruter', commune: '80021', createdOn: new Date(), headcountBand: '11', siret: null };
need.answers = { first: true, contact: 'tel', days: ['monday', 'tuesday'], open: null };
// @ts-expect-error An answer is no number.
need.answers = { first: 1 };
const matches: Matches = router.matchExperts(need, { limit: 3, load: new Map([['e', 1]]) });
same<Matches[number], Match>(true);
for (const match of matches) {
  const owner: ZoneOwner = match.zoneOwner;
  const email: string | undefined = match.expert.email;
  same<Match['note'], string | undefined>(true);
  same<Match['unverified'], readonly NeedField[]>(true);
  console.log(owner, email, match.institution.criteria[0]?.whenUnknown);
}
const first: Match | undefined = matches.at(0);

const company: Company = Company.fromJson('{}', { siret: null });
const completed: CompletedNeed<{ subject: string }> = needWithCompany({ subject: 'recruter', headcount: 3 }, company);
router.matchExperts(completed.need);
same<typeof completed.need.subject, string>(true);
same<Company['headcountYear'], number | undefined>(true);
const noCode: CompanyErrorCode = 'no_company';
// @ts-expect-error: a need without a subject is none that can be matched
router.matchExperts(needWithCompany({ headcount: 3 }, company).need);
const names: string[] = matches.map((match) => match.expert.name);

const results: BatchResults = await router.matchBatch([need], { progress: (done: number, total: number) => done / total });
for (const result of results) {
  if (result instanceof NeedError) same<typeof result.code, NeedErrorCode>(true);
  else same<typeof result, Matches>(true);
}

const explanation: Explanation = router.explain(need);
const rule: Rule | undefined = explanation.experts[0]?.stoppedBy[0]?.rule;
const coverage: Coverage = await router.coverage({ zones: ['region:32', 'france'], profile: { naf: '10.71C' } }, { by: 'epci' });
const counts: [string, number][] = [...(coverage.subjects[0]?.expertsByCommune() ?? [])];
const changes = (await router.compare(router, new Set([need]))).differences.flatMap((one) => one.changes);
same<(typeof changes)[number]['cause'], 'expert' | 'competence' | 'substitute' | Rule>(true);

const findings: Diagnostic[] = await Directory.check('annuaire');
const experts: readonly Expert[] = router.directory.experts;
const communes: Commune[] = Geography.embedded().communesOf('departement:80');
const zone: Zone = 'epci:200093201';

try {
  Router.fromJson('{}');
} catch (error) {
  if (error instanceof DirectoryError) same<typeof error.diagnostics, readonly Diagnostic[]>(true);
  if (error instanceof AiguillageError) console.log(error.code, error.field, error.hint, error.message);
}
console.log(first, names, rule, counts, findings, experts, communes, zone, version);

// @ts-expect-error a need has a subject
const without: Need = { commune: '80021' };
// @ts-expect-error no such field
router.matchExperts({ subject: 's', commune: 'c', headcont: 3 });
// @ts-expect-error no such band
router.matchExperts({ subject: 's', commune: 'c', headcountBand: '13' });
// @ts-expect-error a number is no date
router.matchExperts({ subject: 's', commune: 'c', createdOn: 2020 });
// @ts-expect-error no such option
router.matchExperts(need, { limits: 3 });
// @ts-expect-error a bare code is no zone
await router.coverage({ zones: ['32'] });
// @ts-expect-error no such kind of zone
await router.coverage({}, { by: 'pays' });
// @ts-expect-error a profile has no commune
await router.coverage({ profile: { commune: '80021' } });
// @ts-expect-error records are not written to
experts[0]!.name = 'x';
// @ts-expect-error routers are opened, not made
new Router();
// @ts-expect-error opening takes time
Router.open('x').matchExperts(need);
console.log(without);

// After the match.

import {
  type Changes,
  foldEvents,
  impact,
  type ImpactReport,
  labels,
  moveReferral,
  type NeedStatus,
  needStatus,
  type Referral,
  ReferralError,
  type ReferralErrorCode,
  type ReferralState,
  renderNotification,
  type Suggestions,
  Templates,
} from 'aiguillage';

const stored: Referral[] = foldEvents([]).referrals;
const changes2: Changes = moveReferral(stored, { referral: 'r', to: 'done', on: new Date() }, { singleTakers: ['cci'] });
// What comes out goes in again, and so does a row of a database.
moveReferral(changes2.referrals, { referral: 'r', to: 'waiting', on: '2026-11-03' });
moveReferral([{ id: 'r', need: 'n', expert: 'e', institution: 'i', sentOn: new Date(), state: 'waiting', takenOn: null }], {
  referral: 'r',
  to: 'done',
  on: '2026-11-03',
});
// A record of the directory goes in again, changed.
const changed: Router = router.withChanges({ experts: experts.map((expert) => ({ ...expert, active: false })), removed: { experts: ['e'] } });
const status: NeedStatus = needStatus(stored.map((one) => one.state));
const label: string = labels.referralState[stored[0]?.state ?? 'waiting'];
const report: ImpactReport = await impact([], stored, { on: '2026-12-31', by: 'epci' }, { directory: router.directory });
const share: number | undefined = report.total.helped.value;
const { html } = new Templates([]).render('expert_new_need', { links: { takeCharge: 'https://example.org' } });
const suggestions: Suggestions = router.suggestSubjects('recruter', 3);
try {
  renderNotification('company_sent', {});
} catch (error) {
  if (error instanceof ReferralError) same<typeof error.code, ReferralErrorCode>(true);
}
same<Referral['state'], ReferralState>(true);
console.log(status, label, share, html, suggestions.subjects[0]?.words[0]?.span.text);

// @ts-expect-error an expert has an antenne
changed.withChanges({ experts: [{ id: 'e', name: 'E', competences: [] }] });
// @ts-expect-error no such state
moveReferral(stored, { referral: 'r', to: 'finished', on: '2026-11-03' });
// @ts-expect-error no such message
renderNotification('expert_newneed', {});
// @ts-expect-error no such dimension
await impact([], [], { on: '2026-12-31', by: 'pays' });
// @ts-expect-error an instant is given by `at`
moveReferral(stored, { referral: 'r', to: 'done', at: '2026-11-03' });
