import { createIssueMarker } from '../../../src/adapters/jira/marks';
import type { JiraFetch } from '../../../src/adapters/jira/request';
import type { IssueMark } from '../../../src/domain/release/issue-mark';
import { connect, failureOf } from '../../support/connected-jira';
import { jiraSite } from '../../support/jira-site';

const MARK: IssueMark = { verdict: 'blocked', decision: 'NO-SHIP', versionIds: ['20', '21'] };
const PROPERTY = '/rest/api/3/issue/PAY-1/properties/convoy-release';
const changes = (mark: IssueMark | null, ...keys: string[]): Map<string, IssueMark | null> =>
  new Map(keys.map((key) => [key, mark]));

const answering =
  (status: number, headers: Record<string, string> = {}): JiraFetch =>
  () =>
    Promise.resolve(new Response(null, { status, headers }));

describe('marks on issues', () => {
  it('are properties that hold the words and nothing else', async () => {
    const { fetch } = connect(jiraSite());

    const refused = await createIssueMarker({ fetch }).markIssues(changes(MARK, 'PAY-1', 'PAY-2'));

    expect([...refused]).toEqual([]);
    expect(await (await fetch(PROPERTY)).json()).toEqual({
      key: 'convoy-release',
      value: { v: 1, verdict: 'blocked', decision: 'NO-SHIP', versionIds: ['20', '21'] },
    });
  });

  it('are taken off, also where there is none any more', async () => {
    const { fetch } = connect(jiraSite());
    const marker = createIssueMarker({ fetch });
    await marker.markIssues(changes(MARK, 'PAY-1'));

    expect([...(await marker.markIssues(changes(null, 'PAY-1', 'PAY-2')))]).toEqual([]);
    expect((await fetch(PROPERTY)).status).toBe(404);
  });

  it('are written where Jira answers nothing but that it went well', async () => {
    const marker = createIssueMarker({ fetch: answering(201) });

    expect([...(await marker.markIssues(changes(MARK, 'PAY-1')))]).toEqual([]);
  });

  it('are refused on an issue that does not exist, and written on the others', async () => {
    const { fetch } = connect(jiraSite());

    const refused = await createIssueMarker({ fetch }).markIssues(changes(MARK, 'PAY-99', 'PAY-1'));

    expect([...refused]).toEqual(['PAY-99']);
    expect((await fetch(PROPERTY)).status).toBe(200);
  });

  it.each([{ status: 400 }, { status: 403 }, { status: 404 }])(
    'are refused on an issue for which Jira answers $status',
    async ({ status }) => {
      const marker = createIssueMarker({ fetch: answering(status) });

      expect([...(await marker.markIssues(changes(MARK, 'PAY-1')))]).toEqual(['PAY-1']);
    },
  );

  it('are not asked for on what is no issue key', async () => {
    const { fetch, paths } = connect(jiraSite());

    const refused = await createIssueMarker({ fetch }).markIssues(changes(MARK, '../myself'));

    expect([...refused]).toEqual(['../myself']);
    expect(paths).toEqual([]);
  });

  it.each([
    { status: 429, headers: { 'retry-after': '17' }, kind: 'rate-limited' },
    { status: 503, headers: {}, kind: 'unavailable' },
    { status: 401, headers: {}, kind: 'unauthorized' },
  ])('fail as a whole when Jira answers $status', async ({ status, headers, kind }) => {
    const marker = createIssueMarker({ fetch: answering(status, headers) });

    const { failure, message } = await failureOf(marker.markIssues(changes(MARK, 'PAY-1')));

    expect(failure.kind).toBe(kind);
    expect(message).toContain('the verdict on PAY-1');
  });
});
