import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { Permissions } from '@forge/manifest';
import { parse } from 'yaml';
import { z } from 'zod';

const ScreenModule = z.object({ key: z.string(), title: z.string(), resource: z.string() });
const Screens = z.array(ScreenModule).default([]);

const Manifest = z.object({
  app: z.object({ id: z.string() }),
  permissions: z.custom<Permissions>((value) => typeof value === 'object').default({}),
  modules: z.looseObject({
    'jira:issuePanel': Screens,
    'jira:projectPage': Screens,
    'jira:adminPage': Screens,
  }),
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
});

/** A place of the site where the app shows a screen. */
export type ScreenModule = z.infer<typeof ScreenModule> & {
  type: 'jira:issuePanel' | 'jira:projectPage' | 'jira:adminPage';
};

/** What the shell needs to know of the app that it frames. */
export type ShellApp = {
  id: string;
  permissions: Permissions;
  issuePanels: ScreenModule[];
  projectPages: ScreenModule[];
  adminPages: ScreenModule[];
  /** Absolute folder by resource key. */
  resources: ReadonlyMap<string, string>;
};

/** Reads the screens of the app from its manifest; their folders are relative to the manifest. */
export function readShellApp(manifestPath: string): ShellApp {
  const parsed = Manifest.safeParse(parse(readFileSync(manifestPath, 'utf8')));
  if (!parsed.success) throw new Error(`${manifestPath}: ${z.prettifyError(parsed.error)}`);
  const { app, modules, permissions, resources } = parsed.data;
  const screens = (type: ScreenModule['type']): ScreenModule[] =>
    modules[type].map((module) => ({ ...module, type }));
  return {
    id: app.id,
    permissions,
    issuePanels: screens('jira:issuePanel'),
    projectPages: screens('jira:projectPage'),
    adminPages: screens('jira:adminPage'),
    resources: new Map(
      resources.map(({ key, path }) => [key, resolve(dirname(manifestPath), path)]),
    ),
  };
}
