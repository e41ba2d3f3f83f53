import type { RepositoryId } from '../repository';
import type { EvidenceLink } from '../reasons/reason';
import type { Act } from './acts';

/** Who reads a checklist: QA, the client's reviewers, the release manager. */
export const AUDIENCES = ['qa', 'client', 'releaseManager'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The newest word on an item; a `failed` one counts as a rejection of its issue. */
export type CheckWord = Act & { outcome: 'done' | 'failed' | 'open'; note: string | null };

/**
 * Something for a person to look at or to do. Its id is made of what it is about, never of its position
 * or wording of evidence, so that what people said of it stays when it is generated again.
 */
export type CheckItem = {
  id: string;
  audience: Audience;
  kind: 'test' | 'retest' | 'note' | 'review' | 'manual-step' | 'confirm' | 'release';
  /** `null`: of the release as a whole. */
  issueKey: string | null;
  repository: RepositoryId | null;
  text: string;
  owner: string | null;
  /** Commits that it is about: another one opens it again. */
  shas: string[];
  links: EvidenceLink[];
  state: 'open' | 'done' | 'failed';
  /** The newest word; of an item that new commits opened again, the word before them. */
  word: CheckWord | null;
  /** Commits that came after that word and opened it again. */
  reopenedBy: string[];
};
