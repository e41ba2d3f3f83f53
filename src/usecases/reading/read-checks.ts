import { isOpen, toCommitChecks, type CommitChecks } from '../../domain/check';
import { headerRefs } from '../../domain/evidence/repository-header';
import { assemble } from './assemble';
import { ask, commitLog, done, isSpent, type Phase, type ReadingHeader, type Slice } from './slice';

/** Commits whose checks one question answers. */
const BATCH = 50;
/** Commits whose checks are followed: heads, open pull requests, then the newest that are on their way. */
const FOLLOWED = 200;

/**
 * Checks of the commits that are still on their way, and of the heads. Settled ones are not asked
 * again by the same login; those of commits that arrived everywhere are not read.
 */
export const readChecks: Phase = async (slice, header) => {
  const stored = await slice.ports.evidence.readChecks(header.repository);
  const followed =
    header.indexedFrom === null ? await followedShas(slice, header) : [...stored.keys()];
  const open = followed.filter((sha) => isOpen(stored.get(sha), slice.login));
  if (open.length === 0 && header.indexedFrom !== null) return done(header);
  const read = await readAll(slice, header, open);
  const merged = new Map(
    followed.flatMap((sha): [string, CommitChecks][] => {
      const checks = read.get(sha) ?? stored.get(sha);
      return checks ? [[sha, checks]] : [];
    }),
  );
  if (isSame(stored, merged)) return done(header);
  await slice.ports.evidence.saveChecks(header.repository, merged);
  return done({ ...header, indexedFrom: null });
};

async function followedShas(slice: Slice, header: ReadingHeader): Promise<string[]> {
  const { parts, pullRequests } = await assemble(slice, header);
  const branches = headerRefs(header).filter(([name]) => name.startsWith('branch:'));
  const heads = pullRequests.filter(({ state }) => state === 'open').map(({ headSha }) => headSha);
  const onTheirWay = [...parts.values()]
    .flatMap(({ commits }) => commits)
    .filter(({ refs }) => branches.some(([name]) => !refs.includes(name)))
    .sort((a, b) => Date.parse(b.authoredAt) - Date.parse(a.authoredAt) || (a.sha < b.sha ? -1 : 1))
    .map(({ sha }) => sha);
  return [...new Set([...branches.map(([, sha]) => sha), ...heads, ...onTheirWay])].slice(
    0,
    FOLLOWED,
  );
}

async function readAll(
  slice: Slice,
  header: ReadingHeader,
  shas: readonly string[],
): Promise<Map<string, CommitChecks>> {
  const log = await commitLog(slice, header);
  const committedAt = new Map(log.map((commit) => [commit.sha, commit.committedAt]));
  const { startedAt } = header.reading;
  const read = new Map<string, CommitChecks>();
  for (let start = 0; start < shas.length && !isSpent(slice); start += BATCH) {
    const batch = shas.slice(start, start + BATCH);
    const answer = await ask(slice, (host) => host.listChecks(header.path, batch));
    for (const [sha, checks] of answer.checks) {
      const given = { checks, withheld: answer.withheld, login: slice.login };
      read.set(sha, toCommitChecks(given, committedAt.get(sha) ?? startedAt, startedAt));
    }
  }
  return read;
}

const isSame = (
  a: ReadonlyMap<string, CommitChecks>,
  b: ReadonlyMap<string, CommitChecks>,
): boolean =>
  a.size === b.size &&
  [...a].every(([sha, checks]) => JSON.stringify(checks) === JSON.stringify(b.get(sha)));
