import type { RepositoryId } from '../repository';
import type { EvidenceLink } from './reason';

/**
 * Somebody's word on an item of an issue or of a release (a manual step, a review, an item of a
 * checklist): it is done, it failed, or it is open after all.
 */
export type Tick = {
  /** The id of the item. */
  stepId: string;
  done: boolean;
  /** Says more than `done`: something that is not done may have failed. */
  outcome?: 'done' | 'failed' | 'open' | undefined;
  by: string;
  accountId: string;
  at: string;
  note: string | null;
  /** Commits that the item was about when it was ticked; another one opens it again. */
  shas: string[];
  /** The line that the promotion left when it was said: something that failed was rejected there. */
  line?: string | undefined;
};

/** Something that a person has to do by hand when the issue is promoted. */
export type ManualStep = {
  /** Made of the repository and the text: stays when the evidence is read again. */
  id: string;
  text: string;
  owner: string | null;
  repository: RepositoryId;
  /** Who asks for it: a trailer of a commit or a pull request, or a rule of the settings. */
  source: 'trailer' | 'settings';
  /** Commits that ask for it, oldest first. */
  shas: string[];
  evidence: EvidenceLink[];
  done: boolean;
  /** Who ticked it, when, and what they said; `null` while it is not done. */
  by: string | null;
  at: string | null;
  note: string | null;
  reopened: Reopened | null;
};

/** Why a step that was ticked is not done: who took the tick back, or whose tick a new commit outdated. */
export type Reopened = {
  kind: 'unticked' | 'new-commit';
  by: string;
  at: string;
  note: string | null;
};
