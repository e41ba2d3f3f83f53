import { lineSignOffs } from '../../../src/domain/release/line-sign-offs';
import type { SignOff } from '../../../src/domain/release/acts';

const BY = { by: 'Quinn Abara', accountId: 'quinn', at: '2026-05-04T09:00:00Z' };
const signOff = (more: Partial<SignOff> = {}): SignOff => ({
  ...{ ...BY, id: 's1', role: 'QA', promotion: { from: 'test', to: 'prod' }, note: null },
  ...{ evidenceHash: 'h1', decision: 'approved', revoked: null },
  ...more,
});

describe('lineSignOffs', () => {
  it('counts an approval on the line that the release leaves', () => {
    expect(lineSignOffs({ signOffs: [signOff()] })).toEqual([
      { line: 'test', at: BY.at, by: 'Quinn Abara', role: 'QA' },
    ]);
  });

  it.each([
    { when: 'it was taken back', more: { revoked: BY } },
    { when: 'it says no', more: { decision: 'rejected' } },
  ] as const)('counts none when $when', ({ more }) => {
    expect(lineSignOffs({ signOffs: [signOff(more)] })).toEqual([]);
  });
});
