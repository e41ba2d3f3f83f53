import { dirname, join } from 'node:path';

import { createPlatform } from '../../../dev/runtime/platform';
import type { Platform, PlatformOptions } from '../../../dev/runtime/platform';
import { openStore } from '../../../dev/runtime/store';

const PROBE = join(__dirname, 'fixtures/probe/manifest.yml');
/** The same code with a manifest that grants nothing. */
export const BARE = join(__dirname, 'fixtures/bare/manifest.yml');

let installed: Platform | undefined;

/** The probe app on a platform of its own; the one before it goes. */
export async function installProbe(options: Partial<PlatformOptions> = {}): Promise<Platform> {
  await disposeProbe();
  installed = createPlatform({
    manifestPath: PROBE,
    appDir: dirname(PROBE),
    store: openStore(null),
    jira: async ({ method, path, as, accountId }) =>
      Promise.resolve(Response.json({ method, path, as, accountId })),
    hosts: {
      handle: async () => Promise.resolve(new Response('hello')),
      providerOf: () => 'github',
    },
    isAdmin: (accountId) => accountId === 'ana',
    ...options,
  });
  return installed;
}

export async function disposeProbe(): Promise<void> {
  await installed?.dispose();
  installed = undefined;
}

/** Calls a function of the probe's panel as a user would. */
export async function ask(
  platform: Platform,
  functionKey: string,
  payload: unknown = {},
): Promise<unknown> {
  return platform.invokeResolver({ moduleKey: 'panel', functionKey, payload, accountId: 'bo' });
}
