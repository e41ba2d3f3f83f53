import fc from 'fast-check';

import { parseConvoyYaml, renderConvoyYaml } from '../../../src/api/settings-file/convoy-yaml';
import { anyProjectSettings } from '../../support/any-project-settings';
import { withLines } from '../../support/convoy-file';
import { line, projectSettings, repositorySettings } from '../../support/settings';

const FULL = `version: 1
projects:
  PAY:
    route: [dev, test, prod]
    lines:
      dev:  { branch: develop, environments: [development] }
      test: { branch: release/test, environments: [qa, uat], rejectedStatuses: [QA failed], approvedStatuses: [QA passed] }
      prod: { branch: main, environments: [production] }
    repositories:
      - id: github:acme/payments-api
        service: Payments API
        owner: Team Blue
        kind: app                     # app | db | mendix | infra | config | library
        lines: { prod: { branch: master } }
        notes: [Check login and the billing summary in QA]
        manualSteps: [{ paths: ["db/**"], text: Run the migration before the deployment, owner: DBA }]
        risks: [{ paths: ["flows/**"], code: mendix-model }, { paths: ["pay/**"], code: fraud, level: blocked }]
      - id: gitlab:gitlab.com/acme/web/shop
    issueTrailers: [Issue]
    dependencyLinks: [{ type: Blocks, direction: outward }]
    noChangeExpected: { issueTypes: [Epic], labels: [no-code] }
    requiredChecks: [build]
    requireReviews: true
    signOffs: [{ role: QA, accountIds: [quinn] }, { role: Release manager }]
    releaseManagers: { roles: [Release manager], accountIds: [rita] }
    freeze: [{ name: Year end, from: 2026-12-20, to: 2027-01-03 }]
    gates: { checks: { owner: Team Blue, severity: minor, required: false } }
    snapshots: { keep: 100 }
`;

describe('parseConvoyYaml', () => {
  it('reads every field', () => {
    expect(parseConvoyYaml(FULL)).toEqual({
      projects: [
        {
          projectKey: 'PAY',
          route: ['dev', 'test', 'prod'],
          lines: {
            dev: line('develop', { environments: ['development'] }),
            test: {
              branch: 'release/test',
              environments: ['qa', 'uat'],
              rejectedStatuses: ['QA failed'],
              approvedStatuses: ['QA passed'],
            },
            prod: line('main', { environments: ['production'] }),
          },
          repositories: [
            {
              id: 'github:acme/payments-api',
              service: 'Payments API',
              owner: 'Team Blue',
              kind: 'app',
              lines: { prod: { branch: 'master' } },
              notes: ['Check login and the billing summary in QA'],
              manualSteps: [
                { paths: ['db/**'], text: 'Run the migration before the deployment', owner: 'DBA' },
              ],
              risks: [
                { paths: ['flows/**'], code: 'mendix-model' },
                { paths: ['pay/**'], code: 'fraud', level: 'blocked' },
              ],
            },
            repositorySettings('gitlab:gitlab.com/acme/web/shop'),
          ],
          issueTrailers: ['Issue'],
          dependencyLinks: [{ type: 'Blocks', direction: 'outward' }],
          noChangeExpected: { issueTypes: ['Epic'], labels: ['no-code'] },
          requiredChecks: ['build'],
          requireReviews: true,
          signOffs: [{ role: 'QA', accountIds: ['quinn'] }, { role: 'Release manager' }],
          releaseManagers: { roles: ['Release manager'], accountIds: ['rita'] },
          freeze: [{ name: 'Year end', from: '2026-12-20', to: '2027-01-03' }],
          gates: { checks: { owner: 'Team Blue', severity: 'minor', required: false } },
          snapshots: { keep: 100 },
        },
      ],
    });
  });

  it('fills in what is left out', () => {
    const text = withLines(
      '    repositories:',
      '      - id: github:acme/payments-api',
      '        notes:',
    );

    expect(parseConvoyYaml(text)).toEqual({
      projects: [
        projectSettings({
          route: ['dev', 'prod'],
          lines: { dev: line('develop'), prod: line('main') },
        }),
      ],
    });
  });

  it('knows no level of a risk that would make it safe', () => {
    const text = withLines(
      '    repositories:',
      '      - id: github:acme/payments-api',
      '        risks: [{ paths: ["**"], code: fraud, level: safe }]',
    );

    expect(parseConvoyYaml(text)).toMatchObject({
      problems: [{ field: 'projects.PAY.repositories[0].risks[0].level' }],
    });
  });

  it('gives a repository one id, however its host is written', () => {
    const text = withLines('    repositories: [{ id: "github:github.com/acme/payments-api" }]');

    expect(parseConvoyYaml(text)).toMatchObject({
      projects: [{ repositories: [{ id: 'github:acme/payments-api' }] }],
    });
  });

  it('reports everything at once, in the order of the file', () => {
    const text = withLines(
      '    repositories:',
      '      - id: acme/api',
      '        kind: ap',
      '        lines: { qa: { branch: x } }',
      '    colour: red',
    ).replace('[dev, prod]', '[dev, live]');

    const parsed = parseConvoyYaml(text);

    expect('problems' in parsed && parsed.problems.map((each) => [each.line, each.field])).toEqual([
      [4, 'projects.PAY.route[1]'],
      [9, 'projects.PAY.repositories[0].id'],
      [10, 'projects.PAY.repositories[0].kind'],
      [11, 'projects.PAY.repositories[0].lines.qa'],
      [12, 'projects.PAY.colour'],
    ]);
  });
});

describe('renderConvoyYaml', () => {
  it('leaves out what is a default', () => {
    expect(renderConvoyYaml([projectSettings()])).toBe(`version: 1
projects:
  PAY:
    route:
      - dev
      - test
      - prod
    lines:
      dev:
        branch: develop
      test:
        branch: release/test
      prod:
        branch: main
    repositories:
      - id: github:acme/payments-api
`);
  });

  it('renders the same text whatever order projects and lines came in', () => {
    const pay = projectSettings();
    const { dev, test, prod } = pay.lines;
    const turned = projectSettings({
      lines: { ...(prod && { prod }), ...(test && { test }), ...(dev && { dev }) },
    });
    const web = projectSettings({ projectKey: 'WEB' });

    expect(renderConvoyYaml([web, turned])).toBe(renderConvoyYaml([pay, web]));
  });

  it('reads back to the same settings', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyProjectSettings, {
          selector: (each) => each.projectKey,
          minLength: 1,
          maxLength: 3,
        }),
        (projects) => {
          const parsed = parseConvoyYaml(renderConvoyYaml(projects));

          expect(parsed).toEqual({
            projects: projects.toSorted((a, b) => (a.projectKey < b.projectKey ? -1 : 1)),
          });
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});
