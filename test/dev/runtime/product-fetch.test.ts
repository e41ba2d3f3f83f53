import { BARE, ask, disposeProbe, installProbe } from './probe';

afterEach(disposeProbe);

const ISSUE = '/rest/api/3/issue/PAY-1?fields=summary';
const MISMATCH = {
  status: 401,
  body: { code: 401, message: 'Unauthorized; scope does not match' },
};

describe('createProductFetch', () => {
  it.each([
    { as: 'user', accountId: 'bo' },
    { as: 'app', accountId: null },
  ])('calls Jira as the $as', async ({ as, accountId }) => {
    const platform = await installProbe();

    const reply = await ask(platform, 'jira', { path: ISSUE, as });

    expect(reply).toEqual({ status: 200, body: { method: 'GET', path: ISSUE, as, accountId } });
    expect(platform.stats().jiraCalls).toBe(1);
  });

  it.each([
    { call: { path: ISSUE, method: 'PUT' }, lacking: 'write:jira-work' },
    { call: { path: '/rest/api/3/myself' }, lacking: 'read:jira-user' },
    { call: { path: '/rest/api/3/nothing' }, lacking: 'any operation of that name' },
    { call: { path: ISSUE, accountId: 'ana' }, lacking: 'the right to act for who is not there' },
  ])('answers 401 for want of $lacking', async ({ call }) => {
    const platform = await installProbe();

    expect(await ask(platform, 'jira', call)).toEqual(MISMATCH);
    expect(platform.stats().jiraCalls).toBe(0);
  });

  it('answers 401 to an app without scopes, except where none is asked for', async () => {
    const platform = await installProbe({ manifestPath: BARE });

    expect(await ask(platform, 'jira', { path: ISSUE })).toEqual(MISMATCH);
    expect(
      await ask(platform, 'jira', { path: '/rest/api/3/permissions/check', method: 'POST' }),
    ).toMatchObject({ status: 200 });
  });
});
