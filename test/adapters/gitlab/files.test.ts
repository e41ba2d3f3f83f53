import { scriptedFetch } from '../../support/scripted-fetch';
import { gitlab } from './gitlab-connection';

type Nodes = { nodes: object[] };

const nodes = (...paths: string[]): Nodes => ({
  nodes: paths.map((path) => ({ path, oid: 'b1', mode: '100644' })),
});
const blobs = (...answers: Nodes[]): object => ({
  data: {
    project: {
      repository: Object.fromEntries(answers.map((one, at) => [`answer${at}`, one])),
    },
  },
});
const REFUSED = { errors: [{ message: 'Query has complexity of 251' }] };
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}`);
const asksOf = (count: number): { sha: string; paths: string[] }[] =>
  names(count).map((sha) => ({ sha, paths: ['a'] }));
const FILE_A = new Map([['a', { blob: 'b1', mode: '100644' }]]);

describe('files of GitLab', () => {
  it.each([
    { when: 'one may be a submodule', body: blobs(nodes('.gitmodules', 'a')), paths: ['a', 'lib'] },
    { when: 'GitLab refuses the query', body: REFUSED, paths: ['a'] },
    { when: 'they are too many', body: {}, paths: names(1001) },
  ])('are unread when $when', async ({ body, paths }) => {
    const { fetch } = scriptedFetch({ body });

    const files = await gitlab(fetch).readFiles('acme/web', [{ sha: 'abc', paths }]);

    expect(files).toEqual(new Map([['abc', 'unread']]));
  });

  it('are asked for by 99, beside the list of submodules', async () => {
    const host = scriptedFetch({ body: blobs(nodes('.gitmodules', ...names(150))) });

    const files = await gitlab(host.fetch).readFiles('acme/web', [
      { sha: 'abc', paths: names(150) },
    ]);

    expect(files.get('abc')).toHaveProperty('size', 150);
    expect(host.calls).toHaveLength(2);
  });

  it('of fifteen commits come in one call, of sixteen in two', async () => {
    const all = blobs(...names(16).map(() => nodes('a')));
    const [fifteen, sixteen] = [scriptedFetch({ body: all }), scriptedFetch({ body: all })];

    await gitlab(fifteen.fetch).readFiles('acme/web', asksOf(15));
    const files = await gitlab(sixteen.fetch).readFiles('acme/web', asksOf(16));

    expect([fifteen.calls.length, sixteen.calls.length]).toEqual([1, 2]);
    expect(files).toEqual(new Map(names(16).map((sha) => [sha, FILE_A])));
  });

  it('come in halves where GitLab refuses them together', async () => {
    const host = scriptedFetch(
      { body: REFUSED },
      { body: blobs(nodes('a')) },
      { body: blobs(nodes('a'), nodes('a')) },
    );

    const files = await gitlab(host.fetch).readFiles('acme/web', asksOf(4));

    expect(files).toEqual(new Map(names(4).map((sha) => [sha, FILE_A])));
    expect(host.calls).toHaveLength(4);
  });

  it('are unread after two calls where GitLab refuses one alone too', async () => {
    const host = scriptedFetch({ body: REFUSED });

    const files = await gitlab(host.fetch).readFiles('acme/web', asksOf(15));

    expect(files).toEqual(new Map(names(15).map((sha) => [sha, 'unread'])));
    expect(host.calls).toHaveLength(2);
  });

  it('of none of which anything is there are of a commit that may not be there', async () => {
    const host = scriptedFetch(
      { body: blobs(nodes(), nodes()) },
      { body: { data: { project: { repository: { answer0: { sha: '0' }, answer1: null } } } } },
    );

    const files = await gitlab(host.fetch).readFiles('acme/web', asksOf(2));

    expect(files).toEqual(new Map([['0', new Map()]]));
    expect(host.calls).toHaveLength(2);
  });

  it('of an older GitLab, which is asked for such commits one by one', async () => {
    const host = scriptedFetch(
      { body: blobs(nodes(), nodes()) },
      { body: REFUSED },
      { body: { id: '0', parent_ids: [], message: '' } },
      { status: 404, body: { message: '404 Commit Not Found' } },
    );

    const files = await gitlab(host.fetch).readFiles('acme/web', asksOf(2));

    expect(files).toEqual(new Map([['0', new Map()]]));
  });
});
