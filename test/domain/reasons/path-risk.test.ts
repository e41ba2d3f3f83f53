import { listedPaths, pathRisk } from '../../../src/domain/reasons/path-risk';
import type { RiskRule } from '../../../src/domain/settings/project-settings';
import { REPOSITORY } from '../../support/builders';
import {
  caseOf,
  promotionCase,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const touching = (...listed: string[]) => travellingChange({ paths: { listed, omitted: 0 } });
const withRules = (risks: RiskRule[], ...listed: string[]) =>
  caseOf({ changes: [touching(...listed)], settings: repositorySettings(REPOSITORY, { risks }) });

describe('pathRisk', () => {
  it.each<{ when: string; risk: RiskRule; level: string }>([
    {
      when: 'nothing is said',
      risk: { paths: ['x.yml'], code: 'config-change' },
      level: 'warning',
    },
    {
      when: 'it is raised',
      risk: { paths: ['x.yml'], code: 'config-change', level: 'blocked' },
      level: 'blocked',
    },
    {
      when: 'another file is raised',
      risk: { paths: ['y.yml'], code: 'config-change', level: 'blocked' },
      level: 'warning',
    },
    {
      when: 'another code is raised',
      risk: { paths: ['x.yml'], code: 'db-change', level: 'blocked' },
      level: 'warning',
    },
  ])('of configuration is $level when $when', ({ risk, level }) => {
    expect(pathRisk(withRules([risk], 'x.yml'), 'config-change').level).toBe(level);
  });

  it('is never lowered', () => {
    const facts = withRules([{ paths: ['**'], code: 'db-change', level: 'warning' }], 'x.sql');

    expect(pathRisk(facts, 'db-change').level).toBe('manual-review');
  });

  it.each([
    ['db', 'db-change'],
    ['infra', 'infra-change'],
    ['config', 'config-change'],
    ['app', ''],
    ['library', ''],
  ] as const)('of a repository of kind %s is %s', (kind, expected) => {
    const settings = repositorySettings(REPOSITORY, { kind });
    const facts = caseOf({ changes: [touching('src/x.ts', 'README.md')], settings });

    const codes = ['db-change', 'infra-change', 'config-change', 'mendix-model'].filter(
      (code) => pathRisk(facts, code).evidence.length > 0,
    );
    expect(codes.join()).toBe(expected);
  });

  it('links each file once, to the commit that touched it first', () => {
    const changes = [touching('x.sql'), { ...touching('x.sql', 'y.sql'), sha: 'a2' }];

    expect(pathRisk(caseOf({ changes }), 'db-change').evidence).toEqual([
      { text: 'Payments API: x.sql', url: 'https://github.com/acme/payments-api/commit/a1' },
      { text: 'Payments API: y.sql', url: 'https://github.com/acme/payments-api/commit/a2' },
    ]);
  });

  it('names the repositories that it found', () => {
    const other = repositoryCase({ repository: 'github:acme/ui', name: 'UI' });
    const facts = promotionCase({
      repositories: [other, repositoryCase({ changes: [touching('x.sql')] })],
    });

    expect(pathRisk(facts, 'db-change').repositories.map(({ name }) => name)).toEqual([
      'Payments API',
    ]);
  });
});

describe('listedPaths', () => {
  it('knows none of a commit whose files were not read', () => {
    expect(listedPaths('unread')).toEqual([]);
  });
});
