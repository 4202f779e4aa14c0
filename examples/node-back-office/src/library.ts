/**
 * The door to the package `aiguillage`: a directory with its router, and look-ups by id. Whatever is decided about a
 * need, a referral, a reminder or a figure is decided in there.
 */

import {
  AiguillageError,
  Router,
  sendReferral,
  type Candidates,
  type Commune,
  type CompanyProfile as Profile,
  type Comparison,
  type Coverage,
  type DemandQuery,
  type DemandReport,
  type Directory,
  type Expert,
  type HoldReason,
  type Explanation,
  type Institution,
  type Location,
  type Match,
  type Need as RoutedNeed,
  type NeedInput,
  type PlaceQuery,
  type Recipient,
  type Referral,
  type ReferralEvent,
  type Subject,
  type Suggestions,
  type Zone,
} from 'aiguillage';
import type { AskedNeed, Choice, Facts, Sent } from './asked.js';
import { layAbsences, type SaidAbsence } from './laid-absences.js';
import { isUnreachable, recipientsOf } from './reach.js';

export * from './asked.js';
export type { SaidAbsence } from './laid-absences.js';
export * from './measure.js';
export * from './package.js';
export { activityOf, NOMENCLATURES, type Activity, type ActivityCode, type Nomenclature } from './nomenclatures.js';

/** A commune, and the name of the past by which it was found. */
export type PlacedCommune = Pick<Commune, 'code' | 'name' | 'postalCodes'> & { readonly formerName?: string };

const EXPERTS_AT_A_TIME = 50;

/** Flags of messages that do not say what is needed; the others are of people whom the service is not for. */
const UNCLEAR: ReadonlySet<string> = new Set(['distress', 'too_short', 'no_need', 'insult', 'other_language']);

/** A directory in service. It never changes: another directory is another `Library`. */
export class Library {
  readonly #router: Router;
  /** The same without experts whom nobody can write to: a need that goes to them goes nowhere by itself. */
  readonly #reachable: Router;
  readonly directory: Directory;
  readonly #perimeters = new Map<string, readonly string[]>();
  /** Experts without an address, of their own or of a member. */
  readonly unreachable: readonly Expert[];
  readonly #unreachableIds: ReadonlySet<string>;

  private constructor(router: Router, unreachable: readonly Expert[]) {
    this.#router = router;
    this.directory = router.directory;
    this.unreachable = unreachable;
    this.#unreachableIds = new Set(unreachable.map((expert) => expert.id));
    this.#reachable =
      this.unreachable.length === 0
        ? router
        : router.withChanges({ experts: this.unreachable.map((expert) => ({ ...expert, active: false })) });
  }

  /** Opens a folder of CSV files, a JSON document or a snapshot; throws a `DirectoryError` with its diagnostics. */
  static async open(path: string): Promise<Library> {
    const router = await (path.endsWith('.snapshot') ? Router.load(path) : Router.open(path));
    const unreachable: Expert[] = [];
    // Some experts at a time, so that a large directory that comes into service holds nobody up.
    for (const [position, expert] of router.directory.experts.entries()) {
      if (position % EXPERTS_AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
      if (isUnreachable(router.directory, expert)) unreachable.push(expert);
    }
    return new Library(router, unreachable);
  }

  /** Compiles a directory at once: for threads that serve nobody. */
  static of(directory: Directory): Library {
    return Library.#compiled(Router.of(directory));
  }

  /** The same without some of its experts and antennes; throws a `DirectoryError` where others refer to them. */
  without(removed: { antennes: readonly string[]; experts: readonly string[] }): Library {
    return Library.#compiled(this.#router.withChanges({ removed }));
  }

  static #compiled(router: Router): Library {
    return new Library(router, router.directory.experts.filter((expert) => isUnreachable(router.directory, expert)));
  }

  /** Which needs would go to others, who can be written to, under another directory. */
  compare(other: Library, needs: readonly AskedNeed[]): Promise<Comparison> {
    return this.#reachable.compare(other.#reachable, needs as RoutedNeed[]);
  }

  /** What was asked of institutions or antennes, what stopped needs, and what one change would add. */
  demand(needs: readonly AskedNeed[], query: DemandQuery, referrals: readonly Referral[]): Promise<DemandReport> {
    return this.#router.demand(needs as RoutedNeed[], query, { referrals });
  }

