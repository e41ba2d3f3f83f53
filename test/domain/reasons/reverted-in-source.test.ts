import { revertedInSource } from '../../../src/domain/reasons/reverted-in-source';
import { caseOf, changeOn, itTells } from '../../support/promotion-case';

const onTest = (test: 'present' | 'absent' | 'reverted' | 'unknown') =>
  caseOf({ changes: [changeOn({ test })] });

describe('revertedInSource', () => {
  itTells(revertedInSource, ['reverted-in-source', 'warning'], {
    yes: [{ when: 'test has the change and its revert', facts: onTest('reverted') }],
    no: [
      { when: 'test has it', facts: onTest('present') },
      { when: 'test never had it', facts: onTest('absent') },
      { when: 'nobody knows', facts: onTest('unknown') },
      {
        when: 'only prod took it away',
        facts: caseOf({ changes: [changeOn({ test: 'present', prod: 'reverted' })] }),
      },
    ],
  });
});
