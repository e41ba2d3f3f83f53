import { toDiffFact, type DiffFact } from '../../../src/domain/presence/diff-fact';
import { createMergeDoubts } from '../../../src/domain/presence/merge-doubt';
import { blobId, type FileOf } from '../../../src/domain/presence/merged-file';
import { ownChange } from '../../../src/domain/presence/own-change';
import {
  writeMergeHistories,
  type MergedCommit,
  type MergeHistories,
} from '../../support/merge-histories';

const HISTORIES = 300;
/** Other histories with `FIRST_SEED=2001 npm test -- test/domain/presence/evil-merges`. */
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);

type Judged = { history: number; at: number; found: string; git: string };

describe('what merges changed themselves, held against git', () => {
  let written: MergeHistories;
  let judged: Judged[];

  beforeAll(() => {
    written = writeMergeHistories(FIRST_SEED, HISTORIES);
    judged = written.histories.flatMap((commits, history) =>
      judge(commits, written.diffs).map((one) => ({ history: FIRST_SEED + history, ...one })),
    );
  }, 180_000);
  afterAll(() => {
    written.remove();
  });

  it('is never said otherwise than git says it', () => {
    const wrong = judged.filter(({ found, git }) => found !== git && found !== 'unread');

    expect(wrong).toEqual([]);
  });

  it('is known of nearly all', () => {
    const unread = judged.filter(({ found }) => found === 'unread');

    expect(unread.length / judged.length).toBeLessThan(0.05);
  });

  it('was met often enough to mean something', () => {
    const evil = judged.filter(({ git }) => git !== '');

    expect(evil.length).toBeGreaterThan(100);
    expect(judged.length - evil.length).toBeGreaterThan(100);
  });
});

/** All merges of one history, the oldest first; what was found of one helps with the next. */
function judge(commits: MergedCommit[], patches: Map<string, Buffer>): Omit<Judged, 'history'>[] {
  const diffs = new Map<string, DiffFact>();
  for (const { sha, parents } of commits) {
    if (parents.length < 2) diffs.set(sha, toDiffFact(patches.get(sha) ?? ''));
  }
  const texts = new Map<string, string>();
  for (const text of commits.flatMap(({ files }) => [...files.values()])) {
    texts.set(blobId(text, ''), text);
  }
  const bySha = new Map(commits.map((one) => [one.sha, one]));
  const fileAt = (sha: string, path: string): FileOf => {
    const text = bySha.get(sha)?.files.get(path);
    return text === undefined ? null : { blob: blobId(text, ''), mode: '100644' };
  };
  const textOf = (blob: string): string | null => {
    const text = texts.get(blob);
    return text === undefined || text.includes('\0') ? null : text;
  };
  return commits.flatMap(({ sha, parents, own }, at) => {
    if (parents.length < 2) return [];
    const doubt = createMergeDoubts({ commits, diffOf: (one) => diffs.get(one) })(sha);
    const fact = doubt.status === 'ask' ? ownChange(doubt.question, { fileAt, textOf }).fact : null;
    if (fact) diffs.set(sha, fact);
    return [
      {
        at,
        found: doubt.status === 'ask' ? told(fact) : doubt.status === 'nothing' ? '' : doubt.status,
        git: own.join(' '),
      },
    ];
  });
}

const told = (fact: DiffFact | null): string =>
  fact?.status === 'known' ? fact.paths.map(({ path }) => path).join(' ') : 'unread';
