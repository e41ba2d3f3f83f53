import { askJira, createCheckedJira } from '../../support/checked-jira';
import { jiraSite } from '../../support/jira-site';

const jira = createCheckedJira(jiraSite());

type Reply = { issues: { id: string; key?: string }[]; isLast: boolean; nextPageToken?: string };

async function search(query: Record<string, string>, as = 'ana'): Promise<Reply> {
  const { json } = await askJira(
    jira,
    `/rest/api/3/search/jql?${String(new URLSearchParams(query))}`,
    { as },
  );
  return json as Reply;
}

const keysOf = ({ issues }: Reply): (string | undefined)[] => issues.map(({ key }) => key);

describe('GET /search/jql', () => {
  it.each([
    { jql: 'project = PAY', as: 'ana', keys: ['PAY-1', 'PAY-2', 'PAY-10'] },
    { jql: 'project in (PAY, SEC)', as: 'cy', keys: ['PAY-1', 'PAY-2', 'PAY-10', 'SEC-1'] },
    { jql: 'labels = refunds', as: 'ana', keys: ['PAY-1', 'PAY-10'] },
    { jql: 'labels != no-code', as: 'ana', keys: ['PAY-1'] },
    { jql: 'labels = nothing-has-it', as: 'ana', keys: [] },
    { jql: 'fixVersion = 1.0', as: 'ana', keys: ['PAY-1', 'PAY-2'] },
    { jql: 'fixVersion = 21', as: 'ana', keys: ['PAY-2'] },
    { jql: 'fixVersion not in ("1.1")', as: 'ana', keys: ['PAY-1'] },
    { jql: 'statusCategory = "In Progress"', as: 'ana', keys: ['PAY-2', 'SEC-1'] },
    { jql: 'statusCategory = "In Progress"', as: 'bo', keys: ['PAY-2'] },
    { jql: 'status = done OR issuetype = bug', as: 'bo', keys: ['PAY-1', 'PAY-2'] },
    { jql: 'parent = PAY-1', as: 'bo', keys: ['PAY-10'] },
    { jql: 'key = PAY-7', as: 'ana', keys: ['SEC-1'] },
    { jql: 'key = 101', as: 'ana', keys: ['PAY-1'] },
    { jql: 'issuekey in (PAY-1, PAY-2) AND status != Done', as: 'bo', keys: ['PAY-2'] },
    { jql: 'project = PAY ORDER BY key DESC', as: 'bo', keys: ['PAY-10', 'PAY-2', 'PAY-1'] },
    { jql: 'project = PAY ORDER BY created', as: 'bo', keys: ['PAY-2', 'PAY-1', 'PAY-10'] },
  ])('answers $as for $jql with $keys', async ({ jql, as, keys }) => {
    expect(keysOf(await search({ jql, fields: 'summary' }, as))).toEqual(keys);
  });

  it('gives nothing but ids when no field is asked for', async () => {
    const { issues } = await search({ jql: 'project = SEC' });

    expect(issues).toEqual([{ id: '201' }]);
  });

  it('gives a page at a time, each with the token of the next', async () => {
    const jql = 'project in (PAY, SEC)';
    const first = await search({ jql, fields: 'key', maxResults: '3' });
    const second = await search({
      jql,
      fields: 'key',
      maxResults: '3',
      nextPageToken: first.nextPageToken ?? '',
    });

    expect(keysOf(first)).toEqual(['PAY-1', 'PAY-2', 'PAY-10']);
    expect(first.isLast).toBe(false);
    expect(second).toMatchObject({ isLast: true, issues: [{ key: 'SEC-1' }] });
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it.each([
    { when: 'nothing is asked', query: { jql: 'order by key' }, says: 'Unbounded JQL queries' },
    {
      when: 'the project is hidden',
      query: { jql: 'project = SEC' },
      says: "The value 'SEC' does not exist for the field 'project'.",
    },
    {
      when: 'the version does not exist',
      query: { jql: 'fixVersion = 9.9' },
      says: "The value '9.9' does not exist for the field 'fixversion'.",
    },
    {
      when: 'the issue is hidden',
      query: { jql: 'key = SEC-1' },
      says: "An issue with key 'SEC-1' does not exist for field 'key'.",
    },
    {
      when: 'the parent is hidden',
      query: { jql: 'parent = SEC-1' },
      says: "An issue with key 'SEC-1' does not exist for field 'parent'.",
    },
    {
      when: 'the field is unknown',
      query: { jql: 'sprint = 1' },
      says: "Field 'sprint' does not exist",
    },
    {
      when: 'the operator is not supported',
      query: { jql: 'summary ~ x' },
      says: 'Error in the JQL Query',
    },
    {
      when: 'the token belongs to another query',
      query: { jql: 'project = PAY', nextPageToken: 'abc' },
      says: 'next page token is invalid',
    },
    {
      when: 'the order is not supported',
      query: { jql: 'project = PAY order by rank' },
      says: "does not order by 'rank'",
    },
  ])('refuses when $when', async ({ query, says }) => {
    const { status, json } = await askJira(
      jira,
      `/rest/api/3/search/jql?${String(new URLSearchParams(query))}`,
      { as: 'bo' },
    );

    expect(status).toBe(400);
    expect(json).toEqual({ errorMessages: [expect.stringContaining(says) as string], errors: {} });
  });
});

describe('POST /search/jql', () => {
  it('answers as GET does, with the history when asked', async () => {
    const body = { jql: 'key = SEC-1', fields: ['summary'], expand: 'changelog' };

    const { json } = await askJira(jira, '/rest/api/3/search/jql', { body });

    expect(json).toMatchObject({
      isLast: true,
      issues: [{ key: 'SEC-1', fields: { summary: 'About SEC-1' }, changelog: { total: 2 } }],
    });
  });
});

describe('fields that an app gives issues', () => {
  const indexed = [
    { name: 'releaseVerdict', propertyKey: 'mark', path: 'verdict' },
    { name: 'releaseNames', propertyKey: 'mark', path: 'of.names' },
  ];
  const indexing = createCheckedJira({ ...jiraSite(), indexed });
  const find = async (jql: string, as = 'ana'): Promise<unknown> => {
    const path = `/rest/api/3/search/jql?${String(new URLSearchParams({ jql, fields: 'key' }))}`;
    const { json } = await askJira(indexing, path, { as });
    return keysOf(json as Reply);
  };
  const put = (key: string, value: unknown): ReturnType<typeof askJira> =>
    askJira(indexing, `/rest/api/3/issue/${key}/properties/mark`, { method: 'PUT', body: value });

  beforeAll(async () => {
    await put('PAY-1', { verdict: 'blocked', of: { names: ['May', 'June'] } });
    await put('PAY-2', { verdict: 'safe', of: { names: ['May'] } });
    await put('PAY-10', { verdict: 7, of: null });
    await put('SEC-1', { verdict: 'blocked' });
  });

  it.each([
    { jql: 'releaseVerdict = blocked', as: 'ana', keys: ['PAY-1', 'SEC-1'] },
    { jql: 'releaseVerdict = blocked', as: 'bo', keys: ['PAY-1'] },
    { jql: 'RELEASEVERDICT in (safe, unknown)', as: 'ana', keys: ['PAY-2'] },
    { jql: 'releaseVerdict != blocked', as: 'ana', keys: ['PAY-2'] },
    { jql: 'releaseNames = June AND project = PAY', as: 'ana', keys: ['PAY-1'] },
    { jql: 'releaseNames = May', as: 'ana', keys: ['PAY-1', 'PAY-2'] },
    { jql: 'releaseVerdict = no-such-word', as: 'ana', keys: [] },
  ])('answer $as for $jql with $keys', async ({ jql, as, keys }) => {
    expect(await find(jql, as)).toEqual(keys);
  });
});
