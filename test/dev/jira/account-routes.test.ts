import { askJira, createCheckedJira, SITE_URL } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const jira = createCheckedJira(jiraSite());

describe('accounts', () => {
  it.each([
    {
      as: 'bo',
      path: 'myself',
      account: { accountId: 'bo', displayName: 'Bo Chen', accountType: 'atlassian' },
    },
    { as: 'app', path: 'myself', account: { accountId: 'app', accountType: 'app' } },
    {
      as: 'bo',
      path: 'user?accountId=ana',
      account: { accountId: 'ana', displayName: 'Ana Lima' },
    },
  ])('answers $as asking for $path', async ({ as, path, account }) => {
    expect((await askJira(jira, `/rest/api/3/${path}`, { as })).json).toMatchObject(account);
  });

  it('does not know an account that is not on the site', async () => {
    expect((await askJira(jira, '/rest/api/3/user?accountId=eve')).status).toBe(404);
  });
});

describe('the site', () => {
  it('names the categories of its statuses', async () => {
    const { json } = await askJira(jira, '/rest/api/3/status');

    expect(json).toMatchObject([
      { name: 'Done', statusCategory: { key: 'done' } },
      { name: 'In Progress', statusCategory: { key: 'indeterminate' } },
      { name: 'In QA', statusCategory: { key: 'indeterminate' } },
      { name: 'To Do', statusCategory: { key: 'new' } },
    ]);
  });

  it('names its issue types', async () => {
    const { json } = await askJira(jira, '/rest/api/3/issuetype');

    expect(json).toMatchObject([
      { name: 'Bug', hierarchyLevel: 0 },
      { name: 'Epic', hierarchyLevel: 1 },
      { name: 'Story', hierarchyLevel: 0 },
      { name: 'Sub-task', hierarchyLevel: -1, subtask: true },
    ]);
  });

  it('has the link types of Jira and those that its issues use', async () => {
    const used = createCheckedJira(
      jiraSite({
        issues: [
          {
            id: '1',
            key: 'PAY-1',
            fields: {
              summary: 'One',
              issuelinks: [
                {
                  type: { name: 'Requires', inward: 'is required by', outward: 'requires' },
                  outwardIssue: { key: 'PAY-1' },
                },
              ],
            },
          },
        ],
      }),
    );

    const { json } = await askJira(used, '/rest/api/3/issueLinkType');

    expect(json).toMatchObject({
      issueLinkTypes: [
        { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
        { name: 'Cloners' },
        { name: 'Duplicate' },
        { name: 'Relates' },
        { name: 'Requires', inward: 'is required by', outward: 'requires' },
      ],
    });
  });

  it('tells its address and its time', async () => {
    expect((await askJira(jira, '/rest/api/3/serverInfo')).json).toMatchObject({
      baseUrl: SITE_URL,
      deploymentType: 'Cloud',
      serverTime: '2026-05-04T09:00:00.000+0000',
    });
  });
});
