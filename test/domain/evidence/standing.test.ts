import { standing, type Standing, type StandingFacts } from '../../../src/domain/evidence/standing';
import type { LineState } from '../../../src/domain/lines/line-state';
import type { LineSummary } from '../../../src/domain/lines/line-summary';
import { lineSummary } from '../../support/builders';

/** `dev all 2`, `test part 1 of 2`, `prod unknown 0, 1 unknown of 2`. */
function told(text: string): LineSummary {
  const found = /^(\w+) (\w+) (\d+)(?:, (\d+) unknown)?(?: of (\d+))?$/.exec(text);
  const [, name = '', state = '', present = '0', unknown = '0', of = present] = found ?? [];
  return lineSummary({
    name,
    state: state as LineState,
    present: Number(present),
    unknown: Number(unknown),
    of: Number(of),
  });
}

function say(lines: string[], more: Partial<StandingFacts> = {}): Standing {
  const summaries = lines.map(told);
  return standing({
    issueKey: 'PAY-1',
    lines: summaries,
    listed: 3,
    repositories: 1,
    changes: summaries[0]?.of ?? 0,
    incomplete: 0,
    rolledBack: [],
    openPullRequests: 0,
    mergedPullRequests: 0,
    reverts: 0,
    noChangeExpected: null,
    ...more,
  });
}

type Row = { lines: string[]; more?: Partial<StandingFacts> } & Standing;

describe('standing of an issue whose last line has all changes', () => {
  it.each([
    {
      when: 'nothing runs them there',
      last: { undeployed: 1 },
      repositories: 1,
      tone: 'warning',
      sentence: 'All 3 changes are on prod; prod does not run them.',
    },
    {
      when: 'one of two repositories runs them',
      last: { undeployed: 1 },
      repositories: 2,
      tone: 'warning',
      sentence: 'All 3 changes are on prod, in 2 repositories; 1 repository is not deployed there.',
    },
    {
      when: 'deployments could not be read',
      last: { deploymentsUnknown: 1 },
      repositories: 1,
      tone: 'unknown',
      sentence: 'All 3 changes are on prod; whether 1 repository is deployed there is not known.',
    },
  ] as const)('is $tone when $when', ({ last, repositories, tone, sentence }) => {
    const prod = { ...told('prod all 3'), ...last };

    expect(say([], { lines: [told('dev all 3'), prod], changes: 3, repositories })).toEqual({
      tone,
      sentence,
    });
  });
});

describe('standing of an issue with changes', () => {
  it.each<Row>([
    {
      lines: ['dev all 1', 'prod all 1'],
      tone: 'success',
      sentence: 'The change is on prod.',
    },
    {
      lines: ['dev all 3', 'prod deployed 3'],
      more: { repositories: 2 },
      tone: 'success',
      sentence: 'All 3 changes are on prod and deployed, in 2 repositories.',
    },
    {
      lines: ['dev none 0 of 1', 'prod all 1'],
      tone: 'warning',
      sentence: 'The change is on prod; dev lacks it.',
    },
    {
      lines: ['dev part 1 of 2', 'test none 0 of 2', 'prod deployed 2'],
      tone: 'warning',
      sentence: 'Both changes are on prod and deployed; dev and test lack some.',
    },
    {
      lines: ['dev all 3', 'test none 0 of 3', 'prod none 0 of 3'],
      more: { reverts: 1 },
      tone: 'warning',
      sentence: 'All 3 changes are on dev; test has none of them yet; 1 of them is a revert.',
    },
    {
      lines: ['dev all 2', 'test none 0 of 2', 'prod none 0 of 2'],
      tone: 'information',
      sentence: 'Both changes are on dev; test has none of them yet.',
    },
    {
      lines: ['dev all 1', 'test deployed 1', 'prod none 0 of 1'],
      tone: 'information',
      sentence: 'The change is on test; prod has not got it yet.',
    },
    {
      lines: ['dev all 3', 'test part 1 of 3', 'prod none 0 of 3'],
      tone: 'warning',
      sentence: 'All 3 changes are on dev; test lacks 2 of them.',
    },
    {
      lines: ['dev part 1 of 2', 'test none 0 of 2'],
      tone: 'warning',
      sentence: '1 of 2 changes is on dev; no line has them all.',
    },
    {
      lines: ['dev none 0 of 4', 'test part 2 of 4', 'prod none 0 of 4'],
      tone: 'warning',
      sentence: '2 of 4 changes are on test; no line has them all.',
    },
    {
      lines: ['dev none 0 of 1', 'prod none 0 of 1'],
      tone: 'warning',
      sentence: 'The change is on no line yet.',
    },
    {
      lines: ['dev none 0 of 2', 'prod none 0 of 2'],
      more: { openPullRequests: 1 },
      tone: 'warning',
      sentence: 'Both changes are on no line yet; 1 pull request is open.',
    },
    {
      lines: ['dev none 0 of 2'],
      more: { openPullRequests: 2 },
      tone: 'warning',
      sentence: 'Both changes are on no line yet; 2 pull requests are open.',
    },
    {
      lines: [],
      more: { changes: 1 },
      tone: 'information',
      sentence: 'The change is in 1 repository; no lines are set up to follow it.',
    },
    {
      lines: [],
      more: { changes: 5, repositories: 2 },
      tone: 'information',
      sentence: 'All 5 changes are in 2 repositories; no lines are set up to follow them.',
    },
  ])('$lines: $sentence', ({ lines, more, tone, sentence }) => {
    expect(say(lines, more)).toEqual({ tone, sentence });
  });
});

