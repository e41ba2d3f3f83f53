import type { DiffFact } from '../../../src/domain/presence/diff-fact';
import { commit } from '../../support/builders';
import { scriptedFetch } from '../../support/scripted-fetch';
import { github } from './token-connection';

const SHA = '1'.repeat(40);
const PARENT = '0'.repeat(40);
const TOO_LARGE = { status: 406, body: { errors: [{ code: 'too_large' }] } };

const entry = (path: string, sha: string, mode = '100644') => ({ path, sha, mode, type: 'blob' });
const tree = (...entries: ReturnType<typeof entry>[]) => ({
  body: { tree: [...entries, { ...entry('src', 't'), type: 'tree' }], truncated: false },
});
const CUT = { body: { tree: [entry('src/a', 'a')], truncated: true } };
const NOW = tree(entry('src/a', 'a2'), entry('src/b', 'b'), entry('x', 'x', '100755'));

type Reply = Parameters<typeof scriptedFetch>[0];

async function read(
  parents: string[],
  ...replies: Reply[]
): Promise<[DiffFact | undefined, ...string[]]> {
  const host = scriptedFetch(TOO_LARGE, ...replies);
  const asked = { base: null, head: SHA, commits: [commit({ sha: SHA, parents, tree: 'own' })] };
  const listed = await github(host.fetch).listDiffs('acme/web', asked);
  const fact = listed.status === 'read' ? listed.diffs.get(SHA) : undefined;
  return [fact, ...host.calls.slice(1).map(({ url }) => new URL(url).pathname.slice(-3))];
}

describe('a commit whose diff GitHub does not give', () => {
  it('changed the files that its tree has and that of its parent has not, and the other way round', async () => {
    const before = tree(
      entry('gone', 'g'),
      entry('src/a', 'a1'),
      entry('src/b', 'b'),
      entry('x', 'x'),
    );

    expect(await read([PARENT], NOW, before)).toEqual([
      {
        status: 'unread',
        isTooLarge: true,
        paths: [
          { path: 'gone', before: 'g', after: null, mode: null },
          { path: 'src/a', before: 'a1', after: 'a2', mode: '100644' },
          { path: 'x', before: 'x', after: 'x', mode: '100755' },
        ],
      },
      '111',
      '000',
    ]);
  });

  it('made all files where it is the first', async () => {
    const [fact] = await read([], NOW);

    expect(fact).toMatchObject({
      paths: [
        { path: 'src/a', before: null, after: 'a2' },
        { path: 'src/b', before: null },
        { path: 'x', before: null },
      ],
    });
  });

  it.each<[string, Reply[]]>([
    ['is cut', [CUT]],
    ['of its parent is cut', [NOW, CUT]],
    ['is gone', [{ status: 404, body: {} }]],
  ])('says nothing of its files where its tree %s', async (_, replies) => {
    const [fact] = await read([PARENT], ...replies);

    expect(fact).toEqual({ status: 'unread', isTooLarge: true });
  });
});
