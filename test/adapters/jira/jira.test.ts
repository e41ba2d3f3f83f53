import type { JiraSite } from '../../../dev/jira/site';
import { createJira } from '../../../src/adapters/jira/jira';
import { ProviderError } from '../../../src/ports/provider-error';
import { answering, connect, failureOf, jiraAs } from '../../support/connected-jira';
import { jiraSite } from '../../support/jira-site';

type History = NonNullable<JiraSite['issues'][number]['changelog']>['histories'][number];

const statusChange = (id: number, to: string): History => ({
  id: String(id),
  created: new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString().replace('Z', '+0000'),
  author: { accountId: 'bo' },
  items: [{ field: 'status', fromString: 'To Do', toString: to }],
});

describe('getIssue', () => {
  it('reads an issue in our words', async () => {
    expect(await jiraAs('ana').getIssue('PAY-1')).toEqual({
      id: '101',
      key: 'PAY-1',
      projectKey: 'PAY',
      summary: 'About PAY-1',
      issueType: 'Story',
      status: { name: 'Done', category: 'done' },
      labels: ['refunds'],
      fixVersions: [{ id: '20', name: '1.0', isReleased: true }],
      parent: null,
      subtasks: [
        {
          key: 'PAY-10',
          summary: 'About PAY-10',
          issueType: 'Sub-task',
          status: { name: 'To Do', category: 'new' },
        },
      ],
      links: [
        {
          type: 'Blocks',
          direction: 'outward',
          label: 'blocks',
          issue: {
            key: 'PAY-2',
            summary: 'About PAY-2',
            issueType: 'Bug',
            status: { name: 'In QA', category: 'in-progress' },
          },
        },
        {
          type: 'Blocks',
          direction: 'inward',
          label: 'is blocked by',
          issue: {
            key: 'SEC-1',
            summary: 'About SEC-1',
            issueType: 'Epic',
            status: { name: 'In Progress', category: 'in-progress' },
          },
        },
      ],
      history: [],
      formerKeys: [],
    });
  });

  it('finds a moved issue, with its former key and its history', async () => {
    expect(await jiraAs('ana').getIssue('PAY-7')).toMatchObject({
      key: 'SEC-1',
      projectKey: 'SEC',
      formerKeys: ['PAY-7'],
      history: [
        { at: '2026-03-02T10:00:00.000Z', by: 'Bo Chen', from: 'To Do', to: 'In Progress' },
      ],
    });
  });

  it('shows only related issues that the viewer may browse', async () => {
    const issue = await jiraAs('bo').getIssue('PAY-2');

    expect(issue.parent).toBeNull();
    expect(issue.links.map(({ issue: { key } }) => key)).toEqual(['PAY-1']);
  });

  it('reads every page of a history that Jira cuts', async () => {
    const histories = Array.from({ length: 230 }, (_, index) =>
      statusChange(index + 1, `S${index + 1}`),
    );
    const site = jiraSite({
      issues: [{ id: '1', key: 'PAY-1', fields: { summary: 'Old' }, changelog: { histories } }],
    });
    const { fetch, paths } = connect(site);

    const { history } = await createJira({ fetch }).getIssue('PAY-1');

    expect(history).toHaveLength(230);
    expect(history[0]).toMatchObject({ at: '2026-01-01T00:01:00.000Z', to: 'S1' });
    expect(history.at(-1)?.to).toBe('S230');
    expect(paths).toHaveLength(4);
  });

  it('asks once when the history is whole', async () => {
    const { fetch, paths } = connect(jiraSite());

    await createJira({ fetch }).getIssue('SEC-1');

    expect(paths).toHaveLength(1);
  });

  it('is not-found when the viewer may not browse the issue', async () => {
    const { failure, message } = await failureOf(jiraAs('bo').getIssue('SEC-1'));

    expect(failure).toEqual({ kind: 'not-found' });
    expect(message).toBe(
      'Jira has no issue SEC-1, or you may not see it (404). Check the key and your permissions.',
    );
  });

  it.each(['..', '../project/PAY', 'PAY-1?x=1', 'PAY-1/properties', ''])(
    'asks nothing for %j, which is no key',
    async (key) => {
      const { fetch, paths } = connect(jiraSite());

      const { failure } = await failureOf(createJira({ fetch }).getIssue(key));

      expect(failure).toEqual({ kind: 'not-found' });
      expect(paths).toEqual([]);
    },
  );
});

