import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import { newHeader, newReading } from '../../../src/domain/evidence/repository-header';
import type { Commit } from '../../../src/domain/commit';
import type { CodeHost } from '../../../src/ports/code-host';
import { ProviderError } from '../../../src/ports/provider-error';
import { readCommits } from '../../../src/usecases/reading/read-commits';
import type { ReadingHeader, Slice } from '../../../src/usecases/reading/slice';
import { REPOSITORY } from '../../support/builders';
import { chain, named } from '../../support/change-chain';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const [ROOT, MIDDLE, HEAD] = [named('root'), named('c1x'), named('c2x')];
const COMMITS = [...chain('', 'root'), ...chain('root', 'c1x', 'c2x')];
const NOW = '2026-05-04T09:00:00.000Z';
/** Steps after which a phase is taken for one that never ends. */
const MANY = 5;

describe('readCommits', () => {
  let storage: ForgeStorage;

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  /** Reads the history of main; what the host lists from each sha, or that it knows none. */
  async function readWith(listed: Record<string, Commit[]>) {
    const evidence = createEvidenceStore(storage.forge);
    const asked: string[] = [];
    const host = {
      listCommits: (_: string, { sha }: { sha: string }) => {
        asked.push(sha);
        const items = listed[sha];
        return items
          ? Promise.resolve({ items, next: null })
          : Promise.reject(new ProviderError({ kind: 'not-found' }, 'no such commit'));
      },
    } as Pick<CodeHost, 'listCommits'> as CodeHost;
    const slice = { ports: { evidence }, host, log: null, calls: 0 } as unknown as Slice;
    const start = {
      ...newHeader(REPOSITORY, 'acme/payments-api'),
      branches: { main: { state: 'read' as const, sha: HEAD } },
    };
    let header: ReadingHeader = { ...start, reading: newReading(start, NOW) };
    return storage.run(async () => {
      for (let steps = 1; steps <= MANY; steps += 1) {
        const step = await readCommits(slice, header);
        header = step.header;
        if (step.isDone) return { header, asked, steps };
      }
      throw new Error(`the phase does not end: asked ${asked.length} times`);
    });
  }

  const only = (...shas: string[]): Commit[] => COMMITS.filter(({ sha }) => shas.includes(sha));

  it('holds the whole history, and has no gap', async () => {
    const { header, asked } = await readWith({ [HEAD]: only(ROOT, MIDDLE, HEAD) });

    expect(asked).toEqual([HEAD]);
    expect(header).toMatchObject({ commitCount: 3, gaps: { commits: [] } });
    expect(header.rootsRead).not.toBeNull();
  });

  it.each<{ answer: string; from: string; listed: Record<string, Commit[]>; what: string }>([
    {
      answer: 'nothing from a parent',
      from: ROOT,
      listed: { [HEAD]: only(MIDDLE, HEAD), [ROOT]: [] },
      what: 'the history of an older commit',
    },
    {
      answer: 'that a parent is not there',
      from: ROOT,
      listed: { [HEAD]: only(MIDDLE, HEAD) },
      what: 'the history of an older commit',
    },
    {
      answer: 'nothing from a head',
      from: HEAD,
      listed: { [HEAD]: [] },
      what: 'the history of branch:main',
    },
    {
      answer: 'other commits than the head',
      from: HEAD,
      listed: { [HEAD]: only(ROOT) },
      what: 'the history of branch:main',
    },
  ])('asks once and has a gap when the host answers $answer', async ({ from, listed, what }) => {
    const { header, asked } = await readWith(listed);

    expect(asked.filter((sha) => sha === from)).toEqual([from]);
    expect(header.reading.lost).toEqual([from]);
    expect(header.rootsRead).toBeNull();
    expect(header.gaps.commits).toMatchObject([
      { repository: REPOSITORY, what, why: expect.stringContaining(from.slice(0, 10)) as string },
    ]);
  });
});
