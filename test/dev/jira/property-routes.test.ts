import { askJira, createCheckedJira } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const fresh = (): ReturnType<typeof createCheckedJira> => createCheckedJira(jiraSite());
const ISSUE = '/rest/api/3/issue/PAY-1/properties';
const PROJECT = '/rest/api/3/project/PAY/properties';

describe.each([{ path: ISSUE }, { path: PROJECT }])('properties under $path', ({ path }) => {
  it('are created, replaced, listed and deleted', async () => {
    const jira = fresh();
    const put = (value: unknown): ReturnType<typeof askJira> =>
      askJira(jira, `${path}/convoy`, { method: 'PUT', body: value });

    const created = await put({ v: 1 });
    const replaced = await put({ v: 2 });
    const read = await askJira(jira, `${path}/convoy`);
    const listed = await askJira(jira, path);
    const deleted = await askJira(jira, `${path}/convoy`, { method: 'DELETE' });
    const gone = await askJira(jira, `${path}/convoy`);

    expect([created.status, replaced.status, deleted.status, gone.status]).toEqual([
      201, 200, 204, 404,
    ]);
    expect(read.json).toEqual({ key: 'convoy', value: { v: 2 } });
    expect(listed.json).toMatchObject({ keys: [{ key: 'convoy' }] });
  });

  it.each([
    { when: 'the value is longer than 32768 characters', key: 'a', value: 'x'.repeat(32_768) },
    { when: 'the key is longer than 255 characters', key: 'k'.repeat(256), value: 1 },
  ])('are refused when $when', async ({ key, value }) => {
    const answer = await askJira(fresh(), `${path}/${key}`, { method: 'PUT', body: value });

    expect(answer.status).toBe(400);
  });

  it('are no longer there to delete when they never were', async () => {
    const answer = await askJira(fresh(), `${path}/convoy`, { method: 'DELETE' });

    expect(answer.status).toBe(404);
  });
});

describe('who may write properties', () => {
  it.each([
    { as: 'ana', path: ISSUE, status: 201 },
    { as: 'cy', path: ISSUE, status: 201 },
    { as: 'app', path: PROJECT, status: 201 },
    { as: 'bo', path: PROJECT, status: 201 },
    { as: 'cy', path: PROJECT, status: 403 },
    { as: 'bo', path: '/rest/api/3/project/SEC/properties', status: 404 },
    { as: 'bo', path: '/rest/api/3/issue/SEC-1/properties', status: 404 },
  ])('answers $as writing under $path with $status', async ({ as, path, status }) => {
    const answer = await askJira(fresh(), `${path}/convoy`, { as, method: 'PUT', body: 1 });

    expect(answer.status).toBe(status);
  });

  it('shows them with the issue to whoever asks for them', async () => {
    const jira = fresh();
    await askJira(jira, `${ISSUE}/convoy`, { method: 'PUT', body: { v: 1 } });

    const { json } = await askJira(
      jira,
      '/rest/api/3/issue/PAY-1?fields=summary&properties=convoy',
    );

    expect(json).toMatchObject({ properties: { convoy: { v: 1 } } });
  });
});
