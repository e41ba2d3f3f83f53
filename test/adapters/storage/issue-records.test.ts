import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import { createLockedRecords } from '../../../src/adapters/storage/locked-records';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import {
  commitEvidence,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
} from '../../support/builders';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const UI = 'github:acme/ui';

let storage: ForgeStorage;
const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
  storage.run(() => question(createEvidenceStore(storage.forge)));
const writesOf = async (question: (store: EvidenceStore) => Promise<unknown>): Promise<number> => {
  const { writes } = storage.stats();
  await ask(question);
  return storage.stats().writes - writes;
};

beforeEach(() => {
  storage = openForgeStorage();
});
afterEach(() => {
  storage.remove();
});

describe('issues', () => {
  const part = (sha: string, repository = REPOSITORY) =>
    repositoryEvidence({
      repository,
      commits: [commitEvidence({ sha })],
      pullRequests: [pullRequestEvidence()],
      unlinked: [{ sha: 'u', title: 't', by: 'Bo', at: '2026-05-01T08:00:00Z', reason: 'r' }],
    });
  const save =
    (repository: string, parts: Record<string, ReturnType<typeof part> | null>) =>
    (store: EvidenceStore) =>
      store.saveIssueParts(repository, new Map(Object.entries(parts)));
  const find = (...keys: string[]) => ask((store) => store.findIssues(keys));

  it('hold the parts of several repositories, by id', async () => {
    await ask(save(UI, { 'PAY-1': part('u1', UI) }));
    await ask(save(REPOSITORY, { 'PAY-1': part('p1'), 'PAY-2': part('p2') }));

    expect(await find('PAY-1', 'PAY-9')).toEqual([
      { issueKey: 'PAY-1', repositories: [part('p1'), part('u1', UI)] },
    ]);
    expect(await find('PAY-2')).toEqual([{ issueKey: 'PAY-2', repositories: [part('p2')] }]);
  });

  it('lose a part and keep the others', async () => {
    await ask(save(UI, { 'PAY-1': part('u1', UI) }));
    await ask(save(REPOSITORY, { 'PAY-1': part('p1') }));
    await ask(save(REPOSITORY, { 'PAY-1': null }));

    expect(await find('PAY-1')).toEqual([{ issueKey: 'PAY-1', repositories: [part('u1', UI)] }]);
  });

  it('are not written when nothing changed', async () => {
    await ask(save(UI, { 'PAY-1': part('u1', UI) }));
    await ask(save(REPOSITORY, { 'PAY-1': part('p1'), 'PAY-2': part('p2') }));

    expect(await writesOf(save(UI, { 'PAY-1': part('u1', UI) }))).toBe(0);
    expect(await writesOf(save(REPOSITORY, { 'PAY-1': part('p1'), 'PAY-2': part('new') }))).toBe(1);
  });

  it('keep the parts of two repositories that are read at the same time', async () => {
    const ids = Array.from({ length: 6 }, (_, index) => `github:acme/r${index}`);

    await ask((store) => Promise.all(ids.map((id) => save(id, { 'PAY-1': part('a', id) })(store))));

    const [issue] = await find('PAY-1');
    expect(issue?.repositories.map(({ repository }) => repository)).toEqual(ids);
  });

  describe('of which an earlier version wrote a part', () => {
    /** Shares of two repositories; that of UI is of another form. */
    beforeEach(async () => {
      await ask(save(REPOSITORY, { 'PAY-1': part('p1') }));
      await storage.run(() =>
        createLockedRecords(storage.forge, 'issue-evidence').change(['PAY-1'], () => ({
          issueKey: 'PAY-1',
          repositories: [part('p1'), { repository: UI, commits: ['u1'] }],
        })),
      );
    });

    const outdated = {
      ...repositoryEvidence({ repository: UI, commits: [], pullRequests: [] }),
      isOutdated: true,
    };

    it('have the other parts, and say that this one cannot be read', async () => {
      expect(await find('PAY-1')).toEqual([
        { issueKey: 'PAY-1', repositories: [part('p1'), outdated] },
      ]);
    });

    it('go on saying so when another repository is read', async () => {
      await ask(save(REPOSITORY, { 'PAY-1': part('p2') }));

      expect(await find('PAY-1')).toEqual([
        { issueKey: 'PAY-1', repositories: [part('p2'), outdated] },
      ]);
    });

    it('are whole again when that repository is read', async () => {
      await ask(save(UI, { 'PAY-1': part('u1', UI) }));

      expect(await find('PAY-1')).toEqual([
        { issueKey: 'PAY-1', repositories: [part('p1'), part('u1', UI)] },
      ]);
    });
  });
});
