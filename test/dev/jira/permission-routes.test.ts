import { askJira, createCheckedJira } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const jira = createCheckedJira(jiraSite());

describe('mypermissions', () => {
  it.each([
    { as: 'ana', permission: 'ADMINISTER', query: '', has: true },
    { as: 'bo', permission: 'ADMINISTER', query: '', has: false },
    { as: 'app', permission: 'ADMINISTER', query: '', has: false },
    { as: 'ana', permission: 'ADMINISTER_PROJECTS', query: '&projectKey=SEC', has: true },
    { as: 'bo', permission: 'ADMINISTER_PROJECTS', query: '&projectKey=PAY', has: true },
    { as: 'cy', permission: 'ADMINISTER_PROJECTS', query: '&projectId=10000', has: false },
    { as: 'cy', permission: 'ADMINISTER_PROJECTS', query: '', has: false },
    { as: 'bo', permission: 'ADMINISTER_PROJECTS', query: '', has: true },
    { as: 'cy', permission: 'BROWSE_PROJECTS', query: '&issueKey=SEC-1', has: true },
  ])('says $has to $as asking for $permission $query', async ({ as, permission, query, has }) => {
    const path = `/rest/api/3/mypermissions?permissions=${permission}${query}`;

    const { json } = await askJira(jira, path, { as });

    expect(json).toMatchObject({ permissions: { [permission]: { havePermission: has } } });
  });

  it.each([
    { when: 'no permission is named', query: '', status: 400 },
    { when: 'the permission is unknown', query: 'permissions=FLY', status: 400 },
    {
      when: 'the project is hidden',
      query: 'permissions=BROWSE_PROJECTS&projectKey=SEC',
      status: 404,
    },
    {
      when: 'the issue is hidden',
      query: 'permissions=BROWSE_PROJECTS&issueKey=SEC-1',
      status: 404,
    },
  ])('answers $status when $when', async ({ query, status }) => {
    const answer = await askJira(jira, `/rest/api/3/mypermissions?${query}`, { as: 'bo' });

    expect(answer.status).toBe(status);
  });
});

describe('permissions/check', () => {
  const path = '/rest/api/3/permissions/check';

  it('grants what the account has', async () => {
    const body = {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        {
          permissions: ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
          projects: [10000, 10001],
          issues: [101, 201],
        },
      ],
    };

    const { json } = await askJira(jira, path, { as: 'bo', body });

    expect(json).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [10000], issues: [101] },
        { permission: 'ADMINISTER_PROJECTS', projects: [10000], issues: [101] },
      ],
    });
  });

  it.each([
    { as: 'app', accountId: 'ana', status: 200 },
    { as: 'ana', accountId: 'bo', status: 200 },
    { as: 'bo', accountId: 'bo', status: 200 },
    { as: 'bo', accountId: 'ana', status: 403 },
    { as: 'ana', accountId: 'nobody', status: 400 },
  ])('answers $as asking for $accountId with $status', async ({ as, accountId, status }) => {
    const body = { accountId, globalPermissions: ['ADMINISTER'] };

    expect((await askJira(jira, path, { as, body })).status).toBe(status);
  });

  it('answers the app for the account that it names', async () => {
    const body = { accountId: 'ana', globalPermissions: ['ADMINISTER'] };

    const { json } = await askJira(jira, path, { as: 'app', body });

    expect(json).toEqual({ globalPermissions: ['ADMINISTER'], projectPermissions: [] });
  });
});
