import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import { NO_ANSWERS } from '../../../src/domain/evidence/presence-answers';
import { newHeader, newReading } from '../../../src/domain/evidence/repository-header';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import {
  commit,
  deployment,
  manualAssociation,
  pullRequest,
  REPOSITORY,
  repositoryStatus,
} from '../../support/builders';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const UI = 'github:acme/ui';
const SHARD = { projectKey: 'PAY', shard: 0 };

const shas = (commits: readonly { sha: string }[]) => commits.map(({ sha }) => sha);

let storage: ForgeStorage;
const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
  storage.run(() => question(createEvidenceStore(storage.forge)));

beforeEach(() => {
  storage = openForgeStorage();
});
afterEach(() => {
  storage.remove();
});

describe('evidence of a repository', () => {
  it('is nothing before it is read', async () => {
    expect(await ask((store) => store.findHeader(REPOSITORY))).toBeUndefined();
    expect(await ask((store) => store.readDeployments(REPOSITORY))).toEqual([]);
    expect(await ask((store) => store.readCommits(REPOSITORY, 0))).toEqual([]);
    expect(await ask((store) => store.readChecks(REPOSITORY))).toEqual(new Map());
    expect(await ask((store) => store.readIndex(REPOSITORY))).toEqual(new Map());
    expect(await ask((store) => store.readAssociations(REPOSITORY))).toEqual([]);
    expect(await ask((store) => store.findProjectKeys())).toBeUndefined();
    expect(await ask((store) => store.readPullRequests(REPOSITORY, []))).toEqual([]);
  });

  it('gives back which changes are on some branches only', async () => {
    const change = { key: 'PAY-1', sha: 'a1', on: ['develop'], doubtful: ['main'] };

    expect(await ask((store) => store.readSpread(REPOSITORY))).toEqual([]);
    await ask((store) => store.saveSpread(REPOSITORY, [change]));
    expect(await ask((store) => store.readSpread(REPOSITORY))).toMatchObject([change]);
  });

  it('gives back a header, in the middle of a reading too', async () => {
    const header = newHeader(REPOSITORY, 'acme/payments-api');
    const shaOf = { sha: 'q1', at: '2026-05-01T08:00:00Z', url: null, isRead: true };
    const full = {
      ...header,
      branches: {
        develop: { state: 'read' as const, sha: 'd1' },
        main: { state: 'missing' as const },
      },
      environments: [
        {
          environment: 'qa',
          tier: 'testing' as const,
          deployed: shaOf,
          attempted: { ...shaOf, state: 'failed' as const },
        },
      ],
      indexed: {
        branches: { develop: { state: 'read' as const, sha: 'd1' } },
        environments: [],
        deploymentsRead: true,
        unreadRefs: ['branch:develop' as const],
        revision: null,
        baselines: {},
        form: 3,
      },
      defaultBranch: 'develop',
      isArchived: false,
      failedBy: { checks: 'forbidden' as const },
      outline: {
        leads: [{ branch: 'develop', over: 'main', commits: 3 }],
        runs: [{ environment: 'qa', heldBy: ['develop'] }],
        shares: { PAY: { issues: 12, largest: 'PAY-1' } },
        bases: ['develop'],
        paths: ['src/login.ts'],
        checksWithheld: true,
      },
      gaps: { checks: [{ repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' }] },
      reading: { ...newReading(header, '2026-05-04T09:00:00Z'), wanted: ['d1'], lost: ['x'] },
    };

    await ask((store) => store.saveHeader(full));

    expect(await ask((store) => store.findHeader(REPOSITORY))).toEqual(full);
    expect(await ask((store) => store.findHeader(UI))).toBeUndefined();
  });

  it('gives back deployments, checks, digests and project keys', async () => {
    const checks = new Map([
      [
        'a1',
        {
          checks: [{ name: 'build', state: 'passed' as const, url: null, at: null }],
          isSettled: true,
          withheldFrom: null,
        },
      ],
    ]);
    const keys = { keys: ['OPS', 'PAY'], readAt: '2026-05-04T09:00:00Z' };

    await ask(async (store) => {
      await store.saveDeployments(REPOSITORY, [deployment()]);
      await store.saveChecks(REPOSITORY, checks);
      await store.saveIndex(REPOSITORY, new Map([['PAY-1', 'd1']]));
      await store.saveProjectKeys(keys);
    });

    expect(await ask((store) => store.readDeployments(REPOSITORY))).toEqual([deployment()]);
    expect(await ask((store) => store.readChecks(REPOSITORY))).toEqual(checks);
    expect(await ask((store) => store.readIndex(REPOSITORY))).toEqual(new Map([['PAY-1', 'd1']]));
    expect(await ask((store) => store.findProjectKeys())).toEqual(keys);
  });

  it('is to be read anew when an earlier version wrote it in another form', async () => {
    await ask((store) => store.saveHeader(newHeader(REPOSITORY, 'acme/payments-api')));
    await storage.run(async () => {
      const { kvs } = storage.forge;
      const key = 'repository:github:acme#payments-api';
      const now = await kvs.get<{ packed: { plain: object } }>(key);
      const packed = { plain: { ...now?.packed.plain, form: 0 } };
      await kvs.set(key, { v: 1, packed, rest: [] });
      for (const other of ['checks', 'presence', 'project-keys', 'released:PAY']) {
        const otherKey =
          other.includes('-') || other.includes(':') ? other : `${other}:github:acme#payments-api`;
        await kvs.set(otherKey, { v: 1, packed: { plain: { a1: 'of old' } }, rest: [] });
      }
    });

    expect(await ask((store) => store.findHeader(REPOSITORY))).toBeUndefined();
    expect(await ask((store) => store.readChecks(REPOSITORY))).toEqual(new Map());
    expect(await ask((store) => store.readAnswers(REPOSITORY))).toEqual(NO_ANSWERS);
    expect(await ask((store) => store.findProjectKeys())).toBeUndefined();
    expect(await ask((store) => store.findReleased('PAY'))).toBeUndefined();
  });

  it('keeps the same bytes whatever order things came in', async () => {
    const entries = ['PAY-2', 'PAY-1', 'PAY-10'].map((key) => [key, `of ${key}`] as const);

    await ask((store) => store.saveIndex(REPOSITORY, new Map(entries)));
    const before = storage.store.dump();
    await ask((store) => store.saveIndex(REPOSITORY, new Map(entries.toReversed())));

    expect(storage.store.dump()).toBe(before);
  });
});

describe('pull requests', () => {
  it('are added and replaced by number, in the buckets that they lie in', async () => {
    const numbers = [1, 49, 50, 51, 120];
    const save = (title: string) => (store: EvidenceStore) =>
      store.savePullRequests(
        REPOSITORY,
        [],
        numbers.map((number) => pullRequest({ number, title, commits: [commit()] })),
      );

    const buckets = await ask(save('first'));
    await ask((store) =>
      store.savePullRequests(REPOSITORY, buckets, [pullRequest({ number: 50 })]),
    );

    expect(buckets).toEqual([0, 1, 2]);
    const read = await ask((store) => store.readPullRequests(REPOSITORY, buckets));
    expect(
      read.map(({ number, title }) => [number, title]).sort(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [1, 'first'],
      [49, 'first'],
      [50, 'Fix login'],
      [51, 'first'],
      [120, 'first'],
    ]);
    expect(read[0]).toEqual(pullRequest({ number: 1, title: 'first', commits: [commit()] }));
  });

  it('are not merged with those of a bucket that no header names', async () => {
    const save = (known: number[], number: number) => (store: EvidenceStore) =>
      store.savePullRequests(REPOSITORY, known, [pullRequest({ number })]);
    await ask(save([], 1));

    await ask(save([], 2));

    const read = await ask((store) => store.readPullRequests(REPOSITORY, [0]));
    expect(read.map(({ number }) => number)).toEqual([2]);
  });
});

describe('words of people', () => {
  it('are all kept, in order, when several speak at the same time', async () => {
    const words = ['a1', 'b2', 'c3'].map((sha) => manualAssociation({ sha }));

    await ask((store) => store.addAssociation(REPOSITORY, manualAssociation({ sha: 'first' })));
    await ask((store) => Promise.all(words.map((word) => store.addAssociation(REPOSITORY, word))));

    const read = await ask((store) => store.readAssociations(REPOSITORY));
    expect(shas(read).slice(0, 1)).toEqual(['first']);
    expect(shas(read).toSorted()).toEqual(['a1', 'b2', 'c3', 'first']);
    expect(await ask((store) => store.readAssociations(UI))).toEqual([]);
  });
});

describe('statuses', () => {
  it('are shared by the repositories of a shard, and read over shards', async () => {
    const one = repositoryStatus();
    const two = repositoryStatus({ repository: UI, asOf: null });

    await ask(async (store) => {
      await store.changeStatuses(SHARD, () => ({ [REPOSITORY]: one }));
      await store.changeStatuses({ ...SHARD, shard: 1 }, () => ({ [UI]: two }));
    });

    const shards = [SHARD, { ...SHARD, shard: 1 }, { ...SHARD, shard: 2 }];
    expect(await ask((store) => store.readStatuses(shards))).toEqual(
      new Map([
        [REPOSITORY, one],
        [UI, two],
      ]),
    );
  });

  it('are those that can be read; another version may have written others', async () => {
    await ask((store) =>
      store.changeStatuses(SHARD, () => ({
        [REPOSITORY]: repositoryStatus(),
        [UI]: { repository: UI, asOf: 'long ago' } as never,
      })),
    );

    const read = await ask((store) => store.readStatuses([SHARD]));
    expect([...read.keys()]).toEqual([REPOSITORY]);
  });

  it('lose nothing when two readings end at the same time', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `github:acme/r${index}`);

    await ask((store) =>
      Promise.all(
        ids.map((id) =>
          store.changeStatuses(SHARD, (statuses) => ({
            ...statuses,
            [id]: repositoryStatus({ repository: id }),
          })),
        ),
      ),
    );

    const read = await ask((store) => store.readStatuses([SHARD]));
    expect([...read.keys()]).toEqual(ids);
  });

  it('go by the newest of two shards, after a repository moved in the list', async () => {
    const heard = (repository: string, asOf: string) => repositoryStatus({ repository, asOf });
    const [old, now] = ['2026-05-01T08:00:00Z', '2026-05-04T08:00:00Z'] as const;

    await ask(async (store) => {
      await store.changeStatuses(SHARD, () => ({
        [REPOSITORY]: heard(REPOSITORY, now),
        [UI]: heard(UI, old),
      }));
      await store.changeStatuses({ ...SHARD, shard: 1 }, () => ({
        [REPOSITORY]: heard(REPOSITORY, old),
        [UI]: heard(UI, now),
      }));
    });

    const read = await ask((store) => store.readStatuses([SHARD, { ...SHARD, shard: 1 }]));
    expect([...read.values()]).toEqual([heard(REPOSITORY, now), heard(UI, now)]);
  });
});
