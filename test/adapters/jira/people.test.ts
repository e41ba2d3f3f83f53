import { failureOf, jiraAs, connect } from '../../support/connected-jira';
import { createJira } from '../../../src/adapters/jira/jira';
import { jiraSite } from '../../support/jira-site';

const site = jiraSite();
const more = Array.from({ length: 60 }, (_, nth) => ({
  accountId: `tester-${nth}`,
  displayName: `Tester ${nth}`,
  admin: false,
  leads: [],
}));
const crowded = { ...site, users: [...site.users, ...more] };

describe('findPeople', () => {
  it('finds people by the beginning of their name, and no app', async () => {
    expect(await jiraAs('ana').findPeople('bo')).toEqual([
      { accountId: 'bo', displayName: 'Bo Chen' },
    ]);
    expect(await jiraAs('ana').findPeople('The app')).toEqual([]);
  });

  it('gives the first twenty', async () => {
    expect(await jiraAs('ana', crowded).findPeople('Tester')).toHaveLength(20);
  });

  it('says what Jira refuses', async () => {
    const jira = createJira({ fetch: () => Promise.resolve(new Response('{}', { status: 403 })) });

    expect((await failureOf(jira.findPeople('bo'))).failure.kind).toBe('forbidden');
  });
});

describe('namePeople', () => {
  it('names the accounts that Jira knows', async () => {
    expect(await jiraAs('ana').namePeople(['cy', 'nobody', 'ana'])).toEqual([
      { accountId: 'cy', displayName: 'Cy Moe' },
      { accountId: 'ana', displayName: 'Ana Lima' },
    ]);
  });

  it('asks for fifty at once, and not at all for none', async () => {
    const { fetch, paths } = connect(crowded);
    const jira = createJira({ fetch });

    expect(await jira.namePeople(more.map(({ accountId }) => accountId))).toHaveLength(60);
    expect(paths).toHaveLength(2);
    expect(await jira.namePeople([])).toEqual([]);
    expect(paths).toHaveLength(2);
  });
});
