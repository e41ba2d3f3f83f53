import { suggestKind } from '../../../src/domain/doctor/suggest-kind';

const suggest = (path: string, paths: string[] = [], isDeployed = false) =>
  suggestKind({ path, paths, isDeployed });

describe('suggestKind', () => {
  it.each([
    { paths: ['app/Back.mpr', 'a.js', 'b.js', 'c.js'], kind: 'mendix' },
    { paths: ['migrations/1.sql', 'migrations/2.sql', 'README.md'], kind: null },
    { paths: ['migrations/1.sql', 'migrations/2.sql', 'run.sh'], kind: 'db' },
    { paths: ['main.tf', 'modules/vpc/main.tf', 'run.sh'], kind: 'infra' },
    { paths: ['eu/app.yaml', 'us/app.yaml', 'docs/a.md', 'apply.sh'], kind: 'config' },
    { paths: ['src/a.ts', 'src/b.ts', 'migrations/1.sql'], kind: null },
  ])('takes $kind from $paths', ({ paths, kind }) => {
    expect(suggest('acme/thing', paths)?.kind ?? null).toBe(kind);
  });

  it.each([
    { path: 'acme/ledger-schema', kind: 'db', why: 'its name says schema' },
    { path: 'acme/web/deploy-config', kind: 'config', why: 'its name says config' },
    { path: 'acme/infra', kind: 'infra', why: 'its name says infra' },
    { path: 'acme/java-sdk', kind: 'library', why: 'its name says sdk' },
  ])('guesses $kind from the name $path', ({ path, kind, why }) => {
    expect(suggest(path)).toEqual({ kind, confidence: 'guess', why });
  });

  it('takes no part of a word for a word', () => {
    expect(suggest('acme/dbeaver')).toBeNull();
  });

  it('believes paths before the name, and the name before deployments', () => {
    const paths = ['a.sql', 'b.sql', 'c.sql'];

    expect(suggest('acme/config', paths, true)).toMatchObject({ kind: 'db', confidence: 'likely' });
    expect(suggest('acme/config', [], true)).toMatchObject({ kind: 'config' });
    expect(suggest('acme/api', [], true)).toEqual({
      kind: 'app',
      confidence: 'guess',
      why: 'it is deployed',
    });
    expect(suggest('acme/api')).toBeNull();
  });
});
