import type { IssueTracker, JiraVersion } from '../../../src/ports/issue-tracker';
import { findScope } from '../../../src/usecases/release/find-scope';

const version = (id: string, name: string): JiraVersion => ({
  ...{ id, name, isReleased: false, isArchived: false, releaseDate: null },
});
const VERSIONS: Record<string, JiraVersion[]> = {
  PAY: [version('10', 'May'), version('11', '10'), version('12', 'June')],
  LED: [version('20', 'May')],
};
const ISSUES: Record<string, string[]> = { 10: ['PAY-2', 'PAY-1'], 20: ['LED-1'], 11: ['PAY-9'] };

const ports = {
  asUser: {
    listVersions: (projectKey: string) => Promise.resolve(VERSIONS[projectKey] ?? []),
    searchKeys: (jql: string) => Promise.resolve(jql === 'labels = hot' ? ['PAY-1', 'LED-1'] : []),
  } as IssueTracker,
  asApp: {
    listIssuesOfVersion: (id: string) => Promise.resolve(ISSUES[id] ?? []),
  } as IssueTracker,
};

describe('findScope', () => {
  it.each([
    { asked: 'May', ids: ['10'], keys: ['PAY-2', 'PAY-1'] },
    { asked: '12', ids: ['12'], keys: [] },
    { asked: '10', ids: ['11'], keys: ['PAY-9'] },
  ])('finds version $asked, a name before an id', async ({ asked, ids, keys }) => {
    const found = await findScope(ports, { projectKey: 'PAY', version: asked });

    expect(found).toMatchObject({ scope: { versionIds: ids, jql: null }, keys });
  });

  it('puts versions of several projects together', async () => {
    const also = [{ projectKey: 'LED', version: 'May' }];

    const found = await findScope(ports, { projectKey: 'PAY', version: 'May', also });

    expect(found).toMatchObject({
      scope: { name: 'May', projectKeys: ['LED', 'PAY'], versionIds: ['10', '20'] },
      keys: ['PAY-2', 'PAY-1', 'LED-1'],
    });
  });

  it('takes what a query finds as the viewer', async () => {
    const found = await findScope(ports, {
      ...{ projectKey: 'PAY', version: 'Hot fixes', jql: 'labels = hot' },
    });

    expect(found).toMatchObject({
      scope: {
        name: 'Hot fixes',
        projectKeys: ['LED', 'PAY'],
        versionIds: [],
        jql: 'labels = hot',
      },
      keys: ['PAY-1', 'LED-1'],
    });
  });

  it('names the version that was probably meant', async () => {
    expect(await findScope(ports, { projectKey: 'PAY', version: 'Jun' })).toEqual({
      refused: 'not-found',
      message: 'PAY has no version "Jun". Did you mean June?',
    });
  });
});
