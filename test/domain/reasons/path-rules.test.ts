import {
  isMatch,
  isPathCode,
  PATH_CODES,
  PATH_LEVELS,
  riskyPaths,
} from '../../../src/domain/reasons/path-rules';

describe('riskyPaths', () => {
  it.each<[string, string[]]>([
    ['app/Model.mpr', ['mendix-model']],
    ['App.MPR', ['mendix-model']],
    ['db/x.ts', ['db-change']],
    ['src/db/x.ts', ['db-change']],
    ['src/dbx/x.ts', []],
    ['src/main/resources/migration/V1.java', ['db-change']],
    ['Migrations/1.py', ['db-change']],
    ['schema/user.json', ['db-change']],
    ['report.sql', ['db-change']],
    ['a/liquibase/x.xml', ['db-change']],
    ['flyway/x.xml', ['db-change']],
    ['database/x.xml', ['db-change']],
    ['.env', ['secret-change']],
    ['.env.production', ['secret-change']],
    ['services/api/.env.local', ['secret-change']],
    ['src/client-secrets.json', ['secret-change']],
    ['src/CredentialStore.java', ['secret-change']],
    ['release.keystore', ['secret-change']],
    ['certs/server.pem', ['secret-change']],
    ['a.p12', ['secret-change']],
    ['a.jks', ['secret-change']],
    ['main.tf', ['infra-change']],
    ['deploy/helm/Chart.tpl', ['infra-change']],
    ['k8s/job.json', ['infra-change']],
    ['terraform/x.json', ['infra-change']],
    ['Dockerfile', ['infra-change']],
    ['api/Dockerfile.dev', ['infra-change']],
    ['.github/workflows/ci.yml', ['infra-change', 'config-change']],
    ['sub/.github/workflows/ci.sh', []],
    ['.gitlab-ci.yml', ['infra-change', 'config-change']],
    ['application.properties', ['config-change']],
    ['pyproject.toml', ['config-change']],
    ['setup.ini', ['config-change']],
    ['values.yaml', ['config-change']],
    ['config/x.ts', ['config-change']],
    ['src/settings/x.ts', ['config-change']],
    ['src/preconfig/x.ts', []],
    ['db/config/x.yml', ['db-change', 'config-change']],
    ['package-lock.json', ['dependency-change']],
    ['web/yarn.lock', ['dependency-change']],
    ['pnpm-lock.yaml', ['config-change', 'dependency-change']],
    ['go.sum', ['dependency-change']],
    ['Cargo.lock', ['dependency-change']],
    ['poetry.lock', ['dependency-change']],
    ['Gemfile.lock', ['dependency-change']],
    ['composer.lock', ['dependency-change']],
    ['Pipfile.lock', ['dependency-change']],
    ['uv.lock', ['dependency-change']],
    ['gradle.lockfile', ['dependency-change']],
    ['packages.lock.json', ['dependency-change']],
    ['package.json', []],
    ['docs/preconfig/x.md', []],
    ['docs/config/x.yml', []],
    ['src/config/README.md', []],
    ['src/docs/config/x.ts', ['config-change']],
    ['src/login.ts', []],
  ])('%s is %j', (path, codes) => {
    expect(PATH_CODES.filter((code) => riskyPaths([path], code, []).length > 0)).toEqual(codes);
  });

  it('keeps every path that matches, in order', () => {
    expect(riskyPaths(['b.sql', 'a.ts', 'a.sql'], 'db-change', [])).toEqual(['b.sql', 'a.sql']);
  });

  it('adds the rules of the repository to the default ones', () => {
    const rules = [{ paths: ['src/fraud/**'], code: 'db-change' }];

    expect(riskyPaths(['src/fraud/x.ts', 'a.sql', 'src/y.ts'], 'db-change', rules)).toEqual([
      'src/fraud/x.ts',
      'a.sql',
    ]);
    expect(riskyPaths(['src/fraud/x.ts'], 'infra-change', rules)).toEqual([]);
  });

  it('knows codes that the settings made up', () => {
    const rules = [{ paths: ['src/Fraud/**'], code: 'fraud' }];

    expect(riskyPaths(['src/fraud/x.ts', 'src/fraud/x.md'], 'fraud', rules)).toEqual([
      'src/fraud/x.ts',
    ]);
  });
});

describe('isMatch', () => {
  it('answers the same each time, for each list of globs', () => {
    const [some, others] = [['*.ts'], ['*.js']];

    expect([isMatch(some, 'a.ts'), isMatch(others, 'a.ts'), isMatch(some, 'a.js')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('codes of paths', () => {
  it('have the levels of the specification', () => {
    expect(PATH_LEVELS).toEqual({
      'db-change': 'manual-review',
      'mendix-model': 'manual-review',
      'secret-change': 'manual-review',
      'infra-change': 'manual-review',
      'config-change': 'warning',
      'dependency-change': 'warning',
    });
    expect([isPathCode('db-change'), isPathCode('fraud')]).toEqual([true, false]);
  });
});
