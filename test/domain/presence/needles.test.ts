import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { createPresenceIn } from '../../../src/domain/presence/presence';
import type { PresenceFacts } from '../../../src/domain/presence/presence-facts';
import { readBundle } from '../../support/bundle-facts';
import { describeWithShared } from '../../support/shared-data';

const REPOSITORIES = [
  'phoenix',
  'phoenix-connectors',
  'phoenix-queryserver',
  'phoenix-thirdparty',
] as const;
const Tickets = z.object({
  tickets: z.array(z.object({ key: z.string(), fixVersions: z.array(z.string()) })),
});
type Ticket = z.infer<typeof Tickets>['tickets'][number];
type Repository = (typeof REPOSITORIES)[number];

describeWithShared('the hard cases of the Apache Phoenix data', 'phoenix/needles.json', (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-needles-'));
  const facts = new Map<Repository, PresenceFacts>();
  let tickets: Ticket[] = [];

  beforeAll(() => {
    const data = readFileSync(join(dirname(path), 'tickets.json'), 'utf8');
    tickets = Tickets.parse(JSON.parse(data)).tickets;
    for (const one of REPOSITORIES) {
      facts.set(one, readBundle(join(dirname(path), `${one}.bundle`), folder).facts([]));
    }
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const owning = (key: string): string[] =>
    REPOSITORIES.flatMap((one) => {
      const { commits = [], ownedKeys = () => [] } = facts.get(one) ?? {};
      return commits.filter(({ sha }) => ownedKeys(sha).includes(key)).map(({ sha }) => sha);
    });

  const full = (digits: string): string => {
    const commits = facts.get('phoenix')?.commits ?? [];
    return commits.find(({ sha }) => sha.startsWith(digits))?.sha ?? digits;
  };

  it.each([
    ['0492b735', 'the typo on 5.2', '119d6bc0', 'present patch 119d6bc0'],
    ['119d6bc0', 'the pick on master', 'e0c10460', 'present patch 0492b735'],
    ['e0c10460', 'the empty addendum on 5.2', '119d6bc0', 'present empty'],
    ['0492b735', 'the typo on 5.1, where its title has the key', '1d8a3b81', 'absent'],
    ['119d6bc0', 'the pick on 5.1, of the same title', '1d8a3b81', 'adapted title 1d8a3b81'],
  ])('PHOENIX-7516: finds %s, %s, at %s: %s', (asked, _, ref, expected) => {
    const phoenix = facts.get('phoenix');
    if (!phoenix) throw new Error('phoenix was not read');

    const { found } = createPresenceIn(phoenix)(full(ref), [full(asked)]);

    const { state, by, as } = found.get(full(asked)) ?? { state: 'not asked', by: null, as: null };
    expect([state, by, as?.slice(0, 8)].filter(Boolean).join(' ')).toBe(expected);
  });

  it.each([
    ['PHOENIX-5250', '5.1.1', []],
    ['PHOENIX-5440', '5.1.1', []],
    ['PHOENIX-6479', '5.1.2', []],
    // A bullet of a squash names it: docs/real-data.md.
    ['PHOENIX-7041', '5.2.1', ['fa950809']],
  ])('%s has the fix version %s and these commits: %j', (key, version, expected) => {
    expect(tickets.find((one) => one.key === key)?.fixVersions).toContain(version);
    expect(owning(key).map((sha) => sha.slice(0, 8))).toEqual(expected);
  });

  it.each([
    ['PHOENIX-7799', '5.2.2'],
    ['PHOENIX-7731', '5.3.1'],
    ['PHOENIX-7800', '5.3.2'],
    ['PHOENIX-7944', '5.3.2'],
    ['PHOENIX-7447', '5.2.1'],
    ['PHOENIX-6752', '5.1.3'],
  ])('%s has commits, and %s is none of its fix versions', (key, version) => {
    expect(owning(key)).not.toEqual([]);
    expect(tickets.find((one) => one.key === key)?.fixVersions).not.toContain(version);
  });

  it('knows 322 issues of several fix versions', () => {
    expect(tickets.filter(({ fixVersions }) => fixVersions.length > 1)).toHaveLength(322);
  });

  it('finds 26 issues with commits in several repositories', () => {
    const holders = new Map<string, Set<Repository>>();
    for (const [repository, { commits, ownedKeys }] of facts) {
      for (const key of commits.flatMap(({ sha }) => ownedKeys(sha))) {
        holders.set(key, (holders.get(key) ?? new Set()).add(repository));
      }
    }

    expect([...holders.values()].filter(({ size }) => size > 1)).toHaveLength(26);
  });
});
