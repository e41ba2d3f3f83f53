import type { PullRequest } from '../../src/domain/pull-request';

export type StoryPull = Omit<PullRequest, 'commits' | 'commitCount' | 'reviewCount' | 'url'> & {
  /** Oldest first. */
  shas: string[];
  /** `mergeSha` is the squash. */
  isSquashed?: boolean;
};
