import { presentGates } from '../../src/api/present-gates';
import { gate, waiver } from '../support/judged-bundle';

const NOW = '2026-05-04T10:00:00Z';
const item = (nth: number) => ({
  ...{ id: `item-${nth}`, code: 'check-failed', text: `Check ${nth} failed`, issueKey: 'PAY-1' },
  ...{ owner: null, url: null, shas: [], isWaived: false },
});
const numbers = Array.from({ length: 30 }, (_, nth) => nth);

describe('presentGates', () => {
  it('sends the first of what is open, and how much there is', () => {
    const signal = { state: 'failed', issueKey: 'PAY-1', url: null } as const;
    const [view] = presentGates(
      [
        gate({
          open: numbers.map(item),
          signals: { passed: 2, open: numbers.map((nth) => ({ ...signal, text: `Lint ${nth}` })) },
        }),
      ],
      NOW,
    );

    expect(view).toMatchObject({ openCount: 30, signals: { passed: 2, openCount: 30 } });
    expect([view?.open.length, view?.signals?.open.length]).toEqual([25, 25]);
  });

  it('counts what a waiver covers, and sends none of the ids', () => {
    const items = numbers.flatMap((nth) => [`item-${nth}`, `item-${nth}@a1`]);
    const [view] = presentGates([gate({ waiver: waiver({ items }) })], NOW);

    expect(view?.waiver).toEqual({
      ...{ id: 'waiver-1', gate: 'issues', reason: 'The client knows', by: 'Rosa Manager' },
      ...{ accountId: 'rosa', at: '2026-05-04T09:00:00Z', expiresAt: '2026-05-05T09:00:00Z' },
      ...{ revoked: null, covers: 30, status: 'in-force' },
    });
  });
});
