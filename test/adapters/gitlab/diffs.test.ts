import type { DiffFact } from '../../../src/domain/presence/diff-fact';
import type { CodeHost } from '../../../src/ports/code-host';
import { commit } from '../../support/builders';
import { gitlab } from './gitlab-connection';

const SHA = 'a'.repeat(40);
const COMMIT = commit({ sha: SHA, parents: ['b'.repeat(40)] });
const HUNK = '@@ -1 +1 @@\n-a\n+b\n';

type Told = { diff: string; flags?: object };
const listed = ({ diff }: Told): object => ({
  ...{ oldPath: 'x', newPath: 'x', aMode: '100644', bMode: '100644' },
  ...{ newFile: 'false', renamedFile: 'false', deletedFile: 'false', diff },
});
const shown = ({ diff, flags = { collapsed: false, too_large: false } }: Told): object => ({
  ...{ old_path: 'x', new_path: 'x', a_mode: '100644', b_mode: '100644' },
  ...{ new_file: false, renamed_file: false, deleted_file: false, diff, ...flags },
});

/** GitLab that answers GraphQL, one commit's diff, its size, and a comparison. */
function answering(told: { graphql: object; shown?: object[]; stats?: object; compare?: object }): {
  host: CodeHost;
  asked: string[];
} {
  const asked: string[] = [];
  const host = gitlab((input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const route = pathname.replace(/^.*\/(graphql|diff|compare|commits)(?:\/[^/]*)?$/, '$1');
    asked.push(route);
    const answers: Record<string, object | undefined> = {
      graphql: told.graphql,
      diff: told.shown,
      commits: { stats: told.stats },
      compare: told.compare,
    };
    return Promise.resolve(Response.json(answers[route] ?? {}));
  });
  return { host, asked };
}
const answer = (...files: Told[]): object => ({
  data: { project: { repository: { answer0: { diffs: files.map(listed) } } } },
});

async function read(host: CodeHost): Promise<DiffFact['status'] | undefined> {
  const found = await host.listDiffs('acme/web', { base: null, head: SHA, commits: [COMMIT] });
  return found.status === 'read' ? found.diffs.get(SHA)?.status : undefined;
}

describe('diffs of GitLab', () => {
  it.each([
    {
      when: 'GraphQL tells all',
      told: { graphql: answer({ diff: HUNK }) },
      status: 'known',
      calls: ['graphql'],
    },
    {
      when: 'GraphQL collapsed it and REST does not',
      told: { graphql: answer({ diff: '' }), shown: [shown({ diff: HUNK })] },
      status: 'known',
      calls: ['graphql', 'diff'],
    },
    {
      when: 'REST cut it too',
      told: {
        graphql: answer({ diff: '' }),
        shown: [shown({ diff: '', flags: { too_large: true } })],
      },
      status: 'unread',
      calls: ['graphql', 'diff'],
    },
    {
      when: 'GitLab does not know the query',
      told: {
        graphql: { errors: [{ message: "Field 'diffs' doesn't exist" }] },
        shown: [shown({ diff: HUNK })],
      },
      status: 'known',
      calls: ['graphql', 'diff'],
    },
    {
      when: 'a hunk breaks off',
      told: { graphql: answer({ diff: HUNK.slice(0, -3) }) },
      status: 'unread',
      calls: ['graphql'],
    },
    {
      when: 'many files are as large as GitLab counts',
      told: {
        graphql: answer(...Array.from({ length: 100 }, () => ({ diff: HUNK }))),
        shown: Array.from({ length: 100 }, () => shown({ diff: HUNK })),
        stats: { additions: 100, deletions: 100 },
      },
      status: 'known',
      calls: ['graphql', 'diff', 'commits'],
    },
    {
      when: 'files are missing of many',
      told: {
        graphql: answer(...Array.from({ length: 100 }, () => ({ diff: HUNK }))),
        shown: Array.from({ length: 100 }, () => shown({ diff: HUNK })),
        stats: { additions: 101, deletions: 100 },
      },
      status: 'unread',
      calls: ['graphql', 'diff', 'commits'],
    },
  ])('are $status when $when', async ({ told, status, calls }) => {
    const { host, asked } = answering(told);

    expect(await read(host)).toBe(status);
    expect(asked).toEqual(calls);
  });

  it('of a merge are unread without a call', async () => {
    const { host, asked } = answering({ graphql: {} });
    const merge = { ...COMMIT, parents: ['b', 'c'] };

    const found = await host.listDiffs('acme/web', { base: null, head: SHA, commits: [merge] });

    expect(found).toEqual({ status: 'read', diffs: new Map([[SHA, { status: 'unread' }]]) });
    expect(asked).toEqual([]);
  });
});

describe('a combined patch of GitLab', () => {
  it.each([
    { when: 'GitLab took too long', compare: { diffs: [], compare_timeout: true } },
    {
      when: 'a file is collapsed',
      compare: { diffs: [shown({ diff: '', flags: { collapsed: true } })], compare_timeout: false },
    },
    {
      when: 'there may be more files',
      compare: {
        diffs: Array.from({ length: 100 }, () => shown({ diff: HUNK })),
        compare_timeout: false,
      },
    },
  ])('is unread when $when', async ({ compare }) => {
    const { host } = answering({ graphql: {}, compare });

    expect(await host.readCombined('acme/web', { base: 'b', head: SHA })).toEqual({
      status: 'unread',
    });
  });
});
