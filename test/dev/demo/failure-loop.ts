import { join } from 'node:path';

import { createHostedFiles } from '../../../dev/github/hosted-files';
import { builtDemo } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

type Moment = { at: number; told: string };

const at = (text: string): number => Date.parse(text);

/** When branches of the portal first held a commit, as the log of each branch along first parents has it. */
function arrivals(titles: readonly string[]): Moment[] {
  return ['develop', 'release/test', 'main'].flatMap((branch) => {
    const steps = demo.git('portal-ui', 'log', '--first-parent', '--format=%H %cI', branch);
    const oldestFirst = steps.split('\n').reverse();
    return titles.map((title) => {
      const sha = demo.commitOn('portal-ui', branch, title);
      const step = oldestFirst.find((line) => demo.holds('portal-ui', line.slice(0, 40), sha));
      return { at: at(step?.slice(41) ?? ''), told: `${branch}: ${title}` };
    });
  });
}

/** The first deployment to each environment that held the commit, when it succeeded. */
async function deployments(titles: readonly string[]): Promise<Moment[]> {
  const all = await createHostedFiles({
    deployments: join(demo.built, 'portal-ui.deployments.json'),
  }).deployments();
  const oldestFirst = all.sort((one, other) => at(one.created_at) - at(other.created_at));
  return ['qa', 'uat', 'production'].flatMap((environment) =>
    titles.map((title) => {
      const sha = demo.commitOn('portal-ui', 'main', title);
      const first = oldestFirst.find(
        (one) => one.environment === environment && demo.holds('portal-ui', one.sha, sha),
      );
      const success = first?.statuses.find(({ state }) => state === 'success');
      return { at: at(success?.created_at ?? ''), told: `${environment}: ${title}` };
    }),
  );
}

function statuses(key: string): Moment[] {
  const issue = demo.site.jira.issues.find((one) => one.key === key);
  return (issue?.changelog?.histories ?? []).flatMap(({ created, items }) =>
    items
      .filter(({ field }) => field === 'status')
      .map((item) => ({
        at: at(created),
        told: `Jira: ${String(Object.entries(item).find(([name]) => name === 'toString')?.[1])}`,
      })),
  );
}

describe('the failure loop', () => {
  it('PAY-103 fails QA and the client, is repaired twice, approved and promoted', async () => {
    const titles = [
      'PAY-103 Show payouts in a calendar',
      'PAY-103 Mark bank holidays',
      'PAY-103 Begin the week on Monday',
    ];
    const moments = [...arrivals(titles), ...(await deployments(titles)), ...statuses('PAY-103')];

    const story = moments
      .filter(({ told }) => !told.endsWith('In Progress'))
      .sort((one, other) => one.at - other.at || (one.told < other.told ? -1 : 1))
      .map(({ told }) => told.replace(/PAY-103 (\w+).*/, '$1'));

    expect(story).toEqual([
      'develop: Show',
      'release/test: Show',
      'qa: Show',
      'Jira: In QA',
      'Jira: QA failed',
      'develop: Mark',
      'release/test: Mark',
      'qa: Mark',
      'Jira: In QA',
      'uat: Mark',
      'uat: Show',
      'Jira: Client review',
      'Jira: Client rejected',
      'develop: Begin',
      'release/test: Begin',
      'qa: Begin',
      'Jira: In QA',
      'uat: Begin',
      'Jira: Client review',
      'Jira: Approved',
      'main: Begin',
      'main: Mark',
      'main: Show',
      'production: Begin',
      'production: Mark',
      'production: Show',
      'Jira: Done',
    ]);
  });

  it('a change of PAY-102 came to test after QA failed it, and no environment of test runs it', async () => {
    const title = 'PAY-102 Show the fee that is given back (#12)';
    const failed = statuses('PAY-102').findLast(({ told }) => told === 'Jira: QA failed');
    const sha = demo.commitOn('portal-ui', 'release/test', title);
    const steps = demo
      .git('portal-ui', 'log', '--first-parent', '--format=%H %cI', 'release/test')
      .split('\n');

    const came = steps.findLast((line) => demo.holds('portal-ui', line.slice(0, 40), sha));
    const hosted = await createHostedFiles({
      deployments: join(demo.built, 'portal-ui.deployments.json'),
    }).deployments();
    const running = hosted.filter(
      ({ environment, sha: deployed }) =>
        environment !== 'development' && demo.holds('portal-ui', deployed, sha),
    );

    expect(failed?.at).toBe(at('2026-04-17T11:45:00Z'));
    expect(came?.slice(41)).toBe('2026-04-30T17:00:00+00:00');
    expect(running).toEqual([]);
  });
});
