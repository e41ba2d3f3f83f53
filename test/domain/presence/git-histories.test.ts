import { toDiffFact, toPatchId, type KnownDiff } from '../../../src/domain/presence/diff-fact';
import { createPresenceIn } from '../../../src/domain/presence/presence';
import type {
  BlobAt,
  CombinedFact,
  FoundPresence,
  PresenceFacts,
  Span,
} from '../../../src/domain/presence/presence-facts';
import { findIssueKeys } from '../../../src/domain/issue-key';
import type { MadeHistory } from '../../support/generated-changes';
import { standingOf, type Standing } from '../../support/standing';
import { isVouchedByMessage, type MadeChange } from '../../support/team-history';
import { writeHistories, type WrittenHistories } from '../../support/written-histories';

const HISTORIES = 2000;
/** Other histories with `FIRST_SEED=2001 npm test -- test/domain/presence/git-histories`. */
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);

/** One change in one ref: what was decided. */
type Judged = {
  history: number;
  ref: string;
  head: string;
  change: MadeChange;
  sha: string;
  presence: FoundPresence;
};
type Trees = Map<string, Map<string, BlobAt>>;

/** Proofs by what a message says: the change came along, perhaps in another form. */
const BY_MESSAGE = ['cherry-pick', 'change-id', 'squash'];

describe('presence, held against git', () => {
  let written: WrittenHistories;
  let judged: Judged[];
  let trees: Trees;
  let contents: Map<string, string>;
  let diffs: Map<string, KnownDiff>;

  beforeAll(() => {
    written = writeHistories(FIRST_SEED, HISTORIES);
    const heads = written.histories.flatMap(({ made, commits }) =>
      Object.values(made.heads).map((at) => commits[at]?.sha ?? ''),
    );
    const changes = written.histories.flatMap(({ made, commits }) =>
      made.changes.map(({ at }) => commits[at]?.sha ?? ''),
    );
    trees = written.filesAt([...new Set([...heads, ...changes])]);
    const blobs = [...trees.values()].flatMap((files) =>
      [...files.values()].map(({ blob }) => blob),
    );
    contents = written.contents([...new Set(blobs)]);
    diffs = new Map([...written.diffs].map(([sha, diff]) => [sha, toDiffFact(diff)]));
    judged = judge(written, diffs, trees);
  }, 300_000);
  afterAll(() => {
    written.remove();
  });

  const stands = ({ head, change: { cells } }: Judged): Standing => {
    const files = trees.get(head) ?? new Map<string, BlobAt>();
    return standingOf({ files, text: (blob) => contents.get(blob) ?? '' }, cells);
  };

  const wrong = (state: FoundPresence['state'], isWrong: (one: Judged) => boolean): string[] =>
    judged
      .filter((one) => one.presence.state === state && isWrong(one))
      .map((one) => told(written, one, stands(one)));

  it('reads the patches as git does', () => {
    const differing = [...diffs].filter(
      ([sha, { patchId }]) => patchId !== (written.patchIds.get(sha) ?? null),
    );

    expect(diffs.size).toBeGreaterThan(8 * HISTORIES);
    expect(differing).toEqual([]);
  });

  it('never says present of what is not in the files', () => {
    expect(wrong('present', (one) => stands(one) === 'no')).toEqual([]);
  });

  it('says present of a change in another form only where a message vouches for it', () => {
    const isVouched = (one: Judged): boolean =>
      BY_MESSAGE.includes(one.presence.by ?? '') ||
      isVouchedByMessage(historyAt(written, one.history).made, one.change);

    const isOther = (one: Judged): boolean =>
      stands(one) === 'adapted' || (stands(one) === 'partly' && one.presence.by !== 'ancestor');

    expect(wrong('present', (one) => isOther(one) && !isVouched(one))).toEqual([]);
  });

  it('never says absent of what is in the files', () => {
    const isIn = (one: Judged): boolean => ['exact', 'adapted'].includes(stands(one));

    expect(wrong('absent', (one) => isIn(one) && !sharesTitle(written, one))).toEqual([]);
  });

  it('never says reverted of what is in the files as it was made', () => {
    expect(wrong('reverted', (one) => stands(one) === 'exact')).toEqual([]);
  });

  it('never says adapted of what is in the files in no form', () => {
    expect(wrong('adapted', (one) => stands(one) === 'no' && one.change.hasOwnTitle)).toEqual([]);
  });

  it('knows every answer when everything was read', () => {
    expect(wrong('unknown', () => true)).toEqual([]);
  });

  it('says ancestor only of ancestors, and of every one that is present', () => {
    const isAncestor = ({ history, head, sha }: Judged): boolean =>
      reach(written, history, head).has(sha);
    const named = judged.filter(({ presence }) => presence.by === 'ancestor');

    expect(named.filter((one) => !isAncestor(one))).toEqual([]);
    expect(
      judged.filter(
        (one) => one.presence.state === 'absent' && isAncestor(one) && !one.presence.note,
      ),
    ).toEqual([]);
  });

  it('agrees with git cherry on the patches that two branches share', () => {
    const inMain = new Map(judged.filter(({ ref }) => ref === 'main').map((one) => [one.sha, one]));
    const compared = written.histories.slice(0, 150).flatMap(({ made, commits }) => {
      const [main = '', dev = ''] = ['main', 'dev'].map((name) => headOf(made, commits, name));
      const printed = main === dev ? '' : written.git(['cherry', main, dev]).toString();
      return printed.split('\n').flatMap((line) => {
        const one = inMain.get(line.slice(2));
        return one ? [{ ...one, dev, isFound: line.startsWith('- ') }] : [];
      });
    });
    const [found, other] = [true, false].map((is) => compared.filter((one) => one.isFound === is));
    // Git cherry does not look at reverts: the patch may be gone again, and another form be there.
    const isThere = (one: Judged): boolean => ['exact', 'no'].includes(stands(one));
    const missed = found?.filter(
      (one) =>
        !['present', 'reverted'].includes(one.presence.state) &&
        one.presence.note !== 'merged-without-content' &&
        isThere(one),
    );
    // Git cherry does not look at commits that both branches have, as a reverted original is, and
    // takes a moved file for one that is gone and one that is new.
    const invented = other?.filter(
      ({ presence, history, dev, change }) =>
        presence.by === 'patch' &&
        change.cells.every((cell) => !cell.startsWith('moved')) &&
        !reach(written, history, dev).has(presence.as ?? ''),
    );

    expect(found?.length).toBeGreaterThan(10);
    expect(missed).toEqual([]);
    expect(invented).toEqual([]);
  });

  it.each([
    ['present', 'ancestor'],
    ['present', 'cherry-pick'],
    ['present', 'change-id'],
    ['present', 'patch'],
    ['present', 'patch-loose'],
    ['present', 'squash'],
    ['adapted', 'title'],
    ['reverted', 'revert'],
    ['absent', null],
  ])('met %s by %s often enough to mean something', (state, by) => {
    const met = judged.filter(({ presence }) => presence.state === state && presence.by === by);

    expect(met.length).toBeGreaterThan(30);
  });
});

