import { withBlock } from '../../../src/domain/manifest/marked-block';

const BLOCK = '=== Convoy: where this release stands ===\nNO-SHIP\n=== end of Convoy ===';

describe('withBlock', () => {
  it.each([
    { when: 'nobody wrote anything', before: '', after: BLOCK },
    { when: 'people wrote something', before: 'Ours.\n', after: `Ours.\n\n${BLOCK}` },
    {
      when: 'there is a block already',
      before:
        'Above.\n=== Convoy: where this release stands ===\nSHIP\n=== end of Convoy ===\nBelow.',
      after: `Above.\n${BLOCK}\nBelow.`,
    },
    {
      when: 'somebody took the end of the block away',
      before: '=== Convoy: where this release stands ===\nMine now.',
      after: `=== Convoy: where this release stands ===\nMine now.\n\n${BLOCK}`,
    },
  ])('keeps what people wrote when $when', ({ before, after }) => {
    expect(withBlock(before, ['NO-SHIP'])).toBe(after);
  });

  it('is replaced as a whole, whatever its lines were', () => {
    const first = withBlock('Ours.', ['=== end of Convoy ===', 'x']) ?? '';

    expect(withBlock(first, ['NO-SHIP'])).toBe(`Ours.\n\n${BLOCK}`);
  });

  it('is refused where Jira would not take it, and fits to the last character', () => {
    const room = 16_384 - BLOCK.length - 2;

    expect(withBlock('x'.repeat(room), ['NO-SHIP'])).toHaveLength(16_384);
    expect(withBlock('x'.repeat(room + 1), ['NO-SHIP'])).toBeNull();
  });
});
