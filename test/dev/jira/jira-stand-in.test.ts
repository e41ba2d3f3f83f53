import { createJiraStandIn } from '../../../dev/jira/jira-stand-in';
import { askJira, createCheckedJira, SITE_URL } from '../../support/checked-jira';
import { createJiraOpenApi, JIRA_OPENAPI } from '../../support/jira-openapi';
import { jiraSite } from '../../support/jira-site';
import { describeWithShared } from '../../support/shared-data';

const NOT_FOUND = {
  errorMessages: ['Issue does not exist or you do not have permission to see it.'],
  errors: {},
};
const jira = createCheckedJira(jiraSite());

const KEY_CHANGE = expect.objectContaining({ id: '1' }) as unknown;
const STATUS_CHANGE = expect.objectContaining({ id: '2' }) as unknown;

describeWithShared('the check against the OpenAPI file', JIRA_OPENAPI, (file) => {
  const { check } = createJiraOpenApi(file);
  const exchange = { method: 'GET', path: '/rest/api/3/myself', body: undefined, status: 200 };

  it('passes a reply that fits', () => {
    expect(check({ ...exchange, reply: '{"accountId":"ana","displayName":"Ana"}' })).toEqual([]);
  });

  it.each([
    { when: 'a field is unknown', parts: { reply: '{"account":"ana"}' } },
    { when: 'a type is wrong', parts: { reply: '{"accountId":7}' } },
    { when: 'a parameter is unknown', parts: { path: '/rest/api/3/myself?all=1', reply: '{}' } },
    { when: 'the path is unknown', parts: { path: '/rest/api/3/me', reply: '{}' } },
    { when: 'the status is not documented', parts: { status: 418, reply: '{}' } },
    {
      when: 'the body does not fit',
      parts: {
        method: 'POST',
        path: '/rest/api/3/issue/bulkfetch',
        body: '{"keys":["PAY-1"]}',
        reply: '{}',
      },
    },
  ])('finds fault when $when', ({ parts }) => {
    expect(check({ ...exchange, ...parts })).not.toEqual([]);
  });
});

describe('who may see an issue', () => {
  it.each([
    { as: 'ana', key: 'PAY-1', status: 200 },
    { as: 'bo', key: 'PAY-1', status: 200 },
    { as: 'ana', key: 'SEC-1', status: 200 },
    { as: 'bo', key: 'SEC-1', status: 404 },
    { as: 'app', key: 'SEC-1', status: 200 },
    { as: 'ana', key: 'PAY-99', status: 404 },
    { as: 'nobody', key: 'PAY-1', status: 401 },
  ])('answers $as asking for $key with $status', async ({ as, key, status }) => {
    expect((await askJira(jira, `/rest/api/3/issue/${key}`, { as })).status).toBe(status);
  });

  it('answers a hidden issue in the words of a missing one', async () => {
    const hidden = await askJira(jira, '/rest/api/3/issue/SEC-1', { as: 'bo' });
    const missing = await askJira(jira, '/rest/api/3/issue/PAY-99', { as: 'bo' });

    expect(hidden.json).toEqual(NOT_FOUND);
    expect(missing.json).toEqual(NOT_FOUND);
  });

  it.each(['101', 'pay-1', 'PAY-1'])('finds an issue under %s', async (idOrKey) => {
    const { json } = await askJira(jira, `/rest/api/3/issue/${idOrKey}`);

    expect(json).toMatchObject({ id: '101', key: 'PAY-1' });
  });

  it('finds a moved issue under its old key, if its new project may be browsed', async () => {
    const asAna = await askJira(jira, '/rest/api/3/issue/PAY-7');
    const asBo = await askJira(jira, '/rest/api/3/issue/PAY-7', { as: 'bo' });

    expect(asAna.json).toMatchObject({ key: 'SEC-1' });
    expect(asBo.status).toBe(404);
  });
});