  /**
   * The experts who match, in order; all of them, or so many of each institution, the less loaded first. Nobody for a
   * subject that the directory had once.
   */
  match(need: AskedNeed, options: Choice = {}): Match[] {
    if (!this.subject(need.subject)) return [];
    return [...this.#router.matchExperts(need as RoutedNeed, options)];
  }

  /** The same among those who can be written to. */
  matchReachable(need: AskedNeed, options: Choice = {}): Match[] {
    if (!this.subject(need.subject)) return [];
    return [...this.#reachable.matchExperts(need as RoutedNeed, options)];
  }

  /** Whom a need could go to one after the other, of those who can be written to. */
  candidates(need: AskedNeed, options: Choice): Candidates {
    return this.subject(need.subject) ? this.#reachable.candidates(need as RoutedNeed, options) : {};
  }

  /** This directory with more absences, and those of them that count without their substitute. */
  withAbsences(absences: readonly SaidAbsence[]): { library: Library; withoutSubstitute: ReadonlySet<string> } {
    const { router, withoutSubstitute } = layAbsences(this.#router, absences);
    return { library: router === this.#router ? this : new Library(router, this.unreachable), withoutSubstitute };
  }

  /** The last day of an expert's absence, if they are away on a day. */
  awayUntil(expert: string, on: string): string | undefined {
    const absences = this.expert(expert)?.absences ?? [];
    return absences.filter(({ from, until }) => from <= on && on <= until).map((one) => one.until).sort().at(-1);
  }

  isReachable(expert: string): boolean {
    return !this.#unreachableIds.has(expert);
  }

  /** What sending a need to an expert writes down; `before` are the referrals that it has already. */
  sending(expert: Expert, sent: Sent, before: readonly Referral[] = []): ReturnType<typeof sendReferral> {
    const institution = this.institutionOf(expert)?.id ?? '';
    return sendReferral(before, { ...sent, expert: expert.id, antenne: expert.antenne, institution });
  }

  /** Whom an event concerns. Its need is not looked at: who the company is, this service knows, and the adviser's id. */
  recipients(event: ReferralEvent, referrals: readonly Referral[], adviser?: string): Recipient[] {
    return recipientsOf(this.directory, event, referrals, adviser);
  }

  /** Throws a `NeedError` where these facts cannot be those of a need, whatever its subject. */
  check(facts: Facts & Pick<AskedNeed, 'siret' | 'on'>): void {
    this.#router.checkNeed(facts as NeedInput);
  }

  /** Why, for each expert; nothing for a subject that the directory had once. */
  explain(need: AskedNeed): Explanation | undefined {
    return this.subject(need.subject) && this.#router.explain(need as RoutedNeed);
  }

  /** Where somebody would be found who can be written to. */
  coverage(zones: readonly string[], profile?: Profile, institution?: string): Promise<Coverage> {
    return this.#reachable.coverage({ zones: zones as Zone[], profile, institution });
  }

  /** What a few lines of French are likely about. */
  suggest(text: string): Suggestions {
    return this.#router.suggestSubjects(text);
  }

  /** What a person should look at in a message before it goes anywhere, and what that holds it for. */
  remarks(text: string): { heldFor: HoldReason; text: string }[] {
    const { flags, outOfScope } = this.#router.screen(text);
    const remarks = flags.map(({ reason, message }) => ({ heldFor: UNCLEAR.has(reason) ? 'unclear' : 'scope', text: message }) as const);
    if (!outOfScope) return remarks;
    const remark = `Le message ne semble porter sur aucun des sujets : « ${outOfScope.label} », à vérifier.`;
    return [...remarks, { heldFor: 'scope', text: remark }];
  }

  /** The directory as bytes, for another thread: `directoryOf` reads them. */
  snapshot(): Uint8Array {
    return this.#router.toBytes();
  }

  /** The antennes of a perimeter: one of the directory's, and those below it. */
  perimeter(antenne: string): readonly string[] {
    const known = this.#perimeters.get(antenne) ?? this.directory.perimeter(antenne);
    this.#perimeters.set(antenne, known);
    return known;
  }

  /** The subjects that are offered. */
  get subjects(): readonly Subject[] {
    return this.directory.subjects.filter((subject) => !subject.archived);
  }

  /** Whether a subject can be asked for today. */
  offers(subject: string): boolean {
    return this.subjects.some((one) => one.id === subject);
  }

  expert(id: string): Expert | undefined {
    return this.directory.expert(id);
  }

  subject(id: string): Subject | undefined {
    return this.directory.subject(id);
  }

  institutionOf(expert: Expert): Institution | undefined {
    const antenne = this.directory.antenne(expert.antenne);
    return antenne && this.directory.institution(antenne.institution);
  }

  /** What people read for a subject, even one that a former directory had. */
  labelOf(subject: string): string {
    return this.directory.subject(subject)?.label ?? subject;
  }

  commune(code: string): Commune | undefined {
    return this.directory.geography.commune(code);
  }

  communesOf(zone: string): readonly Commune[] {
    return this.directory.geography.communesOf(zone as Zone);
  }

  communeName(code: string): string {
    return this.commune(code)?.name ?? code;
  }

  /** The commune that is meant by what people write, and how sure that is. */
  locate(place: PlaceQuery): Location {
    return this.directory.geography.locate(place);
  }

  /** Whether there is such a zone today. */
  isZone(zone: string): boolean {
    try {
      return this.zoneName(zone) !== undefined;
    } catch (error) {
      if (error instanceof AiguillageError) return false;
      throw error;
    }
  }

  zoneName(zone: string): string | undefined {
    return this.directory.geography.zoneName(zone as Zone);
  }

  /** What may be meant by what was typed so far, the likeliest first: communes by postal code, or by their names. */
  communes(words: string, limit = 10): readonly PlacedCommune[] {
    const text = words.trim();
    const { geography } = this.directory;
    if (/^\d{5}$/.test(text)) return geography.byPostalCode(text);
    if (!/\d/.test(text)) return geography.search(text, limit);
    const { commune, candidates } = geography.locate({ address: text });
    return commune ? [commune] : candidates.slice(0, limit);
  }
}