describe('standing of an issue without changes', () => {
  it.each<Pick<Row, 'more'> & Standing>([
    { more: {}, tone: 'information', sentence: 'No repository holds a change for PAY-1.' },
    {
      more: { incomplete: 1 },
      tone: 'unknown',
      sentence: 'No change for PAY-1 was found so far; 1 repository was not read completely.',
    },
    {
      more: { incomplete: 2, openPullRequests: 1 },
      tone: 'unknown',
      sentence: 'No change for PAY-1 was found so far; 2 repositories were not read completely.',
    },
    {
      more: { openPullRequests: 1 },
      tone: 'warning',
      sentence: 'PAY-1 has an open pull request, and no commit of it was found.',
    },
    {
      more: { mergedPullRequests: 1 },
      tone: 'warning',
      sentence: 'A pull request of PAY-1 was merged, and no commit of it is on a line.',
    },
    {
      more: { listed: 0 },
      tone: 'unknown',
      sentence: 'No repository is set up in which to look for changes of PAY-1.',
    },
  ])('$more: $sentence', ({ more, tone, sentence }) => {
    expect(say(['dev none 0', 'prod none 0'], more)).toEqual({ tone, sentence });
  });
});

describe('standing when something was not read', () => {
  it.each<Row>([
    {
      lines: ['dev unknown 0, 1 unknown of 1'],
      tone: 'unknown',
      sentence: 'Nobody can tell whether the change is on dev, because evidence could not be read.',
    },
    {
      lines: ['dev all 2', 'test unknown 0, 2 unknown of 2', 'prod all 2'],
      tone: 'unknown',
      sentence:
        'Nobody can tell whether the 2 changes are on test, because evidence could not be read.',
    },
    {
      lines: ['dev unknown 1, 1 unknown of 3'],
      tone: 'unknown',
      sentence:
        '1 of 3 changes is surely on dev; of 1 nobody can tell, because evidence could not be read.',
    },
    {
      lines: ['dev unknown 2, 1 unknown of 3'],
      more: { incomplete: 1 },
      tone: 'unknown',
      sentence:
        '2 of 3 changes are surely on dev; of 1 nobody can tell, because evidence could not be read; 1 repository was not read completely.',
    },
    {
      lines: ['dev all 2', 'prod deployed 2'],
      more: { incomplete: 1 },
      tone: 'unknown',
      sentence:
        'Both changes found so far are on prod and deployed; 1 repository was not read completely.',
    },
    {
      lines: ['dev all 1', 'prod none 0 of 1'],
      more: { incomplete: 2 },
      tone: 'unknown',
      sentence:
        'The change found so far is on dev; prod has not got it yet; 2 repositories were not read completely.',
    },
    {
      lines: ['dev all 2', 'prod part 1 of 2'],
      more: { incomplete: 1 },
      tone: 'warning',
      sentence:
        'Both changes found so far are on dev; prod lacks 1 of them; 1 repository was not read completely.',
    },
  ])('$lines: $sentence', ({ lines, more, tone, sentence }) => {
    expect(say(lines, more)).toEqual({ tone, sentence });
  });
});
