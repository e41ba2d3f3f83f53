import { z } from 'zod';

/** What we read of GitHub's answers. States stay text here: `map.ts` says what each of them means. */

export const GitHubUser = z.object({ login: z.string() });

export const GitHubViewer = z.object({ viewer: GitHubUser });

export const GitHubRepository = z.object({
  full_name: z.string(),
  default_branch: z.string(),
  html_url: z.string(),
  archived: z.boolean(),
  private: z.boolean(),
});
export type GitHubRepository = z.infer<typeof GitHubRepository>;

export const GitHubRepositories = z.array(GitHubRepository);

export const GitHubInstallationRepositories = z.object({ repositories: GitHubRepositories });

export const GitHubBranch = z.object({
  name: z.string(),
  commit: z.object({ sha: z.string() }),
  protected: z.boolean(),
});
export type GitHubBranch = z.infer<typeof GitHubBranch>;

export const GitHubBranches = z.array(GitHubBranch);

const Signature = z.object({ name: z.string().nullish(), date: z.string().nullish() }).nullish();

export const GitHubCommit = z.object({
  sha: z.string(),
  parents: z.array(z.object({ sha: z.string() })),
  commit: z.object({
    message: z.string(),
    author: Signature,
    committer: Signature,
    tree: z.object({ sha: z.string() }),
  }),
});
export type GitHubCommit = z.infer<typeof GitHubCommit>;

export const GitHubCommits = z.array(GitHubCommit);

export const GitHubPullRequestProbe = z.array(
  z.object({ number: z.number(), updated_at: z.string() }),
);

export const GitHubDeploymentProbe = z.array(z.object({ id: z.number(), updated_at: z.string() }));

const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export type PageInfo = z.infer<typeof PageInfo>;

const Actor = GitHubUser.nullable();
const Oid = z.object({ oid: z.string() });

const PullRequestCommit = z.object({
  oid: z.string(),
  message: z.string(),
  author: z.object({ name: z.string().nullish() }).nullish(),
  authoredDate: z.string(),
  committedDate: z.string(),
  tree: Oid,
  parents: z.object({ nodes: z.array(Oid) }),
});
export type PullRequestCommit = z.infer<typeof PullRequestCommit>;

const PullRequestReview = z.object({
  author: Actor,
  state: z.string(),
  submittedAt: z.string().nullable(),
  commit: Oid.nullable(),
});
export type PullRequestReview = z.infer<typeof PullRequestReview>;

const PullRequestNode = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state: z.enum(['OPEN', 'MERGED', 'CLOSED']),
  isDraft: z.boolean(),
  author: Actor,
  headRefName: z.string(),
  headRefOid: z.string(),
  baseRefName: z.string(),
  mergeCommit: Oid.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  mergedAt: z.string().nullable(),
  reviews: z.object({ totalCount: z.number(), nodes: z.array(PullRequestReview) }),
  commits: z.object({
    totalCount: z.number(),
    nodes: z.array(z.object({ commit: PullRequestCommit })),
  }),
});
export type PullRequestNode = z.infer<typeof PullRequestNode>;

export const GitHubPullRequests = z.object({
  repository: z.object({
    pullRequests: z.object({ pageInfo: PageInfo, nodes: z.array(PullRequestNode) }),
  }),
});

const DeploymentStatus = z.object({
  state: z.string(),
  createdAt: z.string(),
  environmentUrl: z.string().nullable(),
  logUrl: z.string().nullable(),
});
export type DeploymentStatus = z.infer<typeof DeploymentStatus>;

const DeploymentNode = z.object({
  id: z.string(),
  commitOid: z.string(),
  ref: z.object({ name: z.string() }).nullable(),
  environment: z.string().nullable(),
  originalEnvironment: z.string().nullable(),
  state: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  latestStatus: DeploymentStatus.nullable(),
  statuses: z.object({ nodes: z.array(DeploymentStatus) }).nullable(),
});
export type DeploymentNode = z.infer<typeof DeploymentNode>;

export const GitHubDeployments = z.object({
  repository: z.object({
    deployments: z.object({ pageInfo: PageInfo, nodes: z.array(DeploymentNode) }),
  }),
});

const CheckRunContext = z.object({
  __typename: z.literal('CheckRun'),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  detailsUrl: z.string().nullable(),
  startedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
});
export type CheckRunContext = z.infer<typeof CheckRunContext>;

const StatusContext = z.object({
  __typename: z.literal('StatusContext'),
  context: z.string(),
  state: z.string(),
  targetUrl: z.string().nullable(),
  createdAt: z.string(),
});
export type StatusContext = z.infer<typeof StatusContext>;

const CheckContexts = z.object({
  totalCount: z.number(),
  nodes: z.array(z.discriminatedUnion('__typename', [CheckRunContext, StatusContext])),
});
export type CheckContexts = z.infer<typeof CheckContexts>;

const RolledUpObject = z.object({
  __typename: z.string(),
  statusCheckRollup: z.object({ contexts: CheckContexts }).nullish(),
});

const StatusedObject = z.object({
  __typename: z.string(),
  status: z.object({ contexts: z.array(StatusContext) }).nullish(),
});

export const GitHubHeads = z.object({
  repository: z.record(z.string(), z.object({ target: Oid.nullable() }).nullable()),
});

export const GitHubRollups = z.object({
  repository: z.record(z.string(), RolledUpObject.nullable()),
});

export const GitHubStatuses = z.object({
  repository: z.record(z.string(), StatusedObject.nullable()),
});

export const GitHubGitCommit = z.object({ tree: z.object({ sha: z.string() }) });

export const GitHubTree = z.object({
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string() }),
  ),
  truncated: z.boolean(),
});
export type GitHubTree = z.infer<typeof GitHubTree>;

const FolderEntry = z.object({
  name: z.string(),
  mode: z.number(),
  type: z.string(),
  oid: z.string(),
});

const Folder = z.object({ __typename: z.string(), entries: z.array(FolderEntry).nullish() });

export const GitHubFolders = z.object({ repository: z.record(z.string(), Folder.nullable()) });

const Text = z.object({ __typename: z.string(), text: z.string().nullish() });

export const GitHubTexts = z.object({ repository: z.record(z.string(), Text.nullable()) });
