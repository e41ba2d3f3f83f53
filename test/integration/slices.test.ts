import { join } from 'node:path';

import { makeRepository } from '../../dev/bench/make-repository';
import { openSite } from '../../dev/local-site/open-site';
import type { KillPoint } from '../../dev/runtime/kill-switch';
import { openStore } from '../../dev/runtime/store';
import { readSite, type Site } from '../../dev/site-file/read-site';
import { copyStore } from '../support/copy-store';
import { issue, writeTestSite } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

/** More commits than one slice may ask for: 60 calls of 100. */
const COMMITS = 6_300;

describe('a reading that takes several slices', () => {
  const git = join(createTempFolder({}), 'large.git');
  const configured = openStore(null);
  let large: Site;
  let whole: Awaited<ReturnType<typeof readWith>>;

  beforeAll(async () => {
    const shape = { commits: COMMITS, keyed: 600, issues: 40, ahead: { test: 20, prod: 30 } };
    makeRepository(git, shape);
    large = readSite(
      writeTestSite({
        repositories: [{ path: 'acme/large', git }],
        issues: [issue('PAY-1')],
      }),
    );
    await (await openSite(large, { store: configured })).close();
    whole = await readWith(null);
  });

  async function readWith(
    point: KillPoint | null,
  ): Promise<{ dump: string; hasFired: boolean; hostCalls: number; invocations: number }> {
    const store = copyStore(configured);
    const { platform, close } = await openSite(large, { store });
    platform.resetStats();
    const kill = point && platform.killAt(point);
    await platform.drain();
    const { hostCalls, invocations } = platform.stats();
    await close();
    return {
      dump: store.dump(),
      hasFired: kill?.hasFired() ?? false,
      hostCalls: hostCalls.github ?? 0,
      invocations,
    };
  }

  it('hands over before an invocation makes 100 host calls', () => {
    const { hostCalls, invocations } = whole;

    expect(hostCalls).toBeGreaterThan(63);
    expect(hostCalls / invocations).toBeLessThanOrEqual(60);
  });

  it.each<KillPoint>([
    { kind: 'host-call', nth: 30 },
    { kind: 'host-call', nth: 60, phase: 'after' },
    { kind: 'host-call', nth: 61, phase: 'before' },
    { kind: 'queue-push', nth: 1, phase: 'before' },
    { kind: 'queue-push', nth: 1, phase: 'after' },
    { kind: 'storage-write', nth: 40 },
    { kind: 'storage-write', nth: 44, phase: 'after' },
  ])('leaves the same evidence when it dies at $kind $nth', async (point) => {
    const { dump, hasFired } = await readWith(point);

    expect(hasFired).toBe(true);
    expect(dump === whole.dump).toBe(true);
  });
});
