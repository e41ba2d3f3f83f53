import type { SignOff } from '../../../src/domain/release/acts';
import { missingSnapshots, snapshotsToDrop } from '../../../src/domain/release/snapshot';
import { lifecycleMove, signOff } from '../../support/judged-bundle';
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

describe('missingSnapshots', () => {
  const found = (one: SignOff, ...kept: string[]) =>
    missingSnapshots(
      releaseFacts({ acts: { signOffs: [one] } }),
      kept.map((signOffId) => ({ signOffId, why: 'sign-off', at: '2026-05-04T11:00:00Z' })),
    );
  const { by, accountId } = signed;

  it('are those of approvals of what there is now', () => {
    const missing = [{ why: 'sign-off', signOffId: 'of-signed-1', by, accountId }];

    expect(found(signed, 'of-another')).toEqual(missing);
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

  const { evidenceHash } = releaseFacts();
  const shipping = lifecycleMove({ to: 'ship', evidenceHash, at: '2026-05-04T10:00:00Z' });

  it('are that of the shipping of what there is now', () => {
    const before = { why: 'shipped', at: '2026-05-04T09:00:00Z', signOffId: null } as const;

    expect(missingSnapshots(releaseFacts({ acts: { moves: [shipping] } }), [before])).toEqual([
      { why: 'shipped', by: shipping.by, accountId: shipping.accountId },
    ]);
  });

  it.each([
    { when: 'it was taken', moves: [shipping], at: '2026-05-04T10:00:01Z' },
    { when: 'it was moved back', moves: [shipping, lifecycleMove({ to: 'validation' })] },
    { when: 'the evidence changed since', moves: [{ ...shipping, evidenceHash: 'before' }] },
    { when: 'nobody kept what it was allowed for', moves: [{ ...shipping, evidenceHash: null }] },
    { when: 'it may be on its way', moves: [{ ...shipping, at: '2026-05-04T11:59:30Z' }] },
  ])('are none of a shipping when $when', ({ moves, at }) => {
    const taken = at === undefined ? [] : [{ why: 'shipped' as const, at, signOffId: null }];

    expect(missingSnapshots(releaseFacts({ acts: { moves } }), taken)).toEqual([]);
  });
});
