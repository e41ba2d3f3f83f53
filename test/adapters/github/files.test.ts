import { scriptedFetch } from '../../support/scripted-fetch';
import { github } from './token-connection';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const CUT = { body: { tree: [], truncated: true } };

describe('files of a tree that GitHub cuts', () => {
  it('are read from their folders', async () => {
    const host = scriptedFetch(CUT, {
      body: {
        data: {
          repository: {
            answer0: { __typename: 'Commit' },
            answer1: {
              __typename: 'Tree',
              entries: [
                { name: 'a', mode: 33188, type: 'blob', oid: 'b1' },
                { name: 'lib', mode: 57344, type: 'commit', oid: 'c1' },
                { name: 'src', mode: 16384, type: 'tree', oid: 't1' },
              ],
            },
            answer2: null,
          },
        },
      },
    });

    const files = await github(host.fetch).readFiles('acme/web', [
      { sha: SHA, paths: ['docs/a', 'docs/lib', 'docs/src', 'gone/b'] },
    ]);

    expect(files.get(SHA)).toEqual(
      new Map([
        ['docs/a', { blob: 'b1', mode: '100644' }],
        ['docs/lib', { blob: 'c1', mode: '160000' }],
      ]),
    );
    expect(JSON.parse(host.calls[1]?.body ?? '')).toMatchObject({
      variables: { ask0: SHA, ask1: `${SHA}:docs`, ask2: `${SHA}:gone` },
    });
  });

  it('are unread in too many folders', async () => {
    const host = scriptedFetch(CUT);
    const paths = Array.from({ length: 101 }, (_, at) => `${at}/x`);

    const files = await github(host.fetch).readFiles('acme/web', [{ sha: SHA, paths }]);

    expect(files).toEqual(new Map([[SHA, 'unread']]));
    expect(host.calls).toHaveLength(1);
  });
});

it('no call is made for no file', async () => {
  const host = scriptedFetch(CUT);

  const files = await github(host.fetch).readFiles('acme/web', [{ sha: SHA, paths: [] }]);

  expect(files).toEqual(new Map([[SHA, new Map()]]));
  expect(host.calls).toEqual([]);
});

it('files of many commits are asked for by 200 commits and folders a call', async () => {
  const host = scriptedFetch({ body: { data: { repository: {} } } });
  const asks = Array.from({ length: 101 }, (_, at) => ({ sha: `${at}`, paths: ['a', 'b'] }));

  const files = await github(host.fetch).readFiles('acme/web', asks);

  expect(files).toEqual(new Map());
  expect(host.calls).toHaveLength(2);
});
