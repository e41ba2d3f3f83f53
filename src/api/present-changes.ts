import type {
  CommitEvidence,
  MentionEvidence,
  RepositoryEvidence,
} from '../domain/evidence/issue-evidence';
import { presenceIn, type LineCell, type Presence } from '../domain/lines/line-state';
import { cellsIn } from '../domain/lines/lines-of-issue';
import { commitUrl, pullRequestNumber, type Linked } from '../domain/links';
import type { Association } from '../domain/ownership/association';
import type { RepositorySettings } from '../domain/settings/project-settings';
import type { IssueFacts } from '../usecases/get-issue';
import type { CommitView, IssueView, RepositoryChanges } from './contract';

type Facts = Pick<IssueFacts, 'settings' | 'statuses' | 'parts'>;

/** The changes of an issue, by repository, with where each of them is. */
export const presentChanges = (facts: Facts): RepositoryChanges[] =>
  facts.parts.filter(({ commits }) => commits.length > 0).map((part) => toChanges(facts, part));

export const presentMentions = ({ statuses, parts }: Facts): IssueView['mentions'] =>
  parts
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ repository, mentions }) => {
      const url = statuses.get(repository)?.url ?? null;
      const commits = mentions.map((one) => ({
        ...toCommit(one, { repository, url }),
        presence: {},
        checks: 'not-read' as const,
      }));
      return { repository, url, commits };
    });

function toChanges({ settings, statuses }: Facts, part: RepositoryEvidence): RepositoryChanges {
  const { repository } = part;
  const listed = settings?.repositories.find(({ id }) => id === repository);
  const cells = settings ? cellsIn(settings, part, statuses) : [];
  const url = statuses.get(repository)?.url ?? null;
  return {
    repository,
    url,
    ...described(listed),
    cells,
    commits: part.commits.map((commit) => ({
      ...toCommit(commit, { repository, url }),
      presence: Object.fromEntries(cells.map((cell) => [cell.line, presenceOn(commit, cell)])),
      checks: commit.checks,
    })),
  };
}

const NOT_DESCRIBED = { service: null, owner: null, kind: null, notes: [] };

function described(
  listed: RepositorySettings | undefined,
): Pick<RepositoryChanges, 'service' | 'owner' | 'kind' | 'notes'> {
  const { service, owner, kind, notes } = listed ?? NOT_DESCRIBED;
  return { service, owner, kind, notes };
}

const presenceOn = (commit: CommitEvidence, { branch, branchState }: LineCell): Presence =>
  presenceIn(commit, branch, branchState);

/** GitLab's pull requests are numbered with `!`. */
const toAssociation = (
  { kind, source, detail }: Association,
  { repository }: Linked,
): CommitView['associations'][number] => {
  const [, number] = /^#(\d+)$/.exec(detail ?? '') ?? [];
  const isNumber = source === 'pull-request-title' && number !== undefined;
  const shown = isNumber ? pullRequestNumber(repository, Number(number)) : detail;
  return { kind, source, detail: shown };
};

function toCommit(
  { sha, title, author, authoredAt, isMerge, associations }: MentionEvidence,
  linked: Linked,
): Omit<CommitView, 'presence' | 'checks'> {
  return {
    sha,
    title,
    author,
    authoredAt,
    url: commitUrl(linked, sha),
    source: associations[0]?.source ?? 'title',
    associations: associations.map((one) => toAssociation(one, linked)),
    isMerge,
  };
}
