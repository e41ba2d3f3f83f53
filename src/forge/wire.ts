import { randomBytes, randomUUID } from 'node:crypto';
import api, { assumeTrustedRoute, NeedsAuthenticationError, webTrigger } from '@forge/api';
import { Queue } from '@forge/events';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { createGitHub } from '../adapters/github/github';
import { createGitLab } from '../adapters/gitlab/gitlab';
import { createJira } from '../adapters/jira/jira';
import { createIssueMarker } from '../adapters/jira/marks';
import { createJiraWriter } from '../adapters/jira/writes';
import { createJobQueue } from '../adapters/queue/job-queue';
import { createCompositionStore } from '../adapters/storage/composition-store';
import { createConnectionStore } from '../adapters/storage/connection-store';
import { createEvidenceStore } from '../adapters/storage/evidence-store';
import { createGateStore } from '../adapters/storage/gate-store';
import { createMarkStore } from '../adapters/storage/mark-store';
import { createReleaseStore } from '../adapters/storage/release-store';
import { createSnapshotStore } from '../adapters/storage/snapshot-store';
import { createSettingsStore } from '../adapters/storage/settings-store';
import { createTickStore } from '../adapters/storage/tick-store';
import { verifySignature } from '../adapters/webhooks/verify-signature';
import type { CodeHost } from '../ports/code-host';
import type { Connection, ConnectionStore } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { ProviderError } from '../ports/provider-error';

/** Introduces the adapters to the use cases: the only place that knows both. */
export function wire(): Ports {
  const now = () => new Date().toISOString();
  const connections = createConnectionStore(kvs);
  return {
    asUser: createJira({ fetch: (path, init) => requestJira(api.asUser(), path, init) }),
    writer: createJiraWriter({ fetch: (path, init) => requestJira(api.asUser(), path, init) }),
    asApp: createJira({ fetch: (path, init) => requestJira(api.asApp(), path, init) }),
    settings: createSettingsStore(kvs),
    connections,
    jobs: createJobQueue(
      {
        readings: new Queue({ key: 'read-repository' }),
        compositions: new Queue({ key: 'compose-release' }),
        marks: new Queue({ key: 'mark-issues' }),
      },
      now,
    ),
    evidence: createEvidenceStore({ kvs, Filter, FilterConditions }),
    ticks: createTickStore({ kvs, Filter, FilterConditions }),
    gates: createGateStore(kvs),
    verifySignature,
    releases: createReleaseStore({ kvs, Filter, FilterConditions }),
    snapshots: createSnapshotStore({ kvs, Filter, FilterConditions }),
    compositions: createCompositionStore({ kvs, Filter, FilterConditions }),
    marks: createMarkStore({ kvs, Filter, FilterConditions }),
    marker: createIssueMarker({ fetch: (path, init) => requestJira(api.asApp(), path, init) }),
    openCodeHost: (connection, onRequest) => openCodeHost(connections, connection, onRequest),
    now,
    newId: randomUUID,
    newSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
    gateUrl: () => webTrigger.getUrl('release-gate'),
    startWatch: () => {
      const start = performance.now();
      return () => performance.now() - start;
    },
  };
}

type JiraRequester = Pick<ReturnType<typeof api.asApp>, 'requestJira'>;

/** The adapter encodes its paths itself, so they are trusted here. */
async function requestJira(as: JiraRequester, path: string, init?: RequestInit): Promise<Response> {
  try {
    return (await as.requestJira(assumeTrustedRoute(path), init as never)) as unknown as Response;
  } catch (cause) {
    if (!(cause instanceof NeedsAuthenticationError)) throw cause;
    const message =
      'Jira does not know who you are. Log in again, and allow the app access if Jira asks.';
    throw new ProviderError({ kind: 'unauthorized' }, message, { cause });
  }
}

async function openCodeHost(
  connections: Pick<ConnectionStore, 'findSecret'>,
  { id, provider, baseUrl, auth }: Connection,
  onRequest: () => void = () => undefined,
): Promise<CodeHost> {
  const secret = await connections.findSecret(id);
  if (secret === undefined) {
    throw new ProviderError(
      { kind: 'unauthorized' },
      `The connection to ${new URL(baseUrl).host} has lost its secret. Save it again on the settings page.`,
    );
  }
  const send = api.fetch as unknown as typeof globalThis.fetch;
  const fetch: typeof send = (input, init) => {
    onRequest();
    return send(input, init);
  };
  if (provider === 'gitlab') return createGitLab({ fetch, baseUrl, token: secret });
  return createGitHub({
    fetch,
    baseUrl,
    auth:
      auth.kind === 'token' ? { kind: 'token', token: secret } : { ...auth, privateKey: secret },
  });
}
