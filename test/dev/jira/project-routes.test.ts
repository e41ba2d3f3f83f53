import { askJira, createCheckedJira } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const jira = createCheckedJira(jiraSite());

const keysOf = (json: unknown): string[] =>
  (json as { values: { key: string }[] }).values.map(({ key }) => key);

describe('projects', () => {
  it.each([
    { as: 'ana', query: '', keys: ['PAY', 'SEC'] },
    { as: 'bo', query: '', keys: ['PAY'] },
    { as: 'app', query: '?orderBy=-key', keys: ['SEC', 'PAY'] },
    { as: 'ana', query: '?query=secur', keys: ['SEC'] },
    { as: 'ana', query: '?keys=PAY', keys: ['PAY'] },
    { as: 'ana', query: '?id=10001', keys: ['SEC'] },
  ])('are found by $as with $query', async ({ as, query, keys }) => {
    const { json } = await askJira(jira, `/rest/api/3/project/search${query}`, { as });

    expect(keysOf(json)).toEqual(keys);
  });

  it('come a page at a time', async () => {
    const { json } = await askJira(jira, '/rest/api/3/project/search?maxResults=1&startAt=1');

    expect(json).toMatchObject({ startAt: 1, maxResults: 1, total: 2, isLast: true });
    expect(keysOf(json)).toEqual(['SEC']);
  });

  it('are told in full by key or id', async () => {
    const byKey = await askJira(jira, '/rest/api/3/project/PAY');
    const byId = await askJira(jira, '/rest/api/3/project/10000');

    expect(byKey.json).toMatchObject({
      key: 'PAY',
      lead: { accountId: 'bo' },
      versions: [{ name: '1.0' }, { name: '1.1' }],
    });
    expect(byId.json).toEqual(byKey.json);
  });

  it('are missing for whoever may not browse them', async () => {
    expect(await askJira(jira, '/rest/api/3/project/SEC', { as: 'bo' })).toEqual({
      status: 404,
      json: { errorMessages: ["No project could be found with key 'SEC'."], errors: {} },
    });
  });
});

describe('versions', () => {
  it.each([
    { query: '', names: ['1.0', '1.1'], total: 2 },
    { query: '?status=released', names: ['1.0'], total: 1 },
    { query: '?query=1.1', names: ['1.1'], total: 1 },
    { query: '?maxResults=1', names: ['1.0'], total: 2 },
  ])('come in pages with $query', async ({ query, names, total }) => {
    const { json } = await askJira(jira, `/rest/api/3/project/PAY/version${query}`);

    expect(json).toMatchObject({
      total,
      values: names.map((name) => ({ name, projectId: 10000 })),
    });
  });

  it('come all at once', async () => {
    const { json } = await askJira(jira, '/rest/api/3/project/PAY/versions');

    expect(json).toMatchObject([
      { id: '20', released: true },
      { id: '21', released: false },
    ]);
  });

  it.each([
    { as: 'bo', id: '20', status: 200 },
    { as: 'bo', id: '99', status: 404 },
  ])('answers $as asking for the version $id with $status', async ({ as, id, status }) => {
    expect((await askJira(jira, `/rest/api/3/version/${id}`, { as })).status).toBe(status);
  });

  it('are hidden with their project', async () => {
    const hidden = createCheckedJira(
      jiraSite({
        versions: [{ id: '20', name: 'S', projectId: 10001, released: false, archived: false }],
        issues: [],
      }),
    );

    expect((await askJira(hidden, '/rest/api/3/version/20', { as: 'bo' })).status).toBe(404);
  });
});
