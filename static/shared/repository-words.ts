import type { ReadProgress, RepositoryKind } from '../../src/api/contract';

export const KIND: Record<RepositoryKind, string> = {
  app: 'application',
  db: 'database',
  mendix: 'Mendix',
  infra: 'infrastructure',
  config: 'configuration',
  library: 'library',
};

const PHASE: Record<ReadProgress['phase'], string> = {
  queued: 'waiting its turn',
  branches: 'reading branches',
  'pull-requests': 'reading pull requests',
  deployments: 'reading deployments',
  commits: 'reading commits',
  changes: 'reading what commits changed',
  checks: 'reading checks',
  index: 'sorting by issue',
};

/** `reading commits, 120 of 300`. */
export function progressWords({ phase, done, total }: ReadProgress): string {
  if (phase === 'queued') return PHASE.queued;
  return `${PHASE[phase]}, ${total === null ? `${done} so far` : `${done} of ${total}`}`;
}

/** `#12`, and `!12` on GitLab. */
export const pullRequestNumber = (repository: string, number: number): string =>
  `${repository.startsWith('gitlab:') ? '!' : '#'}${number}`;
