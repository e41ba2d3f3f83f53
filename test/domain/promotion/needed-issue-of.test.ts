import { createNeededIssueOf } from '../../../src/domain/promotion/needed-issue-of';
import {
  association,
  commitEvidence,
  REPOSITORY,
  repositoryEvidence,
} from '../../support/builders';
import { judgeInput, toldIssue, type ToldIssue } from '../../support/judged';
import { line, projectSettings, repositorySettings } from '../../support/settings';

const TESTED = ['develop', 'release/test'];
const ROOT = toldIssue('PAY-1', TESTED);

function needed(told: ToldIssue, more: Parameters<typeof judgeInput>[1] = {}) {
  const { atHand, promotion, now } = judgeInput([ROOT, told], more);
  const bundle = { root: 'PAY-1', promotion, now, isInBundle: () => true };
  return createNeededIssueOf(atHand, bundle)(told.issue.key);
}

describe('a needed issue', () => {
  it('is where its changes are in the target, and may travel when nothing blocks it', () => {
    expect(needed(toldIssue('PAY-2', TESTED))).toMatchObject({
      visibility: 'visible',
      changes: [{ state: 'absent', pullRequestUrls: [], isOwnedByRoot: false }],
      isComplete: true,
      isInBundle: true,
      mayTravel: true,
    });
  });

  it('may not travel before it is on the line to promote from', () => {
    expect(needed(toldIssue('PAY-2', ['develop']))).toMatchObject({ mayTravel: false });
  });

  it('comes along with a commit that both own', () => {
    const told = toldIssue('PAY-2', TESTED);
    told.parts = ROOT.parts;

    expect(needed(told)).toMatchObject({ changes: [{ state: 'absent', isOwnedByRoot: true }] });
  });

  it('has all of a revert that was undone in the target', () => {
    const told = toldIssue('PAY-2', TESTED);
    const revert = commitEvidence({
      associations: [association({ kind: 'reverts', source: 'revert' })],
      presence: { 'branch:main': { state: 'reverted', by: 'revert', as: 'b2' } },
    });
    told.parts = [repositoryEvidence({ commits: [revert] })];

    expect(needed(told)).toMatchObject({ changes: [{ state: 'present' }] });
  });

  it('is hidden from who may not browse it', () => {
    expect(needed(toldIssue('PAY-2', TESTED), { hidden: ['PAY-2'] })).toEqual({
      visibility: 'hidden',
    });
  });

  it('is unknown when Jira has no such issue', () => {
    const { atHand, promotion, now } = judgeInput([ROOT]);
    const bundle = { root: 'PAY-1', promotion, now, isInBundle: () => false };

    expect(createNeededIssueOf(atHand, bundle)('PAY-99')).toEqual({ visibility: 'unknown-issue' });
  });

  it('of a project that is not set up is looked for on the lines of the one that lists the repository', () => {
    expect(needed(toldIssue('LED-2', ['main']))).toMatchObject({
      changes: [{ state: 'present' }],
      isComplete: false,
      mayTravel: false,
    });
  });

  it('is nowhere for certain in a repository that nobody lists', () => {
    const told = toldIssue('PAY-2', []);
    told.parts = [
      repositoryEvidence({ repository: 'github:acme/gone', commits: [commitEvidence()] }),
    ];

    expect(needed(told)).toMatchObject({ changes: [{ state: 'unknown' }], isComplete: false });
  });

  it('is looked for on the lines of its own project', () => {
    const own = projectSettings({
      projectKey: 'LED',
      route: ['test', 'prod'],
      lines: { test: line('release/test'), prod: line('stable') },
      repositories: [repositorySettings(REPOSITORY)],
    });
    const { atHand } = judgeInput([ROOT]);
    const settings = new Map([...atHand.settings, ['LED', own]]);
    const told = toldIssue('LED-2', ['release/test', 'main']);
    const known = new Map([...atHand.known, ['LED-2', told]]);
    const visible = new Set([...atHand.visible, 'LED-2']);

    const find = createNeededIssueOf(
      { ...atHand, settings, known, visible },
      {
        root: 'PAY-1',
        promotion: { from: 'test', to: 'prod' },
        now: '2026-05-04T09:00:00Z',
        isInBundle: () => false,
      },
    );

    // The status tells of no branch `stable`: nobody knows what it holds.
    expect(find('LED-2')).toMatchObject({ changes: [{ state: 'unknown' }] });
  });
});
