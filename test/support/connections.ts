import type { Connection } from '../../src/ports/connection-store';

/** A connection to github.com by token. */
export function connection(more: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    provider: 'github',
    baseUrl: 'https://api.github.com',
    owner: null,
    auth: { kind: 'token' },
    savedAt: '2026-05-01T08:00:00Z',
    savedBy: 'Bo Chen',
    ...more,
  };
}

/** Connections by their id, as a store keeps them. */
export function byId(...connections: Connection[]): Map<string, Connection> {
  return new Map(connections.map((each) => [each.id, each]));
}
