import { cpSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { makeRepository } from '../../dev/bench/make-repository';
import { openSite } from '../../dev/local-site/open-site';
import type { KillPoint } from '../../dev/runtime/kill-switch';
import { openStore } from '../../dev/runtime/store';
import { readSite } from '../../dev/site-file/read-site';
import { issue, writeTestSite } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

/** More commits than one slice may ask for: 60 calls of 100. */
const COMMITS = 6_300;

describe('a reading that takes several slices', () => {
  const git = join(createTempFolder({}), 'large.git');
  const configured = createTempFolder({});
  let folder: string;
  let whole: string;
  let copies = 0;

  beforeAll(async () => {
    makeRepository(git, { commits: COMMITS, issues: 40, ahead: { test: 20, prod: 30 } });
    folder = writeTestSite({
      repositories: [{ path: 'acme/large', git }],
      issues: [issue('PAY-1')],
    });
    await (await openSite(readSite(folder), { store: configured })).close();
    whole = (await readWith(null)).dump;
  });
  afterAll(() => {
    rmSync(git, { recursive: true });
  });

  async function readWith(
    point: KillPoint | null,
  ): Promise<{ dump: string; hasFired: boolean; hostCalls: number; invocations: number }> {
    const copy = join(configured, '..', `${basename(configured)}-${String(copies)}`);
    copies += 1;
    cpSync(configured, copy, { recursive: true });
    const store = openStore(copy);
    const { platform, close } = await openSite(readSite(folder), { store });
    platform.resetStats();
    const kill = point && platform.killAt(point);
    await platform.drain();
    const { hostCalls, invocations } = platform.stats();
    await close();
    rmSync(copy, { recursive: true });
    return {
      dump: store.dump(),
      hasFired: kill?.hasFired() ?? false,
      hostCalls: hostCalls.github ?? 0,
      invocations,
    };
  }

  it('hands over before an invocation makes 100 host calls', async () => {
    const { hostCalls, invocations } = await readWith(null);

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
    expect(dump === whole).toBe(true);
  });
});
