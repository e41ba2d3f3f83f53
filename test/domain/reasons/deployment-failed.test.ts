import type { DeploymentEvidence } from '../../../src/domain/evidence/issue-evidence';
import type { DeploymentState } from '../../../src/domain/deployment';
import { deploymentFailed, failedOn } from '../../../src/domain/reasons/deployment-failed';
import { repositoryEvidence } from '../../support/builders';
import {
  caseOf,
  cellsOf,
  environmentCell,
  itTells,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

const attempted = (state: DeploymentState, holds: number | null = 1) =>
  environmentCell({
    attempted: { state, holds, at: '2026-05-02T08:00:00Z', sha: 'a1', url: 'https://ci.test/d' },
  });
const onTest = (cell: ReturnType<typeof environmentCell>) =>
  caseOf({ cells: cellsOf({ test: { environments: [cell] } }) });
const deployed = (more: Partial<DeploymentEvidence>): DeploymentEvidence => ({
  id: '1',
  environment: 'QA',
  sha: 'a1',
  state: 'success',
  at: '2026-05-02T08:00:00Z',
  url: null,
  holds: ['a1'],
  brought: ['a1'],
  tookAway: [],
  ...more,
});
const withDeployments = (...deployments: Partial<DeploymentEvidence>[]) =>
  caseOf({
    cells: cellsOf({ test: { environments: [environmentCell({ deployed: 0 })] } }),
    evidence: repositoryEvidence({ deployments: deployments.map(deployed) }),
  });

describe('deploymentFailed', () => {
  itTells(deploymentFailed, ['deployment-failed', 'blocked'], {
    yes: [
      { when: 'the newest one failed', facts: onTest(attempted('failed')) },
      {
        when: 'a later one of other commits hides the one that failed',
        facts: withDeployments({ state: 'success' }, { state: 'failed' }),
      },
    ],
    no: [
      { when: 'nothing was deployed', facts: caseOf({}) },
      { when: 'it succeeded', facts: onTest(environmentCell()) },
      { when: 'it was cancelled', facts: onTest(attempted('cancelled')) },
      { when: 'it runs', facts: onTest(attempted('in-progress')) },
      { when: 'nobody knows what became of it', facts: onTest(attempted('unknown')) },
      { when: 'nobody knows whether it held the issue', facts: onTest(attempted('failed', null)) },
      {
        when: 'one succeeded after the one that failed',
        facts: withDeployments({ state: 'failed' }, { state: 'success' }),
      },
      {
        when: 'the one that failed held no change of the issue',
        facts: withDeployments({ state: 'failed', holds: [] }),
      },
      {
        when: 'the environment went back to a part of the issue since',
        facts: caseOf({
          cells: cellsOf({
            test: { environments: [environmentCell({ deployed: 1, at: '2026-05-03T08:00:00Z' })] },
          }),
          evidence: repositoryEvidence({ deployments: [deployed({ state: 'failed' })] }),
        }),
      },
      {
        when: 'it failed on another line',
        facts: caseOf({ cells: cellsOf({ prod: { environments: [attempted('failed')] } }) }),
      },
    ],
  });

  it('links the deployment', () => {
    expect(deploymentFailed(onTest(attempted('failed')))).toMatchObject([
      {
        summary: 'The newest deployment of PAY-1 to qa failed in Payments API.',
        evidence: [
          { text: 'Payments API: the deployment of a1 to qa failed', url: 'https://ci.test/d' },
        ],
      },
    ]);
  });
});

describe('failedOn', () => {
  it.each([
    { changes: [], found: [] },
    { changes: [travellingChange()], found: ['qa'] },
  ])('of $changes.length changes finds $found', ({ changes, found }) => {
    const cells = cellsOf({ test: { environments: [attempted('failed')] } });

    const failed = failedOn(repositoryCase({ cells, changes }), 'test');

    expect(failed.map(({ environment }) => environment)).toEqual(found);
  });
});
