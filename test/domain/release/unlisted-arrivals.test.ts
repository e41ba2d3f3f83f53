import { unlistedArrivals } from '../../../src/domain/release/unlisted-arrivals';

const API = { repository: 'github:acme/api', to: 'main' } as const;
const WINDOW = { since: { version: '2026.04', releasedOn: '2026-04-16' }, until: '2026-05-18' };
const arrived = (key: string, sha: string, at: string, as = sha) => ({
  ...{ key, sha, on: { main: { at, as }, develop: { at: '2026-04-20T10:00:00Z', as: sha } } },
});
const isListed = (key: string): boolean => key === 'PAY-1';
const listed = (
  window: typeof WINDOW | (Omit<typeof WINDOW, 'until'> & { until: null }),
  at: string,
) => unlistedArrivals([{ ...API, changes: [arrived('PAY-2', 'b1', at)] }], window, isListed);

describe('unlistedArrivals', () => {
  it.each([
    { when: 'it came on the day of the release before', at: '2026-04-16T23:59:59Z', count: 0 },
    { when: 'it came the day after', at: '2026-04-17T00:00:00Z', count: 1 },
    { when: 'it came on the day of the release', at: '2026-05-18T23:59:59Z', count: 1 },
    { when: 'it came later', at: '2026-05-19T00:00:00Z', count: 0 },
    { when: 'another zone has the next day', at: '2026-04-17T01:30:00+02:00', count: 0 },
  ])('names $count when $when', ({ at, count }) => {
    expect(listed(WINDOW, at)).toHaveLength(count);
  });

  it('has no end while the release is not out', () => {
    expect(listed({ ...WINDOW, until: null }, '2026-06-30T00:00:00Z')).toHaveLength(1);
  });

  it('leaves out issues of the release and changes that are not on the target', () => {
    const at = '2026-05-01T10:00:00Z';
    const waiting = { key: 'PAY-2', sha: 'b1', on: { develop: { at, as: 'b1' } } };

    expect(
      unlistedArrivals(
        [{ ...API, changes: [arrived('PAY-1', 'a1', at), waiting] }],
        WINDOW,
        isListed,
      ),
    ).toEqual([]);
  });

  it('names the commits that brought them, each once, by key', () => {
    const at = '2026-05-01T10:00:00Z';
    const changes = [
      arrived('PAY-10', 'd1', at),
      arrived('PAY-2', 'b1', at, 'c1'),
      arrived('PAY-2', 'c1', at),
    ];

    expect(unlistedArrivals([{ ...API, changes }], WINDOW, isListed)).toEqual([
      { key: 'PAY-2', repository: API.repository, shas: ['c1'] },
      { key: 'PAY-10', repository: API.repository, shas: ['d1'] },
    ]);
  });
});
