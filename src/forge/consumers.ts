import type { AsyncEvent } from '@forge/events';
import { parseJob } from '../api/jobs';
import { readRepository as readOne } from '../usecases/reading/read-repository';
import { wire } from './wire';

const ports = wire();

/** One slice of a reading. It may come twice or late; a thrown error makes Forge deliver it again. */
export async function readRepository({ body }: AsyncEvent): Promise<void> {
  const job = parseJob(body);
  if (job.kind === 'read-all') await ports.jobs.readRepositories(job.repositories);
  else await readOne(ports, job);
}
