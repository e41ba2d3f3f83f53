import { createJira } from '../../../src/adapters/jira/jira';
import { connect, failureOf, jiraAs } from '../../support/connected-jira';
import { jiraSite } from '../../support/jira-site';

describe('findIssues', () => {
  it('reads many issues in one call, each as getIssue gives it', async () => {
    const { fetch, paths } = connect(jiraSite());
    const jira = createJira({ fetch });

    const found = await jira.findIssues(['PAY-1', 'PAY-2', 'PAY-1']);

    expect(paths).toEqual(['/rest/api/3/issue/bulkfetch']);
    expect(found).toEqual([await jira.getIssue('PAY-1'), await jira.getIssue('PAY-2')]);
  });

  it('finds a moved issue where it is now, with its history', async () => {
    const [moved] = await jiraAs('ana').findIssues(['PAY-7']);

    expect(moved).toMatchObject({ key: 'SEC-1', formerKeys: ['PAY-7'] });
    expect(moved?.history.map(({ to }) => to)).toEqual(['In Progress']);
  });

  it('leaves out what does not exist or the viewer may not browse', async () => {
    const found = await jiraAs('bo').findIssues(['SEC-1', 'PAY-999', 'PAY-2']);

    expect(found.map(({ key }) => key)).toEqual(['PAY-2']);
  });

  it('asks for a hundred at a time, and not at all for what is no key', async () => {
    const { fetch, paths } = connect(jiraSite());
    const keys = Array.from({ length: 150 }, (_, index) => `PAY-${index + 1}`);

    const found = await createJira({ fetch }).findIssues([...keys, '../PAY', '']);
    await createJira({ fetch }).findIssues([]);

    expect(found.map(({ key }) => key)).toEqual(['PAY-1', 'PAY-2', 'PAY-10', 'SEC-1']);
    expect(paths).toHaveLength(2);
  });
});

describe('listVersions', () => {
  it('reads the versions of a project', async () => {
    expect(await jiraAs('bo').listVersions('PAY')).toEqual([
      { id: '20', name: '1.0', isReleased: true, isArchived: false, releaseDate: '2026-04-01' },
      { id: '21', name: '1.1', isReleased: false, isArchived: false, releaseDate: null },
    ]);
  });

  it('is not-found for a project that the viewer may not browse', async () => {
    expect((await failureOf(jiraAs('bo').listVersions('SEC'))).failure.kind).toBe('not-found');
  });
});

describe('listIssuesOfVersion', () => {
  it('lists the keys of its issues', async () => {
    expect(await jiraAs('ana').listIssuesOfVersion('20')).toEqual(['PAY-1', 'PAY-2']);
    expect(await jiraAs('ana').listIssuesOfVersion('21')).toEqual(['PAY-2']);
  });

  it('reads every page', async () => {
    const issues = Array.from({ length: 230 }, (_, index) => ({
      id: String(index + 1),
      key: `PAY-${index + 1}`,
      fields: { summary: 'One of many', fixVersions: [{ id: '20' }] },
    }));
    const { fetch, paths } = connect(jiraSite({ issues }));
    const inSmallPages: typeof fetch = (path, init) =>
      fetch(path.replace('maxResults=5000', 'maxResults=100'), init);

    const jira = createJira({ fetch: inSmallPages });

    expect(await jira.listIssuesOfVersion('20')).toHaveLength(230);
    expect(paths).toHaveLength(3);
  });
});

describe('listChangedIssues', () => {
  it('finds what changed within the span, in these projects only', async () => {
    const at = (updated: string) => ({ summary: 'One', updated });
    const issues = [
      { id: '1', key: 'PAY-1', fields: at('2026-05-04T08:40:00.000+0000') },
      { id: '2', key: 'PAY-2', fields: at('2026-05-04T10:52:00.000+0200') },
      { id: '3', key: 'SEC-1', fields: at('2026-05-04T08:59:00.000+0000') },
    ];
    const site = { ...jiraSite({ issues }), clock: () => new Date('2026-05-04T09:00:00Z') };
    const { fetch, paths } = connect(site);
    const jira = createJira({ fetch });

    expect(await jira.listChangedIssues(['PAY'], 9.2)).toEqual(['PAY-2']);
    expect(await jira.listChangedIssues(['PAY'], 30)).toEqual(['PAY-1', 'PAY-2']);
    expect(await jira.listChangedIssues([], 30)).toEqual([]);
    expect(paths).toHaveLength(2);
  });
});
