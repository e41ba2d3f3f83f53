import { factsInOrder } from '../../../src/domain/release/facts-in-order';
import { judgedBundle, judgedIssue, reason } from '../../support/judged-bundle';
import { releaseFacts } from '../../support/release-facts';

describe('factsInOrder', () => {
  it('puts issues by number, and their worst reasons first', () => {
    const reasons = [
      reason({ code: 'b', level: 'warning' }),
      reason({ code: 'a', level: 'warning' }),
      reason({ code: 'z', level: 'blocked' }),
    ];
    const issues = [judgedIssue({ key: 'PAY-10' }), judgedIssue({ key: 'PAY-2', reasons })];

    const { bundle } = factsInOrder(releaseFacts({ bundle: judgedBundle({ issues }) }));

    expect(bundle.issues.map(({ key }) => key)).toEqual(['PAY-2', 'PAY-10']);
    expect(bundle.issues[0]?.reasons.map(({ code }) => code)).toEqual(['z', 'a', 'b']);
  });

  it('keeps the order of the settings', () => {
    const signOffs = [{ role: 'QA' }, { role: 'Client' }];

    expect(factsInOrder(releaseFacts({ settings: { signOffs } })).settings.signOffs).toEqual(
      signOffs,
    );
  });
});
