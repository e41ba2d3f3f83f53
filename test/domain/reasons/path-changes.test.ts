import {
  configChange,
  dependencyChange,
  infraChange,
  mendixModel,
  secretChange,
} from '../../../src/domain/reasons/path-changes';
import { REPOSITORY } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  itTells,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const touching = (path: string) => ({ paths: { listed: ['src/x.ts', path], omitted: 0 } });

describe.each([
  { rule: mendixModel, code: 'mendix-model', level: 'manual-review', path: 'App.mpr' },
  { rule: secretChange, code: 'secret-change', level: 'manual-review', path: '.env.production' },
  { rule: infraChange, code: 'infra-change', level: 'manual-review', path: 'Dockerfile' },
  { rule: configChange, code: 'config-change', level: 'warning', path: 'config/x.ts' },
  { rule: dependencyChange, code: 'dependency-change', level: 'warning', path: 'yarn.lock' },
] as const)('$code', ({ rule, code, level, path }) => {
  const risks = [{ paths: ['src/x.ts'], code }];
  const settings = repositorySettings(REPOSITORY, { risks });

  itTells(rule, [code, level], {
    yes: [
      {
        when: 'a change that travels touches such a file',
        facts: caseOf({ changes: [travellingChange(touching(path))] }),
      },
      {
        when: 'it is not on test yet',
        facts: caseOf({ changes: [changeOn({ dev: 'present' }, touching(path))] }),
      },
      {
        when: 'it was taken away from prod',
        facts: caseOf({
          changes: [changeOn({ test: 'present', prod: 'reverted' }, touching(path))],
        }),
      },
      {
        when: 'nobody knows whether it arrived',
        facts: caseOf({ changes: [changeOn({ prod: 'unknown' }, touching(path))] }),
      },
      {
        when: 'the settings say so of another file',
        facts: caseOf({ settings, changes: [travellingChange(touching('y.ts'))] }),
      },
    ],
    no: [
      {
        when: 'other files are touched',
        facts: caseOf({ changes: [travellingChange(touching('y.ts'))] }),
      },
      {
        when: 'the change has arrived',
        facts: caseOf({ changes: [arrivedChange(touching(path))] }),
      },
      {
        when: 'it arrived as adapted',
        facts: caseOf({ changes: [changeOn({ prod: 'adapted' }, touching(path))] }),
      },
      {
        when: 'it is documentation',
        facts: caseOf({ changes: [travellingChange(touching(`docs/${path}`))] }),
      },
      {
        when: 'nobody read the files',
        facts: caseOf({ changes: [travellingChange({ paths: 'unread' })] }),
      },
    ],
  });
});

describe('the summary', () => {
  it('counts the files', () => {
    const changes = [travellingChange({ paths: { listed: ['a.tf', 'b.tf'], omitted: 0 } })];

    expect(infraChange(caseOf({ changes }))).toMatchObject([
      { summary: 'PAY-1 changes the infrastructure: 2 files in Payments API.' },
    ]);
  });
});
