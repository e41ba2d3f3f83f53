import type { SignOff } from '../../../src/domain/release/acts';
import { signOffsWithoutSnapshot, snapshotsToDrop } from '../../../src/domain/release/snapshot';
import { signOff } from '../../support/judged-bundle';
import { releaseFacts } from '../../support/release-facts';

const taken = (...ids: string[]) =>
  ids.map((id) => ({ id, signOffId: id.startsWith('signed') ? `of-${id}` : null }));
const revoked = { by: 'Rita Novak', accountId: 'rita', at: '2026-05-05T09:00:00Z' };
const signed: SignOff = signOff({ id: 'of-signed-1' });

describe('snapshotsToDrop', () => {
  it.each([
    { when: 'there are none', all: [], keep: 2, dropped: [] },
    { when: 'there are as many as are kept', all: ['a', 'b'], keep: 2, dropped: [] },
    { when: 'there is one more', all: ['a', 'b', 'c'], keep: 2, dropped: ['a'] },
    { when: 'fewer are kept than before', all: ['a', 'b', 'c'], keep: 1, dropped: ['a', 'b'] },
    {
      when: 'an old one is of a sign-off in force',
      all: ['a', 'signed-1', 'b', 'c'],
      keep: 1,
      dropped: ['a', 'b'],
    },
    {
      when: 'an old one is of a sign-off that nobody knows',
      all: ['signed-2', 'b'],
      keep: 1,
      dropped: ['signed-2'],
    },
  ])('drops $dropped of $all when $when', ({ all, keep, dropped }) => {
    const acts = { signOffs: [signed] };

    expect(snapshotsToDrop(taken(...all), { keep, acts })).toEqual(dropped);
  });

  it('drops one of a sign-off that was taken back', () => {
    const acts = { signOffs: [signOff({ id: 'of-signed-1', revoked })] };

    expect(snapshotsToDrop(taken('signed-1', 'b'), { keep: 1, acts })).toEqual(['signed-1']);
  });
});

describe('signOffsWithoutSnapshot', () => {
  const found = (one: SignOff, ...kept: string[]) =>
    signOffsWithoutSnapshot(
      releaseFacts({ acts: { signOffs: [one] } }),
      kept.map((signOffId) => ({ signOffId })),
    );

  it('are approvals of what there is now', () => {
    expect(found(signed, 'of-another')).toEqual([signed]);
  });

  it.each([
    { when: 'it has one', one: signed, kept: ['of-signed-1'] },
    { when: 'it is a rejection', one: signOff({ decision: 'rejected' }), kept: [] },
    { when: 'it was taken back', one: signOff({ revoked }), kept: [] },
    { when: 'the evidence changed since', one: signOff({ evidenceHash: 'before' }), kept: [] },
    { when: 'it may be on its way', one: signOff({ at: '2026-05-04T11:59:30Z' }), kept: [] },
  ])('are none when $when', ({ one, kept }) => {
    expect(found(one, ...kept)).toEqual([]);
  });
});
