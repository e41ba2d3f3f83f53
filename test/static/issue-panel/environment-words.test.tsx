import type { EnvironmentView, LineCell } from '../../../src/api/contract';
import {
  attemptWords,
  environmentWords,
  newestDeploymentWords,
} from '../../../static/issue-panel/src/environment-words';
import { environmentView, lineCell } from '../../support/issue-view-builder';

const NOW = '2026-03-12T12:00:00Z';
const TUESDAY = '2026-03-10T12:00:00Z';

const runs = (name: string, deployed: number | null, at: string | null = TUESDAY) =>
  environmentView({ name, deployed, at });
const cellOf = (environments: EnvironmentView[], over: Partial<LineCell> = {}) =>
  lineCell({ of: 5, present: 5, environments, ...over });

describe('environmentWords', () => {
  it.each<{ when: string; cell: LineCell; words: string[] }>([
    {
      when: 'two environments were deployed on the same day',
      cell: cellOf([runs('qa', 5), runs('uat', 5), runs('demo', 5, '2026-02-10T12:00:00Z')]),
      words: ['deployed · qa and uat Tue, demo 10 Feb'],
    },
    {
      when: 'they run different shares',
      cell: cellOf([runs('qa', 5), runs('uat', 3)]),
      words: ['deployed · qa Tue', 'deployed 3 of 5 · uat Tue'],
    },
    {
      when: 'what one runs is unknown',
      cell: cellOf([runs('qa', null, null), runs('uat', 5)]),
      words: ['deployment unknown · qa', 'deployed · uat Tue'],
    },
    {
      when: 'one runs none of them',
      cell: cellOf([runs('qa', 0)]),
      words: ['not deployed · qa'],
    },
    {
      when: 'nothing has arrived, so nothing can be deployed',
      cell: cellOf([runs('qa', 0)], { state: 'none', present: 0 }),
      words: [],
    },
    {
      when: 'the branch could not be read',
      cell: cellOf([runs('qa', 0)], { state: 'unknown', branchState: 'unknown', present: 0 }),
      words: ['not deployed · qa'],
    },
  ])('says $words when $when', ({ cell, words }) => {
    expect(environmentWords(cell, NOW)).toEqual(words);
  });
});

const attempted = (state: NonNullable<EnvironmentView['attempted']>['state']) => ({
  state,
  at: TUESDAY,
  sha: '9be01d7',
  url: null,
  holds: 4,
});

describe('a newest deployment that did not succeed', () => {
  it.each([
    {
      state: 'failed',
      short: 'last deployment failed · qa Tue',
      newest: 'Newest deployment failed',
      brings: 'would have brought 4 of 5',
    },
    {
      state: 'in-progress',
      short: 'being deployed · qa Tue',
      newest: 'Being deployed now',
      brings: 'brings 4 of 5',
    },
    {
      state: 'cancelled',
      short: 'last deployment cancelled · qa Tue',
      newest: 'Newest deployment was cancelled',
      brings: 'would have brought 4 of 5',
    },
    {
      state: 'unknown',
      short: 'outcome of the last deployment unknown · qa Tue',
      newest: 'Outcome of the newest deployment is unknown',
      brings: 'would bring 4 of 5',
    },
  ] as const)('is said to be $state', ({ state, short, newest, brings }) => {
    const cell = cellOf([environmentView({ attempted: attempted(state) })]);

    expect(attemptWords(cell, NOW)).toEqual([{ state, words: short }]);
    expect(newestDeploymentWords(attempted(state), 5)).toEqual({ newest, brings });
  });

  it('is not spoken of when it concerns no change of the issue', () => {
    expect(attemptWords(cellOf([environmentView({ attempted: null })]), NOW)).toEqual([]);
  });
});
