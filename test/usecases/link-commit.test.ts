import { associateByHand } from '../../src/usecases/link-commit';
import { commit, jiraIssue, REPOSITORY } from '../support/builders';
import { recordCalls } from '../support/record-calls';
import { createIssuePorts, createIssueWorld, type IssueWorld } from '../support/issue-ports';

const SHA = 'abcdef1000000000000000000000000000000000';
const commits = [commit({ sha: SHA }), commit({ sha: SHA.replace('1', '2') })];
const input = { issueKey: 'PAY-1', repository: REPOSITORY, sha: 'abcdef1', reason: 'agreed' };

const link = (world: IssueWorld, more: object = {}, action: 'link' | 'unlink' = 'link') =>
  associateByHand(createIssuePorts(world), action, { ...input, ...more });

describe('associateByHand', () => {
  it.each(['link', 'unlink'] as const)('keeps who said %s, when and why', async (action) => {
    const world = createIssueWorld({ commits });

    expect(await link(world, {}, action)).toEqual({ queued: 1 });

    expect(world.said).toEqual([
      {
        repository: REPOSITORY,
        issueKey: 'PAY-1',
        sha: SHA,
        action,
        reason: 'agreed',
        by: 'Ana Lima',
        accountId: 'ana',
        at: '2026-05-04T09:00:00Z',
      },
    ]);
    expect(world.queued).toEqual([REPOSITORY]);
    expect(world.statuses.get('PAY:0')?.[REPOSITORY]?.progress?.phase).toBe('queued');
  });

  it.each([SHA, SHA.toUpperCase(), 'abcdef10', 'ABCDEF1'])('finds the commit %s', async (sha) => {
    const world = createIssueWorld({ commits });

    await link(world, { sha });

    expect(world.said).toMatchObject([{ sha: SHA }]);
  });

  it('speaks for every key that the issue had', async () => {
    const world = createIssueWorld({ commits, issue: jiraIssue({ formerKeys: ['OLD-7'] }) });

    await link(world, { issueKey: 'OLD-7' }, 'unlink');

    expect(world.said.map(({ issueKey, action }) => [issueKey, action])).toEqual([
      ['PAY-1', 'unlink'],
      ['OLD-7', 'unlink'],
    ]);
  });

  it.each([
    {
      when: 'the repository is not in the settings',
      more: { repository: 'github:acme/ui' },
      world: { commits },
      message: 'github:acme/ui is not in the settings of PAY. Add it there first.',
    },
    {
      when: 'the project is not set up',
      more: {},
      world: { commits, settings: new Map() },
      message: `${REPOSITORY} is not in the settings of PAY. Add it there first.`,
    },
    {
      when: 'the repository was not read yet',
      more: {},
      world: { commits: null },
      message: `${REPOSITORY} was not read yet. Refresh, then try again.`,
    },
    {
      when: 'there is no such commit',
      more: { sha: 'fffffff' },
      world: { commits },
      message: `${REPOSITORY} has no commit fffffff on its lines or in an open pull request.`,
    },
    {
      when: 'there are two such commits',
      more: { sha: 'abcdef' },
      world: { commits },
      message: 'abcdef is the beginning of 2 commits. Give more digits.',
    },
  ])('refuses when $when', async ({ more, world: given, message }) => {
    const world = createIssueWorld(given);

    expect(await link(world, more)).toEqual({ refused: 'not-found', message });
    expect([world.said, world.queued]).toEqual([[], []]);
  });

  it('does nothing before Jira lets the viewer see the issue', async () => {
    const calls: string[] = [];
    const ports = recordCalls(createIssuePorts(createIssueWorld({ commits })), calls);

    const linking = associateByHand(ports, 'link', { ...input, issueKey: 'PAY-9' });

    await expect(linking).rejects.toMatchObject({ failure: { kind: 'not-found' } });
    expect(calls).toEqual(['asUser.getIssue']);
  });
});
