import type { AsyncEvent } from '@forge/events';
import { parseCompositionJob, parseJob, parseMarkingJob } from '../api/jobs';
import { readRepository as readOne } from '../usecases/reading/read-repository';
import { composeRelease as composeOne } from '../usecases/release/compose-release';
import { markIssues as markOf } from '../usecases/release/mark-issues';
import { wire } from './wire';

const ports = wire();

/** One slice of a reading. It may come twice or late; a thrown error makes Forge deliver it again. */
export async function readRepository({ body }: AsyncEvent): Promise<void> {
  const job = parseJob(body);
  if (job.kind === 'read-all') await ports.jobs.readRepositories(job.repositories);
  else await readOne(ports, job);
}

/** One slice of the judging of a release; as late or double as any event. */
export async function composeRelease({ body }: AsyncEvent): Promise<void> {
  await composeOne(ports, parseCompositionJob(body));
}

/** Writes on the issues of a project what their releases are judged by now; as late or double as any event. */
export async function markIssues({ body }: AsyncEvent): Promise<void> {
  await markOf(ports, parseMarkingJob(body));
}
