import type { Problem } from '../domain/problem';
import type { Provider } from '../domain/repository';
import { toHostAddress } from '../domain/settings/host-address';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { withConnection } from './find-connection';
import { refuse, refuseInput, type Outcome } from './refusal';

/** A connection as an administrator enters it; without a secret, the one that is kept stays. */
export type ConnectionDraft = {
  id?: string;
  provider: Provider;
  baseUrl: string;
  owner: string | null;
  auth: Connection['auth'];
  secret: string | null;
};

type SavePorts = Pick<Ports, 'asUser' | 'connections' | 'now' | 'newId'>;

/** Saves a new connection, or changes one. The secret goes to secret storage and never comes back. */
export function saveConnection(
  ports: SavePorts,
  draft: ConnectionDraft,
): Promise<Outcome<Connection>> {
  return asAdministrator(ports, () => {
    const address = toHostAddress(draft.provider, draft.baseUrl);
    if (address.status === 'wrong') return Promise.resolve(wrongField('baseUrl', address.message));
    const wanted = { ...draft, baseUrl: address.baseUrl };
    return draft.id === undefined
      ? create(ports, wanted)
      : withConnection(ports, draft.id, (before) => change(ports, before, wanted));
  });
}

async function create(ports: SavePorts, draft: ConnectionDraft): Promise<Outcome<Connection>> {
  if (draft.secret === null) return wrongField(secretField(draft), 'is missing');
  return keep(ports, ports.newId(), draft, draft.secret);
}

/** A kept secret goes only where it was meant to go: another host or account needs its own. */
async function change(
  ports: SavePorts,
  before: Connection,
  draft: ConnectionDraft,
): Promise<Outcome<Connection>> {
  if (draft.secret !== null) return keep(ports, before.id, draft, draft.secret);
  if (!isSameAccount(before, draft)) {
    const message = `must be entered again: the one that is kept was given for ${before.baseUrl}`;
    return wrongField(secretField(draft), message);
  }
  const kept = await ports.connections.findSecret(before.id);
  return kept === undefined
    ? wrongField(secretField(draft), 'must be entered again: it is not kept any more')
    : keep(ports, before.id, draft, kept);
}

async function keep(
  ports: SavePorts,
  id: string,
  { provider, baseUrl, owner, auth }: ConnectionDraft,
  secret: string,
): Promise<Outcome<Connection>> {
  const all = await ports.connections.listConnections();
  const rival = all.find(
    (each) => each.id !== id && covers(each) === covers({ provider, baseUrl, owner }),
  );
  if (rival) {
    const whose = owner ?? 'all owners';
    return refuse(
      'conflict',
      `Another connection already reads ${whose} at ${baseUrl}. Change that one, or name another owner.`,
    );
  }
  const { displayName } = await ports.asUser.getViewer();
  const connection = {
    id,
    provider,
    baseUrl,
    owner,
    auth,
    savedAt: ports.now(),
    savedBy: displayName,
  };
  await ports.connections.saveConnection(connection, secret);
  return connection;
}

function covers({
  provider,
  baseUrl,
  owner,
}: Pick<Connection, 'provider' | 'baseUrl' | 'owner'>): string {
  return `${provider} ${baseUrl} ${owner?.toLowerCase() ?? '/'}`;
}

function isSameAccount(before: Connection, { provider, baseUrl, auth }: ConnectionDraft): boolean {
  return (
    before.provider === provider &&
    before.baseUrl === baseUrl &&
    before.auth.kind === auth.kind &&
    (before.auth.kind !== 'app' || auth.kind !== 'app' || before.auth.appId === auth.appId)
  );
}

function secretField({ auth }: ConnectionDraft): string {
  return auth.kind === 'token' ? 'auth.token' : 'auth.privateKey';
}

function wrongField(field: string, message: string): Outcome<Connection> {
  const problem: Problem = { field, line: null, message };
  return refuseInput(`The connection cannot be saved: ${field} ${message}.`, [problem]);
}
