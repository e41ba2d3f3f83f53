import { join } from 'node:path';

import type { Manifest, ManifestFunction } from './manifest';

type Handler = (...parts: unknown[]) => unknown;

/** The functions of an app, loaded from its sources when they are first called. */
export type App = { load: (functionKey: string) => Promise<Handler> };

export function createApp(manifest: Manifest, appDir: string): App {
  return {
    load: async (functionKey) => {
      const entry = manifest.functions.get(functionKey);
      if (!entry) throw new Error(`manifest.yml has no function ${functionKey}.`);
      return loadHandler(entry, appDir);
    },
  };
}

async function loadHandler(entry: ManifestFunction, appDir: string): Promise<Handler> {
  const file = join(appDir, 'src', `${entry.file}.ts`);
  const module = (await import(file)) as Record<string, unknown>;
  const handler = module[entry.exportName];
  if (typeof handler !== 'function') {
    throw new Error(`The function ${entry.key} needs the export ${entry.exportName} of ${file}.`);
  }
  return handler as Handler;
}
