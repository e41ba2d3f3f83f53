import { failureOf, jiraAs } from '../../support/connected-jira';
import { jiraSite } from '../../support/jira-site';

const site = jiraSite();
const users = site.users.map((user) =>
  user.accountId === 'cy' ? { ...user, roles: { PAY: ['QA', 'Client'] } } : user,
);
const jira = (as: string) => jiraAs(as, { ...site, users });

describe('listOwnRoles', () => {
  it('names the roles of who asks', async () => {
    expect(await jira('cy').listOwnRoles('PAY')).toEqual(['QA', 'Client']);
  });

  it('says that it knows no project that the viewer may not browse', async () => {
    const { failure, message } = await failureOf(jira('bo').listOwnRoles('SEC'));

    expect(failure).toEqual({ kind: 'not-found' });
    expect(message).toContain('your roles in SEC');
  });
});

describe('listProjectRoles', () => {
  it('names all roles of a project', async () => {
    expect(await jira('bo').listProjectRoles('PAY')).toEqual([
      'atlassian-addons-project-access',
      'Administrators',
      'QA',
      'Client',
    ]);
  });

  it('is refused to who administers no project', async () => {
    expect((await failureOf(jira('cy').listProjectRoles('PAY'))).failure).toEqual({
      kind: 'not-found',
    });
  });
});
