import { buildManifest } from '../../../src/domain/manifest/build-manifest';
import type { JudgedBundle } from '../../../src/domain/release/judged-issue';
import {
  gate,
  judgedBundle,
  judgedIssue,
  reason,
  signOff,
  tick,
  waiver,
} from '../../support/judged-bundle';
import { fullInput, manifestInput, manifestOf } from '../../support/manifest';
import { manualStep } from '../../support/promotion-case';

const GAP = { repository: 'github:acme/ledger', what: 'checks', why: 'GitHub answered 403' };

describe('buildManifest', () => {
  it('has every name that other programs rely on', () => {
    expect(Object.keys(manifestOf()).sort()).toEqual([
      'checklists',
      'decision',
      'evidence',
      'firstFailingGate',
      'followUps',
      'gates',
      'issues',
      'lifecycle',
      'mode',
      'order',
      'promotion',
      'release',
      'rollback',
      'schemaVersion',
      'signOffs',
      'unlisted',
      'unlistedSince',
      'verdict',
    ]);
  });

  it('is one text whatever the order of reading', () => {
    const input = fullInput('x');
    const { bundle } = input;
    const other: JudgedBundle = {
      ...bundle,
      issues: bundle.issues.toReversed().map((issue) => ({
        ...issue,
        reasons: issue.reasons.toReversed(),
        changes: issue.changes.toReversed(),
      })),
      rollback: bundle.rollback.toReversed(),
    };

    expect(JSON.stringify(buildManifest({ ...input, bundle: other }))).toBe(
      JSON.stringify(buildManifest(input)),
    );
  });

  it('tells the decision and the gates with their waiver', () => {
    const given = gate({ status: 'waived', owner: 'rosa', waiver: waiver() });
    const decision = {
      decision: 'NO-SHIP' as const,
      verdict: 'blocked' as const,
      firstFailingGate: 'scope' as const,
      gates: [gate({ id: 'scope', name: 'Scope', status: 'failed' }), given],
    };

    expect(manifestOf({ decision })).toMatchObject({
      decision: 'NO-SHIP',
      verdict: 'blocked',
      firstFailingGate: 'scope',
      gates: [
        { id: 'scope', status: 'failed', required: true, waiver: null },
        {
          id: 'issues',
          status: 'waived',
          owner: 'rosa',
          waiver: {
            id: 'waiver-1',
            reason: 'The client knows',
            by: 'Rosa Manager',
            at: '2026-05-04T09:00:00Z',
            expiresAt: '2026-05-05T09:00:00Z',
          },
        },
      ],
    });
  });

  it.each<[string, boolean, Partial<JudgedBundle>]>([
    ['all was read', true, {}],
    ['there is a gap', false, { gaps: [GAP] }],
    ['an issue has a gap', false, { issues: [judgedIssue({ gaps: [GAP] })] }],
    [
      'a reason says that something could not be read',
      false,
      { issues: [judgedIssue({ reasons: [reason({ code: 'evidence-incomplete' })] })] },
    ],
    [
      'a repository could not be read',
      false,
      { issues: [judgedIssue({ reasons: [reason({ code: 'repository-unavailable' })] })] },
    ],
    ['nobody could read an issue', false, { unreadable: [{ key: 'PAY-9', why: 'x' }] }],
    ['a repository was never read', false, { asOf: null }],
  ])('when %s it is complete: %s', (_, complete, bundle) => {
    expect(manifestOf({ bundle: judgedBundle(bundle) }).evidence.complete).toBe(complete);
  });

  const hash = manifestOf().evidence.hash;
  const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z' };

  it.each([
    { when: 'it saw this evidence', given: signOff({ evidenceHash: hash }), status: 'valid' },
    { when: 'it saw other evidence', given: signOff(), status: 'stale' },
    {
      when: 'it was for another promotion',
      given: signOff({ evidenceHash: hash, promotion: { from: 'dev', to: 'test' } }),
      status: 'stale',
    },
    {
      when: 'it was taken back',
      given: signOff({ evidenceHash: hash, revoked }),
      status: 'revoked',
    },
  ])('a sign-off is $status when $when', ({ given, status }) => {
    expect(manifestOf({ signOffs: [given] }).signOffs.map((one) => one.status)).toEqual([status]);
  });

  it('tells what was ticked, by whom', () => {
    const bundle = judgedBundle({ issues: [judgedIssue({ manualSteps: [manualStep()] })] });
    const said = tick({ stepId: 'step-1', shas: ['a1'], note: 'Twice' });
    const words = { ofIssues: new Map([['PAY-1', [said]]]), ofRelease: [] };
    const { checklists } = buildManifest(manifestInput({ bundle, words }));

    expect(checklists.releaseManager[0]).toEqual({
      id: 'step-1',
      kind: 'manual-step',
      text: 'PAY-1, by hand in Payments API: Restart the queue',
      issueKey: 'PAY-1',
      owner: null,
      state: 'done',
      by: 'Quinn Tester',
      at: '2026-05-04T09:00:00Z',
      note: 'Twice',
      reopenedBy: [],
    });
  });
});
