import { keysInTexts, namedKeys } from '../../../src/domain/release/hidden-issues';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
} from '../../support/judged-bundle';
import { dependency } from '../../support/promotion-case';

describe('namedKeys', () => {
  it('finds every issue that a bundle names in its own place', () => {
    const bundle = judgedBundle({
      issues: [
        judgedIssue({ formerKeys: ['OLD-1'], dependencies: [dependency({ key: 'LED-3' })] }),
      ],
      unreadable: [{ key: 'PAY-9', why: 'gone' }],
      unlisted: [{ key: 'WEB-4', repository: 'github:acme/web', shas: ['b'] }],
    });

    expect(namedKeys(bundle).toSorted()).toEqual(['LED-3', 'OLD-1', 'PAY-1', 'PAY-9', 'WEB-4']);
  });

  it('finds those that a text names, of the projects of the bundle', () => {
    const commit = judgedCommit({ title: 'PAY-1 as in PAY-7, in UTF-8' });
    const bundle = judgedBundle({
      issues: [judgedIssue({ changes: [judgedChanges({ commits: [commit] })] })],
    });

    expect(namedKeys(bundle)).toEqual(['PAY-1', 'PAY-7']);
    expect(keysInTexts(bundle.issues)).toEqual(expect.arrayContaining(['PAY-7', 'UTF-8']));
    expect(namedKeys(bundle, ['PAY-8', 'UTF-8'])).toEqual(['PAY-1', 'PAY-8']);
  });
});
