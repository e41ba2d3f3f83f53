import type { Invocation } from './invocation';
import type { Manifest } from './manifest';
import type { WallClock } from './wall-clock';

export type Installation = { cloudId: string; appDir: string; manifest: Manifest; wall: WallClock };

const ENVIRONMENT_ID = 'local-environment';
const INSTALLATION_ID = 'local-installation';
const APP_VERSION = '1.0.0';

const NO_METRICS = {
  counter: () => ({
    incr: () => undefined,
    incrBy: () => undefined,
    decr: () => undefined,
    decrBy: () => undefined,
  }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

/** `__forge_runtime__` as @forge/api 8.3 reads it. */
export function createMetadata(installation: Installation, invocation: Invocation): object {
  const { manifest, wall, appDir } = installation;
  return {
    proxy: { token: 'local', url: 'http://127.0.0.1' },
    contextAri: toContextAri(installation),
    aaid: invocation.accountId ?? undefined,
    container: {
      region: 'local',
      runtime: 'nodejs22.x',
      handler: manifest.functions.get(invocation.functionKey)?.file,
      appCodeDir: appDir,
    },
    appContext: {
      appId: manifest.appId.split('/').at(-1),
      appVersion: APP_VERSION,
      environmentId: ENVIRONMENT_ID,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: INSTALLATION_ID,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      permissions: {
        scopes: [...manifest.scopes],
        external: { fetch: { backend: [...manifest.egress.addresses] } },
      },
    },
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, Math.round(invocation.deadlineAt - wall.now())),
    },
    tracing: { traceId: invocation.id, spanId: invocation.id },
    realtime: {},
    metrics: NO_METRICS,
    featureFlags: () => false,
  };
}

/** The second argument of every handler. */
export function createPrincipal(
  installation: Installation,
  { accountId }: Pick<Invocation, 'accountId'>,
): object {
  return {
    ...(accountId === null ? {} : { principal: { accountId } }),
    installContext: toContextAri(installation),
    installation: {
      ari: { installationId: INSTALLATION_ID },
      contexts: [{ cloudId: installation.cloudId }],
    },
  };
}

/** What a screen's calls carry beside the frontend's payload, except what the frame adds. */
export function createScreenContext(
  { cloudId }: Installation,
  module: { type: string; key: string },
): Record<string, unknown> {
  return {
    cloudId,
    localId: `${toContextAri({ cloudId })}/${module.key}`,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    moduleKey: module.key,
    extension: { type: module.type },
  };
}

function toContextAri({ cloudId }: Pick<Installation, 'cloudId'>): string {
  return `ari:cloud:jira::site/${cloudId}`;
}
