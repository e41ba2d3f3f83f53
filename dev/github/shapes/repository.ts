import type { Host } from '../host';
import type { HostedRepository } from '../hosted-repository';
import { toNodeId } from '../identity';
import { toUser } from './user';
import type { Json } from './user';

/** Address fields and what follows the repository's own address in each. */
const LINKS: Record<string, string> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

const COUNTS = {
  forks: 0,
  forks_count: 0,
  open_issues: 0,
  open_issues_count: 0,
  size: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
};

const SWITCHES = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: false,
  has_discussions: false,
  disabled: false,
  is_template: false,
  allow_forking: true,
};

/** What only git can tell of a repository. */
export type RepositoryFacts = { defaultBranch: string; createdAt: string; pushedAt: string };

export const repositoryUrl = ({ apiUrl }: Host, { path }: HostedRepository): string =>
  `${apiUrl}/repos/${path}`;
export const repositoryPage = ({ htmlUrl }: Host, { path }: HostedRepository): string =>
  `${htmlUrl}/${path}`;

/** Asks git; dates of an empty repository are those of the unix epoch. */
export async function readRepositoryFacts(repository: HostedRepository): Promise<RepositoryFacts> {
  const git = await repository.git();
  const { defaultBranch, refs } = await git.refs();
  const heads = await git.commits(refs.map(({ sha }) => sha));
  const main = refs.find(({ name }) => name === `refs/heads/${defaultBranch}`);
  const oldest = main && (await git.history(main.sha)).at(-1);
  const [first] = oldest === undefined ? [] : await git.commits([oldest]);
  const dates = heads.map(({ committer }) => committer.date).sort();
  return {
    defaultBranch,
    createdAt: first?.committer.date ?? '1970-01-01T00:00:00Z',
    pushedAt: dates.at(-1) ?? '1970-01-01T00:00:00Z',
  };
}

function toAddresses(host: Host, repository: HostedRepository): Json {
  const url = repositoryUrl(host, repository);
  const page = repositoryPage(host, repository);
  const links = Object.entries(LINKS).map(([name, rest]) => [name, url + rest]);
  return {
    ...(Object.fromEntries(links) as Json),
    url,
    html_url: page,
    clone_url: `${page}.git`,
    git_url: `${page.replace('https:', 'git:')}.git`,
    ssh_url: `git@${new URL(host.htmlUrl).host}:${repository.path}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
  };
}

/** A repository as it stands in lists and inside other answers. */
export function toRepository(
  host: Host,
  repository: HostedRepository,
  facts: RepositoryFacts,
): Json {
  return {
    id: repository.id,
    node_id: toNodeId('R', repository.id),
    name: repository.name,
    full_name: repository.path,
    private: repository.isPrivate,
    owner: toUser(host, repository.owner),
    description: null,
    fork: false,
    language: null,
    license: null,
    topics: [],
    visibility: repository.isPrivate ? 'private' : 'public',
    default_branch: facts.defaultBranch,
    archived: repository.isArchived,
    created_at: facts.createdAt,
    updated_at: facts.pushedAt,
    pushed_at: facts.pushedAt,
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true },
    ...COUNTS,
    ...SWITCHES,
    ...toAddresses(host, repository),
  };
}

/** The one repository asked for. */
export function toFullRepository(
  host: Host,
  repository: HostedRepository,
  facts: RepositoryFacts,
): Json {
  return { ...toRepository(host, repository, facts), network_count: 0, subscribers_count: 0 };
}
