import { z } from 'zod';
import { createJsonFileReader } from '../site-file/json-file';

/** Their people are objects with a login; ours may be just the login. */
const Person = z
  .union([z.string(), z.looseObject({ login: z.string() }).transform(({ login }) => login)])
  .nullish()
  .transform((login) => login ?? null);
const Text = z.string().nullish();
const Sha = z.union([z.string(), z.looseObject({ sha: z.string() }).transform(({ sha }) => sha)]);
const Shas = z.union([z.array(Sha), z.number().transform(() => undefined)]).optional();
const PullRef = z.looseObject({ ref: z.string(), sha: z.string().optional() });

const Review = z.looseObject({
  id: z.number().optional(),
  user: Person,
  state: z.string().default('APPROVED'),
  body: z.string().nullish(),
  submitted_at: Text,
  commit_id: Text,
});
export type ReviewEntry = z.infer<typeof Review>;

const PullEntry = z.looseObject({
  number: z.number(),
  title: z.string().default(''),
  body: Text,
  state: z.enum(['open', 'closed']).optional(),
  draft: z.boolean().default(false),
  user: Person,
  head: PullRef.optional(),
  base: PullRef.optional(),
  merge_commit_sha: Text,
  merged_by: Person,
  created_at: Text,
  updated_at: Text,
  closed_at: Text,
  merged_at: Text,
  labels: z
    .array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]))
    .default([]),
  reviews: z.array(Review).default([]),
  commits: Shas,
});
export type PullEntry = z.infer<typeof PullEntry>;
const PullsFile = z.array(PullEntry);

const StatusEntry = z.looseObject({
  id: z.number().optional(),
  state: z.string(),
  created_at: z.string(),
  updated_at: Text,
  description: z.string().default(''),
  log_url: Text,
  environment_url: Text,
  creator: Person,
});
const DeploymentEntry = z.looseObject({
  id: z.number(),
  sha: z.string(),
  ref: z.string(),
  environment: z.string(),
  original_environment: z.string().optional(),
  task: z.string().default('deploy'),
  description: Text,
  payload: z.unknown().optional(),
  creator: Person,
  created_at: z.string(),
  statuses: z.array(StatusEntry).default([]),
});
export type DeploymentEntry = z.infer<typeof DeploymentEntry>;
const DeploymentsFile = z.array(DeploymentEntry);

const CheckEntry = z.looseObject({
  id: z.number().optional(),
  name: z.string(),
  status: z.string().default('completed'),
  conclusion: Text,
  details_url: Text,
  started_at: Text,
  completed_at: Text,
});
export type CheckEntry = z.infer<typeof CheckEntry>;
/** A commit status, told from a check run by its `context`. */
const CommitStatusEntry = z.looseObject({
  id: z.number().optional(),
  context: z.string(),
  state: z.string(),
  description: Text,
  target_url: Text,
  created_at: Text,
  creator: Person,
});
export type CommitStatusEntry = z.infer<typeof CommitStatusEntry>;
const ChecksFile = z.record(z.string(), z.array(z.union([CommitStatusEntry, CheckEntry])));

export type ChecksOfCommit = (CheckEntry | CommitStatusEntry)[];
export type HostedFiles = {
  pulls(): Promise<PullEntry[]>;
  deployments(): Promise<DeploymentEntry[]>;
  checks(): Promise<Record<string, ChecksOfCommit>>;
};

/** What the host keeps beside git: pull requests, deployments and checks. */
export function createHostedFiles(files: {
  pulls?: string | undefined;
  deployments?: string | undefined;
  checks?: string | undefined;
}): HostedFiles {
  return {
    pulls: createJsonFileReader(files.pulls, PullsFile, []),
    deployments: createJsonFileReader(files.deployments, DeploymentsFile, []),
    checks: createJsonFileReader(files.checks, ChecksFile, {}),
  };
}
