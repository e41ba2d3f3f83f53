import { newHeader, newReading } from '../../../src/domain/evidence/repository-header';
import type { CodeHost } from '../../../src/ports/code-host';
import { ProviderError } from '../../../src/ports/provider-error';
import { readBranches } from '../../../src/usecases/reading/read-branches';
import type { ReadingHeader, Slice } from '../../../src/usecases/reading/slice';
import { commit, REPOSITORY } from '../../support/builders';
import { projectSettings } from '../../support/settings';

const NOW = '2026-05-04T09:00:00.000Z';

type Answers = {
  heads: Record<string, string>;
  /** What is listed from the default branch; `null`: there is no such branch. */
  commits: Awaited<ReturnType<CodeHost['listCommits']>>['items'] | null;
};

/** Reads the heads of a repository whose default branch is trunk, which no line names. */
async function readWith({ heads, commits }: Answers) {
  const asked: string[] = [];
  const host: Pick<CodeHost, 'readHeads' | 'listCommits'> = {
    readHeads: (_, { branches }) => {
      asked.push(branches.join(' '));
      const value = new Map(Object.entries(heads));
      return Promise.resolve({ status: 'changed', validator: 'v', value });
    },
    listCommits: (_, { sha }) => {
      asked.push(`commits of ${sha}`);
      return commits
        ? Promise.resolve({ items: commits, next: null })
        : Promise.reject(new ProviderError({ kind: 'not-found' }, 'no such branch'));
    },
  };
  const slice = { host, projects: [projectSettings()], calls: 0 } as unknown as Slice;
  const start = {
    ...newHeader(REPOSITORY, 'acme/payments-api'),
    ...{ identifiedAt: NOW, defaultBranch: 'trunk' },
  };
  const header: ReadingHeader = { ...start, reading: newReading(start, NOW) };
  const step = await readBranches(slice, header);
  return { asked, branches: step.header.branches };
}

describe('readBranches', () => {
  it('asks for the default branch as well, and keeps those of lines', async () => {
    const { asked, branches } = await readWith({ heads: { trunk: 'a', main: 'b' }, commits: [] });

    expect(asked).toEqual(['develop main release/test trunk']);
    expect(branches).toEqual({
      develop: { state: 'missing' },
      main: { state: 'read', sha: 'b' },
      'release/test': { state: 'missing' },
    });
  });

  it.each<{ what: string; commits: Answers['commits'] }>([
    { what: 'is empty', commits: [] },
    { what: 'calls its default branch otherwise by now', commits: null },
  ])('misses every branch of a repository that $what', async ({ commits }) => {
    const { asked, branches } = await readWith({ heads: {}, commits });

    expect(asked[1]).toBe('commits of trunk');
    expect(Object.values(branches).map(({ state }) => state)).toEqual([
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('takes no list without branches from a repository that has commits', async () => {
    await expect(readWith({ heads: {}, commits: [commit()] })).rejects.toMatchObject({
      failure: { kind: 'unexpected-answer' },
      message: expect.stringContaining('acme/payments-api') as string,
    });
  });
});
