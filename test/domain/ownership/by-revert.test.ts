import type { Association } from '../../../src/domain/ownership/association';
import { associationsIn } from '../../support/ownership';

describe('byRevert', () => {
  it.each([
    { message: 'Revert "PAY-7 Fix login"', is: ['reverts PAY-7 revert'] },
    { message: 'Revert "PAY-7 Fix login (#34)" (#35)', is: ['reverts PAY-7 revert'] },
    { message: 'revert: feat: PAY-7 login', is: ['reverts PAY-7 revert'] },
    { message: 'Revert PAY-7 login', is: ['reverts PAY-7 revert'] },
    {
      message: 'Revert "PAY-7 Fix login"\n\nThis reverts commit 1234567.',
      is: ['reverts PAY-7 revert (1234567)'],
    },
    { message: 'PAY-9 Revert "PAY-7 Fix login"', is: ['reverts PAY-7 revert', 'owns PAY-9 title'] },
    {
      message: 'Revert "PAY-7 Fix login" (PAY-9)',
      is: ['reverts PAY-7 revert', 'owns PAY-9 title'],
    },
    {
      message: 'PAY-7 Revert "PAY-7 Fix login"',
      is: ['reverts PAY-7 revert', 'reverts PAY-7 title'],
    },
    {
      message: 'Revert "PAY-9 Backport "PAY-7 Fix""',
      is: ['reverts PAY-9 revert', 'mentions PAY-7 quoted'],
    },
    { message: 'Revert "Revert "PAY-7 Fix login""', is: ['owns PAY-7 revert'] },
    { message: 'Reapply "PAY-7 Fix login"', is: ['owns PAY-7 revert'] },
    { message: 'Revert "Reapply "PAY-7 Fix login""', is: ['reverts PAY-7 revert'] },
    {
      message: 'PAY-9 Revert PAY-7 by hand',
      is: ['owns PAY-9 title', 'mentions PAY-7 later-in-title'],
    },
    { message: 'Revert to the old parser (PAY-7)', is: ['owns PAY-7 title'] },
  ])('$message', ({ message, is }) => {
    expect(associationsIn(message)).toEqual(is);
  });

  it.each([
    {
      what: 'undoes what the commit owns',
      kind: 'owns' as const,
      is: ['reverts PAY-7 revert (1234567)'],
    },
    {
      what: 'brings back what the commit undid',
      kind: 'reverts' as const,
      is: ['owns PAY-7 revert (1234567)'],
    },
    { what: 'has nothing to do with what it mentions', kind: 'mentions' as const, is: [] },
  ])('of a known commit $what', ({ kind, is }) => {
    const known: Association[] = [
      { issueKey: 'PAY-7', kind, source: 'merge-branch', detail: 'PAY-7' },
    ];
    const associationsOf = (sha: string): Association[] | undefined =>
      sha === '1234567' ? known : undefined;

    expect(
      associationsIn('Undo login\n\nThis reverts commit 1234567.', { associationsOf }),
    ).toEqual(is);
  });

  it('of an unknown commit without a key belongs to nobody', () => {
    expect(associationsIn('Revert "Fix login"\n\nThis reverts commit 1234567.')).toEqual([]);
  });
});
