import type { RepositoryHeader } from '../../domain/evidence/repository-header';
import { ISSUES_PER_SLICE, type ReadingPorts } from './slice';

/** Issues that are written between two changes of the index. */
const BATCH = 1000;

type ForgetPorts = Pick<ReadingPorts, 'evidence' | 'jobs'>;

/**
 * Takes a repository that no project lists any more out of every issue, or out of as many as one
 * invocation may write; the rest is the next one's. What was read stays, should it come back. Safe to
 * be killed anywhere: the index holds what is left.
 */
export async function forgetRepository(
  { evidence, jobs }: ForgetPorts,
  header: RepositoryHeader,
  limit = ISSUES_PER_SLICE,
): Promise<void> {
  const { repository } = header;
  await evidence.saveSpread(repository, []);
  await evidence.saveArrivals(repository, []);
  if (header.indexedFrom !== null) await evidence.saveHeader({ ...header, indexedFrom: null });
  const index = await evidence.readIndex(repository);
  const now = [...index.keys()].sort().slice(0, limit);
  for (let start = 0; start < now.length; start += BATCH) {
    const batch = now.slice(start, start + BATCH);
    await evidence.saveIssueParts(repository, new Map(batch.map((key) => [key, null])));
    for (const key of batch) index.delete(key);
    await evidence.saveIndex(repository, index);
  }
  if (index.size > 0) await jobs.readRepositories([repository]);
  else await evidence.saveHeader({ ...header, indexedFrom: null, reading: null });
}
