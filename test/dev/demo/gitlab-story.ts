import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { createHostedFiles } from '../../../dev/gitlab/hosted-files';
import type { DeploymentEntry, MergeRequestEntry } from '../../../dev/gitlab/hosted-files';
import { builtDemo } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

const TEST = 'release/test';

const filesOf = (repository: string): ReturnType<typeof createHostedFiles> =>
  createHostedFiles({
    deployments: join(demo.built, `${repository}.deployments.json`),
    checks: join(demo.built, `${repository}.checks.json`),
  });

/** The only merge request of a title. */
async function requestOf(repository: string, title: string): Promise<MergeRequestEntry> {
  const [request, ...others] = await demo.mergeRequestsNamed(repository, title);
  if (request && others.length === 0) return request;
  throw new Error(`"${title}" stands ${others.length + Number(request !== undefined)} times`);
}

const messageOf = (repository: string, sha: string): string =>
  demo.git(repository, 'log', '-1', '--format=%B', sha);

const patchId = (repository: string, sha: string): string =>
  execFileSync('git', ['patch-id', '--stable'], {
    input: demo.git(repository, 'show', sha),
    encoding: 'utf8',
  }).slice(0, 40);

/** The newest deployments of an environment, the last first. */
async function newestTo(repository: string, environment: string): Promise<DeploymentEntry[]> {
  const all = await filesOf(repository).deployments();
  return all
    .filter((one) => one.environment.name === environment)
    .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

describe('where the work on GitLab is', () => {
  it.each([
    ['shop', 'PAY-121 Show only shops that finished the checklist', 'develop test'],
    ['notifications', 'PAY-121 Welcome a merchant by mail', 'develop'],
    ['shop', 'PAY-135 Save a cart for later', 'develop test'],
    ['shop', 'PAY-137 Choose a shop to pick up from', 'develop test'],
    ['notifications', 'PAY-138 Say when an order is ready', 'develop test'],
    ['notifications', 'PAY-139 Template for mails about refunds', 'develop test'],
    ['notifications', 'PAY-140 Mail about a refund in part', 'develop test'],
    ['notifications', 'PAY-141 Remind of a saved cart', 'develop test'],
    ['shop', 'PAY-142 Offer wallets at the checkout', 'develop test'],
    ['shop', 'PAY-144 Key and library of the maps', 'develop test'],
    ['notifications', 'PAY-145 Keep what was delivered', 'develop'],
    ['shop', 'PAY-146 Buy without an account', 'develop test'],
    ['shop', 'PAY-147 Ask a guest for the mail address', 'develop test'],
    ['shop', 'PAY-148 Choose the day of delivery', ''],
    ['shop', 'PAY-149 Remind of the day of delivery', ''],
    ['shop', 'PAY-150 Count the limit from midnight', 'develop test'],
    ['shop', 'PAY-151 Add a note to a gift', 'develop test'],
    ['notifications', 'PAY-152 Push messages to phones', 'develop test'],
    ['shop', 'PAY-153 Search as you type', 'develop test'],
  ])('%s "%s" is on [%s]', (repository, title, lines) => {
    const branches = {
      develop: 'develop',
      test: TEST,
      main: repository === 'shop' ? 'main' : 'production',
    };
    const sha = demo.commitOn(repository, '--branches', title);

    const holding = Object.entries(branches).filter(([, branch]) =>
      demo.holds(repository, branch, sha),
    );

    expect(holding.map(([line]) => line).join(' ')).toBe(lines);
  });
});

describe('how it came there on GitLab', () => {
  it('squashed PAY-135 where the work began and merged the squash', async () => {
    const request = await requestOf('shop', 'PAY-135 Save a cart for later');
    const merge = request.merge_commit_sha ?? '';
    const squash = request.squash_commit_sha ?? '';

    expect(request.commits).toHaveLength(3);
    expect(messageOf('shop', squash)).toBe('PAY-135 Save a cart for later');
    expect(demo.git('shop', 'rev-parse', `${merge}^2`)).toBe(squash);
    expect(messageOf('shop', merge)).toBe(
      [
        "Merge branch 'feature/PAY-135-saved-cart' into 'develop'",
        'PAY-135 Save a cart for later',
        'See merge request acme/web/shop!2',
      ].join('\n\n'),
    );
    expect(request.commits?.some((sha) => demo.holds('shop', 'develop', sha))).toBe(false);
  });

  it('gave production another patch of PAY-136 under the same title', async () => {
    const title = 'PAY-136 Refuse a voucher that has ended';
    const [made, adapted] = await demo.mergeRequestsNamed('shop', title);
    const shas = [made?.squash_commit_sha ?? '', adapted?.squash_commit_sha ?? ''];

    expect(shas.map((sha) => messageOf('shop', sha))).toEqual([title, title]);
    expect(shas.map((sha) => demo.holds('shop', TEST, sha))).toEqual([true, false]);
    expect(shas.map((sha) => demo.holds('shop', 'main', sha))).toEqual([false, true]);
    expect(new Set(shas.map((sha) => patchId('shop', sha))).size).toBe(2);
    expect(shas.map((sha) => demo.git('shop', 'show', '--name-only', '--format=', sha))).toEqual([
      'src/cart/total.ts\nsrc/checkout/voucher.ts',
      'src/checkout/checkout.ts',
    ]);
  });

  it('forwarded PAY-155 to production and reverted it on main alone', async () => {
    const request = await requestOf('shop', 'PAY-155 Buy with one click');
    const sha = demo.commitOn('shop', 'main', 'PAY-155 Buy with one click');
    const revert = demo.commitOn('shop', 'main', 'Revert "PAY-155 Buy with one click"');
    const branches = ['develop', TEST, 'main'];

    expect(request).toMatchObject({ sha, merge_commit_sha: null, squash_commit_sha: null });
    expect(messageOf('shop', revert)).toContain(`This reverts commit ${sha}.`);
    expect(branches.map((branch) => demo.holds('shop', branch, sha))).toEqual([true, true, true]);
    expect(branches.map((branch) => demo.holds('shop', branch, revert))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('put PAY-146 and PAY-147 into one merge request that names neither', async () => {
    const request = await requestOf('shop', 'Guest checkout');

    expect(request.source_branch).toBe('feature/guest-checkout');
    expect(request.commits?.map((sha) => messageOf('shop', sha))).toEqual([
      'PAY-146 Buy without an account',
      'PAY-147 Ask a guest for the mail address',
    ]);
  });

  it('stacked PAY-149 on PAY-148, both open', async () => {
    const below = await requestOf('shop', 'PAY-148 Choose the day of delivery');
    const above = await requestOf('shop', 'PAY-149 Remind of the day of delivery');

    expect([below.state, below.target_branch]).toEqual(['opened', 'develop']);
    expect([above.state, above.target_branch]).toEqual(['opened', below.source_branch]);
    expect(demo.git('shop', 'merge-base', above.sha ?? '', below.sha ?? '')).toBe(below.sha);
  });
});

describe('what GitLab knows beside git', () => {
  it('does not take "nonprod" for production, and was told what "eu-prod" is', async () => {
    const [nonprod] = await newestTo('shop', 'nonprod');
    const [euProd] = await newestTo('notifications', 'eu-prod');

    expect(nonprod?.status).toBe('success');
    expect(nonprod?.environment.tier).toBeNull();
    expect(euProd?.environment.tier).toBe('production');
  });

  it('has PAY-151 on the branch of test and in none of its environments', async () => {
    const sha = demo.commitOn('shop', TEST, 'PAY-151 Add a note to a gift');
    const newest = [...(await newestTo('shop', 'qa')), ...(await newestTo('shop', 'uat'))];

    expect(newest.filter((one) => demo.holds('shop', one.sha, sha))).toEqual([]);
  });

  it('failed to deploy PAY-152 to QA, which went back to what it had', async () => {
    const sha = demo.commitOn('notifications', TEST, 'PAY-152 Push messages to phones');
    const [newest, before] = await newestTo('notifications', 'qa');
    const holds = [newest, before].map((one) => demo.holds('notifications', one?.sha ?? '', sha));

    expect([newest?.status, before?.status]).toEqual(['success', 'failed']);
    expect(holds).toEqual([false, true]);
  });

  it('still runs the pipeline of PAY-145', async () => {
    const request = await requestOf('notifications', 'PAY-145 Keep what was delivered');
    const pipelines = await filesOf('notifications').pipelines();

    const [pipeline] = pipelines[request.merge_commit_sha ?? ''] ?? [];

    expect(pipeline?.status).toBe('running');
    expect(pipeline?.jobs?.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'build success',
      'unit tests running',
    ]);
  });
});

describe('what the messages on GitLab say', () => {
  it.each([
    ['shop', 'PAY-137 Choose a shop to pick up from', 'Depends-On: PAY-138'],
    ['notifications', 'PAY-138 Say when an order is ready', 'Depends-On: PAY-137'],
    ['notifications', 'PAY-139 Template for mails about refunds', 'Depends-On: PAY-140'],
  ])('%s "%s" says %s', (repository, title, trailer) => {
    const sha = demo.commitOn(repository, TEST, title);

    expect(
      demo.git(repository, 'log', '-1', '--format=%(trailers:only,unfold)', sha).split('\n'),
    ).toEqual([trailer]);
  });

  it.each([
    ['notifications', 'PAY-141 Remind of a saved cart', 'Depends-On: PAY-103, PAY-135'],
    ['shop', 'PAY-150 Show the limit of a payer', 'Depends-On: PAY-133'],
  ])('the description of %s "%s" ends with %s', async (repository, title, trailer) => {
    const request = await requestOf(repository, title);

    expect(request.description?.trimEnd().split('\n').at(-1)).toBe(trailer);
  });
});
