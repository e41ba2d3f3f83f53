import fc from 'fast-check';

import type { ProjectSettings } from '../../src/domain/settings/project-settings';
import { line, projectSettings } from './settings';

const words = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'yes',
      'null',
      '1.0',
      '- x',
      '# no',
      'a: b',
      '2026-01-01',
      '~',
      '"',
      "it's",
      '{x}',
    ),
  )
  .map((text) => text.replaceAll(/[\p{Cs}\p{Cc}]/gu, '').trim())
  .filter((text) => text !== '');
const list = (item: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc.array(item, { maxLength: 3 });
const branch = fc.constantFrom('main', 'release/test', 'v1.0', 'yes', '1', 'feature/ä-b', "it's#1");
const lineName = fc.constantFrom(
  'dev',
  'test',
  'prod',
  'release 1',
  'null',
  'true',
  '1.5',
  'ŝtupo',
);
const id = fc.constantFrom('github:acme/api', 'github:ghe.acme.com/a/b', 'gitlab:gitlab.com/a/b/c');
const day = fc.constantFrom('2026-01-01', '2026-02-28');

const anyLine = fc.record({
  branch,
  environments: list(words),
  rejectedStatuses: list(words),
  approvedStatuses: list(words),
});

/** Settings of a project that a person could have made, with hostile words in them. */
export const anyProjectSettings: fc.Arbitrary<ProjectSettings> = fc
  .uniqueArray(lineName, { minLength: 1, maxLength: 4 })
  .chain((route) =>
    fc.record({
      projectKey: fc.constantFrom('PAY', 'WEB', 'A1', 'NULL', 'Y'),
      route: fc.constant(route),
      lines: fc
        .array(anyLine, { minLength: route.length, maxLength: route.length })
        .map((lines) =>
          Object.fromEntries(route.map((name, index) => [name, lines[index] ?? line('x')])),
        ),
      repositories: fc.uniqueArray(
        fc.record({
          id,
          service: fc.option(words),
          owner: fc.option(words),
          kind: fc.constantFrom(null, 'app' as const, 'db' as const),
          lines: fc.dictionary(
            fc.constantFrom(...route),
            fc.record({ branch, environments: list(words) }, { requiredKeys: [] }),
          ),
          notes: list(words),
          manualSteps: fc.array(
            fc.record({
              paths: fc.array(words, { minLength: 1, maxLength: 2 }),
              text: words,
              owner: fc.option(words),
            }),
            { maxLength: 2 },
          ),
          risks: fc.array(
            fc.record(
              {
                paths: fc.array(words, { minLength: 1, maxLength: 2 }),
                code: words,
                level: fc.constantFrom('warning' as const, 'blocked' as const),
              },
              { requiredKeys: ['paths', 'code'] },
            ),
            { maxLength: 2 },
          ),
        }),
        { selector: (each) => each.id, maxLength: 3 },
      ),
      issueTrailers: fc.oneof(fc.constant(projectSettings().issueTrailers), list(words)),
      dependencyLinks: fc.oneof(
        fc.constant(projectSettings().dependencyLinks),
        fc.array(
          fc.record({
            type: words,
            direction: fc.constantFrom('inward' as const, 'outward' as const),
          }),
          { maxLength: 2 },
        ),
      ),
      noChangeExpected: fc.record({ issueTypes: list(words), labels: list(words) }),
      requiredChecks: fc.oneof(fc.constant('all' as const), list(words)),
      requireReviews: fc.boolean(),
      signOffs: fc.array(
        fc.record(
          { role: words, accountIds: fc.array(words, { minLength: 1, maxLength: 2 }) },
          { requiredKeys: ['role'] },
        ),
        { maxLength: 2 },
      ),
      releaseManagers: fc.record({ roles: list(words), accountIds: list(words) }),
      freeze: fc.array(fc.record({ name: words, from: day, to: fc.constant('2026-03-01') }), {
        maxLength: 2,
      }),
      gates: fc.oneof(
        fc.constant({}),
        fc.record({ owner: words, severity: fc.constant('minor' as const) }).map((checks) => ({
          checks,
          freeze: { required: false },
        })),
      ),
      snapshots: fc.record({ keep: fc.integer({ min: 1, max: 500 }) }),
    }),
  );
