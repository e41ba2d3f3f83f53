import { presentGraph } from '../../src/api/present-release-graph';
import { judgedBundle, judgedIssue } from '../support/judged-bundle';
import { dependency } from '../support/promotion-case';

describe('presentGraph', () => {
  it('shows who needs whom, once, and leaves out who needs nobody', () => {
    const needs = dependency({ key: 'PAY-2', status: 'in-bundle', neededBy: 'PAY-1' });
    const graph = presentGraph(
      judgedBundle({
        issues: [
          judgedIssue({ dependencies: [needs] }),
          judgedIssue({ key: 'PAY-2' }),
          judgedIssue({ key: 'PAY-3' }),
          judgedIssue({ key: 'PAY-4', dependencies: [needs] }),
        ],
      }),
    );

    expect(graph.nodes.map(({ id }) => id)).toEqual(['PAY-1', 'PAY-2']);
    expect(graph.edges).toMatchObject([{ from: 'PAY-1', to: 'PAY-2', status: 'in-bundle' }]);
  });

  it('tells apart what is not in the bundle, what is hidden and what is in a cycle', () => {
    const graph = presentGraph(
      judgedBundle({
        issues: [
          judgedIssue({
            dependencies: [
              dependency({ key: 'LED-3', status: 'missing' }),
              dependency({ key: null, summary: null, status: 'hidden' }),
            ],
          }),
        ],
        order: { repositories: [], issues: ['PAY-1'], cycles: [['PAY-1']] },
      }),
    );

    expect(graph.nodes).toMatchObject([
      { id: 'PAY-1', kind: 'issue', isInCycle: true },
      { id: 'LED-3', kind: 'outside', summary: 'New table' },
      { key: null, kind: 'hidden', summary: null },
    ]);
  });
});
