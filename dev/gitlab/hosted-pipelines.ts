import type { GitCommit } from '../git/git-commit';
import type { JobEntry, PipelineEntry } from './hosted-files';
import type { HostedProject } from './hosted-project';
import { toId } from './identity';

export type HostedJob = {
  id: number;
  name: string;
  status: string;
  isAllowedToFail: boolean;
  url: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** A pipeline with everything that its file left out filled in. */
export type HostedPipeline = {
  id: number;
  sha: string;
  ref: string;
  status: string;
  source: string;
  name: string | null;
  webUrl: string | null;
  createdAt: string;
  updatedAt: string;
  jobs: HostedJob[];
};

const OVER = new Set(['success', 'failed', 'canceled', 'skipped']);

/** A pipeline that names no jobs has one: its own result under its own name. */
const entriesOf = (entry: PipelineEntry): JobEntry[] =>
  entry.jobs ?? [{ ...entry, id: undefined, name: entry.name ?? 'pipeline' }];

function toJobs(entry: PipelineEntry, pipelineId: number, at: string): HostedJob[] {
  return entriesOf(entry).map((job, index) => ({
    id: job.id ?? pipelineId * 1000 + index,
    name: job.name,
    status: job.status,
    isAllowedToFail: job.allow_failure,
    url: job.target_url ?? job.web_url,
    createdAt: job.created_at ?? at,
    startedAt: job.started_at,
    finishedAt: job.finished_at ?? (OVER.has(job.status) ? (job.started_at ?? at) : null),
  }));
}

function toPipeline(
  entry: PipelineEntry,
  index: number,
  { commit, branch }: { commit: GitCommit; branch: string },
): HostedPipeline {
  const id = entry.id ?? toId(`pipelines ${commit.sha}`) + index;
  const at = entry.created_at ?? commit.committer.date;
  return {
    id,
    sha: commit.sha,
    ref: entry.ref ?? branch,
    status: entry.status,
    source: entry.source,
    name: entry.name,
    webUrl: entry.web_url,
    createdAt: at,
    updatedAt: entry.updated_at ?? entry.finished_at ?? at,
    jobs: toJobs(entry, id, at),
  };
}

/** The pipelines of these commits, or of every commit that has one; the newest first. */
export async function readPipelines(
  project: HostedProject,
  shas: readonly string[] | 'all',
): Promise<HostedPipeline[]> {
  const [files, git] = await Promise.all([project.files.pipelines(), project.git()]);
  const [commits, { defaultBranch }] = await Promise.all([
    git.commits(shas === 'all' ? Object.keys(files) : shas),
    git.refs(),
  ]);
  return commits
    .flatMap((commit) =>
      (files[commit.sha] ?? []).map((entry, index) =>
        toPipeline(entry, index, { commit, branch: defaultBranch }),
      ),
    )
    .reverse()
    .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
}
