import { parseManifest } from '../../../dev/runtime/manifest';

const document = (changes: object = {}): object => ({
  app: { id: 'ari:cloud:ecosystem::app/1' },
  modules: {
    'jira:adminPage': [{ key: 'settings', resource: 's', resolver: { function: 'run' } }],
    'jira:entityProperty': [
      {
        key: 'property',
        propertyKey: 'mark',
        values: [
          { path: 'state.word', type: 'string', searchAlias: 'markWord' },
          { path: 'unnamed', type: 'number' },
        ],
      },
      { key: 'other', propertyKey: 'of-project', entityType: 'project', values: [] },
    ],
    function: [{ key: 'run', handler: 'forge/resolvers.handler', timeoutSeconds: 20 }],
  },
  ...changes,
});

describe('parseManifest', () => {
  it('reads functions and the modules that have a resolver', () => {
    const manifest = parseManifest(document());

    expect(manifest.screens).toEqual([
      { type: 'jira:adminPage', key: 'settings', functionKey: 'run' },
    ]);
    expect(manifest.functions.get('run')).toEqual({
      key: 'run',
      file: 'forge/resolvers',
      exportName: 'handler',
      timeoutSeconds: 20,
    });
  });

  it('reads the names in JQL that properties of issues have', () => {
    const fields = [{ name: 'markWord', propertyKey: 'mark', path: 'state.word' }];

    expect(parseManifest(document()).searchFields).toEqual(fields);
  });

  it('refuses a name for what the local site cannot search', () => {
    const values = [{ path: 'count', type: 'number', searchAlias: 'markCount' }];
    const modules = { 'jira:entityProperty': [{ key: 'a', propertyKey: 'mark', values }] };

    expect(() => parseManifest(document({ modules }))).toThrow('markCount');
  });

  it('reads both forms of an index', () => {
    const entities = [
      {
        name: 'book',
        attributes: { pages: { type: 'integer' }, shelf: { type: 'string' } },
        indexes: ['pages', { name: 'by-shelf', partition: ['shelf'], range: ['pages'] }],
      },
    ];

    const manifest = parseManifest(document({ app: { id: 'x', storage: { entities } } }));

    expect(Object.fromEntries(manifest.entities.get('book')?.indexes ?? [])).toEqual({
      'by-key': { range: 'key', partition: [] },
      pages: { range: 'pages', partition: [] },
      'by-shelf': { range: 'pages', partition: ['shelf'] },
    });
  });

  it.each([
    { scopes: ['read:jira-work'], all: ['read:jira-work'], offline: [] },
    {
      scopes: { 'read:jira-work': { allowImpersonation: true }, 'storage:app': {} },
      all: ['read:jira-work', 'storage:app'],
      offline: ['read:jira-work'],
    },
  ])('reads the scopes $scopes', ({ scopes, all, offline }) => {
    const manifest = parseManifest(document({ permissions: { scopes } }));

    expect([...manifest.scopes]).toEqual(all);
    expect([...manifest.offlineScopes]).toEqual(offline);
  });

  it('reads the addresses of the backend, in both forms', () => {
    const external = {
      fetch: { backend: ['https://a.io', { address: 'https://b.io' }] },
      configurable: { enabled: true },
    };

    const manifest = parseManifest(document({ permissions: { external } }));

    expect(manifest.egress).toEqual({
      addresses: ['https://a.io', 'https://b.io'],
      isConfigurable: true,
    });
  });

  it('says what is wrong, and where', () => {
    const modules = { function: [{ key: 'run', handler: 'nothing', timeoutSeconds: 901 }] };

    expect(() => parseManifest(document({ modules }), 'app/manifest.yml')).toThrow(
      /^app\/manifest\.yml: .*is not of the form folder\/file\.export\n.*modules\.function\[0\]\.handler/,
    );
  });
});
