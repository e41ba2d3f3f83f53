import type { Place } from '../env';
import type { HostedJob, HostedPipeline } from '../hosted-pipelines';
import { toDatabaseTime, toDatabaseTimeOrNull } from '../instant';
import { projectPage } from './project';
import { toUser } from './user';
import type { Json } from './user';

/** A pipeline as it stands in lists. */
export function toPipeline({ host, project }: Place, pipeline: HostedPipeline): Json {
  return {
    id: pipeline.id,
    iid: pipeline.id,
    project_id: project.id,
    sha: pipeline.sha,
    ref: pipeline.ref,
    status: pipeline.status,
    source: pipeline.source,
    created_at: toDatabaseTime(pipeline.createdAt),
    updated_at: toDatabaseTime(pipeline.updatedAt),
    web_url: pipeline.webUrl ?? `${projectPage(host, project)}/-/pipelines/${pipeline.id}`,
    name: pipeline.name,
  };
}

/** The one pipeline asked for. */
export function toFullPipeline(place: Place, pipeline: HostedPipeline): Json {
  const isOver = pipeline.status === 'success' || pipeline.status === 'failed';
  return {
    ...toPipeline(place, pipeline),
    before_sha: '0'.repeat(40),
    tag: false,
    yaml_errors: null,
    user: toUser(place.host, 'ghost'),
    started_at: toDatabaseTime(pipeline.createdAt),
    finished_at: isOver ? toDatabaseTime(pipeline.updatedAt) : null,
    committed_at: null,
    duration: null,
    queued_duration: null,
    coverage: null,
  };
}

/** A job as the status of its commit. */
export function toStatus(
  { host, project }: Place,
  { id: pipelineId, sha, ref }: Pick<HostedPipeline, 'id' | 'sha' | 'ref'>,
  job: HostedJob,
): Json {
  const page = `${projectPage(host, project)}/-/jobs/${job.id}`;
  return {
    id: job.id,
    sha,
    ref,
    status: job.status,
    name: job.name,
    target_url: job.url ?? page,
    description: null,
    created_at: toDatabaseTime(job.createdAt),
    started_at: toDatabaseTimeOrNull(job.startedAt),
    finished_at: toDatabaseTimeOrNull(job.finishedAt),
    allow_failure: job.isAllowedToFail,
    coverage: null,
    pipeline_id: pipelineId,
    author: toUser(host, 'ghost'),
  };
}
