import { configuredRisk } from '../../../src/domain/reasons/configured-risk';
import type { RiskRule } from '../../../src/domain/settings/project-settings';
import { REPOSITORY } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  told,
  travellingChange,
} from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const paths = { listed: ['src/fraud/x.ts'], omitted: 0 };
const withRules = (risks: RiskRule[], changes = [travellingChange({ paths })]) =>
  caseOf({ changes, settings: repositorySettings(REPOSITORY, { risks }) });
const fraud: RiskRule = { paths: ['src/fraud/**'], code: 'fraud-rules' };

describe('configuredRisk', () => {
  it.each<{ when: string; facts: ReturnType<typeof withRules>; expected: string[] }>([
    { when: 'no rule is there', facts: withRules([]), expected: [] },
    { when: 'a rule matches', facts: withRules([fraud]), expected: ['fraud-rules manual-review'] },
    {
      when: 'it says a level',
      facts: withRules([{ ...fraud, level: 'warning' }]),
      expected: ['fraud-rules warning'],
    },
    {
      when: 'two of one code match: the worse counts',
      facts: withRules([
        { ...fraud, level: 'warning' },
        { ...fraud, level: 'blocked' },
      ]),
      expected: ['fraud-rules blocked'],
    },
    {
      when: 'two codes match',
      facts: withRules([fraud, { paths: ['**'], code: 'all-code' }]),
      expected: ['all-code manual-review', 'fraud-rules manual-review'],
    },
    { when: 'none matches', facts: withRules([{ paths: ['web/**'], code: 'web' }]), expected: [] },
    {
      when: 'its code is one of the specification',
      facts: withRules([{ ...fraud, code: 'db-change' }]),
      expected: [],
    },
    {
      when: 'the change has arrived',
      facts: withRules([fraud], [arrivedChange({ paths })]),
      expected: [],
    },
    {
      when: 'nobody knows whether it arrived',
      facts: withRules([fraud], [changeOn({ prod: 'unknown' }, { paths })]),
      expected: ['fraud-rules manual-review'],
    },
    {
      when: 'nobody read the files',
      facts: withRules([fraud], [travellingChange({ paths: 'unread' })]),
      expected: [],
    },
  ])('is $expected when $when', ({ facts, expected }) => {
    expect(told(configuredRisk(facts))).toEqual(expected);
  });
});
