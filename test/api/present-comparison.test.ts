import { presentComparison } from '../../src/api/present-comparison';
import type { Difference } from '../../src/domain/manifest/difference';
import { snapshot } from '../support/snapshots';

const difference = (kind: Difference['kind'], more: Partial<Difference> = {}): Difference => ({
  ...{ kind, issueKey: null, added: [], removed: [], change: null, text: `A ${kind}.` },
  ...more,
});
const compared = (...differences: Difference[]) => ({
  before: snapshot(),
  after: null,
  differences,
  hidden: 1,
});

describe('presentComparison', () => {
  it('groups differences under titles, what decides first', () => {
    const all = compared(
      difference('commits'),
      difference('sign-off'),
      difference('decision'),
      difference('commits', { text: 'More.' }),
    );

    const { groups, total, next } = presentComparison(all, 0);

    expect(groups.map(({ title, differences }) => [title, differences.length])).toEqual([
      ['Decision', 1],
      ['Sign-offs', 1],
      ['Commits', 2],
    ]);
    expect([total, next]).toEqual([4, null]);
  });

  it('counts each kind on every page, and what the viewer may not see', () => {
    const all = compared(difference('commits'), difference('scope'), difference('commits'));

    const { counts, hidden } = presentComparison(all, 2);

    expect(counts).toEqual([
      { kind: 'scope', title: 'Issues in the release', count: 1 },
      { kind: 'commits', title: 'Commits', count: 2 },
    ]);
    expect(hidden).toBe(1);
  });

  it('goes on where a reply is full, and loses none', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      difference('commits', { text: `${index} ${'x'.repeat(200)}` }),
    );

    const first = presentComparison(compared(...many), 0);
    const second = presentComparison(compared(...many), first.next ?? 0);

    const told = [first, second].flatMap(({ groups }) => groups[0]?.differences ?? []);
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(500_000);
    expect(told.slice(0, 2000).map(({ text }) => text)).toEqual(
      many.slice(0, 2000).map(({ text }) => text),
    );
  });

  it('counts what a list has beyond two hundred', () => {
    const added = Array.from({ length: 205 }, (_, index) => `PAY-${index + 1}`);

    const { groups } = presentComparison(compared(difference('scope', { added })), 0);

    expect(groups[0]?.differences[0]?.added.slice(199)).toEqual(['PAY-200', 'and 5 more']);
  });
});
