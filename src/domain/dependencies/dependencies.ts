import { closureOf, type Closure } from './closure';
import { conflictsIn } from './conflicts';
import type { Dependencies, Dependency, Edge, EdgeConflict, EdgeSource } from './edge';
import { edgeStatus, type JudgedEdge } from './edge-status';
import { isToCome, statusFacts, type NeededIssue } from './needed-issue';
import { cyclesOf, hasDirection, issueOrder } from './order';

export type DependenciesInput = {
  root: string;
  /** The line to promote to. */
  target: string;
  /** `undefined`: nobody read it yet. What stays unread is a gap that the caller must tell. */
  edgesOf: (key: string) => readonly Edge[] | undefined;
  neededIssue: (key: string) => NeededIssue;
  /** How many issues a closure may have. */
  limit?: number;
};

/** What stands for an issue that the viewer may not see. */
export const HIDDEN_ISSUE = 'an issue that you may not see';

/**
 * All that an issue needs for a promotion, transitively, with the order. Of an issue that the viewer
 * may not see only its existence is told, and nobody looks behind it. When there are too many issues,
 * those left out are unresolved. Conflicts are told of the whole closure, cycles of the issue itself.
 * The order names the issue and those whose changes must still come.
 */
export function dependencies(input: DependenciesInput): Dependencies {
  const { root, neededIssue } = input;
  const isHidden = (key: string): boolean =>
    key !== root && neededIssue(key).visibility === 'hidden';
  const edgesOf = (key: string): readonly Edge[] | undefined =>
    isHidden(key) ? [] : input.edgesOf(key);
  const closure = closureOf(root, edgesOf, input.limit);
  const { issues, edges } = closure;
  const shown = (key: string): string => (isHidden(key) ? HIDDEN_ISSUE : key);
  return {
    edges: needsIn(closure, root).map((edge) => toDependency(edge, closure, input)),
    cycles: cyclesOf(issues, edges)
      .filter((cycle) => cycle.includes(root))
      .map((cycle) => cycle.map(shown)),
    conflicts: conflictsIn(edges).map((conflict) => toShown(conflict, shown)),
    order: issueOrder(issues, edges).filter((key) => key === root || isToCome(neededIssue(key))),
  };
}

/** The root needs all others, and never itself. Who shares a pull request is named once, on the way from the root. */
function needsIn({ issues, edges }: Closure, root: string): Edge[] {
  const distance = new Map(issues.map((key, position) => [key, position]));
  const far = (key: string): number => distance.get(key) ?? issues.length;
  return edges
    .filter(({ to }) => to !== root)
    .filter((edge) => hasDirection(edge) || far(edge.from) < far(edge.to));
}

function judge(needed: NeededIssue, edge: Edge, closure: Closure, target: string): JudgedEdge {
  if (closure.omitted.includes(edge.to) && needed.visibility !== 'hidden') {
    const why = `it was not looked at: more than ${closure.issues.length} issues hang together`;
    return { status: 'unresolved', why };
  }
  return edgeStatus(statusFacts(needed, edge.sources, target));
}

function toDependency(edge: Edge, closure: Closure, input: DependenciesInput): Dependency {
  const needed = input.neededIssue(edge.to);
  const known = { ...UNKNOWN, ...judge(needed, edge, closure, input.target) };
  if (needed.visibility === 'hidden') return { ...known, sources: edge.sources.map(withoutName) };
  const { from: neededBy, to: key, sources } = edge;
  if (needed.visibility !== 'visible') return { ...known, key, neededBy, sources };
  const { summary, status: issueStatus, url, changes } = needed;
  const hasChanges = changes.length > 0;
  return { ...known, key, neededBy, sources, summary, issueStatus, url, hasChanges };
}

const UNKNOWN = {
  ...{ key: null, summary: null, issueStatus: null, neededBy: null, url: null },
  hasChanges: false,
};

/** Texts and addresses hold keys. */
const withoutName = ({ kind, isBlocking }: EdgeSource): EdgeSource => ({
  ...{ kind, isBlocking, url: null },
  text: NAMELESS[kind],
});

const NAMELESS: Readonly<Record<EdgeSource['kind'], string>> = {
  'jira-link': 'a link in Jira',
  trailer: 'a Depends-On trailer of a commit',
  'pull-request': 'a Depends-On trailer of a pull request',
  'sub-task': 'a sub-task in Jira',
  'shared-pull-request': 'a shared pull request',
  'stacked-pull-request': 'a stacked pull request',
};

function toShown(conflict: EdgeConflict, shown: (key: string) => string): EdgeConflict {
  const [one, other] = [shown(conflict.one), shown(conflict.other)];
  const isNameless = one === HIDDEN_ISSUE || other === HIDDEN_ISSUE;
  return {
    ...{ one, other },
    sources: isNameless ? conflict.sources.map(withoutName) : conflict.sources,
  };
}
