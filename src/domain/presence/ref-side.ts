import { isReachable, reachableFrom } from '../lines/reachable';
import type { Knowledge } from './knowledge';

/** What a ref reaches, and what became of changes there. */
export type RefSide = {
  ref: string;
  /** Whether the ref reaches a commit. */
  has: (sha: string) => boolean;
  /** Whether a commit may stand where the history was not read. */
  isBeyondReading: (sha: string) => boolean;
  /** Commits that the ref reaches, oldest first. */
  shas: readonly string[];
  /** What became of a change that commits of the ref make. */
  fate: (makers: readonly string[]) => Fate;
};

/** There; taken away by a revert; or left behind by a merge that kept only its other parent. */
export type Fate = { kind: 'there' } | { kind: 'reverted'; by: string } | { kind: 'left-behind' };

const THERE: Fate = { kind: 'there' };
const LEFT_BEHIND: Fate = { kind: 'left-behind' };

export function createRefSide(knowledge: Knowledge, ref: string): RefSide {
  const { history, life } = knowledge;
  const reach = reachableFrom(history.graph, ref);
  const has = (sha: string): boolean => reach.shas.has(sha);
  const newestUndoer = (makers: readonly string[]): string | undefined =>
    history.newest(life.undoersOf(makers).filter(has));
  return {
    ref,
    has,
    isBeyondReading: (sha) => isReachable(history.graph, reach, sha) === 'unknown',
    shas: history.graph.shas.filter(has),
    fate: (makers) => {
      if (life.isAlive(makers, ref)) return THERE;
      const by = life.cameAlong(makers, ref) ? newestUndoer(makers) : undefined;
      return by === undefined ? LEFT_BEHIND : { kind: 'reverted', by };
    },
  };
}
