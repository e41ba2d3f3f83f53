import { getIssue } from '../../src/usecases/get-issue';
import { issueEvidence, jiraIssue, REPOSITORY, repositoryStatus } from '../support/builders';
import { recordCalls } from '../support/in-memory-ports';
import { createIssuePorts, createIssueWorld, type IssueWorld } from '../support/issue-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const STATUSES: IssueWorld['statuses'] = new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]);

describe('getIssue', () => {
  it('gathers the issue, its settings, its evidence and how fresh that is', async () => {
    const world = createIssueWorld({ issues: [issueEvidence([])], statuses: STATUSES });

    expect(await getIssue(createIssuePorts(world), { issueKey: 'PAY-1' })).toEqual({
      issue: jiraIssue(),
      settings: projectSettings(),
      evidence: [issueEvidence([])],
      statuses: new Map([[REPOSITORY, repositoryStatus()]]),
      mayConfigure: true,
      now: '2026-05-04T09:00:00Z',
    });
  });

  it('finds a moved issue by its old key, with what was said of both', async () => {
    const issues = ['OLD-7', 'PAY-1', 'PAY-2'].map((issueKey) => issueEvidence([], { issueKey }));
    const world = createIssueWorld({ issue: jiraIssue({ formerKeys: ['OLD-7'] }), issues });

    const { issue, evidence } = await getIssue(createIssuePorts(world), { issueKey: 'OLD-7' });

    expect(issue.key).toBe('PAY-1');
    expect(evidence.map(({ issueKey }) => issueKey)).toEqual(['OLD-7', 'PAY-1']);
  });

  it('knows nothing of a project that is not set up', async () => {
    const world = createIssueWorld({ settings: new Map(), statuses: STATUSES, viewer: 'user' });

    const facts = await getIssue(createIssuePorts(world), { issueKey: 'PAY-1' });

    expect(facts).toMatchObject({ settings: undefined, mayConfigure: false });
    expect(facts.statuses.size).toBe(0);
  });

  it('reads statuses over all shards of a large project', async () => {
    const repositories = Array.from({ length: 41 }, (_, index) =>
      repositorySettings(`github:acme/r${index}`),
    );
    const last = repositoryStatus({ repository: 'github:acme/r40' });
    const world = createIssueWorld({
      settings: new Map([['PAY', projectSettings({ repositories })]]),
      statuses: new Map([...STATUSES, ['PAY:1', { 'github:acme/r40': last }]]),
    });

    const { statuses } = await getIssue(createIssuePorts(world), { issueKey: 'PAY-1' });

    expect(statuses.get('github:acme/r40')).toEqual(last);
  });

  it('asks for nothing before Jira lets the viewer see the issue', async () => {
    const calls: string[] = [];
    const ports = recordCalls(createIssuePorts(createIssueWorld()), calls);

    await expect(getIssue(ports, { issueKey: 'PAY-9' })).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    });
    expect(calls).toEqual(['asUser.getIssue']);
  });
});
