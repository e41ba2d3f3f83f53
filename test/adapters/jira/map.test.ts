import { toIssue } from '../../../src/adapters/jira/map';
import { JiraHistory, JiraIssue } from '../../../src/adapters/jira/schema';

const issueWith = (fields: object): JiraIssue =>
  JiraIssue.parse({
    id: '1',
    key: 'PAY-1',
    fields: {
      summary: 'Refunds',
      issuetype: { name: 'Story' },
      status: { name: 'Open' },
      project: { key: 'PAY' },
      ...fields,
    },
    changelog: { total: 0, histories: [] },
  });

const history = (id: string, created: string, ...items: object[]): JiraHistory =>
  JiraHistory.parse({ id, created, items });

describe('toIssue', () => {
  it.each([
    { key: 'new', category: 'new' },
    { key: 'indeterminate', category: 'in-progress' },
    { key: 'done', category: 'done' },
    { key: 'undefined', category: 'unknown' },
  ])('reads the status category $key as $category', ({ key, category }) => {
    const issue = toIssue(issueWith({ status: { name: 'Any', statusCategory: { key } } }), []);

    expect(issue.status).toEqual({ name: 'Any', category });
  });

  it('takes lists that Jira leaves out or answers as null for empty ones', () => {
    const issue = toIssue(issueWith({ labels: null, parent: null }), []);

    expect(issue).toMatchObject({
      labels: [],
      fixVersions: [],
      links: [],
      subtasks: [],
      parent: null,
      status: { category: 'unknown' },
    });
  });

  it('puts changes into the order in which they happened, whatever their offset', () => {
    const change = (to: string): object => ({ field: 'status', fromString: 'A', toString: to });

    const { history: changes } = toIssue(issueWith({}), [
      history('12', '2026-03-01T10:00:00.000+0000', change('third')),
      history('9', '2026-03-01T10:00:00.000+0000', change('second')),
      history('10', '2026-03-01T11:30:00.000+0200', change('first')),
      history('13', '2026-03-01T12:00:00.000+0000', { field: 'assignee' }),
    ]);

    expect(changes).toEqual([
      { at: '2026-03-01T09:30:00.000Z', by: null, from: 'A', to: 'first' },
      { at: '2026-03-01T10:00:00.000Z', by: null, from: 'A', to: 'second' },
      { at: '2026-03-01T10:00:00.000Z', by: null, from: 'A', to: 'third' },
    ]);
  });

  it('names every key that the issue once had, but not its own', () => {
    const move = (from: string, to: string): object => ({
      field: 'Key',
      fromString: from,
      toString: to,
    });

    const { formerKeys } = toIssue(issueWith({}), [
      history('2', '2026-03-02T10:00:00.000+0000', move('WEB-4', 'OPS-2')),
      history('1', '2026-03-01T10:00:00.000+0000', move('PAY-1', 'WEB-4')),
      history('3', '2026-03-03T10:00:00.000+0000', move('OPS-2', 'PAY-1')),
    ]);

    expect(formerKeys).toEqual(['WEB-4', 'OPS-2']);
  });

  it('reads a change without a new value as an empty one', () => {
    const [change] = toIssue(issueWith({}), [
      history('1', '2026-03-01T10:00:00.000+0000', { field: 'status', fromString: 'A' }),
    ]).history;

    expect(change).toMatchObject({ from: 'A', to: '' });
  });
});