describe('isAdministrator', () => {
  it.each([
    { as: 'ana', is: true },
    { as: 'bo', is: false },
  ])('says $is to $as', async ({ as, is }) => {
    expect(await jiraAs(as).isAdministrator()).toBe(is);
  });
});

describe('isProjectAdministrator', () => {
  it.each([
    { as: 'ana', why: 'administers Jira', is: true },
    { as: 'bo', why: 'leads the project', is: true },
    { as: 'cy', why: 'only looks at it', is: false },
  ])('says $is to $as, who $why', async ({ as, is }) => {
    expect(await jiraAs(as).isProjectAdministrator('PAY')).toBe(is);
  });

  it('knows no project that the viewer may not browse', async () => {
    await expect(jiraAs('bo').isProjectAdministrator('SEC')).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});

describe('listProjects', () => {
  it.each([
    { as: 'ana', keys: ['PAY', 'SEC'] },
    { as: 'bo', keys: ['PAY'] },
  ])('lists $keys for $as', async ({ as, keys }) => {
    const projects = await jiraAs(as).listProjects();

    expect(projects.map(({ key }) => key)).toEqual(keys);
    expect(projects[0]).toEqual({ id: '10000', key: 'PAY', name: 'Payments' });
  });

  it('reads every page', async () => {
    const projects = Array.from({ length: 201 }, (_, index) => ({
      id: String(index + 1),
      key: `P${String(index).padStart(3, '0')}`,
      name: 'One of many',
    }));
    const { users } = jiraSite();
    const site = { projects, users: users.slice(0, 1), issues: [], versions: [] };

    const found = await jiraAs('ana', site).listProjects();

    expect(found).toHaveLength(201);
    expect(found.at(-1)?.key).toBe('P200');
  });

  it('does not take an empty page for the last', async () => {
    const jira = answering(() => Response.json({ values: [], isLast: false }));

    expect((await failureOf(jira.listProjects())).failure).toEqual({ kind: 'unexpected-answer' });
  });
});

describe('getViewer', () => {
  it('names who asks', async () => {
    expect(await jiraAs('bo').getViewer()).toEqual({ accountId: 'bo', displayName: 'Bo Chen' });
  });
});

describe('a failure', () => {
  it.each([
    { status: 401, headers: {}, failure: { kind: 'unauthorized' } },
    { status: 403, headers: {}, failure: { kind: 'forbidden', sso: false } },
    { status: 404, headers: {}, failure: { kind: 'not-found' } },
    {
      status: 429,
      headers: { 'retry-after': '7' },
      failure: { kind: 'rate-limited', retryAfterSeconds: 7 },
    },
    { status: 429, headers: {}, failure: { kind: 'rate-limited', retryAfterSeconds: 60 } },
    { status: 503, headers: {}, failure: { kind: 'unavailable', status: 503 } },
    { status: 400, headers: {}, failure: { kind: 'unexpected-answer' } },
  ])('with the status $status is $failure.kind', async ({ status, headers, failure }) => {
    const jira = answering(() => new Response('secret words', { status, headers }));

    const error = await failureOf(jira.getIssue('PAY-1'));

    expect(error.failure).toEqual(failure);
    expect(error.message).toContain('issue PAY-1');
    expect(error.message).toContain(String(status));
    expect(error.message).not.toContain('secret');
  });

  it('is unavailable when there is no network', async () => {
    const jira = createJira({ fetch: () => Promise.reject(new TypeError('fetch failed')) });

    const { failure, message } = await failureOf(jira.getIssue('PAY-1'));

    expect(failure).toEqual({ kind: 'unavailable', status: null });
    expect(message).toBe('Jira could not be reached to read issue PAY-1. Try again in a minute.');
  });

  it('is passed on when whoever calls Jira for us has named it', async () => {
    const named = new ProviderError({ kind: 'egress-blocked' }, 'not allowed');
    const jira = createJira({ fetch: () => Promise.reject(named) });

    expect(await failureOf(jira.getViewer())).toBe(named);
  });

  it.each([
    { when: 'no JSON', response: () => new Response('<html>') },
    { when: 'of another shape', response: () => Response.json({ id: 1 }) },
  ])('is an unexpected-answer when the answer is $when', async ({ response }) => {
    const { failure } = await failureOf(answering(response).getIssue('PAY-1'));

    expect(failure).toEqual({ kind: 'unexpected-answer' });
  });
});
