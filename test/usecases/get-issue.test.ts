import { isRefusal } from '../../src/usecases/refusal';
import { getIssue, type IssueFacts, type IssueQuestion } from '../../src/usecases/get-issue';
import {
  commitEvidence,
  inRefs,
  issueEvidence,
  jiraIssue,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from '../support/builders';
import { recordCalls } from '../support/record-calls';
import { createIssuePorts, createIssueWorld, type IssueWorld } from '../support/issue-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const STATUSES: IssueWorld['statuses'] = new Map([['PAY:0', { [REPOSITORY]: repositoryStatus() }]]);

async function factsOf(
  world: IssueWorld,
  question: IssueQuestion = { issueKey: 'PAY-1' },
): Promise<IssueFacts> {
  const facts = await getIssue(createIssuePorts(world), question);
  if (isRefusal(facts)) throw new Error(facts.message);
  return facts;
}

/** PAY-1 with one commit that is on these branches. */
const worldOn = (...branches: string[]): IssueWorld =>
  createIssueWorld({
    statuses: STATUSES,
    issues: [
      issueEvidence([
        repositoryEvidence({
          commits: [
            commitEvidence({
              presence: inRefs(...branches.map((name) => `branch:${name}` as const)),
            }),
          ],
        }),
      ]),
    ],
  });

describe('getIssue', () => {
  it('gathers the issue, its settings, its evidence and how fresh that is', async () => {
    const part = repositoryEvidence({ commits: [commitEvidence()] });
    const world = createIssueWorld({ issues: [issueEvidence([part])], statuses: STATUSES });

    expect(await factsOf(world)).toMatchObject({
      issue: jiraIssue(),
      settings: projectSettings(),
      parts: [part],
      statuses: new Map([[REPOSITORY, repositoryStatus()]]),
      mayConfigure: true,
      now: '2026-05-04T09:00:00Z',
    });
  });

  it('finds a moved issue by its old key, with what was said of both', async () => {
    const issues = ['OLD-7', 'PAY-1', 'PAY-2'].map((issueKey) =>
      issueEvidence([repositoryEvidence({ commits: [commitEvidence({ sha: issueKey })] })], {
        issueKey,
      }),
    );
    const world = createIssueWorld({ issue: jiraIssue({ formerKeys: ['OLD-7'] }), issues });

    const { issue, parts } = await factsOf(world, { issueKey: 'OLD-7' });

    expect(issue.key).toBe('PAY-1');
    expect(parts.flatMap(({ commits }) => commits.map(({ sha }) => sha))).toEqual([
      'OLD-7',
      'PAY-1',
    ]);
  });

  it('knows nothing of a project that is not set up', async () => {
    const world = createIssueWorld({ settings: new Map(), statuses: STATUSES, viewer: 'user' });

    const facts = await factsOf(world);

    expect(facts).toMatchObject({ settings: undefined, mayConfigure: false, judgement: null });
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

    const { statuses } = await factsOf(world);

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

describe('the promotion that getIssue judges', () => {
  it.each([
    { when: 'it is on dev', on: ['develop'], ask: {}, step: 'dev>test' },
    { when: 'it is on test', on: ['develop', 'release/test'], ask: {}, step: 'test>prod' },
    { when: 'from is named', on: ['develop'], ask: { from: 'test' }, step: 'test>prod' },
    { when: 'to is named', on: ['release/test'], ask: { to: 'test' }, step: 'dev>test' },
    { when: 'both are named', on: [], ask: { from: 'dev', to: 'prod' }, step: 'dev>prod' },
  ])('is $step when $when', async ({ on, ask, step }) => {
    const { judgement } = await factsOf(worldOn(...on), { issueKey: 'PAY-1', ...ask });

    const promotion = judgement?.facts.promotion;
    expect(`${promotion?.from}>${promotion?.to}`).toBe(step);
  });

  it.each([{ from: 'prod', to: 'dev' }, { from: 'dev', to: 'nowhere' }, { from: 'prod' }])(
    'is refused from $from to $to, with the route',
    async (ask) => {
      const outcome = await getIssue(createIssuePorts(worldOn()), { issueKey: 'PAY-1', ...ask });

      expect(outcome).toMatchObject({ refused: 'invalid-input' });
      expect(outcome).toHaveProperty('message', expect.stringContaining('dev, test, prod'));
    },
  );

  it('is not audited unless somebody asks', async () => {
    const plan = await factsOf(worldOn('develop'));
    const audit = await factsOf(worldOn('develop'), { issueKey: 'PAY-1', mode: 'audit' });

    expect(plan.judgement?.facts.mode).toBe('plan');
    expect(audit.judgement?.reasons.map(({ code }) => code)).toContain('not-arrived');
  });
});
