import { isOpen, toCommitChecks, type Check, type CommitChecks } from '../../domain/check';
import { commitsOnTheirWay } from '../../domain/evidence/commits-on-their-way';
import { headerRefs } from '../../domain/evidence/repository-header';
import { assemble } from './assemble';
import {
  ask,
  commitLog,
  done,
  isSpent,
  withReading,
  type Phase,
  type PhaseStep,
  type ReadingHeader,
  type Slice,
} from './slice';

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
  const { cursor } = header.reading;
  const left = cursor === null ? followed : followed.slice(followed.indexOf(cursor) + 1);
  const open = left.filter((sha) => isOpen(stored.get(sha), slice.login));
  if (open.length === 0 && header.indexedFrom !== null) return done(header);
  const { read, next } = await readOpen(slice, header, open);
  const merged = new Map(
    followed.flatMap((sha): [string, CommitChecks][] => {
      const checks = read.get(sha) ?? stored.get(sha);
      return checks ? [[sha, checks]] : [];
    }),
  );
  const end = (reached: ReadingHeader): PhaseStep =>
    next === null
      ? done(reached)
      : { header: withReading(reached, { cursor: next }), isDone: false, isCheckpoint: true };
  if (isSame(stored, merged)) return end(header);
  await slice.ports.evidence.saveChecks(header.repository, merged);
  return end({ ...header, indexedFrom: null });
};

async function followedShas(slice: Slice, header: ReadingHeader): Promise<string[]> {
  const { parts, pullRequests } = await assemble(slice, header);
  const branches = headerRefs(header).filter(([name]) => name.startsWith('branch:'));
  const heads = pullRequests.filter(({ state }) => state === 'open').map(({ headSha }) => headSha);
  const onTheirWay = commitsOnTheirWay(
    [...parts.values()],
    branches.map(([name]) => name),
  );
  return [...new Set([...branches.map(([, sha]) => sha), ...heads, ...onTheirWay])].slice(
    0,
    FOLLOWED,
  );
}

type Read = {
  read: Map<string, CommitChecks>;
  /** The commit to go on behind in the next slice; `null` when all were read. */
  next: string | null;
};

async function readOpen(
  slice: Slice,
  header: ReadingHeader,
  shas: readonly string[],
): Promise<Read> {
  const log = await commitLog(slice, header);
  const committedAt = new Map(log.map((commit) => [commit.sha, commit.committedAt]));
  const { startedAt } = header.reading;
  const read = new Map<string, CommitChecks>();
  const { checksPerQuestion } = slice.host;
  let start = 0;
  for (; start < shas.length && !isSpent(slice); start += checksPerQuestion) {
    const batch = shas.slice(start, start + checksPerQuestion);
    const answer = await ask(slice, (host) => host.listChecks(header.path, batch));
    for (const sha of batch) {
      const checks = answer.checks.get(sha) ?? [unknownTo(header, sha)];
      const given = { checks, withheld: answer.withheld, login: slice.login };
      read.set(sha, toCommitChecks(given, committedAt.get(sha) ?? startedAt, startedAt));
    }
  }
  return { read, next: start < shas.length ? (shas[start - 1] ?? header.reading.cursor) : null };
}

/** A commit that was read before: what the host keeps back now is not "no checks". */
const unknownTo = ({ path }: ReadingHeader, sha: string): Check => ({
  name: 'checks',
  state: 'unknown',
  url: null,
  at: null,
  why: `The code host says that ${path} has no commit ${sha.slice(0, 10)}. It is asked again at the next reading.`,
});

const isSame = (
  a: ReadonlyMap<string, CommitChecks>,
  b: ReadonlyMap<string, CommitChecks>,
): boolean =>
  a.size === b.size &&
  [...a].every(([sha, checks]) => JSON.stringify(checks) === JSON.stringify(b.get(sha)));
