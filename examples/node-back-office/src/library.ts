/**
 * The door to the package `aiguillage`: a directory with its router, and look-ups by id. Whatever is decided about a
 * need, a referral, a reminder or a figure is decided in there.
 */

import {
  AiguillageError,
  CompanyError,
  Directory,
  impact,
  naf,
  needWithCompany,
  recipients,
  Router,
  sendReferral,
  type Answer,
  type Commune,
  type CompanyProfile as Profile,
  type Coverage,
  type Expert,
  type HoldReason,
  type Explanation,
  type ImpactQueryInput,
  type ImpactReport,
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
  type TrackedNeed,
  type TrackedRequest,
  type Zone,
} from 'aiguillage';

export {
  applyRequestEvent,
  classifyRequest,
  Company,
  CompanyError,
  Directory,
  DirectoryError,
  dueForAnonymisation,
  findingMessage,
  foldEvents,
  foldRequests,
  impactTable,
  labels,
  may,
  moveReferral,
  NeedError,
  needReminder,
  needStatus,
  needWithCompany,
  nextStates,
  permissionRules,
  ReferralError,
  reminders,
  renderNotification,
  sendReferral,
} from 'aiguillage';
export type {
  Action,
  Actor,
  Answer,
  AnswerCard,
  ClosureReason,
  Commune,
  Coverage,
  Diagnostic,
  Expert,
  Figures,
  Finding,
  HoldReason,
  ImpactQueryInput,
  ImpactReport,
  NeedInput,
  NeedReminder,
  NeedStatus,
  NotificationData,
  NotificationKind,
  PermissionRule,
  Question,
  Recipient,
  Referral,
  ReferralEvent,
  ReferralState,
  Reminders,
  RequestEvent,
  Share,
  Subject,
  Theme,
  TrackedNeed,
  TrackedRequest,
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

/** Whether a text is a SIREN whose key is right. */
export function isSiren(text: string): boolean {
  try {
    needWithCompany({} as NeedInput, { siren: text });
    return true;
  } catch (error) {
    if (error instanceof CompanyError) return false;
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

/** What impact is measured from. */
export interface Measured {
  needs: TrackedNeed[];
  referrals: Referral[];
  requests: TrackedRequest[];
}

/** The directory of a library's snapshot. */
export const directoryOf = (snapshot: Uint8Array): Directory => Router.fromBytes(snapshot).directory;

/** What was done for companies. Much of the work is done at once: this is for a thread that serves nobody. */
export function measure(directory: Directory, { needs, referrals, requests }: Measured, query: ImpactQueryInput): Promise<ImpactReport> {
  return impact(needs, referrals, query, { directory, requests });
}

/** How experts who match are chosen among. */
export interface Choice {
  perInstitution?: number;
  load?: Record<string, number>;
}

/** A need that goes to an expert. */
export interface Sent {
  referral: string;
  need: string;
  on: string;
  byHand?: boolean;
  author?: string;
}

function recipientsOf(directory: Directory, event: ReferralEvent, referrals: readonly Referral[]): Recipient[] {
  const need = { id: event.need, subject: '-', depositedOn: event.on, commune: '75056' };
  return recipients(event, need, referrals, directory);
}

/** Whether a need that is sent to an expert reaches an address of theirs or of their team. */
function hasAddress(directory: Directory, expert: Expert): boolean {
  const institution = directory.antenne(expert.antenne)?.institution ?? '';
  const sending = { referral: 'r', need: 'n', expert: expert.id, antenne: expert.antenne, institution, on: '2026-01-01' };
  const { events, referrals } = sendReferral([], sending);
  const told = events.flatMap((event) => recipientsOf(directory, event, referrals));
  return told.some(({ role, email }) => email !== undefined && (role === 'expert' || role === 'member'));
}

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

  private constructor(router: Router) {
    this.#router = router;
    this.directory = router.directory;
    this.unreachable = router.directory.experts.filter((expert) => expert.active && !hasAddress(router.directory, expert));
    this.#reachable =
      this.unreachable.length === 0
        ? router
        : router.withChanges({ experts: this.unreachable.map((expert) => ({ ...expert, active: false })) });
  }

  /** Opens a folder of CSV files, a JSON document or a snapshot; throws a `DirectoryError` with its diagnostics. */
  static async open(path: string): Promise<Library> {
    return new Library(await (path.endsWith('.snapshot') ? Router.load(path) : Router.open(path)));
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

  isReachable(expert: string): boolean {
    return !this.unreachable.some((one) => one.id === expert);
  }

  /** What sending a need to an expert writes down; `before` are the referrals that it has already. */
  sending(expert: Expert, sent: Sent, before: readonly Referral[] = []): ReturnType<typeof sendReferral> {
    const institution = this.institutionOf(expert)?.id ?? '';
    return sendReferral(before, { ...sent, expert: expert.id, antenne: expert.antenne, institution });
  }

  /** Whom an event concerns. Its need is not looked at: who the company and the adviser are, this service knows. */
  recipients(event: ReferralEvent, referrals: readonly Referral[]): Recipient[] {
    return recipientsOf(this.directory, event, referrals);
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
