import type { Place } from '../env';
import type { HostedJob, HostedPipeline } from '../hosted-pipelines';
import { readPipelines } from '../hosted-pipelines';
import { toQueriedTime } from '../instant';
import { projectPage } from '../shapes/project';
import type { Json } from '../shapes/user';

const PAGE = 100;

type Paged = { first?: number };
export type PipelineArgs = Paged & { sha?: string; ref?: string };

const toPage = (all: readonly Json[], { first = PAGE }: Paged): Json => {
  const nodes = all.slice(0, Math.min(first, PAGE));
  return { nodes, pageInfo: { hasNextPage: all.length > nodes.length, endCursor: null } };
};

/** What GitLab shows to whom it shows none. */
export const NO_PIPELINES: Json = toPage([], {});

/** Pipelines, the newest first; child pipelines are left out, as GitLab does. */
export async function listPipelines(
  place: Place,
  { sha, ref, ...paged }: PipelineArgs,
): Promise<Json> {
  const found = await readPipelines(place.project, sha === undefined ? 'all' : [sha]);
  const shown = found
    .filter((one) => one.source !== 'parent_pipeline' && (ref === undefined || one.ref === ref))
    .sort((one, other) => other.id - one.id);
  return toPage(
    shown.map((pipeline) => toPipeline(place, pipeline)),
    paged,
  );
}

const toPipeline = (place: Place, { id, sha, ref, source, jobs }: HostedPipeline): Json => ({
  id: `gid://gitlab/Ci::Pipeline/${id}`,
  sha,
  ref,
  source,
  jobs: (args: Paged) =>
    toPage(
      [...jobs].sort((one, other) => other.id - one.id).map((job) => toJob(place, job)),
      args,
    ),
});

/** One whose page is elsewhere is an outside status. */
function toJob({ host, project }: Place, job: HostedJob): Json {
  const page = new URL(`${projectPage(host, project)}/-/jobs/${job.id}`).pathname;
  return {
    id: `gid://gitlab/${job.url === null ? 'Ci::Build' : 'GenericCommitStatus'}/${job.id}`,
    name: job.name,
    status: job.status.toUpperCase(),
    allowFailure: job.isAllowedToFail,
    createdAt: toQueriedTime(job.createdAt),
    startedAt: job.startedAt && toQueriedTime(job.startedAt),
    finishedAt: job.finishedAt && toQueriedTime(job.finishedAt),
    detailedStatus: { detailsPath: job.url ?? page },
  };
}
