import type { LocalSite } from '../../../dev/local-site/open-site';
import type { IssueView, Reply } from '../../../src/api/contract';
import { readDemo } from './demo-site';

let local: LocalSite;

beforeAll(async () => {
  local = await readDemo();
}, 120_000);

async function ask(issueKey: string, accountId = 'ana'): Promise<Reply<IssueView>> {
  const call = {
    moduleKey: 'issue-panel',
    functionKey: 'getIssue',
    payload: { issueKey },
    accountId,
  };
  return (await local.platform.invokeResolver(call)) as Reply<IssueView>;
}

async function view(issueKey: string): Promise<IssueView> {
  const reply = await ask(issueKey);
  if (!reply.ok) throw new Error(`${issueKey}: ${reply.error.message}`);
  return reply.value;
}

describe('getIssue on the demo', () => {
  it('leaves nothing unread', async () => {
    const views = await Promise.all(local.site.jira.issues.map(({ key }) => view(key)));

    expect(
      views.flatMap(({ key, evidence }) => evidence.gaps.map(({ what }) => `${key} ${what}`)),
    ).toEqual([]);
    expect(views.map(({ evidence }) => evidence.complete)).not.toContain(false);
  });

  it.each([
    [
      'PAY-101',
      ['payments-api: deployed deployed deployed', 'portal-ui: deployed deployed deployed'],
    ],
    ['PAY-103', ['portal-ui: deployed deployed deployed']],
    ['PAY-111', ['ledger-schema: deployed none none', 'payments-api: deployed deployed deployed']],
    ['PAY-114', []],
    ['PAY-115', ['payments-api: none none none']],
    ['PAY-118', ['portal-ui: deployed deployed none']],
    [
      'PAY-121',
      [
        'backoffice: none none none',
        'gitlab:gitlab.com/acme/platform/notifications: deployed none none',
        'gitlab:gitlab.com/acme/web/shop: deployed deployed none',
        'ledger-schema: deployed none none',
        'payments-api: deployed deployed deployed',
        'portal-ui: deployed deployed none',
      ],
    ],
    ['PAY-125', ['backoffice: deployed deployed all', 'payments-api: deployed deployed deployed']],
    ['PAY-126', ['billing-batch: deployed deployed all']],
    ['PAY-127', ['payments-api: deployed deployed none']],
    ['PAY-128', []],
    ['PAY-135', ['gitlab:gitlab.com/acme/web/shop: deployed deployed none']],
    ['PAY-145', ['gitlab:gitlab.com/acme/platform/notifications: deployed none none']],
    ['PAY-149', ['gitlab:gitlab.com/acme/web/shop: none none none']],
    ['PAY-151', ['gitlab:gitlab.com/acme/web/shop: deployed all none']],
    ['PAY-152', ['gitlab:gitlab.com/acme/platform/notifications: deployed all none']],
    ['LED-11', ['billing-batch: deployed deployed none']],
    ['LED-12', ['ledger-schema: deployed none none']],
    ['LED-14', ['payments-api: deployed deployed none']],
  ])('%s is in %j', async (key, told) => {
    const { changes } = await view(key);

    const states = changes.map(
      ({ repository, cells }) =>
        `${repository.replace('github:acme/', '')}: ${cells.map(({ state }) => state).join(' ')}`,
    );
    expect(states.sort()).toEqual(told);
  });

  it.each([
    ['PAY-107', 'squash-bullet'],
    ['PAY-109', 'revert title'],
    ['PAY-127', 'pull-request-branch'],
    ['PAY-130', 'title trailer'],
    ['LED-14', 'trailer'],
  ])('%s owns its commits by %s', async (key, sources) => {
    const { changes } = await view(key);

    const found = new Set(changes.flatMap(({ commits }) => commits.map(({ source }) => source)));
    expect([...found].sort().join(' ')).toBe(sources);
  });

  it('only mentions PAY-128', async () => {
    const { changes, mentions } = await view('PAY-128');

    expect(changes).toEqual([]);
    expect(mentions.flatMap(({ commits }) => commits.map(({ source }) => source)).sort()).toEqual([
      'body',
      'later-in-title',
      'quoted',
    ]);
  });

  it('shows the commits of LED-7 on PAY-119, under either key', async () => {
    const [moved, former] = await Promise.all([view('PAY-119'), view('LED-7')]);

    const titles = moved.changes.flatMap(({ commits }) => commits.map(({ title }) => title));
    expect(titles).toEqual(
      expect.arrayContaining([
        'LED-7: add the table bank_line',
        'LED-7 Match bank lines with payments',
      ]),
    );
    expect(former.key).toBe('PAY-119');
  });

  it('shows 62 commits of PAY-120 in six repositories', async () => {
    const { changes } = await view('PAY-120');

    expect(changes.map(({ commits }) => commits.length).sort((a, b) => a - b)).toEqual([
      5, 7, 9, 13, 13, 15,
    ]);
  });

  it('says that changes of PAY-115 are requested and its checks run', async () => {
    const [pull] = (await view('PAY-115')).pullRequests;

    expect(pull).toMatchObject({ state: 'open', review: 'changes-requested' });
    expect(pull?.checks === 'not-read' ? [] : pull?.checks.map(({ state }) => state)).toEqual([
      'passed',
      'pending',
      'pending',
    ]);
  });

  it('hides the ledger from the client reviewer', async () => {
    const [payment, ledger] = await Promise.all([ask('PAY-101', 'cleo'), ask('LED-11', 'cleo')]);

    expect(payment.ok).toBe(true);
    expect(ledger).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('does not tell the client reviewer what blocks PAY-113', async () => {
    const reply = await ask('PAY-113', 'cleo');

    expect(reply).toMatchObject({ ok: true, value: { related: [] } });
  });
});
