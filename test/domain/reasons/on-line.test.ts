import {
  allChanges,
  cellOn,
  changesOf,
  isLacking,
  presenceOn,
  touched,
} from '../../../src/domain/reasons/on-line';
import { isThere, type PresenceState } from '../../../src/domain/lines/line-state';
import { pullRequestEvidence } from '../../support/builders';
import {
  caseOf,
  cellsOf,
  changeOn,
  promotionCase,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

describe('presenceOn', () => {
  it.each([
    { when: 'it is there', more: {}, line: 'test', state: 'present' },
    { when: 'it is not', more: {}, line: 'prod', state: 'absent' },
    { when: 'there is no such line', more: { cells: [] }, line: 'prod', state: 'unknown' },
    {
      when: 'the branch was not read',
      more: { cells: cellsOf({ prod: { branchState: 'unknown' } }) },
      line: 'prod',
      state: 'unknown',
    },
    {
      when: 'the branch does not exist',
      more: { cells: cellsOf({ prod: { branchState: 'missing' } }) },
      line: 'prod',
      state: 'absent',
    },
  ] as const)('is $state when $when', ({ more, line, state }) => {
    const { cells = cellsOf() } = more as { cells?: ReturnType<typeof cellsOf> };

    expect(presenceOn(repositoryCase({ cells }), line, travellingChange()).state).toBe(state);
  });

  it.each<[PresenceState, boolean, boolean]>([
    ['present', true, false],
    ['adapted', true, false],
    ['absent', false, true],
    ['reverted', false, true],
    ['unknown', false, false],
  ])('of state %s: there %s, lacking %s', (state, there, lacking) => {
    const presence = { state, by: null, as: null };

    expect([isThere(presence), isLacking(presence)]).toEqual([there, lacking]);
  });
});

describe('the changes of a case', () => {
  it('are those that carry something, of all repositories', () => {
    const empty = changeOn({}, { sha: 'e1', carriesChange: false });
    const facts = promotionCase({
      repositories: [repositoryCase({ changes: [empty, travellingChange()] }), repositoryCase()],
    });

    expect(allChanges(facts).map(({ change }) => change.sha)).toEqual(['a1', 'a1']);
    expect(changesOf(repositoryCase({ changes: [empty] }))).toEqual([]);
  });

  it.each([
    { state: 'open', isTouched: true },
    { state: 'merged', isTouched: true },
    { state: 'closed', isTouched: false },
  ] as const)('touch a repository by a pull request that is $state: $isTouched', (row) => {
    const facts = caseOf({
      changes: [],
      pullRequests: [pullRequestEvidence({ state: row.state })],
    });

    expect(touched(facts)).toHaveLength(row.isTouched ? 1 : 0);
  });

  it('stand in the cell of a line', () => {
    expect(cellOn(repositoryCase(), 'test')?.branch).toBe('release/test');
  });
});
