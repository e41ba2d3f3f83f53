import type {
  CommitEvidence,
  MentionEvidence,
  RepositoryEvidence,
} from '../domain/evidence/issue-evidence';
import { mergeParts } from '../domain/evidence/merge-parts';
import { standing, type StandingFacts } from '../domain/evidence/standing';
import { commitUrl, type Linked } from '../domain/links';
import { changesOf, lineCells, presenceIn, type LineCell } from '../domain/lines/line-state';
import { summarizeLine, type LineSummary } from '../domain/lines/line-summary';
import type { RepositorySettings } from '../domain/settings/project-settings';
import type { IssueFacts } from '../usecases/get-issue';
import type { CommitView, IssueView, RepositoryChanges } from './contract';
import { presentDeployments } from './present-deployments';
import { presentEvidence } from './present-evidence';
import { presentPullRequests } from './present-pull-requests';
import { presentRelated } from './present-related';

/** The issue's part of the manifest, and what the panel shows beside it. */
export function presentIssue(facts: IssueFacts): IssueView {
  const { issue, settings, mayConfigure } = facts;
  const parts = mergeParts(facts.evidence, [issue.key, ...issue.formerKeys]);
  const changes = parts
    .filter(({ commits }) => commits.length > 0)
    .map((part) => toChanges(facts, part));
  const cells = changes.flatMap((one) => one.cells);
  const summaries = (settings?.route ?? []).map((line) => summarizeLine(line, cells));
  const evidence = presentEvidence(facts, parts);
  return {
    key: issue.key,
    summary: issue.summary,
    status: issue.status.name,
    verdict: 'manual-review',
    reasons: [NOT_JUDGED],
    standing: standing({
      issueKey: issue.key,
      lines: summaries,
      listed: settings?.repositories.length ?? 0,
      repositories: changes.length,
      noChangeExpected: whyNoChange(facts),
      ...counted(parts, evidence),
    }),
    route: settings?.route ?? [],
    changes,
    mentions: parts.flatMap((part) => toMentions(facts, part)),
    promotion: null,
    mode: 'plan',
    promotions: [],
    nextActions: [],
    toPromote: [],
    dependencies: [],
    order: { issues: [], repositories: [], cycles: [] },
    conflicts: [],
    lines: summaries.map(toLine),
    life: [],
    manualSteps: [],
    evidence,
    pullRequests: presentPullRequests(parts),
    deployments: presentDeployments(facts, parts),
    related: presentRelated(issue),
    unlinked: parts.flatMap(toUnlinked),
    setup: settings ? null : 'no-settings',
    mayConfigure,
  };
}

/** Convoy does not weigh reasons yet, and says so: what nobody judged is never safe. */
const NOT_JUDGED = {
  code: 'evidence-incomplete',
  level: 'manual-review',
  summary:
    'Convoy looked only at ancestry: a cherry-pick or a squash counts as absent. A person must judge this issue.',
  evidence: [],
  links: [],
} as const satisfies IssueView['reasons'][number] & { evidence: readonly string[] };

const toUnlinked = ({ repository, unlinked }: RepositoryEvidence): IssueView['unlinked'] =>
  unlinked.map((one) => ({ repository, ...one }));

const toLine = ({ name, state, basis }: LineSummary): IssueView['lines'][number] => ({
  name,
  state,
  basis,
  changedSince: [],
  stage: null,
  since: null,
});

function counted(
  parts: readonly RepositoryEvidence[],
  { gaps }: IssueView['evidence'],
): Pick<
  StandingFacts,
  'changes' | 'reverts' | 'incomplete' | 'openPullRequests' | 'mergedPullRequests'
> {
  const changes = parts.flatMap(changesOf);
  const states = parts.flatMap(({ pullRequests }) => pullRequests.map(({ state }) => state));
  return {
    changes: changes.length,
    reverts: changes.filter(isRevert).length,
    incomplete: new Set(gaps.map(({ repository }) => repository)).size,
    openPullRequests: states.filter((state) => state === 'open').length,
    mergedPullRequests: states.filter((state) => state === 'merged').length,
  };
}

const isRevert = ({ associations }: CommitEvidence): boolean =>
  associations.some(({ kind }) => kind === 'reverts');

/** Why the project expects no change of an issue: its type, or one of its labels. */
function whyNoChange({ issue, settings }: IssueFacts): string | null {
  const { issueTypes, labels } = settings?.noChangeExpected ?? { issueTypes: [], labels: [] };
  if (issueTypes.includes(issue.issueType)) return `type ${issue.issueType}`;
  const label = issue.labels.find((one) => labels.includes(one));
  return label === undefined ? null : `label ${label}`;
}

function toChanges(facts: IssueFacts, part: RepositoryEvidence): RepositoryChanges {
  const { settings, statuses } = facts;
  const known = settings?.repositories.find(({ id }) => id === part.repository);
  const status = statuses.get(part.repository);
  const current = known && status; // Nobody reads a repository again that is not listed any more.
  const cells = settings ? lineCells(settings, known ?? NO_OVERRIDES, part, current) : [];
  const url = status?.url ?? null;
  return {
    repository: part.repository,
    url,
    ...described(known),
    cells,
    commits: part.commits.map((commit) =>
      toCommit(commit, { repository: part.repository, url }, cells),
    ),
  };
}

const NO_OVERRIDES = { lines: {} };

const NOT_DESCRIBED = { service: null, owner: null, kind: null, notes: [] };

function described(
  known: RepositorySettings | undefined,
): Pick<RepositoryChanges, 'service' | 'owner' | 'kind' | 'notes'> {
  const { service, owner, kind, notes } = known ?? NOT_DESCRIBED;
  return { service, owner, kind, notes };
}

function toMentions(
  { statuses }: IssueFacts,
  { repository, mentions }: RepositoryEvidence,
): IssueView['mentions'] {
  if (mentions.length === 0) return [];
  const url = statuses.get(repository)?.url ?? null;
  return [
    {
      repository,
      url,
      commits: mentions.map((commit) =>
        toCommit({ ...NOT_FOLLOWED, ...commit }, { repository, url }, []),
      ),
    },
  ];
}

const NOT_FOLLOWED = { presence: {}, checks: 'not-read' } as const;

function toCommit(
  commit: MentionEvidence & Pick<CommitEvidence, 'presence' | 'checks'>,
  place: Linked,
  cells: readonly LineCell[],
): CommitView {
  const { sha, title, author, authoredAt, isMerge, associations, checks } = commit;
  const presence = cells.map(
    ({ line, branch, branchState }) => [line, presenceIn(commit, branch, branchState)] as const,
  );
  return {
    sha,
    title,
    author,
    authoredAt,
    url: commitUrl(place, sha),
    source: associations[0]?.source ?? 'title',
    associations: associations.map(({ kind, source, detail }) => ({ kind, source, detail })),
    isMerge,
    presence: Object.fromEntries(presence),
    checks,
  };
}
