import type { Deployment, DeploymentState } from '../../../src/domain/deployment';
import { environmentStatuses } from '../../../src/domain/lines/environments';
import { deployment } from '../../support/builders';

/** `a success 8`: the sha, its state, the hour of the first of May at which it was created. */
const told = (...words: string[]): Deployment[] =>
  words.map((word, index) => {
    const [sha = '', state = '', hour = ''] = word.split(' ');
    return deployment({
      id: String(index + 1),
      sha,
      state: state as DeploymentState,
      createdAt: `2026-05-01T${hour.padStart(2, '0')}:00:00Z`,
    });
  });

/** What qa runs and what was tried after it, as `sha` and `sha state`. */
function inQa(deployments: readonly Deployment[]): (string | null)[] {
  const [qa] = environmentStatuses(deployments);
  const { deployed = null, attempted = null } = qa ?? {};
  return [deployed?.sha ?? null, attempted && `${attempted.sha} ${attempted.state}`];
}

describe('environmentStatuses', () => {
  it.each<{ when: string; words: string[]; runs: string | null; tried: string | null }>([
    { when: 'one succeeded', words: ['a success 8'], runs: 'a', tried: null },
    { when: 'it was replaced', words: ['a inactive 8', 'b success 9'], runs: 'b', tried: null },
    {
      when: 'the host does not mark what was replaced',
      words: ['a success 8', 'b success 9'],
      runs: 'b',
      tried: null,
    },
    {
      when: 'an older sha was deployed again',
      words: ['a inactive 8', 'b inactive 9', 'a success 10'],
      runs: 'a',
      tried: null,
    },
    {
      when: 'an older sha was deployed again and nothing was marked',
      words: ['a success 8', 'b success 9', 'a success 10'],
      runs: 'a',
      tried: null,
    },
    {
      when: 'the next failed',
      words: ['a success 8', 'b failed 9'],
      runs: 'a',
      tried: 'b failed',
    },
    {
      when: 'the next still runs',
      words: ['a success 8', 'b in-progress 9'],
      runs: 'a',
      tried: 'b in-progress',
    },
    {
      when: 'the next was cancelled',
      words: ['a success 8', 'b cancelled 9'],
      runs: 'a',
      tried: 'b cancelled',
    },
    {
      when: 'nobody knows what became of the next',
      words: ['a success 8', 'b unknown 9'],
      runs: 'a',
      tried: 'b unknown',
    },
    {
      when: 'several failed, the newest counts',
      words: ['a success 8', 'b failed 9', 'c cancelled 10'],
      runs: 'a',
      tried: 'c cancelled',
    },
    {
      when: 'a failure was made good',
      words: ['a success 8', 'b failed 9', 'c success 10'],
      runs: 'c',
      tried: null,
    },
    {
      when: 'the newest is inactive, but an older one is not',
      words: ['a success 8', 'b inactive 9'],
      runs: 'a',
      tried: null,
    },
    { when: 'all are inactive', words: ['a inactive 8', 'b inactive 9'], runs: null, tried: null },
    {
      when: 'all are inactive and the newest failed',
      words: ['a inactive 8', 'b failed 9'],
      runs: null,
      tried: 'b failed',
    },
    { when: 'the only one failed', words: ['a failed 8'], runs: null, tried: 'a failed' },
    {
      when: 'two succeeded in the same second, the one with the higher number',
      words: ['a success 8', 'b success 8'],
      runs: 'b',
      tried: null,
    },
    {
      when: 'the next failed in the same second',
      words: ['a success 8', 'b failed 8'],
      runs: 'a',
      tried: 'b failed',
    },
    {
      when: 'the one before failed in the same second',
      words: ['a failed 8', 'b success 8'],
      runs: 'b',
      tried: null,
    },
  ])('$when: runs $runs, tried $tried', ({ words, runs, tried }) => {
    expect(inQa(told(...words))).toEqual([runs, tried]);
    expect(inQa(told(...words).toReversed())).toEqual([runs, tried]);
  });

  it.each([
    { one: '9', other: '10', runs: 'other' },
    { one: '99', other: '100', runs: 'other' },
    { one: 'DE_b', other: 'DE_a', runs: 'one' },
  ])('takes the later of the ids $one and $other: $runs', ({ one, other, runs }) => {
    const both = [deployment({ id: one, sha: 'one' }), deployment({ id: other, sha: 'other' })];

    expect(inQa(both)).toEqual([runs, null]);
    expect(inQa(both.toReversed())).toEqual([runs, null]);
  });

  it('counts from when a deployment succeeded, not from when it was asked for', () => {
    const slow = deployment({
      id: '1',
      sha: 'slow',
      createdAt: '2026-05-01T08:00:00Z',
      events: [
        { state: 'in-progress', at: '2026-05-01T08:00:00Z' },
        { state: 'success', at: '2026-05-01T10:00:00Z' },
      ],
    });
    const quick = deployment({ id: '2', sha: 'quick', createdAt: '2026-05-01T09:00:00Z' });

    expect(environmentStatuses([slow, quick])).toEqual([
      {
        environment: 'qa',
        tier: null,
        deployed: { sha: 'slow', at: '2026-05-01T10:00:00Z', url: null, isRead: true },
        attempted: null,
      },
    ]);
  });

  it('tells when and where of what runs and of what was tried', () => {
    const deployments = [
      deployment({ sha: 'a', url: 'https://qa.acme.example' }),
      deployment({
        sha: 'b',
        state: 'failed',
        createdAt: '2026-05-01T09:00:00Z',
        updatedAt: '2026-05-01T09:07:00Z',
      }),
    ];

    expect(environmentStatuses(deployments)).toEqual([
      {
        environment: 'qa',
        tier: null,
        deployed: {
          sha: 'a',
          at: '2026-05-01T08:00:00Z',
          url: 'https://qa.acme.example',
          isRead: true,
        },
        attempted: {
          sha: 'b',
          at: '2026-05-01T09:07:00Z',
          url: null,
          isRead: true,
          state: 'failed',
        },
      },
    ]);
  });

  it('keeps the tier that the host states, with any of its deployments', () => {
    const deployments = [
      deployment({ id: '1' }),
      deployment({ id: '2', tier: 'staging', createdAt: '2026-05-02T08:00:00Z' }),
      deployment({ id: '3', createdAt: '2026-05-03T08:00:00Z' }),
    ];

    expect(environmentStatuses(deployments)).toMatchObject([{ tier: 'staging' }]);
  });

  it('keeps environments apart, by name', () => {
    const environments = environmentStatuses([
      deployment({ environment: 'uat', sha: 'u' }),
      deployment({ environment: 'qa', sha: 'q' }),
    ]);

    expect(environments.map(({ environment, deployed }) => [environment, deployed?.sha])).toEqual([
      ['qa', 'q'],
      ['uat', 'u'],
    ]);
  });

  it('takes two spellings for one environment, as the host does', () => {
    const environments = environmentStatuses([
      deployment({ environment: 'Production', sha: 'old', createdAt: '2020-01-01T08:00:00Z' }),
      deployment({ environment: 'production', sha: 'new', createdAt: '2026-05-01T08:00:00Z' }),
    ]);

    expect(environments).toMatchObject([
      { environment: 'Production', deployed: { sha: 'new' }, attempted: null },
    ]);
  });

  it('knows of no environment without a deployment', () => {
    expect(environmentStatuses([])).toEqual([]);
  });
});
