import type { PullRequestEvidence, RepositoryEvidence } from '../evidence/issue-evidence';
import type { IssueLink, RelatedIssue } from '../issue';
import type { RepositoryId } from '../repository';
import type { DependencyLink, ProjectSettings } from '../settings/project-settings';
import type { Edge, EdgeSource } from './edge';
import { mergeEdges } from './merge-edges';

export type EdgeFacts = {
  issue: {
    key: string;
    /** Keys that the issue had before it was moved: they are the issue itself. */
    formerKeys: readonly string[];
    links: readonly IssueLink[];
    subtasks: readonly RelatedIssue[];
  };
  parts: readonly RepositoryEvidence[];
  settings: Pick<ProjectSettings, 'dependencyLinks'>;
  /** Where things can be looked at; `null` where nobody knows an address. */
  urls: {
    issue: (key: string) => string | null;
    commit: (repository: RepositoryId, sha: string) => string | null;
  };
};

/**
 * Everything that the evidence of one issue says of who needs whom: mostly what the issue needs, and
 * also what it says of others that need it. Sorted; each edge with all its sources.
 */
export function edgesOfIssue(facts: EdgeFacts): Edge[] {
  const { key, formerKeys } = facts.issue;
  const current = (one: string): string => (formerKeys.includes(one) ? key : one);
  const found = [linkEdges, subTaskEdges, trailerEdges, pullRequestEdges].flatMap((find) =>
    find(facts),
  );
  return mergeEdges(
    found.map(({ from, to, sources }) => ({ from: current(from), to: current(to), sources })),
  );
}

/** Types of which the outward end waits: `blocks`, `precedes`, `enables`, however they are worded. */
const BLOCKS_FAMILY = /(?<!\p{L})(?:block|preced|enabl)/iu;

function linkEdges({ issue, settings, urls }: EdgeFacts): Edge[] {
  return issue.links.flatMap((link) => {
    const rule = settings.dependencyLinks.find(
      ({ type }) => type.toLowerCase() === link.type.toLowerCase(),
    );
    if (!rule) return [];
    const isBlocking = BLOCKS_FAMILY.test(link.type) || BLOCKS_FAMILY.test(link.label);
    const other = link.issue.key;
    const text = `${issue.key} ${link.label} ${other}`;
    const sources: EdgeSource[] = [{ kind: 'jira-link', text, url: urls.issue(other), isBlocking }];
    return needsOther(link, rule, isBlocking)
      ? { from: issue.key, to: other, sources }
      : { from: other, to: issue.key, sources };
  });
}

/**
 * Whether the issue whose link it is needs the other one. `outward` stands for how the outward wording
 * reads: who `blocks` is needed, who `depends on` needs; `inward` turns it round.
 */
function needsOther({ direction }: IssueLink, rule: DependencyLink, isBlocking: boolean): boolean {
  const isNeedingEnd = (direction === 'inward') === isBlocking;
  return rule.direction === 'outward' ? isNeedingEnd : !isNeedingEnd;
}

/** Jira lists an epic's children elsewhere: they are no sub-tasks. */
const subTaskEdges = ({ issue, urls }: EdgeFacts): Edge[] =>
  issue.subtasks.map(({ key }) => ({
    ...{ from: issue.key, to: key },
    sources: [toSource('sub-task', `${key} is a sub-task of ${issue.key}`, urls.issue(key))],
  }));

const toSource = (kind: EdgeSource['kind'], text: string, url: string | null): EdgeSource => ({
  ...{ kind, text, url },
  isBlocking: false,
});

const trailerEdges = ({ issue, parts, urls }: EdgeFacts): Edge[] =>
  parts.flatMap(({ repository, commits }) =>
    commits.flatMap(({ sha, title, trailers }) =>
      (trailers?.dependsOn ?? []).map((to) => ({
        ...{ from: issue.key, to },
        sources: [
          toSource(
            'trailer',
            `Depends-On: ${to} in ${sha.slice(0, 7)} ${title}`,
            urls.commit(repository, sha),
          ),
        ],
      })),
    ),
  );

/** A pull request that was closed without a merge binds nobody. */
const pullRequestEdges = ({ issue: { key }, parts }: EdgeFacts): Edge[] =>
  parts
    .flatMap(({ pullRequests }) => pullRequests)
    .filter(({ state }) => state !== 'closed')
    .flatMap((one) => [
      ...declaredEdges(key, one),
      ...one.stackedOn.map((to) => ({
        ...{ from: key, to },
        sources: [
          toSource('stacked-pull-request', `${nameOf(one)} is stacked on one of ${to}`, one.url),
        ],
      })),
      ...one.sharedWith.flatMap((other) => sharedEdges([key, other], one)),
    ]);

const declaredEdges = (from: string, one: PullRequestEvidence): Edge[] =>
  (one.trailers?.dependsOn ?? []).map((to) => ({
    ...{ from, to },
    sources: [toSource('pull-request', `Depends-On: ${to} in ${nameOf(one)}`, one.url)],
  }));

function sharedEdges([one, other]: [string, string], pullRequest: PullRequestEvidence): Edge[] {
  const text = `${nameOf(pullRequest)} holds changes of ${one} and ${other}`;
  const sources = [toSource('shared-pull-request', text, pullRequest.url)];
  return [
    { from: one, to: other, sources },
    { from: other, to: one, sources },
  ];
}

const nameOf = ({ number, title }: PullRequestEvidence): string =>
  `pull request ${number} ${title}`;
