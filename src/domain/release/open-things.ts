import type { Reason } from '../reasons/reason';
import type { Gate, GateItem } from './gate';
import type { GateId } from './gate-id';
import type { ReleaseFacts } from './gates/release-facts';
import type { JudgedIssue } from './judged-issue';
import { placeIn } from './places';

/** One thing that waits for somebody. */
export type OpenThing = {
  priority: 'P0' | 'P1' | 'P2' | 'P3';
  code: string;
  gate: GateId | null;
  issueKey: string | null;
  /** Names of the repositories that it is in, sorted. */
  places: string[];
  /** How many pieces it has, to be counted: files, checks, commits. */
  pieces: string[];
  text: string;
  actions: string[];
  owner: string | null;
};

const FAILURES: ReadonlySet<string> = new Set([
  'scope-empty',
  'issue-unreadable',
  'issue-not-in-version',
  'evidence-gap',
  'never-read',
  'missing-dependency',
  'blocking-issue-open',
  'hidden-dependency',
  'check-failed',
  'check-item-failed',
  'sign-off-rejected',
]);

const AFTER_SHIPPING: ReadonlySet<string> = new Set(['status-not-done', 'feature-flag']);

/**
 * Everything that waits, each thing once: what keeps a gate shut belongs to the first gate that it keeps
 * shut; what keeps none shut is to be seen. What a waiver covers waits for nobody.
 */
export function openThings(facts: ReleaseFacts, gates: readonly Gate[]): OpenThing[] {
  const seen = new Set<string>();
  const ofGates = gates.flatMap((gate) =>
    gate.open
      .filter(({ isWaived }) => !isWaived)
      .filter((item) => !isToldByStep(gate, item, gates))
      .filter((item) => isFirst(seen, gate.id, item))
      .map((item) => gateThing(facts, gate, item)),
  );
  return [...ofGates, ...warnings(facts, seen), ...unlistedThings(facts)];
}

/** The steps themselves say more than that there are some: who does what. */
const isToldByStep = (
  { id }: Gate,
  { code, issueKey }: GateItem,
  gates: readonly Gate[],
): boolean =>
  id === 'issues' &&
  code === 'manual-step' &&
  gates.some(
    (gate) =>
      gate.id === 'manual-steps' &&
      gate.required &&
      gate.open.some((step) => step.issueKey === issueKey && !step.isWaived),
  );

/** A cause of an issue that an earlier gate told is told. */
function isFirst(seen: Set<string>, gate: GateId, { code, issueKey }: GateItem): boolean {
  const cause = causeOf(issueKey, code);
  if (issueKey === null || code === 'check-item-failed') return true;
  if (seen.has(cause) && !seen.has(`${gate} ${cause}`)) return false;
  seen.add(cause).add(`${gate} ${cause}`);
  return true;
}

const causeOf = (issueKey: string | null, code: string): string => `${issueKey ?? ''} ${code}`;

function gateThing({ bundle }: ReleaseFacts, gate: Gate, item: GateItem): OpenThing {
  const issue = bundle.issues.find(({ key }) => key === item.issueKey);
  const reason = issue?.reasons.find(({ code }) => code === item.code);
  const told = toldOf(gate.id === 'manual-steps' ? undefined : issue, reason);
  return {
    priority: priorityOf(gate, item, reason),
    code: item.code,
    gate: gate.id,
    issueKey: item.issueKey,
    places: told.places,
    pieces: orText(told.pieces, item),
    text: item.text,
    actions: orText(told.actions, item),
    owner: told.owner ?? item.owner ?? gate.owner,
  };
}

const orText = (texts: string[], { text }: GateItem): string[] =>
  texts.length > 0 ? texts : [text];

const toldOf = (issue: JudgedIssue | undefined, reason: Reason | undefined): Told =>
  issue && reason ? toldBy(issue, reason) : NOTHING_TOLD;

function priorityOf(
  { required }: Gate,
  { code }: GateItem,
  reason: Reason | undefined,
): OpenThing['priority'] {
  if (!required) return 'P2';
  const isFailure = reason ? reason.level === 'blocked' : FAILURES.has(code);
  return isFailure ? 'P0' : 'P1';
}

type Told = Pick<OpenThing, 'places' | 'pieces' | 'actions' | 'owner'>;

const NOTHING_TOLD: Told = { places: [], pieces: [], actions: [], owner: null };

/** What an issue says of a reason: where it is, and what to do about it. */
function toldBy(issue: JudgedIssue, reason: Reason): Told {
  const answers = issue.actions.filter(({ code }) => code === reason.code);
  return {
    places: placesOf(issue, reason),
    pieces: reason.evidence.map(({ text }) => text),
    actions: answers.map(({ text }) => text),
    owner: answers.find(({ owner }) => owner !== null)?.owner ?? null,
  };
}

function placesOf({ changes }: JudgedIssue, { shas = [], evidence }: Reason): string[] {
  return changes
    .filter(
      ({ name, commits }) =>
        commits.some(({ sha }) => shas.includes(sha)) ||
        evidence.some(({ text }) => text.startsWith(`${name}:`) || text.startsWith(`${name} `)),
    )
    .map(({ name }) => name)
    .sort();
}

/** Mild reasons that keep no gate shut. */
function warnings({ bundle }: ReleaseFacts, seen: ReadonlySet<string>): OpenThing[] {
  return bundle.issues.flatMap((issue) =>
    issue.reasons
      .filter(({ code, level }) => level === 'warning' && !seen.has(causeOf(issue.key, code)))
      .map((reason): OpenThing => {
        const { code, summary: text } = reason;
        const told = toldBy(issue, reason);
        const actions = told.actions.length > 0 ? told.actions : [text];
        const priority = AFTER_SHIPPING.has(code) ? 'P3' : 'P2';
        return { ...told, priority, code, gate: null, issueKey: issue.key, text, actions };
      }),
  );
}

const unlistedThings = ({ bundle }: ReleaseFacts): OpenThing[] =>
  bundle.unlisted.map(({ key, repository, shas }) => {
    const { name, owner } = placeIn(bundle, repository);
    return {
      priority: 'P2',
      code: 'unlisted-change',
      gate: null,
      issueKey: key,
      places: [name],
      pieces: shas.map((sha) => `${repository} ${sha}`),
      text: `${key ?? 'No issue'} has changes in ${name} that are not in the release.`,
      actions: [whatToDoAbout(key, name, bundle.mode)],
      owner,
    };
  });

function whatToDoAbout(key: string | null, name: string, mode: 'plan' | 'audit'): string {
  const along = mode === 'plan' ? 'travel along' : 'came along';
  if (key === null) return `Find out whose changes ${along} in ${name}.`;
  return mode === 'plan'
    ? `Add ${key} to the release, or keep its changes in ${name} out of it.`
    : `Add ${key} to the release, or tell people that its changes in ${name} came along.`;
}
