import { ProviderError } from '../../src/ports/provider-error';
import { gatherRelated } from '../../src/usecases/gather-related';
import type { Related } from '../../src/usecases/related';
import {
  commitEvidence,
  issueEvidence,
  jiraIssue,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { recordCalls } from '../support/record-calls';
import { createIssuePorts, createIssueWorld, type IssueWorld } from '../support/issue-ports';
import { blockedBy } from '../support/judged';
import { projectSettings } from '../support/settings';

const issue = (key: string, ...needs: string[]) =>
  jiraIssue({ key, projectKey: key.split('-')[0] ?? '', links: needs.map(blockedBy) });

function gather(world: IssueWorld, calls: string[] = []): Promise<Related> {
  const ports = recordCalls(createIssuePorts(world), calls);
  const root = { issue: world.issue, parts: [], settings: projectSettings() };
  return gatherRelated(ports, root, new Map([[REPOSITORY, repositoryStatus()]]));
}

describe('gatherRelated', () => {
  it('reads all that an issue needs, level by level, with its evidence', async () => {
    const part = repositoryEvidence({ commits: [commitEvidence()] });
    const world = createIssueWorld({
      issue: issue('PAY-1', 'PAY-2', 'PAY-3'),
      others: [issue('PAY-2', 'PAY-4'), issue('PAY-3', 'PAY-4'), issue('PAY-4'), issue('PAY-9')],
      issues: [issueEvidence([part], { issueKey: 'PAY-4' })],
    });
    const calls: string[] = [];

    const { known, gaps } = await gather(world, calls);

    expect([...known.keys()]).toEqual(['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4']);
    expect(known.get('PAY-4')?.parts).toEqual([part]);
    expect(gaps).toEqual([]);
    expect(calls.filter((call) => call === 'asApp.findIssues')).toHaveLength(3);
    expect(calls.filter((call) => call === 'asUser.findIssues')).toHaveLength(1);
  });

  it('asks the viewer nothing more when nothing is needed', async () => {
    const calls: string[] = [];

    await gather(createIssueWorld(), calls);

    expect(calls).toEqual(['asApp.findIssues']);
  });

  it('knows of links to issues that the viewer is not shown', async () => {
    const world = createIssueWorld({
      issue: issue('PAY-1', 'PAY-2', 'LED-3'),
      others: [issue('PAY-2'), issue('LED-3')],
      hidden: ['LED-3'],
    });

    const { known, visible } = await gather(world);

    expect(known.has('LED-3')).toBe(true);
    expect([...visible]).toEqual(['PAY-1', 'PAY-2']);
  });

  it('finds a moved issue where it is now', async () => {
    const moved = jiraIssue({ key: 'PAY-19', formerKeys: ['LED-7'] });
    const world = createIssueWorld({ issue: issue('PAY-1', 'LED-7'), others: [moved] });

    const { known, edgesOf } = await gather(world);

    expect([...known.keys()]).toEqual(['PAY-1', 'PAY-19']);
    expect(edgesOf('PAY-1')?.map(({ from, to }) => `${from}>${to}`)).toEqual(['PAY-1>PAY-19']);
  });

  it('asks once for what does not exist, and goes round no circle', async () => {
    const world = createIssueWorld({
      issue: issue('PAY-1', 'PAY-2', 'PAY-99'),
      others: [issue('PAY-2', 'PAY-1')],
    });
    const calls: string[] = [];

    const { known, gaps } = await gather(world, calls);

    expect([...known.keys()]).toEqual(['PAY-1', 'PAY-2']);
    expect(gaps).toEqual([]);
    expect(calls.filter((call) => call === 'asApp.findIssues')).toHaveLength(2);
  });

  it('reads the settings of each other project once', async () => {
    const led = projectSettings({ projectKey: 'LED' });
    const world = createIssueWorld({
      issue: issue('PAY-1', 'LED-2', 'LED-3'),
      others: [issue('LED-2'), issue('LED-3')],
      settings: new Map([['LED', led]]),
    });
    const calls: string[] = [];

    const { settings } = await gather(world, calls);

    expect(settings.get('LED')).toEqual(led);
    expect(calls.filter((call) => call === 'settings.findSettings')).toHaveLength(1);
  });

  it('ends a chain that is too long with a gap', async () => {
    const chain = Array.from({ length: 12 }, (_, at) => issue(`PAY-${at + 1}`, `PAY-${at + 2}`));
    const [first = issue('PAY-1'), ...others] = chain;

    const { known, gaps } = await gather(createIssueWorld({ issue: first, others }));

    expect(known.size).toBe(8);
    expect(gaps).toMatchObject([{ repository: 'Jira', what: 'issues that are needed' }]);
  });

  it.each(['asApp', 'asUser'] as const)('has a gap when Jira refuses %s', async (who) => {
    const world = createIssueWorld({ issue: issue('PAY-1', 'PAY-2'), others: [issue('PAY-2')] });
    const ports = createIssuePorts(world);
    const refused = () =>
      Promise.reject(new ProviderError({ kind: 'unavailable', status: 503 }, 'Jira failed (503)'));
    const root = { issue: world.issue, parts: [], settings: projectSettings() };

    const { gaps, visible } = await gatherRelated(
      { ...ports, [who]: { ...ports[who], findIssues: refused } },
      root,
      new Map(),
    );

    expect(gaps[0]).toEqual({
      repository: 'Jira',
      what: 'issues that are needed',
      why: 'Jira failed (503)',
    });
    expect([...visible]).toEqual(['PAY-1']);
  });
});
