import type { RepositoryHeader } from '../../domain/evidence/repository-header';
import type { ReadingPorts } from './slice';

/** Takes a repository that no project lists any more out of every issue. What was read stays, should it come back. */
export async function forgetRepository(
  { evidence }: Pick<ReadingPorts, 'evidence'>,
  header: RepositoryHeader,
): Promise<void> {
  const { repository } = header;
  const index = await evidence.readIndex(repository);
  if (index.size > 0) {
    const issueKeys = [...index.keys()].sort();
    await evidence.saveIssueParts(repository, new Map(issueKeys.map((key) => [key, null])));
    await evidence.saveIndex(repository, new Map());
  }
  await evidence.saveHeader({ ...header, indexedFrom: null, reading: null });
}
