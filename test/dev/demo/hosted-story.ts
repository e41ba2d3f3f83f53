import { join } from 'node:path';

import { createHostedFiles } from '../../../dev/github/hosted-files';
import type { DeploymentEntry } from '../../../dev/github/hosted-files';
import { builtDemo } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

const TEST = 'release/test';

async function newestTo(repository: string, environment: string): Promise<DeploymentEntry[]> {
  const files = createHostedFiles({
    deployments: join(demo.built, `${repository}.deployments.json`),
  });
  const all = await files.deployments();
  return all
    .filter((one) => one.environment === environment)
    .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

const lastState = ({ statuses }: DeploymentEntry): string | undefined => statuses.at(-1)?.state;

function statusesOf(key: string): (string | null | undefined)[] {
  const issue = demo.site.jira.issues.find((one) => one.key === key);
  return (issue?.changelog?.histories ?? []).flatMap(({ items }) =>
    items.flatMap((item) =>
      item.field === 'status'
        ? [Object.entries(item).find(([name]) => name === 'toString')?.[1]]
        : [],
    ),
  ) as string[];
}

describe('what GitHub knows', () => {
  it('has PAY-115 open: changes requested, checks running', async () => {
    const pull = await demo.pullNamed('payments-api', 'PAY-115 Ask for 3-D Secure exemptions');
    const checks = await createHostedFiles({
      checks: join(demo.built, 'payments-api.checks.json'),
    }).checks();

    expect(pull.state).toBe('open');
    expect(pull.reviews.map(({ user, state }) => `${user} ${state}`)).toEqual([
      'bo APPROVED',
      'cy CHANGES_REQUESTED',
    ]);
    expect(checks[pull.head?.sha ?? '']?.map(({ status }) => status)).toEqual([
      'completed',
      'in_progress',
      'in_progress',
    ]);
  });

  it('has a failed check on the newest commit of PAY-116, which test holds', async () => {
    const pull = await demo.pullNamed('billing-batch', 'PAY-116 Keep the order of split runs');
    const checks = await createHostedFiles({
      checks: join(demo.built, 'billing-batch.checks.json'),
    }).checks();

    expect(demo.holds('billing-batch', TEST, pull.merge_commit_sha ?? '')).toBe(true);
    expect(checks[pull.merge_commit_sha ?? '']).toMatchObject([
      { name: 'lint', conclusion: 'success' },
      { name: 'unit tests', conclusion: 'failure' },
    ]);
  });

  it.each([
    ['portal-ui', 'PAY-108 Find merchants by tax number', 'bo', ['cy']],
    ['portal-ui', 'PAY-102 Show the fee that is given back', 'dana', ['dana']],
    ['payments-api', 'PAY-113 Statements in several currencies', 'cy', []],
  ])('%s "%s" by %s was approved by %j', async (repository, title, author, approving) => {
    const { user, reviews } = await demo.pullNamed(repository, title);

    expect(user).toBe(author);
    expect(reviews.map((review) => review.user)).toEqual(approving);
  });

  it('approved PAY-154 before its last push', async () => {
    const { commits = [], reviews } = await demo.pullNamed(
      'payments-api',
      'PAY-154 Keep the note of a payer',
    );

    expect(commits).toHaveLength(2);
    expect(reviews).toMatchObject([
      {
        user: 'eli',
        state: 'APPROVED',
        commit_id: commits[0],
        submitted_at: '2026-04-29T12:20:00.000Z',
      },
    ]);
  });

  it('failed to deploy PAY-125 from the back office', async () => {
    const [newest] = await newestTo('backoffice', 'production');

    expect(newest && lastState(newest)).toBe('failure');
    expect(newest?.sha).toBe(demo.git('backoffice', 'rev-parse', 'main'));
  });

  it('rolled PAY-126 back: an older commit was deployed after the newer one', async () => {
    const [newest, before] = await newestTo('billing-batch', 'production');
    const sha = demo.commitOn('billing-batch', 'master', 'PAY-126 Switch to the new engine');
    const holds = [newest, before].map((one) => demo.holds('billing-batch', one?.sha ?? '', sha));

    expect(holds).toEqual([false, true]);
    expect(demo.holds('billing-batch', before?.sha ?? '', newest?.sha ?? '')).toBe(true);
    expect(newest && lastState(newest)).toBe('success');
  });

  it.each([
    ['payments-api', 'PAY-101 Put the payment reference on receipts'],
    ['portal-ui', 'PAY-101 Show the reference below the amount'],
    ['portal-ui', 'PAY-118 Show the right currency symbol on phones'],
    ['billing-batch', 'LED-11 Book to the chart of accounts of 2026'],
  ])('has the hotfix %s "%s" in the newest of qa and uat', async (repository, title) => {
    const sha = demo.commitOn(repository, TEST, title);
    const newest = await Promise.all(['qa', 'uat'].map((name) => newestTo(repository, name)));

    expect(newest.map(([one]) => one && lastState(one))).toEqual(['success', 'success']);
    expect(newest.map(([one]) => demo.holds(repository, one?.sha ?? '', sha))).toEqual([
      true,
      true,
    ]);
  });

  it('deployed PAY-101 to every environment', async () => {
    const sha = demo.commitOn(
      'payments-api',
      'main',
      'PAY-101 Put the payment reference on receipts',
    );
    const newest = await Promise.all(
      ['development', 'qa', 'uat', 'production'].map((name) => newestTo('payments-api', name)),
    );

    expect(newest.map(([one]) => demo.holds('payments-api', one?.sha ?? '', sha))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('what Jira knows', () => {
  it.each([
    ['PAY-102', 'In Progress, In QA, QA failed, In Progress, In QA, QA failed, In Progress, In QA'],
    [
      'PAY-103',
      'In Progress, In QA, QA failed, In Progress, In QA, Client review, Client rejected, In Progress, In QA, Client review, Approved, Done',
    ],
    ['LED-16', 'In Progress, Done'],
    ['PAY-133', ''],
  ])('%s went through [%s]', (key, statuses) => {
    expect(statusesOf(key).join(', ')).toBe(statuses);
  });

  it('knows that PAY-119 was LED-7', () => {
    const moved = demo.site.jira.issues.find(({ key }) => key === 'PAY-119');

    expect(moved?.changelog?.histories.flatMap(({ items }) => items)).toContainEqual(
      expect.objectContaining({ field: 'Key', fromString: 'LED-7', toString: 'PAY-119' }),
    );
  });

  it('has PAY-143 block PAY-142, and PAY-139 block PAY-140, whose trailer says the opposite', () => {
    const blocked = ['PAY-143', 'PAY-139'].map(
      (key) => demo.site.jira.issues.find((one) => one.key === key)?.fields.issuelinks,
    );

    expect(blocked).toEqual([
      [{ type: { name: 'Blocks' }, outwardIssue: { key: 'PAY-142' } }],
      [{ type: { name: 'Blocks' }, outwardIssue: { key: 'PAY-140' } }],
    ]);
  });

  it('released PAY-117 alone, as the last of all versions', () => {
    const { issues, versions } = demo.site.jira;
    const released = versions.filter(({ released: isOut }) => isOut);
    const last = released.filter(({ releaseDate }) => releaseDate === '2026-05-01');

    expect(new Set(released.map(({ name, releaseDate }) => `${name} ${releaseDate}`))).toEqual(
      new Set(['2026.04 Easter 2026-04-16', '2026.04.1 Callbacks 2026-05-01']),
    );
    expect(
      issues
        .filter(({ fields }) =>
          fields.fixVersions?.some(({ id }) => last.some((version) => version.id === id)),
        )
        .map(({ key }) => key),
    ).toEqual(['PAY-117']);
  });

  it('has LED-13 block PAY-113, and the hotfix version of three issues', () => {
    const { issues, versions } = demo.site.jira;
    const blocking = issues.find(({ key }) => key === 'LED-13')?.fields.issuelinks;
    const hotfix = versions.filter(({ name }) => name === '2026.04.2 Hotfix').map(({ id }) => id);

    expect(blocking).toEqual([{ type: { name: 'Blocks' }, outwardIssue: { key: 'PAY-113' } }]);
    expect(
      issues
        .filter(({ fields }) => fields.fixVersions?.some(({ id }) => hotfix.includes(id)))
        .map(({ key }) => key),
    ).toEqual(['PAY-101', 'PAY-118', 'LED-11']);
  });
});
