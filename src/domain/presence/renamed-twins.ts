import type { ChangedPath, KnownDiff, Touched } from './diff-fact';
import type { PresenceFacts } from './presence-facts';

type Knowledge = {
  facts: Pick<PresenceFacts, 'ownedKeys'>;
  known: (sha: string) => KnownDiff | undefined;
  touched: (sha: string) => Touched | undefined;
  namesakes: (sha: string) => readonly string[];
  touching: (path: string) => readonly string[];
};

/**
 * Commits of the same issue and title that changed the same lines in files of other names, where
 * some commit moved the one name to the other. A merge makes one change of the two: git follows
 * the file.
 */
export function createRenamedTwins({
  facts,
  known,
  touched,
  namesakes,
  touching,
}: Knowledge): (sha: string) => readonly string[] {
  const moves = ({ path }: ChangedPath, to: string): boolean =>
    touching(path).some((sha) => isMove(touched(sha), path, to));
  const isRenamed = (one: KnownDiff, other: KnownDiff): boolean => {
    const [here, there] = [pathsOnlyIn(one, other), pathsOnlyIn(other, one)];
    return (
      here.length > 0 &&
      here.length === there.length &&
      here.every((path) => there.some((to) => moves(path, to.path) || moves(to, path.path)))
    );
  };
  const isTwin = (own: KnownDiff, one: string, keys: ReadonlySet<string>): boolean => {
    const diff = known(one);
    const isSame = diff?.linesId === own.linesId && facts.ownedKeys(one).some((it) => keys.has(it));
    return diff !== undefined && isSame && isRenamed(own, diff);
  };
  return (sha) => {
    const own = known(sha);
    if (!own?.linesId) return [];
    const keys = new Set(facts.ownedKeys(sha));
    return namesakes(sha).filter((one) => one !== sha && isTwin(own, one, keys));
  };
}

const pathsOnlyIn = ({ paths }: KnownDiff, other: KnownDiff): readonly ChangedPath[] =>
  paths.filter(({ path }) => !other.paths.some((one) => one.path === path));

/** Whether a commit took one file away and made the other. */
function isMove(diff: Touched | undefined, from: string, to: string): boolean {
  const paths = diff?.paths ?? [];
  const isGone = paths.some(({ path, after }) => path === from && after === null);
  return isGone && paths.some(({ path, before }) => path === to && before === null);
}
