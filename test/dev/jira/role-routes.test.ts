import { askJira, createCheckedJira, SITE_URL } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const site = jiraSite();
const users = site.users.map((user) =>
  user.accountId === 'cy' ? { ...user, roles: { PAY: ['QA'] } } : user,
);
const jira = createCheckedJira({ ...site, users });

const evaluate = (as: string, key: string, expression?: string) =>
  askJira(jira, '/rest/api/3/expression/evaluate', {
    as,
    body: {
      expression: expression ?? 'user.getProjectRoles(project).map(role => role.name)',
      context: { project: { key } },
    },
  });

describe('project roles', () => {
  it.each(['ana', 'bo', 'app'])('names those of a project to %s', async (as) => {
    const url = `${SITE_URL}/rest/api/3/project/10000/role`;

    expect(await askJira(jira, '/rest/api/3/project/PAY/role', { as })).toEqual({
      status: 200,
      json: {
        'atlassian-addons-project-access': `${url}/10002`,
        Administrators: `${url}/10003`,
        QA: `${url}/10004`,
      },
    });
  });

  it('refuses them to who administers no project', async () => {
    expect((await askJira(jira, '/rest/api/3/project/PAY/role', { as: 'cy' })).status).toBe(404);
  });
});

describe('expression/evaluate', () => {
  it.each([
    { as: 'cy', key: 'PAY', value: ['QA'] },
    { as: 'cy', key: 'SEC', value: [] },
    { as: 'bo', key: 'PAY', value: ['Administrators'] },
    { as: 'app', key: 'PAY', value: ['atlassian-addons-project-access'] },
  ])('tells $as the roles that they have in $key', async ({ as, key, value }) => {
    expect(await evaluate(as, key)).toEqual({ status: 200, json: { value } });
  });

  it('knows no project that the viewer may not browse', async () => {
    expect((await evaluate('bo', 'SEC')).status).toBe(404);
  });

  it('refuses what it cannot evaluate', async () => {
    expect((await evaluate('cy', 'PAY', 'user.groups')).status).toBe(400);
  });
});
