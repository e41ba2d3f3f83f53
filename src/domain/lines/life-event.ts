import type { RepositoryId } from '../repository';

type Base = {
  /** ISO 8601, UTC. */
  at: string;
  line: string;
};

/** Something that happened to an issue on a line, from Jira's history or from a host. */
export type LifeEvent =
  | (Base & { kind: 'in-branch'; repository: RepositoryId; branch: string; shas: string[] })
  | (Base & {
      /** `redeployed`: after a rejection. `rolled-back`: an older sha took changes out again. */
      kind: 'deployed' | 'redeployed' | 'rolled-back' | 'deployment-failed' | 'deploying';
      repository: RepositoryId;
      environment: string;
      sha: string;
      shas: string[];
      url: string | null;
    })
  | (Base & {
      kind: 'rejected' | 'approved';
      by: string | null;
      status: string;
      /** What was said with it in Convoy; absent where a status of Jira says so. */
      note?: string | null;
    })
  | (Base & {
      /** The last change that there was by then reached this line after an approval on the line before. */
      kind: 'promoted';
    });

/** Changes that reached a line after the last rejection, approval or sign-off there. */
export type ChangedSince = {
  event: {
    kind: 'rejected' | 'approved' | 'signed-off';
    at: string;
    by: string | null;
    status: string;
  };
  commits: {
    repository: RepositoryId;
    sha: string;
    title: string;
    /** `null`: nobody knows; such a commit counts, because nobody can say that it was seen. */
    reachedAt: string | null;
    /**
     * `false`: it waits in the branch, so it counts however early it came there. `null`: the line has
     * no environment in this repository, or nobody knows.
     */
    deployedSince: boolean | null;
  }[];
};

/** Where an issue is in its life on one line. */
export type LineLife = {
  line: string;
  /** Oldest first. */
  events: LifeEvent[];
  /** The last event of the line, said in one word; `null` when nothing happened there yet. */
  stage: 'in-branch' | 'deployed' | 'rejected' | 'redeployed' | 'approved' | 'promoted' | null;
  /** `null` when nobody rejected or approved there yet. */
  changedSince: ChangedSince | null;
};
