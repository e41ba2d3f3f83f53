import type { Host } from '../host';
import type { HostedProject } from '../hosted-project';
import { toDatabaseTime } from '../instant';
import type { Json } from './user';

/** What only git can tell of a project. */
export type ProjectFacts = {
  /** `null` while there is not one commit. */
  defaultBranch: string | null;
  createdAt: string;
  lastActivityAt: string;
};

const NO_DATE = '1970-01-01T00:00:00Z';

/** Asks git; dates of an empty repository are those of the unix epoch. */
export async function readProjectFacts(project: HostedProject): Promise<ProjectFacts> {
  const git = await project.git();
  const { defaultBranch, refs } = await git.refs();
  const main = refs.find(({ name }) => name === `refs/heads/${defaultBranch}`);
  const oldest = main && (await git.history(main.sha)).at(-1);
  const heads = await git.commits(refs.map(({ sha }) => sha));
  const [first] = oldest === undefined ? [] : await git.commits([oldest]);
  const dates = heads.map(({ committer }) => committer.date).sort();
  return {
    defaultBranch: refs.length === 0 ? null : defaultBranch,
    createdAt: first?.committer.date ?? NO_DATE,
    lastActivityAt: dates.at(-1) ?? NO_DATE,
  };
}

export const projectPage = ({ htmlUrl }: Host, { path }: HostedProject): string =>
  `${htmlUrl}/${path}`;

function toNamespace({ htmlUrl }: Host, { namespace }: HostedProject): Json {
  const last = namespace.split('/').at(-1) ?? namespace;
  return {
    id: 1,
    name: last,
    path: last,
    kind: 'group',
    full_path: namespace,
    parent_id: null,
    avatar_url: null,
    web_url: `${htmlUrl}/groups/${namespace}`,
  };
}

function toAddresses(host: Host, project: HostedProject): Json {
  const self = `${host.apiUrl}/projects/${project.id}`;
  const page = projectPage(host, project);
  return {
    ssh_url_to_repo: `git@${new URL(host.htmlUrl).host}:${project.path}.git`,
    http_url_to_repo: `${page}.git`,
    web_url: page,
    readme_url: null,
    avatar_url: null,
    _links: {
      self,
      merge_requests: `${self}/merge_requests`,
      repo_branches: `${self}/repository/branches`,
      members: `${self}/members`,
    },
  };
}

/** A project as it stands in lists and alone. */
export function toProject(host: Host, project: HostedProject, facts: ProjectFacts): Json {
  return {
    id: project.id,
    description: null,
    name: project.name,
    name_with_namespace: project.path.replaceAll('/', ' / '),
    path: project.name,
    path_with_namespace: project.path,
    created_at: toDatabaseTime(facts.createdAt),
    default_branch: facts.defaultBranch,
    tag_list: [],
    topics: [],
    ...toAddresses(host, project),
    forks_count: 0,
    star_count: 0,
    last_activity_at: toDatabaseTime(facts.lastActivityAt),
    visibility: project.isPrivate ? 'private' : 'public',
    namespace: toNamespace(host, project),
    empty_repo: facts.defaultBranch === null,
    archived: project.isArchived,
    issues_enabled: true,
    merge_requests_enabled: true,
    jobs_enabled: true,
    repository_access_level: 'enabled',
    merge_method: 'merge',
    squash_option: 'default_off',
    permissions: {
      project_access: { access_level: 20, notification_level: 3 },
      group_access: null,
    },
  };
}
