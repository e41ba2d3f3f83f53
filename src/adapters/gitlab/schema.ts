import { z } from 'zod';

/** What we read of GitLab's answers. States stay text here: `map.ts` says what each of them means. */

export const GitLabUser = z.object({ username: z.string() });

export const GitLabProject = z.object({
  path_with_namespace: z.string(),
  default_branch: z.string().nullish(),
  web_url: z.string(),
  archived: z.boolean().nullish(),
  visibility: z.string().nullish(),
  empty_repo: z.boolean().nullish(),
});
export type GitLabProject = z.infer<typeof GitLabProject>;

export const GitLabProjects = z.array(GitLabProject);

export const GitLabBranch = z.object({
  name: z.string(),
  protected: z.boolean(),
  commit: z.object({ id: z.string() }),
});
export type GitLabBranch = z.infer<typeof GitLabBranch>;

export const GitLabBranches = z.array(GitLabBranch);

export const GitLabCommit = z.object({
  id: z.string(),
  parent_ids: z.array(z.string()),
  message: z.string(),
  author_name: z.string().nullish(),
  authored_date: z.string().nullish(),
  committed_date: z.string().nullish(),
});
export type GitLabCommit = z.infer<typeof GitLabCommit>;

export const GitLabCommits = z.array(GitLabCommit);

export const GitLabMergeRequestProbe = z.array(
  z.object({ iid: z.number(), updated_at: z.string() }),
);

const Person = GitLabUser.nullish();

export const GitLabMergeRequest = z.object({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  web_url: z.string(),
  state: z.enum(['opened', 'closed', 'merged', 'locked']),
  draft: z.boolean().nullish(),
  work_in_progress: z.boolean().nullish(),
  author: Person,
  reviewers: z.array(GitLabUser).nullish(),
  source_branch: z.string(),
  target_branch: z.string(),
  sha: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
});
export type GitLabMergeRequest = z.infer<typeof GitLabMergeRequest>;

export const GitLabMergeRequests = z.array(GitLabMergeRequest);

/** By GraphQL, where an iid is a text. */
export const GitLabMergedRanges = z.object({
  project: z
    .object({
      mergeRequests: z
        .object({
          nodes: z.array(
            z.object({
              iid: z.coerce.number(),
              diffRefs: z.object({ startSha: z.string(), headSha: z.string() }).nullable(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
});

export const GitLabApprovals = z.object({
  approved_by: z.array(z.object({ user: Person, approved_at: z.string().nullish() })),
});
export type GitLabApprovals = z.infer<typeof GitLabApprovals>;

export const GitLabReviewers = z.array(z.object({ user: Person, state: z.string() }));
export type GitLabReviewers = z.infer<typeof GitLabReviewers>;

export const GitLabDeploymentProbe = z.array(
  z.object({ id: z.number(), updated_at: z.string().nullish(), status: z.string() }),
);

const Deployable = z.object({
  status: z.string().nullish(),
  started_at: z.string().nullish(),
  finished_at: z.string().nullish(),
  web_url: z.string().nullish(),
});

export const GitLabDeployment = z.object({
  id: z.number(),
  sha: z.string(),
  ref: z.string().nullish(),
  status: z.string(),
  environment: z.object({ name: z.string(), external_url: z.string().nullish() }).nullish(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  deployable: Deployable.nullish(),
});
export type GitLabDeployment = z.infer<typeof GitLabDeployment>;

export const GitLabDeployments = z.array(GitLabDeployment);

export const GitLabEnvironments = z.array(
  z.object({ name: z.string(), tier: z.string().nullish() }),
);
export type GitLabEnvironments = z.infer<typeof GitLabEnvironments>;

export const GitLabStatus = z.object({
  id: z.number(),
  name: z.string(),
  status: z.string(),
  allow_failure: z.boolean().nullish(),
  target_url: z.string().nullish(),
  created_at: z.string().nullish(),
  started_at: z.string().nullish(),
  finished_at: z.string().nullish(),
});
export type GitLabStatus = z.infer<typeof GitLabStatus>;

export const GitLabStatuses = z.array(GitLabStatus);

/** One file of a diff, of REST; GraphQL tells the same but for what was cut. */
export const GitLabDiff = z.object({
  old_path: z.string(),
  new_path: z.string(),
  a_mode: z.string(),
  b_mode: z.string(),
  new_file: z.boolean(),
  renamed_file: z.boolean(),
  deleted_file: z.boolean(),
  diff: z.string(),
  /** Older GitLabs do not tell. */
  collapsed: z.boolean().nullish(),
  too_large: z.boolean().nullish(),
});
export type GitLabDiff = z.infer<typeof GitLabDiff>;

export const GitLabDiffs = z.array(GitLabDiff);

export const GitLabComparison = z.object({
  diffs: GitLabDiffs,
  compare_timeout: z.boolean(),
});

export const GitLabSizedCommit = z.object({
  stats: z.object({ additions: z.number(), deletions: z.number() }),
});

const Flag = z.union([z.boolean(), z.string()]).transform((flag) => String(flag) === 'true');

const ListedDiff = z.object({
  oldPath: z.string(),
  newPath: z.string(),
  aMode: z.string(),
  bMode: z.string(),
  newFile: Flag,
  renamedFile: Flag,
  deletedFile: Flag,
  diff: z.string(),
});
export type ListedDiff = z.infer<typeof ListedDiff>;

export const GitLabCommitDiffs = z.object({
  project: z
    .object({
      repository: z.record(z.string(), z.object({ diffs: z.array(ListedDiff) }).nullable()),
    })
    .nullable(),
});

const BlobNode = z.object({ path: z.string(), oid: z.string(), mode: z.string().nullish() });
const Blobs = z.object({ nodes: z.array(BlobNode) }).nullable();

export const GitLabBlobs = z.object({
  project: z.object({ repository: z.record(z.string(), Blobs) }).nullable(),
});

const TextNode = z.object({ oid: z.string(), rawTextBlob: z.string().nullish() });
const Texts = z.object({ nodes: z.array(TextNode) }).nullable();

export const GitLabTexts = z.object({
  project: z.object({ repository: z.record(z.string(), Texts) }).nullable(),
});
const CommitShas = z.record(z.string(), z.object({ sha: z.string() }).nullable());

export const GitLabCommitShas = z.object({
  project: z.object({ repository: CommitShas }).nullable(),
});

const PageInfo = z.object({ hasNextPage: z.boolean() });

const Job = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  allowFailure: z.boolean(),
  createdAt: z.string().nullish(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
  detailedStatus: z.object({ detailsPath: z.string().nullish() }).nullish(),
});
export type GitLabJob = z.infer<typeof Job>;

const CommitPipelines = z.object({
  nodes: z.array(
    z.object({
      source: z.string().nullable(),
      jobs: z.object({ nodes: z.array(Job), pageInfo: PageInfo }).nullable(),
    }),
  ),
  pageInfo: PageInfo,
});
export type GitLabCommitPipelines = z.infer<typeof CommitPipelines>;

export const GitLabPipelines = z.object({
  project: z
    .object({
      userPermissions: z.object({ readCommitStatus: z.boolean() }),
      repository: CommitShas.nullable(),
    })
    .catchall(CommitPipelines.nullable())
    .transform(({ userPermissions, repository, ...pipelines }) => ({
      userPermissions,
      repository,
      pipelines,
    }))
    .nullable(),
});
