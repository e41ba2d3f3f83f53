import { presentRepositories } from '../../src/api/present-release-repositories';
import {
  arrivedCommit,
  judgedBundle,
  judgedChanges,
  judgedIssue,
  rollbackPoint,
} from '../support/judged-bundle';

const ledger = judgedChanges({
  repository: 'github:acme/ledger',
  name: 'Ledger',
  url: 'https://github.com/acme/ledger',
});
const arrived = judgedChanges({
  repository: 'github:acme/a',
  name: 'A',
  commits: [arrivedCommit()],
});

describe('presentRepositories', () => {
  const bundle = judgedBundle({
    issues: [judgedIssue({ changes: [arrived, judgedChanges(), ledger] })],
    order: {
      repositories: ['github:acme/ledger', 'github:acme/payments-api'],
      issues: ['PAY-1'],
      cycles: [],
    },
    rollback: [rollbackPoint({ repository: 'github:acme/ledger', name: 'Ledger' })],
  });

  it('puts them in the order of promotion, and last what does not travel', () => {
    const rows = presentRepositories(bundle).map(({ name, position, toPromote }) => ({
      ...{ name, position, toPromote },
    }));

    expect(rows).toEqual([
      { name: 'Ledger', position: 1, toPromote: 1 },
      { name: 'Payments API', position: 2, toPromote: 1 },
      { name: 'A', position: null, toPromote: 0 },
    ]);
  });

  it('says what to go back to, and that nobody knows', () => {
    const rows = presentRepositories(bundle).map(({ backTo, backToUrl }) => [backTo, backToUrl]);

    expect(rows).toEqual([
      ['f0f0f0f0f0', 'https://github.com/acme/ledger/commit/f0f0f0f0f0'],
      [null, null],
      [null, null],
    ]);
  });
});
