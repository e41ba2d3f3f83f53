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
            answer0: {
              __typename: 'Tree',
              entries: [
                { name: 'a', mode: 33188, type: 'blob', oid: 'b1' },
                { name: 'lib', mode: 57344, type: 'commit', oid: 'c1' },
                { name: 'src', mode: 16384, type: 'tree', oid: 't1' },
              ],
            },
            answer1: null,
          },
        },
      },
    });

    const files = await github(host.fetch).readFiles('acme/web', {
      sha: SHA,
      paths: ['docs/a', 'docs/lib', 'docs/src', 'gone/b'],
    });

    expect(files).toEqual(
      new Map([
        ['docs/a', { blob: 'b1', mode: '100644' }],
        ['docs/lib', { blob: 'c1', mode: '160000' }],
      ]),
    );
    expect(JSON.parse(host.calls[1]?.body ?? '')).toMatchObject({
      variables: { ask0: `${SHA}:docs`, ask1: `${SHA}:gone` },
    });
  });

  it('are unread in too many folders', async () => {
    const host = scriptedFetch(CUT);
    const paths = Array.from({ length: 101 }, (_, at) => `${at}/x`);

    expect(await github(host.fetch).readFiles('acme/web', { sha: SHA, paths })).toBe('unread');
    expect(host.calls).toHaveLength(1);
  });
});

it('no call is made for no file', async () => {
  const host = scriptedFetch(CUT);

  expect(await github(host.fetch).readFiles('acme/web', { sha: SHA, paths: [] })).toEqual(
    new Map(),
  );
  expect(host.calls).toEqual([]);
});
