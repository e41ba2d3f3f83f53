import {
  NO_ANSWERS,
  type PresenceAnswers,
  type RecordedDiff,
} from '../../../src/domain/evidence/presence-answers';
import { createRecordedFacts } from '../../../src/domain/evidence/recorded-facts';
import type { Commit } from '../../../src/domain/commit';
import { commit } from '../../support/builders';
import { knownDiff } from '../../support/change-chain';

const AT = '2026-05-04T09:00:00.000Z';
const ANSWERS: PresenceAnswers = {
  combined: new Map([
    ['a...b', { patchId: 'p' }],
    ['a...c', { patchId: 'q' }],
  ]),
  files: new Map([
    [
      'h',
      new Map([
        ['one', { blob: 'b1', mode: null }],
        ['gone', null],
        ['cut', { unreadAt: AT }],
      ]),
    ],
  ]),
};

const recorded = (answers = NO_ANSWERS, pullRequests: { commits: Commit[] }[] = []) =>
  createRecordedFacts({
    commits: [commit({ sha: 'a', tree: 't1' }), commit({ sha: 'b', tree: null })],
    pullRequests,
    stored: {
      diffs: new Map<string, RecordedDiff>([
        ['a', knownDiff({ patchId: 'p' })],
        ['b', { status: 'unread', unreadAt: AT, tries: 1 }],
      ]),
      answers,
    },
    ownedKeys: () => ['PAY-1'],
    lineHeads: ['b'],
    doubtfulMerges: new Set<string>(),
  });

describe('createRecordedFacts', () => {
  it('tells what was read, what did not come whole and what nobody asked for', () => {
    const { facts } = recorded(ANSWERS);

    expect(['a', 'b', 'c'].map((sha) => facts.diffOf(sha)?.status)).toEqual([
      'known',
      'unread',
      undefined,
    ]);
    expect(['one', 'gone', 'cut', 'other'].map((path) => facts.blobAt('h', path))).toEqual([
      { blob: 'b1', mode: null },
      null,
      'unread',
      undefined,
    ]);
    expect(facts.combinedOf({ base: 'a', head: 'b' })).toEqual({ status: 'known', patchId: 'p' });
    expect(facts.combinedOf({ base: 'b', head: 'a' })).toBeUndefined();
  });

  it('knows no tree where the host tells none', () => {
    const { facts } = recorded();

    expect([facts.treeOf('a'), facts.treeOf('b'), facts.treeOf('c')]).toEqual([
      't1',
      undefined,
      undefined,
    ]);
  });

  it('leaves out a pull request of whose commits one was not read', () => {
    const whole = { commits: [commit({ sha: 'a' }), commit({ sha: 'b' })] };
    const part = { commits: [commit({ sha: 'a' }), commit({ sha: 'squashed away' })] };

    expect(recorded(NO_ANSWERS, [whole, part]).facts.pullRequests).toEqual([['a', 'b']]);
  });

  it('remembers which answers were looked at', () => {
    const { facts, used } = recorded(ANSWERS);

    facts.combinedOf({ base: 'a', head: 'b' });
    facts.blobAt('h', 'gone');
    facts.blobAt('h', 'other');

    expect([...used().combined.keys()]).toEqual(['a...b']);
    expect([...(used().files.get('h') ?? [])]).toEqual([['gone', null]]);
  });
});
