import type { SiteIssue, SiteProject } from '../jira/site';
import type { Account } from './app-host';
import type { ScreenModule, ShellApp } from './shell-app';

export type ColorMode = 'light' | 'dark';

/** Everything that the page's script needs to frame one screen. */
export type Screen = {
  resource: string;
  title: string;
  frameOrigin: string;
  /** Path of the shell under which the screen keeps its own locations; `null` where it has none. */
  historyBase: string | null;
  /** What `view.getContext()` answers. */
  context: Record<string, unknown>;
};

export type ScreenPlace = {
  app: ShellApp;
  cloudId: string;
  user: Account;
  colorMode: ColorMode;
  shellOrigin: string;
  frameOrigin: string;
};

/** The app's panel on one issue. */
export function issueScreen(
  place: ScreenPlace,
  module: ScreenModule,
  { issue, project }: { issue: SiteIssue; project: SiteProject | undefined },
): Screen {
  const { issuetype } = issue.fields;
  return toScreen(place, module, {
    issue: { id: issue.id, key: issue.key, type: issuetype?.name, typeId: issuetype?.id },
    project: { id: project?.id, key: project?.key, type: 'software' },
  });
}

/** The app's page in a project. */
export function projectScreen(
  place: ScreenPlace,
  module: ScreenModule,
  { id, key }: SiteProject,
): Screen {
  const screen = toScreen(place, module, { project: { id, key, type: 'software' } });
  return { ...screen, historyBase: `/projects/${key}` };
}

/** The app's page for administrators. */
export function adminScreen(place: ScreenPlace, module: ScreenModule): Screen {
  return { ...toScreen(place, module, {}), historyBase: '/settings' };
}

function toScreen(
  { app, cloudId, user, colorMode, shellOrigin, frameOrigin }: ScreenPlace,
  module: ScreenModule,
  extension: Record<string, unknown>,
): Screen {
  return {
    resource: module.resource,
    title: module.title,
    frameOrigin,
    historyBase: null,
    context: {
      accountId: user.accountId,
      cloudId,
      siteUrl: shellOrigin,
      localId: `ari:cloud:ecosystem::extension/${app.id.replace(/^.*\//, '')}/local-environment/static/${module.key}`,
      moduleKey: module.key,
      environmentId: 'local-environment',
      environmentType: 'DEVELOPMENT',
      locale: 'en_US',
      timezone: 'UTC',
      theme: { colorMode },
      surfaceColor: null,
      permissions: app.permissions,
      extension: { type: module.type, ...extension },
    },
  };
}
