import type { AppHost, EgressGroup, Invocation } from '../../dev/site/app-host';
import type { SiteIssue } from '../../dev/jira/site';
import type { Activity } from '../../dev/site/activity';

const ISSUES: SiteIssue[] = [
  {
    id: '10012',
    key: 'PAY-12',
    fields: {
      summary: 'Refunds <b>twice</b> & again',
      issuetype: { id: '10001', name: 'Bug' },
      status: { name: 'In test' },
      labels: ['urgent'],
      fixVersions: [{ id: '500', name: '2.4' }],
      issuelinks: [
        {
          type: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          inwardIssue: { key: 'PAY-7' },
        },
      ],
    },
    changelog: {
      histories: [
        {
          id: '1',
          created: '2026-05-03T08:30:00.000+0000',
          author: { displayName: 'Bo Chen' },
          items: [{ field: 'status', fromString: 'Open', toString: 'In test' }],
        },
      ],
    },
  },
  {
    id: '10007',
    key: 'PAY-7',
    fields: { summary: 'Ledger rounding', status: { name: 'Done' } },
  },
  { id: '20001', key: 'SHOP-1', fields: { summary: 'New basket', status: { name: 'Open' } } },
];

const ACTIVITY: Activity = {
  attachments: [
    {
      ...{ id: '100121', filename: 'release-qa.md', size: 13 },
      ...{ created: '2026-05-04T08:00:00.000+0000', author: { displayName: 'Ana Lima' } },
    },
  ],
  comments: [
    {
      ...{ created: '2026-05-04T08:30:00.000+0000', author: { displayName: 'Ana Lima' } },
      body: {
        type: 'doc',
        content: [
          { type: 'heading', content: [{ type: 'text', text: 'Gates <i>' }] },
          { type: 'panel', content: [{ type: 'text', text: 'unknown here' }] },
        ],
      },
    },
  ],
};

/** Who may browse what: Ana everything, Bo only PAY. */
const MAY_BROWSE: Readonly<Record<string, string[]>> = { ana: ['PAY', 'SHOP'], bo: ['PAY'] };

export type ShellHost = AppHost & { invocations: Invocation[] };

/** A site of two projects for the tests of the shell; its app repeats what it is told. */
export function createShellHost(): ShellHost {
  const invocations: Invocation[] = [];
  const mayBrowse = (accountId: string, { key }: SiteIssue): boolean =>
    (MAY_BROWSE[accountId] ?? []).some((project) => key.startsWith(`${project}-`));
  return {
    name: 'Acme',
    cloudId: 'acme-cloud',
    now: () => new Date('2026-05-04T09:00:00Z'),
    users: [
      { accountId: 'ana', displayName: 'Ana Lima', isAdmin: true },
      { accountId: 'bo', displayName: 'Bo Chen', isAdmin: false },
    ],
    listProjects: (accountId) =>
      Promise.resolve(
        [
          { id: '10000', key: 'PAY', name: 'Payments' },
          { id: '10001', key: 'SHOP', name: 'Shop' },
        ].filter(({ key }) => MAY_BROWSE[accountId]?.includes(key)),
      ),
    listIssues: (accountId) =>
      Promise.resolve(ISSUES.filter((issue) => mayBrowse(accountId, issue))),
    searchIssues: (_, jql) =>
      Promise.resolve(
        jql === 'releaseVerdict = blocked'
          ? { issues: ISSUES.slice(0, 1) }
          : { refusal: `No answer to ${jql}` },
      ),
    findIssue: (accountId, key) =>
      Promise.resolve(ISSUES.find((issue) => issue.key === key && mayBrowse(accountId, issue))),
    readActivity: (_, { key }) =>
      Promise.resolve(key === 'PAY-12' ? ACTIVITY : { attachments: [], comments: [] }),
    findAttachment: (accountId, id) =>
      Promise.resolve(accountId === 'ana' && id === '100121' ? '<b>Packet</b>' : undefined),
    listVersions: () =>
      Promise.resolve([
        {
          ...{ id: '500', name: '2.4', projectId: 10000, released: false, archived: false },
          description: 'NO-SHIP <b>now</b>',
        },
      ]),
    invoke: (invocation) => {
      invocations.push(invocation);
      if (invocation.functionKey === 'refuse') return Promise.reject(new Error('not today'));
      return Promise.resolve({ heard: invocation.payload, by: invocation.accountId });
    },
    product: async (accountId, request) =>
      Response.json({ accountId, url: request.url, body: await request.text() }, { status: 201 }),
    egress: createEgress(),
    invocations,
  };
}

function createEgress(): AppHost['egress'] {
  let groups: EgressGroup[] = [];
  const change = (accountId: string, next: EgressGroup[]): void => {
    if (accountId !== 'ana') throw new Error('administrators only');
    groups = next;
  };
  const others = (key: string): EgressGroup[] => groups.filter((group) => group.key !== key);
  return {
    get: ({ keys }) => ({ results: groups.filter(({ key }) => !keys || keys.includes(key)) }),
    set: ({ egresses }, accountId) => {
      change(accountId, [...groups, ...egresses]);
      return Promise.resolve({ results: egresses });
    },
    deleteDomain: ({ key, domain }, accountId) => {
      const group = groups.find((candidate) => candidate.key === key);
      const configured = (group?.configured ?? []).filter((entry) => entry.domain !== domain);
      change(accountId, group ? [...others(key), { ...group, configured }] : groups);
      return Promise.resolve();
    },
    deleteGroup: ({ key }, accountId) => {
      change(accountId, others(key));
      return Promise.resolve();
    },
  };
}
