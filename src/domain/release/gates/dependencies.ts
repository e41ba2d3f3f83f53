import type { Dependency } from '../../dependencies/edge';
import { compareKeys } from '../../dependencies/key-order';
import { isOpenBlocker } from '../../reasons/blocking-issue-open';
import { counted } from '../../reasons/evidence-links';
import type { JudgedIssue } from '../judged-issue';
import { reviewId } from '../review-id';
import { distinctItems, foundItem } from './found-item';
import type { FoundItem, GateRule, ReleaseFacts } from './release-facts';

/** All that issues need is on the target or travels along, and nobody contradicts that. */
export const dependenciesGate: GateRule = (facts) => {
  const { issues } = facts.bundle;
  const travelling = new Set(issues.map(({ key }) => key));
  const open = distinctItems([
    ...issues.flatMap((issue) => neededItems(issue, travelling)),
    ...issues.flatMap(hiddenItems),
    ...brokenCycles(facts, travelling),
    ...issues.flatMap((issue) => conflictItems(issue, facts)),
  ]);
  const unresolved = new Set(
    issues
      .flatMap(({ dependencies }) => dependencies)
      .filter((one) => one.status === 'unresolved' && !isOpenBlocker(one))
      .map(({ key }) => key),
  ).size;
  const unknown =
    unresolved === 0 ? '' : ` Of ${counted(unresolved, 'needed issue')} nothing is known.`;
  return {
    open,
    summary:
      open.length === 0
        ? `Everything that is needed has arrived or travels along.${unknown}`
        : `${open[0]?.text ?? ''}${open.length === 1 ? '' : ` And ${open.length - 1} more.`}`,
    progress: null,
  };
};

/** An edge that several issues come across is one item, of the issue that needs the other. */
function neededItems(issue: JudgedIssue, travelling: ReadonlySet<string>): FoundItem[] {
  return issue.dependencies.flatMap((dependency) => {
    const { key, neededBy, why, url } = dependency;
    const needing = neededBy ?? issue.key;
    const told = toldOf(dependency, needing);
    if (key === null || told === undefined) return [];
    const issueKey = travelling.has(needing) ? needing : issue.key;
    const text = `${told.text} (${why})`;
    return [foundItem([needing, key], { ...told, text, issueKey, url })];
  });
}

function toldOf(
  dependency: Dependency,
  needing: string,
): Pick<FoundItem, 'code' | 'text'> | undefined {
  const key = dependency.key ?? '';
  if (isOpenBlocker(dependency)) {
    const status = dependency.issueStatus?.name ?? 'not done';
    return { code: 'blocking-issue-open', text: `${needing} is blocked by ${key}: ${status}` };
  }
  return dependency.status === 'missing'
    ? { code: 'missing-dependency', text: `${needing} needs ${key}, which does not travel along` }
    : undefined;
}

/** They have no names, so only their number can tell that there is another one. */
function hiddenItems({ key, dependencies }: JudgedIssue): FoundItem[] {
  const hidden = dependencies.filter(
    (one) => one.status === 'hidden' || (one.key === null && one.status === 'missing'),
  ).length;
  if (hidden === 0) return [];
  const text = `${key} needs ${counted(hidden, 'issue')} that Convoy may not see.`;
  return [foundItem([key, hidden], { code: 'hidden-dependency', text, issueKey: key })];
}

/** Issues that can only travel at once, of which some do not travel. */
function brokenCycles(
  { bundle: { issues, order } }: ReleaseFacts,
  travelling: ReadonlySet<string>,
): FoundItem[] {
  const told = issues.flatMap(({ reasons }) =>
    reasons
      .filter(({ code }) => code === 'dependency-cycle')
      .flatMap(({ subjects = [] }) => subjects.map((cycle) => cycle.split(' '))),
  );
  return [...order.cycles, ...told]
    .map((cycle) => cycle.toSorted(compareKeys))
    .filter((cycle) => cycle.some((key) => !travelling.has(key)))
    .toSorted((a, b) => compareKeys(a[0] ?? '', b[0] ?? ''))
    .map((cycle) => {
      const absent = cycle.filter((key) => !travelling.has(key));
      return foundItem(cycle, {
        code: 'dependency-cycle',
        text: `${cycle.join(', ')} need each other, and ${absent.join(', ')} ${absent.length === 1 ? 'does' : 'do'} not travel along.`,
        issueKey: cycle.find((key) => travelling.has(key)) ?? null,
      });
    });
}

/** Until a person looked at the contradiction. */
function conflictItems(issue: JudgedIssue, { items }: ReleaseFacts): FoundItem[] {
  if (issue.conflicts.length === 0) return [];
  const reason = issue.reasons.find(({ code }) => code === 'edge-conflict');
  const id = reason && reviewId(issue.key, reason);
  if (items.some((item) => item.kind === 'review' && item.id === id && item.state === 'done')) {
    return [];
  }
  return issue.conflicts.map(({ one, other, sources }) =>
    foundItem([one, other].sort(compareKeys), {
      code: 'edge-conflict',
      text: `Sources contradict each other on which of ${one} and ${other} comes first.`,
      issueKey: issue.key,
      url: sources.find(({ url }) => url !== null)?.url ?? null,
    }),
  );
}