describe('what an issue says', () => {
  it('fills what the site leaves out', async () => {
    const { json } = await askJira(jira, '/rest/api/3/issue/PAY-10');

    expect(json).toMatchObject({
      self: `${SITE_URL}/rest/api/3/issue/103`,
      fields: {
        project: { id: '10000', key: 'PAY', name: 'Payments' },
        issuetype: { name: 'Sub-task', subtask: true },
        status: { name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
        created: '2026-05-04T09:00:00.000+0000',
        fixVersions: [],
        issuelinks: [],
      },
    });
  });

  it.each([
    { key: 'PAY-1', category: 'done' },
    { key: 'PAY-2', category: 'indeterminate' },
    { key: 'PAY-10', category: 'new' },
  ])('puts the status of $key into the category $category', async ({ key, category }) => {
    const { json } = await askJira(jira, `/rest/api/3/issue/${key}?fields=status`);

    expect(json).toMatchObject({ fields: { status: { statusCategory: { key: category } } } });
  });

  it('tells a version in full where the issue only names its id', async () => {
    const { json } = await askJira(jira, '/rest/api/3/issue/PAY-1?fields=fixVersions');

    expect(json).toMatchObject({
      fields: {
        fixVersions: [
          { id: '20', name: '1.0', released: true, archived: false, releaseDate: '2026-04-01' },
        ],
      },
    });
  });

  it.each([
    { as: 'ana', key: 'PAY-1', blocks: ['PAY-2'], blockedBy: ['SEC-1'] },
    { as: 'bo', key: 'PAY-1', blocks: ['PAY-2'], blockedBy: [] },
    { as: 'ana', key: 'SEC-1', blocks: ['PAY-1'], blockedBy: [] },
    { as: 'bo', key: 'PAY-2', blocks: [], blockedBy: ['PAY-1'] },
  ])('shows $as that $key blocks $blocks and is blocked by $blockedBy', async (row) => {
    const { json } = await askJira(jira, `/rest/api/3/issue/${row.key}`, { as: row.as });

    const { issuelinks } = (json as { fields: { issuelinks: Link[] } }).fields;
    expect(issuelinks.flatMap(({ outwardIssue }) => outwardIssue?.key ?? [])).toEqual(row.blocks);
    expect(issuelinks.flatMap(({ inwardIssue }) => inwardIssue?.key ?? [])).toEqual(row.blockedBy);
  });

  it('leaves out a parent that the viewer may not browse', async () => {
    const asAna = await askJira(jira, '/rest/api/3/issue/PAY-2');
    const asBo = await askJira(jira, '/rest/api/3/issue/PAY-2', { as: 'bo' });

    expect(asAna.json).toMatchObject({ fields: { parent: { key: 'SEC-1' } } });
    expect(asBo.json).not.toHaveProperty('fields.parent');
  });

  it('lists a sub-task that names its parent', async () => {
    const { json } = await askJira(jira, '/rest/api/3/issue/PAY-1?fields=subtasks');

    expect(json).toMatchObject({
      fields: { subtasks: [{ key: 'PAY-10', fields: { status: { name: 'To Do' } } }] },
    });
  });

  it.each([
    { fields: 'summary,labels', answered: ['labels', 'summary'] },
    { fields: '-summary,summary,labels', answered: ['labels'] },
    { fields: 'nonsense', answered: [] },
  ])('answers only the fields $fields', async ({ fields, answered }) => {
    const { json } = await askJira(jira, `/rest/api/3/issue/PAY-1?fields=${fields}`);

    expect(Object.keys((json as { fields: object }).fields).sort()).toEqual(answered);
  });
});

describe('the history of an issue', () => {
  it('is embedded newest first, with authors in full', async () => {
    const { json } = await askJira(jira, '/rest/api/3/issue/SEC-1?expand=changelog&fields=summary');

    expect(json).toMatchObject({
      changelog: {
        total: 2,
        histories: [
          {
            id: '2',
            author: { accountId: 'bo', displayName: 'Bo Chen' },
            items: [{ field: 'status', fromString: 'To Do', toString: 'In Progress', from: null }],
          },
          { id: '1' },
        ],
      },
    });
  });

  it('is paged oldest first', async () => {
    const first = await askJira(jira, '/rest/api/3/issue/SEC-1/changelog?maxResults=1');
    const second = await askJira(jira, '/rest/api/3/issue/SEC-1/changelog?maxResults=1&startAt=1');

    expect(first.json).toMatchObject({ isLast: false, total: 2, values: [KEY_CHANGE] });
    expect(second.json).toMatchObject({ isLast: true, startAt: 1, values: [STATUS_CHANGE] });
  });

  it('is read for several issues at once, page by page', async () => {
    const path = '/rest/api/3/changelog/bulkfetch';
    const body = { issueIdsOrKeys: ['PAY-1', 'SEC-1'], maxResults: 1 };
    const first = await askJira(jira, path, { body });
    const { nextPageToken } = first.json as { nextPageToken: string };
    const second = await askJira(jira, path, { body: { ...body, nextPageToken } });

    expect(first.json).toMatchObject({
      issueChangeLogs: [{ issueId: '201', changeHistories: [KEY_CHANGE] }],
    });
    expect(second.json).toEqual({
      issueChangeLogs: [{ issueId: '201', changeHistories: [STATUS_CHANGE] }],
    });
  });

  it('is read for the fields that are asked for', async () => {
    const body = { issueIdsOrKeys: ['SEC-1'], fieldIds: ['status'] };

    const { json } = await askJira(jira, '/rest/api/3/changelog/bulkfetch', { body });

    expect(json).toEqual({
      issueChangeLogs: [{ issueId: '201', changeHistories: [STATUS_CHANGE] }],
    });
  });
});

describe('several issues at once', () => {
  it('answers each once and names those that cannot be seen', async () => {
    const body = { issueIdsOrKeys: ['PAY-2', 'PAY-1', '101', 'SEC-1'], fields: ['summary'] };

    const { json } = await askJira(jira, '/rest/api/3/issue/bulkfetch', { as: 'bo', body });

    expect(json).toMatchObject({
      issues: [{ key: 'PAY-1', fields: { summary: 'About PAY-1' } }, { key: 'PAY-2' }],
      issueErrors: [{ id: 'SEC-1', errorMessage: NOT_FOUND.errorMessages[0] }],
    });
  });

  it('refuses more than 100', async () => {
    const issueIdsOrKeys = Array.from({ length: 101 }, (_, index) => `PAY-${index + 1}`);

    const answer = await askJira(jira, '/rest/api/3/issue/bulkfetch', { body: { issueIdsOrKeys } });

    expect(answer.status).toBe(400);
  });
});

describe('comments', () => {
  const path = '/rest/api/3/issue/PAY-1/comment';
  const body = { type: 'doc', version: 1, content: [] };

  it('are kept with author and time', async () => {
    const fresh = createCheckedJira(jiraSite());

    const posted = await askJira(fresh, path, { as: 'bo', body: { body } });
    const { json } = await askJira(fresh, path);

    expect(posted.status).toBe(201);
    expect(json).toMatchObject({
      total: 1,
      comments: [
        { id: '1011', author: { accountId: 'bo' }, created: '2026-05-04T09:00:00.000+0000', body },
      ],
    });
  });

  it('must be documents', async () => {
    const answer = await askJira(jira, path, { body: { body: 'plain text' } });

    expect(answer).toEqual({
      status: 400,
      json: { errorMessages: [], errors: { comment: 'Comment body is not valid!' } },
    });
  });
});

describe('the stand-in', () => {
  it('gives back after a restart what was written before', async () => {
    const before = createCheckedJira(jiraSite());
    const path = '/rest/api/3/issue/PAY-1/properties/convoy';
    await askJira(before, path, { method: 'PUT', body: { seen: true } });
    const kept: unknown = JSON.parse(JSON.stringify(before.state()));

    const after = createCheckedJira(jiraSite());
    after.restore(kept as ReturnType<typeof after.state>);

    expect((await askJira(after, path)).json).toEqual({ key: 'convoy', value: { seen: true } });
  });

  it('says which call it cannot answer', async () => {
    const standIn = createJiraStandIn({
      ...jiraSite(),
      siteUrl: SITE_URL,
      clock: () => new Date(),
    });

    const { status, json } = await askJira(standIn, '/rest/api/3/dashboard');

    expect(status).toBe(501);
    expect(json).toMatchObject({
      errorMessages: [
        'This stand-in does not answer GET /rest/api/3/dashboard: add it to dev/jira.',
      ],
    });
  });

  it('refuses a site whose parts do not fit together', () => {
    const site = jiraSite({
      issues: [{ id: '1', key: 'OPS-1', fields: { summary: 'Lost', parent: { key: 'OPS-9' } } }],
    });

    expect(() => createCheckedJira(site)).toThrow(
      /issue OPS-1: there is no project OPS\nissue OPS-1: there is no issue OPS-9/,
    );
  });
});

type Link = { outwardIssue?: { key: string }; inwardIssue?: { key: string } };
