import type { JiraSite } from '../../dev/jira/site';

const issue = (
  id: string,
  key: string,
  fields: Partial<JiraSite['issues'][number]['fields']> = {},
): JiraSite['issues'][number] => ({ id, key, fields: { summary: `About ${key}`, ...fields } });

/** Two projects; Ana sees and administers all, Bo leads PAY and sees no other, Cy only looks at both. */
export const jiraSite = (parts: Partial<JiraSite> = {}): JiraSite => ({
  projects: [
    { id: '10001', key: 'SEC', name: 'Security' },
    { id: '10000', key: 'PAY', name: 'Payments' },
  ],
  users: [
    { accountId: 'ana', displayName: 'Ana Lima', admin: true, leads: [] },
    { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'], admin: false, leads: ['PAY'] },
    { accountId: 'cy', displayName: 'Cy Moe', admin: false, leads: [] },
  ],
  versions: [
    {
      id: '20',
      name: '1.0',
      projectId: 10000,
      released: true,
      archived: false,
      releaseDate: '2026-04-01',
    },
    { id: '21', name: '1.1', projectId: 10000, released: false, archived: false },
  ],
  issues: [
    issue('101', 'PAY-1', {
      issuetype: { name: 'Story' },
      status: { name: 'Done' },
      labels: ['refunds'],
      fixVersions: [{ id: '20' }],
      created: '2026-03-01T09:00:00.000+0000',
      issuelinks: [
        { type: { name: 'Blocks' }, outwardIssue: { key: 'PAY-2' } },
        { type: { name: 'Blocks' }, inwardIssue: { key: 'SEC-1' } },
      ],
    }),
    issue('102', 'PAY-2', {
      issuetype: { name: 'Bug' },
      status: { name: 'In QA' },
      fixVersions: [{ id: '20' }, { id: '21' }],
      parent: { key: 'SEC-1' },
      created: '2026-02-01T09:00:00.000+0000',
    }),
    issue('103', 'PAY-10', {
      issuetype: { name: 'Sub-task' },
      status: { name: 'To Do' },
      labels: ['refunds', 'no-code'],
      parent: { key: 'PAY-1' },
    }),
    {
      ...issue('201', 'SEC-1', { issuetype: { name: 'Epic' }, status: { name: 'In Progress' } }),
      changelog: {
        histories: [
          {
            id: '2',
            created: '2026-03-02T10:00:00.000+0000',
            author: { accountId: 'bo' },
            items: [{ field: 'status', fromString: 'To Do', toString: 'In Progress' }],
          },
          {
            id: '1',
            created: '2026-03-01T10:00:00.000+0000',
            author: { accountId: 'ana' },
            items: [{ field: 'Key', fromString: 'PAY-7', toString: 'SEC-1' }],
          },
        ],
      },
    },
  ],
  ...parts,
});
