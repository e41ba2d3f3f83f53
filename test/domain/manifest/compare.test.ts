import type { ManifestInput } from '../../../src/domain/manifest/build-manifest';
import { compareManifests } from '../../../src/domain/manifest/compare';
import type { JudgedBundle, JudgedIssue } from '../../../src/domain/release/judged-issue';
import {
  gate,
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  judgedLine,
  reason,
  signOff,
} from '../../support/judged-bundle';
import { fullInput, manifestOf } from '../../support/manifest';

const bundle = (more: Partial<JudgedBundle>): Partial<ManifestInput> => ({
  bundle: judgedBundle(more),
});
const issue = (more: Partial<JudgedIssue>): Partial<ManifestInput> =>
  bundle({ issues: [judgedIssue(more)] });
const decided = (more: Partial<ManifestInput['decision']>): Partial<ManifestInput> => ({
  decision: { decision: 'SHIP', verdict: 'safe', firstFailingGate: null, gates: [gate()], ...more },
});
const commits = (...shas: string[]): Partial<ManifestInput> =>
  issue({ changes: [judgedChanges({ commits: shas.map((sha) => judgedCommit({ sha })) })] });

const told = (before: Partial<ManifestInput>, after: Partial<ManifestInput>): string[] =>
  compareManifests(manifestOf(before), manifestOf(after)).map(({ text }) => text);

describe('compareManifests', () => {
  it.each<[string, Partial<ManifestInput>, Partial<ManifestInput>, string[]]>([
    ['nothing', {}, {}, []],
    [
      'the decision',
      {},
      decided({ decision: 'NO-SHIP' }),
      ['The decision was SHIP and is NO-SHIP.'],
    ],
    [
      'the scope',
      {},
      bundle({ issues: [judgedIssue({ key: 'PAY-2' }), judgedIssue({ key: 'PAY-3' })] }),
      ['PAY-2 and PAY-3 came into the release. PAY-1 left the release.'],
    ],
    [
      'a gate',
      {},
      decided({ gates: [gate({ status: 'failed' })] }),
      ['Gate issues: passed, now failed.'],
    ],
    [
      'a sign-off',
      {},
      { signOffs: [signOff()] },
      ['Sign-offs now: QA approved by Quinn Tester on 2026-05-04 (stale).'],
    ],
    [
      'what is unlisted',
      {},
      bundle({ unlisted: [{ key: 'PAY-7', repository: 'github:a/b', shas: ['u1', 'u2'] }] }),
      ['2 commits more would travel without an issue here.'],
    ],
    ['a verdict', {}, issue({ verdict: 'blocked' }), ['PAY-1 was safe and is blocked.']],
    [
      'another verdict',
      issue({ verdict: 'warning' }),
      issue({ verdict: 'manual-review' }),
      ['PAY-1 was a warning and is up for manual review.'],
    ],
    [
      'commits',
      commits('a', 'b'),
      commits('b', 'c', 'd'),
      ['PAY-1 has 2 commits more. PAY-1 lost 1 commit.'],
    ],
    [
      'reasons',
      issue({ reasons: [reason()] }),
      issue({ reasons: [reason({ code: 'rejected' })] }),
      ['PAY-1: new rejected. PAY-1: no more db-change.'],
    ],
    [
      'a line',
      issue({ lines: [judgedLine()] }),
      issue({ lines: [judgedLine({ state: 'deployed' }), judgedLine({ name: 'prod' })] }),
      ['PAY-1 on test: there, now deployed.', 'PAY-1 on prod: not there, now there.'],
    ],
  ])('tells what differs in %s', (_, before, after, texts) => {
    expect(told(before, after)).toEqual(texts);
  });

  it('names what came and went', () => {
    expect(compareManifests(manifestOf(commits('a')), manifestOf(commits('b')))).toEqual([
      {
        kind: 'commits',
        issueKey: 'PAY-1',
        added: ['github:acme/payments-api b'],
        removed: ['github:acme/payments-api a'],
        change: null,
        text: 'PAY-1 has 1 commit more. PAY-1 lost 1 commit.',
      },
    ]);
  });

  it('finds nothing between a manifest and itself, read again from its text', () => {
    const full = manifestOf(fullInput('x'));

    expect(compareManifests(full, structuredClone(full))).toEqual([]);
  });
});
