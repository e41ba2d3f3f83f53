import type { LineState } from '../../../src/domain/lines/line-state';
import { summarizeLine } from '../../../src/domain/lines/line-summary';
import { lineCell } from '../../support/builders';

const QA = { name: 'qa', deployed: 1, at: null, sha: null, url: null, attempted: null };

describe('summarizeLine', () => {
  it.each<{ states: LineState[]; state: LineState }>([
    { states: [], state: 'none' },
    { states: ['none'], state: 'none' },
    { states: ['none', 'none'], state: 'none' },
    { states: ['part'], state: 'part' },
    { states: ['none', 'all'], state: 'part' },
    { states: ['part', 'all'], state: 'part' },
    { states: ['none', 'deployed'], state: 'part' },
    { states: ['all', 'all'], state: 'all' },
    { states: ['all', 'deployed'], state: 'all' },
    { states: ['deployed', 'deployed'], state: 'deployed' },
    { states: ['unknown'], state: 'unknown' },
    { states: ['none', 'unknown'], state: 'unknown' },
    { states: ['unknown', 'deployed'], state: 'unknown' },
  ])('of $states is $state', ({ states, state }) => {
    const cells = states.map((each) => lineCell({ state: each, environments: [QA] }));

    expect(summarizeLine('dev', cells).state).toBe(state);
  });

  it.each<{ states: LineState[]; state: LineState; basis: string }>([
    { states: ['all'], state: 'all', basis: 'branches' },
    { states: ['all', 'deployed'], state: 'deployed', basis: 'branches and deployments' },
    { states: ['none', 'deployed'], state: 'part', basis: 'branches and deployments' },
  ])('asks no deployment of the first repository: $states is $state', (row) => {
    const cells = row.states.map((each, index) =>
      lineCell({ state: each, environments: index === 0 ? [] : [QA] }),
    );

    expect(summarizeLine('dev', cells)).toMatchObject({ state: row.state, basis: row.basis });
  });

  it('counts over its repositories, and not those of another line', () => {
    const cells = [
      lineCell({ state: 'part', present: 1, adapted: 1, reverted: 1, unknown: 0, of: 3 }),
      lineCell({ state: 'unknown', present: 0, unknown: 2, of: 2 }),
      lineCell({ line: 'prod', present: 9, adapted: 9, unknown: 9, of: 9, environments: [QA] }),
    ];

    expect(summarizeLine('dev', cells)).toEqual({
      name: 'dev',
      state: 'unknown',
      basis: 'branches',
      present: 1,
      adapted: 1,
      reverted: 1,
      unknown: 2,
      of: 5,
      undeployed: 0,
      deploymentsUnknown: 0,
    });
  });

  it.each([
    { deployed: [2, 0], state: 'deployed', undeployed: 0, deploymentsUnknown: 0 },
    { deployed: [1, 0], state: 'all', undeployed: 1, deploymentsUnknown: 0 },
    { deployed: [1, null], state: 'all', undeployed: 0, deploymentsUnknown: 1 },
    { deployed: [], state: 'all', undeployed: 0, deploymentsUnknown: 0 },
  ] as const)(
    'of 2 changes that its environments run $deployed says $undeployed not deployed, $deploymentsUnknown unknown',
    ({ deployed, state, undeployed, deploymentsUnknown }) => {
      const environments = deployed.map((count) => ({ ...QA, deployed: count }));
      const cells = [lineCell({ state, present: 2, of: 2, environments })];

      expect(summarizeLine('dev', cells)).toMatchObject({ undeployed, deploymentsUnknown });
    },
  );
});
