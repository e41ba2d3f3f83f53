import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';
import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import {
  newHeader,
  newReading,
  type RepositoryHeader,
} from '../../../src/domain/evidence/repository-header';
import type { CodeHost, DiffsAsk, FilesAsk } from '../../../src/ports/code-host';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import { ProviderError } from '../../../src/ports/provider-error';
import { readChanges } from '../../../src/usecases/reading/read-changes';
import type { ReadingHeader, ReadingPorts, Slice } from '../../../src/usecases/reading/slice';
import { commit, REPOSITORY } from '../../support/builders';
import { chain, diffOf, modeOnly, named } from '../../support/change-chain';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';
import { projectSettings } from '../../support/settings';

/** main stands at the root, develop twelve commits further. */
const NAMES = Array.from({ length: 12 }, (_, index) => `c${index}x`);
const COMMITS = [...chain('', 'root'), ...chain('root', ...NAMES)];

type Answers = Partial<Pick<CodeHost, 'listDiffs' | 'readFiles' | 'readCombined'>>;

describe('readChanges', () => {
  let storage: ForgeStorage;
  let evidence: EvidenceStore;
  let asked: string[];
  let now: string;

  beforeEach(async () => {
    storage = openForgeStorage();
    evidence = createEvidenceStore(storage.forge);
    asked = [];
    now = '2026-05-04T09:00:00.000Z';
    await storage.run(async () => {
      await evidence.saveProjectKeys({ keys: ['PAY'], readAt: now });
      await evidence.saveReleased('PAY', { bundle: null, readAt: now });
      await evidence.appendCommits(REPOSITORY, 0, COMMITS);
    });
  });
  afterEach(() => {
    storage.remove();
  });

  /** Names of the commits that a question is for. */
  const shown = ({ commits }: DiffsAsk) =>
    `diffs ${commits.map((one) => one.message.slice('PAY-1 '.length)).join()}`;

  function host(answers: Answers): CodeHost {
    const all: Answers = {
      listDiffs: (_, { commits }) =>
        Promise.resolve({
          status: 'read',
          diffs: new Map(commits.map((one) => [one.sha, modeOnly(one.sha)])),
        }),
      readFiles: (_, asks) => Promise.resolve(new Map(asks.map(({ sha }) => [sha, new Map()]))),
      readCombined: () => Promise.resolve({ status: 'known', patchId: null }),
      ...answers,
    };
    return {
      diffsPerQuestion: 5,
      filesPerQuestion: 2,
      ...all,
      listDiffs: (path: string, question: DiffsAsk) => {
        asked.push(shown(question));
        return all.listDiffs?.(path, question);
      },
      readFiles: (path: string, asks: readonly FilesAsk[]) => {
        for (const { sha, paths } of asks) asked.push(`files ${sha.slice(0, 4)} ${paths.length}`);
        return all.readFiles?.(path, asks);
      },
    } as CodeHost;
  }

  const start = (header: RepositoryHeader): ReadingHeader => ({
    ...header,
    reading: { ...newReading(header, now), phase: 'changes' },
  });
  const HEADER: RepositoryHeader = {
    ...newHeader(REPOSITORY, 'acme/payments-api'),
    branches: {
      develop: { state: 'read', sha: named('c11x') },
      main: { state: 'read', sha: named('root') },
    },
    commitCount: COMMITS.length,
  };

  const newSlice = (answers: Answers): Slice => ({
    ports: {
      evidence,
      now: () => now,
      asApp: createInMemoryPorts(createWorld()).asApp,
    } as ReadingPorts,
    host: host(answers),
    login: 'test',
    projects: [projectSettings()],
    log: null,
    facts: null,
    likelyDiffs: null,
    assembled: null,
    indexPlan: null,
    calls: 0,
    requests: { sent: 0 },
    issuesWritten: 0,
  });

  /** Runs the phase to its end, with a new slice for each step when `isTorn`. */
  async function run(
    header: RepositoryHeader,
    answers: Answers = {},
    isTorn = false,
  ): Promise<ReadingHeader> {
    asked = [];
    return storage.run(async () => {
      let slice = newSlice(answers);
      let step = await readChanges(slice, start(header));
      while (!step.isDone) {
        if (isTorn) slice = newSlice(answers);
        step = await readChanges(slice, step.header);
      }
      return step.header;
    });
  }

  const READ_ALL = [
    'diffs root',
    'diffs c0x,c1x,c2x,c3x,c4x',
    'diffs c5x,c6x,c7x,c8x,c9x',
    'diffs c10x,c11x',
    'files root 1',
  ];

  it('asks for what one line has and another has not, then for what that leaves open', async () => {
    const header = await run(HEADER);

    expect(asked).toEqual(READ_ALL);
    expect(header).toMatchObject({ diffCount: 13, gaps: { changes: [] }, changesAskAgainAt: null });
  });

  it('never asks twice', async () => {
    const header = await run(HEADER);

    await run({ ...header, changesFrom: null });
    expect(asked).toEqual([]);
  });

  it('does not even look when nothing changed since', async () => {
    const header = await run(HEADER);
    const calls: string[] = [];
    const watched = new Proxy(evidence, {
      get: (own, key: keyof EvidenceStore) => {
        calls.push(key);
        return own[key];
      },
    });
    const slice = newSlice({});

    const step = await storage.run(() =>
      readChanges(
        { ...slice, ports: { ...slice.ports, evidence: watched } },
        start({ ...header, indexedFrom: 'index' }),
      ),
    );

    expect(step.isDone).toBe(true);
    expect(calls.sort()).toEqual(['findProjectKeys', 'findReleased', 'readAssociations']);
  });

  it('stores the same bytes wherever slices end', async () => {
    await run(HEADER);
    const whole = storage.store.dump();
    storage.remove();
    storage = openForgeStorage();
    evidence = createEvidenceStore(storage.forge);
    await storage.run(async () => {
      await evidence.saveProjectKeys({ keys: ['PAY'], readAt: now });
      await evidence.appendCommits(REPOSITORY, 0, COMMITS);
    });

    await run(HEADER, {}, true);

    expect(asked).toEqual(READ_ALL);
    expect(storage.store.dump()).toBe(whole);
  });

  it('asks for less when that was too much, then for more again', async () => {
    await run(HEADER, {
      listDiffs: (_, { commits }) =>
        Promise.resolve(
          commits.length > 2
            ? { status: 'too-large' }
            : { status: 'read', diffs: new Map(commits.map((one) => [one.sha, diffOf(one.sha)])) },
        ),
    });

    expect(asked.slice(1, 6)).toEqual([
      'diffs c0x,c1x,c2x,c3x,c4x',
      'diffs c0x,c1x',
      'diffs c2x,c3x,c4x,c5x',
      'diffs c2x,c3x',
      'diffs c4x,c5x,c6x,c7x',
    ]);
  });

  describe('when the host cuts a diff', () => {
    const CUT: Answers = {
      listDiffs: (_, { commits }) =>
        Promise.resolve({
          status: 'read',
          diffs: new Map(
            commits.map((one) => [
              one.sha,
              one.sha === named('c3x') ? { status: 'unread' as const } : diffOf(one.sha),
            ]),
          ),
        }),
    };

    it('says which change nobody can tell of', async () => {
      const header = await run(HEADER, CUT);

      expect(header.gaps.changes).toEqual([
        {
          repository: REPOSITORY,
          what: 'where a change of acme/payments-api arrived (c3x0000000)',
          why: 'The code host cut a diff or a file that could tell, or left it out.',
        },
      ]);
      expect(header.changesAskAgainAt).toBe('2026-05-05T09:00:00.000Z');
    });

    it.each([
      { at: '2026-05-05T08:59:59.000Z', again: [] },
      { at: '2026-05-05T09:00:00.000Z', again: ['diffs c3x'] },
    ])('asks once more a day later: at $at $again', async ({ at, again }) => {
      const header = await run(HEADER, CUT);
      now = at;

      await run({ ...header, indexedFrom: 'index' }, CUT);

      expect(asked).toEqual(again);
    });

    it('fills the gap when it comes', async () => {
      const header = await run(HEADER, CUT);
      now = '2026-05-06T09:00:00.000Z';

      const after = await run(header);

      expect(asked[0]).toBe('diffs c3x');
      expect(after).toMatchObject({ gaps: { changes: [] }, changesAskAgainAt: null });
    });
  });

  it('takes a commit that the host does not know for one whose diff did not come', async () => {
    const header = await run(HEADER, {
      listDiffs: () => Promise.resolve({ status: 'read', diffs: new Map() }),
    });

    expect(header.gaps.changes?.map(({ what }) => what)).toEqual([
      'where 12 changes of acme/payments-api arrived (c0x0000000, c10x000000, c11x000000 and 9 more)',
    ]);
  });

  it('doubts a change whose files are of a commit that the host does not know', async () => {
    const header = await run(HEADER, { readFiles: () => Promise.resolve(new Map()) });

    expect(header.gaps.changes).toHaveLength(1);
    expect(header.changesAskAgainAt).toBe('2026-05-05T09:00:00.000Z');
  });

  it('leaves a failure to whoever runs the phase', async () => {
    const denied = new ProviderError({ kind: 'forbidden', sso: false }, 'GitHub said no');

    await expect(run(HEADER, { listDiffs: () => Promise.reject(denied) })).rejects.toBe(denied);
  });

  it('forgets the files of a head that moved on', async () => {
    const header = await run(HEADER);
    const next = commit({ sha: named('next'), parents: [named('root')], message: 'Other next' });
    await storage.run(() => evidence.appendCommits(REPOSITORY, COMMITS.length, [next]));

    await run({
      ...header,
      commitCount: COMMITS.length + 1,
      branches: { ...header.branches, main: { state: 'read', sha: named('next') } },
    });

    const answers = await storage.run(() => evidence.readAnswers(REPOSITORY));
    expect(asked).toEqual(['diffs next', 'files next 1']);
    expect([...answers.files.keys()]).toEqual([named('next')]);
  });
});
