/**
 * The door to the package `aiguillage`: a directory with its router, and look-ups by id. Whatever is decided about a
 * need, a referral, a reminder or a figure is decided in there.
 */

import {
  CompanyError,
  Directory,
  impact,
  naf,
  Router,
  type Answer,
  type Commune,
  type CompanyProfile as Profile,
  type Coverage,
  type Expert,
  type Explanation,
  type ImpactQueryInput,
  type ImpactReport,
  type Institution,
  type Location,
  type Match,
  type Need as RoutedNeed,
  type NeedInput,
  type PlaceQuery,
  type Referral,
  type Subject,
  type Suggestions,
  type TrackedNeed,
  type Zone,
} from 'aiguillage';

export {
  classifyRequest,
  Company,
  CompanyError,
  Directory,
  DirectoryError,
  dueForAnonymisation,
  findingMessage,
  foldEvents,
  impactCsv,
  labels,
  moveReferral,
  NeedError,
  needStatus,
  needWithCompany,
  nextStates,
  ReferralError,
  reminders,
  renderNotification,
  sendReferral,
} from 'aiguillage';
export type {
  Answer,
  AnswerCard,
  Commune,
  Coverage,
  Diagnostic,
  Expert,
  Figures,
  Finding,
  ImpactQueryInput,
  ImpactReport,
  NeedInput,
  NeedReminder,
  NeedStatus,
  NotificationData,
  NotificationKind,
  Question,
  Referral,
  ReferralEvent,
  ReferralState,
  Share,
  Subject,
  Theme,
  TrackedNeed,
} from 'aiguillage';
export type { CompanyProfile as Profile } from 'aiguillage';

/**
 * What is known of a facility: the facts of a need, without the need and without the company's name or number. They
 * come from forms and registers as text: the library says what is wrong with them.
 */
export interface Facts {
  commune: string;
  naf?: string;
  naf2025?: string;
  headcount?: number;
  headcountBand?: string;
  legalForm?: string;
  createdOn?: string;
  activities?: string[];
  opco?: string;
}

/** A commune, and the name of the past by which it was found. */
export type PlacedCommune = Pick<Commune, 'code' | 'name' | 'postalCodes'> & { readonly formerName?: string };

/** The nomenclatures of activities, by the fact that holds a code of each: NAF 2025 takes over on 1 January 2027. */
export const NOMENCLATURES = { naf: 'NAF rév. 2', naf2025: 'NAF 2025' } as const;
export type Nomenclature = keyof typeof NOMENCLATURES;

/** An activity code without the mark of its nomenclature, and its label. */
export interface ActivityCode {
  code: string;
  label: string | undefined;
}

/** An activity code, and those of the other nomenclature that a company which has it may have. */
export interface Activity extends ActivityCode {
  correspondents: ActivityCode[];
}

/** What a nomenclature says of a code; nothing of one that it does not have, whatever is written there. */
export function activityOf(nomenclature: Nomenclature, code: string): Activity | undefined {
  try {
    const { entry, label, correspondents } = naf(nomenclature === 'naf2025' ? `${NAF_2025_MARK}${code}` : code);
    const others = correspondents.map((other) => ({ code: unmarked(other.entry), label: other.label }));
    return { code: unmarked(entry), label, correspondents: others };
  } catch (error) {
    if (error instanceof CompanyError) return undefined;
    throw error;
  }
}

/** What the library writes before codes of NAF 2025 where both nomenclatures may stand. */
const NAF_2025_MARK = '2025:';
const unmarked = (code: string): string => code.replace(NAF_2025_MARK, '');

/** Answers to the questions of a subject, by the id of the question. */
export type Answers = Readonly<Record<string, Answer>>;

/** A need as this service asks about it. */
export interface AskedNeed extends Facts {
  id?: string;
  subject: string;
  siret?: string;
  on: string;
  origin?: string;
  answers?: Answers;
}

/** A directory in service. It never changes: another directory is another `Library`. */
export class Library {
  readonly #router: Router;
  readonly directory: Directory;

  private constructor(router: Router) {
    this.#router = router;
    this.directory = router.directory;
  }

  /** Opens a folder of CSV files, a JSON document or a snapshot; throws a `DirectoryError` with its diagnostics. */
  static async open(path: string): Promise<Library> {
    return new Library(await (path.endsWith('.snapshot') ? Router.load(path) : Router.open(path)));
  }

  /** The experts who match, in order; all of them, or so many of each institution, the less loaded first. */
  match(need: AskedNeed, options: { perInstitution?: number; load?: Record<string, number> } = {}): Match[] {
    return [...this.#router.matchExperts(need as RoutedNeed, options)];
  }

  /** Throws a `NeedError` where these facts cannot be those of a need, whatever its subject. */
  check(facts: Facts & Pick<AskedNeed, 'siret' | 'on'>): void {
    this.#router.checkNeed(facts as NeedInput);
  }

  explain(need: AskedNeed): Explanation {
    return this.#router.explain(need as RoutedNeed);
  }

  coverage(zones: readonly string[], profile?: Profile, institution?: string): Promise<Coverage> {
    return this.#router.coverage({ zones: zones as Zone[], profile, institution });
  }

  /** What a few lines of French are likely about. */
  suggest(text: string): Suggestions {
    return this.#router.suggestSubjects(text);
  }

  /** What a person should look at in a message before it goes anywhere, as sentences. */
  remarks(text: string): string[] {
    const { flags, outOfScope } = this.#router.screen(text);
    const remarks = flags.map((flag) => flag.message);
    if (outOfScope) {
      remarks.push(`Le message ne semble porter sur aucun des sujets : « ${outOfScope.label} », à vérifier.`);
    }
    return remarks;
  }

  impact(needs: TrackedNeed[], referrals: Referral[], query: ImpactQueryInput): Promise<ImpactReport> {
    return impact(needs, referrals, query, { directory: this.directory });
  }

  /** The subjects that are offered. */
  get subjects(): readonly Subject[] {
    return this.directory.subjects.filter((subject) => !subject.archived);
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
