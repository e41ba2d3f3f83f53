import { createClient } from '../../../src/adapters/gitlab/client';
import { readMerged } from '../../../src/adapters/gitlab/merged-ranges';
import { scriptedFetch } from '../../support/scripted-fetch';

const request = (iid: number, state: 'merged' | 'opened') => ({
  ...{ iid, state, title: 'One', web_url: 'https://gitlab.com/acme/web/-/merge_requests/1' },
  ...{ author: null, source_branch: 'side', target_branch: 'main' },
  ...{ created_at: '2026-01-06T10:00:00Z', updated_at: '2026-01-06T10:00:00Z' },
});
const read = async (requests: ReturnType<typeof request>[], body: unknown): Promise<unknown> => {
  const { fetch, calls } = scriptedFetch({ body });
  const client = createClient({ fetch, baseUrl: 'https://gitlab.com', token: 'one' });
  const ranges = await readMerged(client, 'acme/web', requests);
  return { ranges: [...ranges], calls: calls.length };
};
const diffRefs = { startSha: 'a1', headSha: 'b2' };
const answer = (mergeRequests: unknown): unknown => ({ data: { project: { mergeRequests } } });

describe('readMerged', () => {
  it.each([
    {
      when: 'GitLab tells those that it has versions of',
      body: answer({
        nodes: [
          { iid: '1', diffRefs },
          { iid: '2', diffRefs: null },
        ],
      }),
      ranges: [[1, { start: 'a1', head: 'b2' }]],
    },
    { when: 'GitLab shows none', body: answer(null), ranges: [] },
    { when: 'there is no such project', body: { data: { project: null } }, ranges: [] },
    { when: 'GitLab refuses', body: { errors: [{ message: 'No such field' }] }, ranges: [] },
  ])('is one call when $when', async ({ body, ranges }) => {
    const requests = [request(1, 'merged'), request(2, 'merged')];

    expect(await read(requests, body)).toEqual({ ranges, calls: 1 });
  });

  it('asks nothing where none was merged', async () => {
    expect(await read([request(3, 'opened')], {})).toEqual({ ranges: [], calls: 0 });
  });
});
