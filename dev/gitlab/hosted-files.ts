import { z } from 'zod';
import { createJsonFileReader } from '../site-file/json-file';

/** Their people are objects with a username; ours may be just the username. */
const Username = z.union([
  z.string(),
  z.looseObject({ username: z.string() }).transform(({ username }) => username),
]);
const Person = Username.nullish().transform((username) => username ?? null);
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const Sha = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);

const Approval = z
  .union([
    Username.transform((user) => ({ user })),
    z.looseObject({ user: Username, approved_at: z.string().nullish() }),
  ])
  .transform((one) => ({
    user: one.user,
    approvedAt: 'approved_at' in one ? (one.approved_at ?? null) : null,
  }));
export type ApprovalEntry = z.infer<typeof Approval>;

/** `[…]`, or GitLab's whole answer about approvals. */
const Approvals = z
  .union([
    z.array(Approval),
    z.looseObject({ approved_by: z.array(Approval) }).transform(({ approved_by }) => approved_by),
  ])
  .optional();

const Reviewer = z
  .union([
    Username.transform((user) => ({ user })),
    z.looseObject({
      user: Username,
      state: z.string().optional(),
      created_at: z.string().nullish(),
    }),
  ])
  .transform((one) => ({
    user: one.user,
    state: 'state' in one ? (one.state ?? 'unreviewed') : 'unreviewed',
    createdAt: 'created_at' in one ? (one.created_at ?? null) : null,
  }));
export type ReviewerEntry = z.infer<typeof Reviewer>;

const MergeRequestEntry = z
  .looseObject({
    iid: z.number().optional(),
    number: z.number().optional(),
    title: z.string().default(''),
    description: Text,
    state: z.enum(['opened', 'closed', 'merged', 'locked']).optional(),
    draft: z.boolean().default(false),
    author: Person,
    source_branch: z.string().optional(),
    target_branch: z.string().optional(),
    sha: Text,
    diff_refs: z.looseObject({ base_sha: z.string().nullish() }).nullish(),
    merge_commit_sha: Text,
    squash_commit_sha: Text,
    squash: z.boolean().default(false),
    created_at: Text,
    updated_at: Text,
    merged_at: Text,
    closed_at: Text,
    merged_by: Person,
    merge_user: Person,
    labels: z.array(z.string()).default([]),
    reviewers: z.array(Reviewer).default([]),
    approved_by: Approvals,
    approvals: Approvals,
    commits: z.array(Sha).optional(),
  })
  .transform(({ iid, number, ...entry }, context) => {
    if (iid === undefined && number === undefined) {
      context.addIssue({ code: 'custom', path: ['iid'], message: 'a merge request needs its iid' });
    }
    return { ...entry, iid: iid ?? number ?? 0 };
  });
export type MergeRequestEntry = z.infer<typeof MergeRequestEntry>;
const MergeRequestsFile = z.array(MergeRequestEntry);

const Environment = z
  .union([
    z.string().transform((name) => ({ name })),
    z.looseObject({
      name: z.string(),
      tier: z.string().optional(),
      external_url: z.string().nullish(),
    }),
  ])
  .transform((one) => ({
    name: one.name,
    tier: 'tier' in one ? (one.tier ?? null) : null,
    externalUrl: 'external_url' in one ? (one.external_url ?? null) : null,
  }));
export type EnvironmentEntry = z.infer<typeof Environment>;

const Deployable = z.looseObject({
  id: z.number().optional(),
  name: z.string().default('deploy'),
  status: z.string().optional(),
  started_at: Text,
  finished_at: Text,
  web_url: Text,
});

const DeploymentEntry = z.looseObject({
  id: z.number(),
  iid: z.number().optional(),
  sha: z.string(),
  ref: z.string().default('main'),
  status: z.string().default('success'),
  environment: Environment,
  user: Person,
  created_at: z.string(),
  updated_at: Text,
  deployable: Deployable.nullish().transform((deployable) => deployable ?? null),
});
export type DeploymentEntry = z.infer<typeof DeploymentEntry>;
const DeploymentsFile = z.array(DeploymentEntry);

const JobEntry = z.looseObject({
  id: z.number().optional(),
  name: z.string(),
  status: z.string(),
  allow_failure: z.boolean().default(false),
  stage: z.string().optional(),
  target_url: Text,
  web_url: Text,
  created_at: Text,
  started_at: Text,
  finished_at: Text,
});
export type JobEntry = z.infer<typeof JobEntry>;

/** A pipeline; without `jobs` it has one, by the pipeline's own name. */
const PipelineEntry = z.looseObject({
  id: z.number().optional(),
  name: Text,
  status: z.string(),
  ref: z.string().optional(),
  source: z.string().default('push'),
  allow_failure: z.boolean().default(false),
  web_url: Text,
  target_url: Text,
  created_at: Text,
  started_at: Text,
  finished_at: Text,
  updated_at: Text,
  jobs: z.array(JobEntry).optional(),
});
export type PipelineEntry = z.infer<typeof PipelineEntry>;
const PipelinesFile = z.record(z.string(), z.array(PipelineEntry));

export type HostedFiles = {
  mergeRequests(): Promise<MergeRequestEntry[]>;
  deployments(): Promise<DeploymentEntry[]>;
  pipelines(): Promise<Record<string, PipelineEntry[]>>;
};

/** What the host keeps beside git: merge requests, deployments and pipelines. */
export function createHostedFiles(files: {
  pulls?: string | undefined;
  deployments?: string | undefined;
  checks?: string | undefined;
}): HostedFiles {
  return {
    mergeRequests: createJsonFileReader(files.pulls, MergeRequestsFile, []),
    deployments: createJsonFileReader(files.deployments, DeploymentsFile, []),
    pipelines: createJsonFileReader(files.checks, PipelinesFile, {}),
  };
}
