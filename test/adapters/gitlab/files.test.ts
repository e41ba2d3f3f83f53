import { scriptedFetch } from '../../support/scripted-fetch';
import { gitlab } from './gitlab-connection';

const blobs = (...paths: string[]): object => ({
  data: {
    project: {
      repository: {
        answer0: { nodes: paths.map((path) => ({ path, oid: 'b1', mode: '100644' })) },
      },
    },
  },
});

describe('files of GitLab', () => {
  it.each([
    { when: 'one may be a submodule', body: blobs('.gitmodules', 'a'), paths: ['a', 'lib'] },
    { when: 'GitLab refuses the query', body: { errors: [{}] }, paths: ['a'] },
    {
      when: 'they are too many',
      body: {},
      paths: Array.from({ length: 1001 }, (_, at) => `${at}`),
    },
  ])('are unread when $when', async ({ body, paths }) => {
    const { fetch } = scriptedFetch({ body });

    expect(await gitlab(fetch).readFiles('acme/web', { sha: 'abc', paths })).toBe('unread');
  });

  it('are asked for by 99, beside the list of submodules', async () => {
    const host = scriptedFetch({
      body: blobs('.gitmodules', ...Array.from({ length: 100 }, (_, at) => `${at}`)),
    });
    const paths = Array.from({ length: 100 }, (_, at) => `${at}`);

    const files = await gitlab(host.fetch).readFiles('acme/web', { sha: 'abc', paths });

    expect(files).toHaveProperty('size', 100);
    expect(host.calls).toHaveLength(2);
  });
});
