import { createSettingsHandlers } from '../../src/api/settings-handlers';
import { byId, connection } from '../support/connections';
import { createInMemoryPorts, createWorld, type Viewer } from '../support/in-memory-ports';
import { recordCalls } from '../support/record-calls';
import { projectSettings } from '../support/settings';

const SECRET = 'gh-s3cret-token';
const FILE = 'version: 1\nprojects: { PAY: { route: [dev], lines: { dev: { branch: main } } } }';

type Handlers = ReturnType<typeof createSettingsHandlers>;

const CALLS: [keyof Handlers, unknown][] = [
  ['listConnections', {}],
  [
    'saveConnection',
    {
      provider: 'github',
      baseUrl: 'https://ghe.acme.com',
      owner: null,
      auth: { kind: 'token', token: SECRET },
    },
  ],
  [
    'saveConnection',
    {
      id: 'c1',
      provider: 'github',
      baseUrl: 'https://github.com',
      owner: 'acme',
      auth: { kind: 'token' },
    },
  ],
  ['testConnection', { id: 'c1' }],
  ['listHostRepositories', { connectionId: 'c1', cursor: null }],
  ['suggestLines', { repository: 'github:acme/api', projectKey: 'PAY' }],
  ['listProjects', {}],
  ['getSettings', { projectKey: 'PAY' }],
  ['saveSettings', { settings: projectSettings() }],
  ['importSettings', { text: FILE }],
  ['exportSettings', { projectKeys: ['PAY'] }],
  ['getDoctor', { projectKey: 'PAY' }],
  ['refreshProject', { projectKey: 'PAY' }],
  ['findPeople', { words: 'Ri' }],
  ['namePeople', { accountIds: ['rita'] }],
  ['getGate', { projectKey: 'PAY' }],
  ['createGateKey', { projectKey: 'PAY' }],
  ['deleteGateKey', { projectKey: 'PAY' }],
  ['deleteConnection', { id: 'c1' }],
];

function setUp(viewer: Viewer): { handlers: Handlers; calls: string[] } {
  const world = createWorld({
    viewer,
    settings: new Map([['PAY', projectSettings()]]),
    connections: byId(connection()),
    secrets: new Map([['c1', SECRET]]),
    hosts: new Map([
      ['https://api.github.com', { repositories: [{ path: 'acme/api', branches: ['main'] }] }],
    ]),
  });
  const calls: string[] = [];
  const handlers = createSettingsHandlers(recordCalls(createInMemoryPorts(world), calls));
  return { handlers, calls };
}

const as = (accountId: string | undefined, payload: unknown) => ({
  payload,
  context: { accountId },
});

describe.each(CALLS)('%s', (name, payload) => {
  it('answers an administrator', async () => {
    const reply = await setUp('administrator').handlers[name](as('ana', payload));

    expect(reply).toMatchObject({ ok: true });
  });

  it('tells anybody else only that it is for administrators', async () => {
    const { handlers, calls } = setUp('user');

    const reply = await handlers[name](as('bo', payload));

    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'forbidden',
        message: 'Only Jira administrators may open these settings. Ask one of them.',
      },
    });
    expect(calls).toEqual(['asUser.isAdministrator']);
  });

  it('does nothing for a caller without an account', async () => {
    const { handlers, calls } = setUp('anonymous');

    const reply = await handlers[name](as(undefined, payload));

    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(calls).toEqual([]);
  });

  it('goes no further when Jira does not know the caller', async () => {
    const { handlers, calls } = setUp('anonymous');

    const reply = await handlers[name](as('gone', payload));

    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(calls).toEqual(['asUser.isAdministrator']);
  });
});

it('covers every function of the settings page', () => {
  const { handlers } = setUp('administrator');

  expect([...new Set(CALLS.map(([name]) => name))].sort()).toEqual(Object.keys(handlers).sort());
});

it('puts a secret in no reply', async () => {
  const { handlers } = setUp('administrator');
  const replies: unknown[] = [];

  for (const [name, payload] of CALLS) replies.push(await handlers[name](as('ana', payload)));
  replies.push(await handlers.listConnections(as('ana', {})));

  expect(replies).toHaveLength(CALLS.length + 1);
  expect(JSON.stringify(replies)).toContain('https://ghe.acme.com/api/v3');
  expect(JSON.stringify(replies)).not.toContain(SECRET);
});
