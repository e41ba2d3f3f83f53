import type { RepositoryId } from '../repository';
import type { ProjectSettings } from '../settings/project-settings';

/** Repositories whose status shares a record: few enough that it stays small, so many that most projects have one. */
const SHARD_SIZE = 40;

export type StatusShard = { projectKey: string; shard: number };

/** The record that holds the status of a repository of this project. */
export function shardOf(
  { projectKey, repositories }: Pick<ProjectSettings, 'projectKey' | 'repositories'>,
  id: RepositoryId,
): StatusShard {
  const position = repositories.findIndex((repository) => repository.id === id);
  return { projectKey, shard: Math.floor(Math.max(0, position) / SHARD_SIZE) };
}

/** All records that hold statuses of this project. */
export function shardsOf({
  projectKey,
  repositories,
}: Pick<ProjectSettings, 'projectKey' | 'repositories'>): StatusShard[] {
  const count = Math.ceil(repositories.length / SHARD_SIZE);
  return Array.from({ length: count }, (_, shard) => ({ projectKey, shard }));
}
