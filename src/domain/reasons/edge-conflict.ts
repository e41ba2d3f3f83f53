import type { EdgeConflict, EdgeSourceKind } from '../dependencies/edge';
import { capitalised, listed, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** Two sources say opposite things of which issue needs the other. */
export const edgeConflict: Rule = ({ dependencies: { conflicts } }) =>
  reasonFrom(
    conflicts.flatMap(({ sources }) => sources.map(({ text, url }) => ({ text, url }))),
    {
      code: 'edge-conflict',
      level: 'manual-review',
      summary: `${contradiction(conflicts)}.`,
      subjects: conflicts.map(({ one, other }) => `${one} ${other}`),
    },
  );

/** `Two commits say opposite things of which goes first: PAY-1 or PAY-2` */
export function contradiction(conflicts: readonly EdgeConflict[]): string {
  const pairs = conflicts.map(({ one, other }) => `${one} or ${other}`);
  return `${capitalised(speakers(conflicts))} say opposite things of which goes first: ${pairs.join('; ')}`;
}

/** Who contradict each other: `two commits`, `a link in Jira and a commit`. */
function speakers(conflicts: readonly EdgeConflict[]): string {
  const kinds = conflicts.flatMap(({ sources }) => sources.map(({ kind }) => kind));
  return listed(
    kinds.map((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      const [one, several] = SPEAKERS[kind];
      if (count === 1) return one;
      return count === 2 ? `two ${several}` : several;
    }),
  );
}

const SPEAKERS: Readonly<Record<EdgeSourceKind, [one: string, several: string]>> = {
  'jira-link': ['a link in Jira', 'links in Jira'],
  trailer: ['a commit', 'commits'],
  'pull-request': ['a pull request', 'pull requests'],
  'sub-task': ['a sub-task', 'sub-tasks'],
  'shared-pull-request': ['a shared pull request', 'shared pull requests'],
  'stacked-pull-request': ['a stacked pull request', 'stacked pull requests'],
};