function told(written: WrittenHistories, one: Judged, there: string): string {
  const commits = written.histories[one.history]?.commits ?? [];
  const as = commits.findIndex(({ sha }) => sha === one.presence.as);
  return `history ${FIRST_SEED + one.history}, change ${one.change.at} in ${one.ref}: ${one.presence.state} by ${one.presence.by ?? 'nothing'} ${as}, but in the files: ${there}`;
}

function judge(written: WrittenHistories, diffs: Map<string, KnownDiff>, trees: Trees): Judged[] {
  const combined = new Map<string, CombinedFact>();
  for (;;) {
    const spans = new Map<string, Span>();
    const judged = written.histories.flatMap((_, history) =>
      judgeOne(written, history, { diffs, trees, combined, spans }),
    );
    if (spans.size === 0) return judged;
    for (const [key, diff] of written.spanDiffs([...spans.values()])) {
      combined.set(key, { status: 'known', patchId: toPatchId(diff) });
    }
  }
}

type Read = {
  diffs: Map<string, KnownDiff>;
  trees: Trees;
  combined: Map<string, CombinedFact>;
  spans: Map<string, Span>;
};

function judgeOne(written: WrittenHistories, history: number, read: Read): Judged[] {
  const { made, commits } = historyAt(written, history);
  const shaAt = (at: number): string => commits[at]?.sha ?? '';
  const presenceIn = createPresenceIn(factsOf(written, history, read));
  return Object.entries(made.heads).flatMap(([ref, at]) => {
    const { found, needs } = presenceIn(
      shaAt(at),
      made.changes.map((one) => shaAt(one.at)),
    );
    for (const [key, span] of needs.spans) read.spans.set(key, span);
    return made.changes.flatMap((change): Judged[] => {
      const presence = found.get(shaAt(change.at));
      return presence
        ? [{ history, ref, head: shaAt(at), change, sha: shaAt(change.at), presence }]
        : [];
    });
  });
}

function headOf(made: MadeHistory, commits: readonly { sha: string }[], name: string): string {
  return commits[made.heads[name] ?? 0]?.sha ?? '';
}

function historyAt(
  written: WrittenHistories,
  history: number,
): WrittenHistories['histories'][number] {
  const one = written.histories[history];
  if (!one) throw new Error(`there is no history ${history}`);
  return one;
}

const LINES = ['main', 'dev', 'rel'];

function factsOf(
  written: WrittenHistories,
  history: number,
  { diffs, combined, trees }: Read,
): PresenceFacts {
  const { made, commits } = historyAt(written, history);
  const titles = new Map(commits.map(({ sha, message }) => [sha, message.split('\n', 1)[0] ?? '']));
  return {
    commits,
    ownedKeys: (sha) => findIssueKeys(titles.get(sha) ?? '', (key) => key === 'PAY'),
    diffOf: (sha) => diffs.get(sha),
    treeOf: (sha) => written.trees.get(sha),
    combinedOf: ({ base, head }) => combined.get(`${base}...${head}`),
    pullRequests: [],
    blobAt: (sha, path) => trees.get(sha)?.get(path) ?? null,
    lineHeads: LINES.map((name) => headOf(made, commits, name)),
  };
}

const reached = new Map<string, Set<string>>();

function reach(written: WrittenHistories, history: number, head: string): Set<string> {
  const parents = new Map(historyAt(written, history).commits.map((one) => [one.sha, one.parents]));
  const found = reached.get(head) ?? new Set([head]);
  for (const sha of found) for (const parent of parents.get(sha) ?? []) found.add(parent);
  reached.set(head, found);
  return found;
}

/**
 * Where a line holds the change and another commit of its title, one commit of the ref answers for
 * one of them: which of the two is the order's word, not the files'.
 */
function sharesTitle(written: WrittenHistories, { history, change, sha }: Judged): boolean {
  const { made, commits } = historyAt(written, history);
  const plain = (message: string): string =>
    message
      .replace(/ \(#\d+\)/, '')
      .replace(/^(PAY-\d+):/, '$1')
      .split('\n', 1)[0] ?? '';
  const title = plain(commits[change.at]?.message ?? '');
  const heads = [...LINES.map((name) => headOf(made, commits, name)), sha];
  return heads.some((head) => {
    const line = reach(written, history, head);
    return (
      line.has(sha) &&
      commits.some((one) => one.sha !== sha && line.has(one.sha) && plain(one.message) === title)
    );
  });
}
